import { type ChannelName, channelNames } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import { revise } from '../../core/base/revise';
import { type Instant, minute } from '../../core/base/time';
import { relearned } from '../../core/membership/relearned';
import { type Gap, mayHaveEnrolled, settleGap } from '../../core/membership/restored';
import { type Departure, proofOf, replayed } from '../../core/person/departure';
import type { SuppressionReason } from '../../core/person/guard';
import type { Subscriber } from '../../core/person/subscriber';
import { lastRev } from '../../core/sending/delivery';
import type { LedgerEntry } from '../../core/sending/journal';
import { leftChannel } from '../../core/sending/leave-channel';
import type {
  Bookings,
  Books,
  Campaigns,
  Clock,
  ControlSwitches,
  Guards,
  GuardsByKey,
  Ledger,
  OfPractice,
  People,
  TextLinks,
} from '../ports';

type ReconcilePorts = Clock &
  OfPractice &
  ControlSwitches &
  GuardsByKey &
  Guards &
  People<'page' | 'load' | 'save'> &
  Ledger<'ofPerson' | 'mergeDelivery' | 'addEvidence'> &
  Books &
  Campaigns<'get' | 'save' | 'list'> &
  TextLinks<'add'> &
  Bookings<'list' | 'remove'> & {
    departures: { page(limit: number, after?: string): Promise<{ departures: Departure[]; next?: string }> };
    /** Whatever came back of somebody who had been forgotten on these channels goes again; false where nothing but proofs had. */
    forget(id: string, channels: ReadonlySet<ChannelName>): Promise<boolean>;
  };

interface Reconciled {
  people: number;
  /** Channels that people had left since the backup, people who had been forgotten since. */
  left: number;
  erased: number;
  proven: number;
  assumed: number;
  held: number;
  /** Paused, because they may have begun in the gap: staff cancel them or let them go on. */
  campaigns: string[];
  /** Nothing can be sent to these as they are, and nothing was changed about them. */
  unreadable: string[];
}

const pageSize = 100;
const atOnce = 10;
/** The clocks of two functions differ by less. */
const skew = minute;
const byProvider: ReadonlySet<SuppressionReason> = new Set(['bounce', 'complaint', 'provider-opt-out']);

/**
 * Makes tables that were restored to `gap.from` fit to send from, while all sending is stopped: who left since stays
 * out, and what may have gone out until `gap.to` does not go out again. Whoever was settled has nothing due in the gap
 * any more, so all of it may be repeated after a crash, and changes nothing when it is.
 */
export async function reconcile(ports: ReconcilePorts, gap: Gap): Promise<Reconciled> {
  const now = ports.now();
  if (!(gap.from < gap.to && gap.to <= now))
    throw new StridewellError('invalid', 'The backup must be older than the stop, and the stop not in the future.');
  if (!(await ports.controls.read()).kill)
    throw new StridewellError('conflict', 'Stop all sending first: what is sent meanwhile cannot be reconciled.');

  const forgotten = await replayDepartures(ports, gap);
  const sum: Reconciled = {
    people: 0,
    left: 0,
    erased: await forgetAgain(ports, forgotten),
    proven: 0,
    assumed: 0,
    held: 0,
    campaigns: await pauseCampaigns(ports, gap),
    unreadable: [],
  };
  let after: string | undefined;
  do {
    const page = await ports.people.page(pageSize, after);
    for (let i = 0; i < page.subscribers.length; i += atOnce) {
      const some = page.subscribers.slice(i, i + atOnce);
      await Promise.all(some.map((person) => settle(ports, person, gap, sum, now)));
    }
    after = page.next;
  } while (after !== undefined);
  return sum;
}

/** The journal outlived the tables: guards learn again who has left since. Answers who was forgotten since. */
async function replayDepartures(ports: ReconcilePorts, gap: Gap): Promise<Map<string, Set<ChannelName>>> {
  const forgotten = new Map<string, Set<ChannelName>>();
  let after: string | undefined;
  do {
    const page = await ports.departures.page(pageSize, after);
    // One after the other: an address's departures come in their order.
    for (const one of page.departures) {
      if (one.at < gap.from - skew) continue;
      if (one.what === 'erased' && one.subscriber)
        forgotten.set(one.subscriber, (forgotten.get(one.subscriber) ?? new Set<ChannelName>()).add(one.channel));
      else await ports.guardAt(one.key, one.channel, (guard) => replayed(guard, one));
    }
    after = page.next;
  } while (after !== undefined);
  return forgotten;
}

/** An erased person came back with each table that was restored: item, history, visits. */
async function forgetAgain(ports: ReconcilePorts, forgotten: Map<string, Set<ChannelName>>): Promise<number> {
  let erased = 0;
  for (const [id, channels] of forgotten) if (await ports.forget(id, channels)) erased += 1;
  let after: string | undefined;
  do {
    const page = await ports.bookings.list(pageSize, after);
    for (const { id, rev, subscriber } of page.bookings)
      if (subscriber && forgotten.has(subscriber)) await ports.bookings.remove(id, rev);
    after = page.next;
  } while (after !== undefined && forgotten.size > 0);
  return erased;
}

/** A campaign that could have begun in the gap would enroll its people anew; staff know whether it did. */
async function pauseCampaigns(ports: ReconcilePorts, gap: Gap): Promise<string[]> {
  const paused: string[] = [];
  let after: string | undefined;
  do {
    const page = await ports.campaigns.list(pageSize, after);
    for (const campaign of page.campaigns) {
      if (!mayHaveEnrolled(campaign, gap, ports.practice.timeZone)) continue;
      const { id } = campaign;
      await revise({ get: () => ports.controls.read(), save: ports.controls.save }, 'controls', (controls) => ({
        ...controls,
        campaigns: { ...controls.campaigns, [id]: 'paused' as const },
      }));
      await revise(ports.campaigns, id, (current) => ({ ...current, status: 'paused' as const }));
      paused.push(id);
    }
    after = page.next;
  } while (after !== undefined);
  return paused;
}

/**
 * Ledger before person, as everywhere: a crash between the two finds the record and settles the same. People may still
 * open pages meanwhile; whoever was changed by one is read again.
 */
async function settle(
  ports: ReconcilePorts,
  restored: Subscriber,
  gap: Gap,
  sum: Reconciled,
  now: Instant,
  triesLeft = 5,
): Promise<void> {
  const entries = await entriesOf(ports, restored.id);
  // Texts of the gap must be found, whatever the restored item says of it.
  if (restored.channels.sms) await ports.textLinks.add(restored.id);
  const { person, left } = await withoutLeft(ports, aheadOf(entries, restored), gap, now);
  const settled = await settledOf(ports, person, entries, gap, now);
  for (const delivery of settled?.records ?? []) await ports.ledger.mergeDelivery(delivery);
  const next = settled?.person ?? person;
  if (differs(next, restored) && !(await ports.people.save(next, restored.rev))) {
    const current = await ports.people.load(restored.id);
    if (!current) return;
    if (triesLeft === 0)
      throw new StridewellError('conflict', 'Something else is at work on these tables: stop it first.');
    return settle(ports, current, gap, sum, now, triesLeft - 1);
  }
  sum.people += 1;
  sum.left += left;
  sum.proven += settled?.proven ?? 0;
  sum.assumed += settled?.assumed ?? 0;
  sum.held += settled?.held ?? 0;
  if (!settled) sum.unreadable.push(person.id);
}

/** The ledger orders what was decided by the person's revision, so the restored one goes on from the highest it knows. */
function aheadOf(entries: LedgerEntry[], restored: Subscriber): Subscriber {
  const revs = entries.map((entry) => (entry.kind === 'message' ? lastRev(entry.delivery) : 0));
  return { ...restored, rev: revs.reduce((a, b) => Math.max(a, b), restored.rev) };
}

/** Undefined for a person whose series is not there: the planner sends them nothing either. */
async function settledOf(ports: ReconcilePorts, person: Subscriber, entries: LedgerEntry[], gap: Gap, now: Instant) {
  const ledger = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.delivery] : []));
  const history = entries.flatMap((entry) => (entry.kind === 'history' ? [entry.entry] : []));
  const known = ledger.flatMap(({ seriesId, version }) => (seriesId && version ? [{ seriesId, version }] : []));
  const book = await ports.book(person, known);
  try {
    const settled = settleGap(person, book, gap, ledger, now);
    // Behind what may have gone out: another path must not bring a step of the gap forward once more.
    return { ...settled, person: relearned(settled.person, history, gap.from - skew, book, now) };
  } catch (error) {
    if (error instanceof StridewellError) return undefined;
    throw error;
  }
}

const differs = (a: Subscriber, b: Subscriber): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** Without the channels that the journal says were left. The words of leaving are lost with the ledger, so this says so. */
async function withoutLeft(ports: ReconcilePorts, restored: Subscriber, gap: Gap, now: Instant) {
  let person = restored;
  let left = 0;
  for (const name of channelNames) {
    const reached = person.channels[name];
    if (reached?.status !== 'active' && reached?.status !== 'pending') continue;
    const { suppressed } = await ports.guardOf(reached.address, (guard) => guard);
    const newer = suppressed && suppressed.at >= gap.from - skew;
    if (!suppressed || !(reached.status === 'active' || newer)) continue;
    left += 1;
    const { reason, at } = suppressed;
    const whose = { subscriber: person.id, channel: name, address: reached.address };
    if (!byProvider.has(reason)) await ports.ledger.addEvidence(proofOf(suppressed, whose, ports.practice.legalName));
    person = leftChannel(
      person,
      name,
      byProvider.has(reason) ? 'suppressed' : 'unsubscribed',
      reason,
      Math.min(at, now),
    );
  }
  return { person, left };
}

async function entriesOf({ ledger }: ReconcilePorts, id: string): Promise<LedgerEntry[]> {
  const all: LedgerEntry[] = [];
  let after: string | undefined;
  do {
    const { entries, next } = await ledger.ofPerson(id, 1000, after);
    all.push(...entries);
    after = next;
  } while (after !== undefined);
  return all;
}
