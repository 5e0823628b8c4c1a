import { whoFaults } from '../../core/audience/who-faults';
import type { ChannelName } from '../../core/base/channel';
import { derivedId } from '../../core/base/id';
import { revise } from '../../core/base/revise';
import { day, type Instant } from '../../core/base/time';
import { bookingRests } from '../../core/bookings/booking';
import { enrollsFrom } from '../../core/campaigns/approval';
import { type Campaign, hasStartedEverywhere, type Sweep, startsIn, sweepDueAt } from '../../core/campaigns/campaign';
import { isMeant, whyNotEnrolled } from '../../core/campaigns/eligible';
import { countSwept } from '../../core/campaigns/headcount';
import { isFull, lastDayOf, wasReachedBy, withRun } from '../../core/campaigns/runs';
import type { Subscriber } from '../../core/person/subscriber';
import { cancelledIn } from '../../core/sending/controls';
import { type Delivery, deliveryId, factOn } from '../../core/sending/delivery';
import { type Book, enroll, homeZone, pathFor } from '../../core/series/enrollment';
import { isZone } from '../../core/time/offset';
import type { Books, Campaigns, Clock, ControlSwitches, Ledger, OfPractice, People, Series } from '../ports';

export type SweepPorts = Clock &
  OfPractice<'timeZone' | 'questions' | 'locations'> &
  People<'page' | 'change'> &
  Campaigns<'get' | 'save' | 'list'> &
  Series<'version'> &
  Books &
  Ledger<'mergeDelivery'> &
  ControlSwitches<'read'> & { stage: string };

const nothingYet: Sweep = {
  seen: 0,
  enrolled: 0,
  skipped: {},
  people: { meant: 0, joined: 0, left: {} },
  done: false,
};
const pageSize = 100;
/** People of one page that are worked on at once. */
const atOnce = 10;

/** Carries every campaign on by as much as fits before `until`; what is left goes on at the next call. */
export async function sweepCampaigns(ports: SweepPorts, until: Instant): Promise<void> {
  let after: string | undefined;
  do {
    const page = await ports.campaigns.list(100, after);
    for (const campaign of page.campaigns) {
      // The last look comes first, also at a campaign that was paused past its end.
      if (isAtWork(ports, campaign)) await sweepCampaign(ports, campaign.id, until);
      else if (campaign.status === 'running') await finish(ports, campaign, until);
    }
    after = page.next;
  } while (after !== undefined && ports.now() < until);
}

const isAtWork = (ports: SweepPorts, campaign: Campaign): boolean => nextSweep(ports, campaign) <= ports.now();

/** When the sweep has something to do for this campaign; `Infinity` when it has nothing more. */
export function nextSweep(
  { practice, stage }: OfPractice<'timeZone'> & Pick<SweepPorts, 'stage'>,
  campaign: Campaign,
): Instant {
  const from = enrollsFrom(campaign, stage);
  if (campaign.status === 'scheduled' || passOf(campaign) !== undefined) return from;
  return campaign.status === 'running' ? Math.max(from, sweepDueAt(campaign, practice.timeZone)) : Infinity;
}

/** The pass under way: the first while people are enrolled, a later one while messages already go. */
function passOf({ status, sweep, again }: Campaign): Sweep | undefined {
  if (status === 'enrolling' && !sweep?.done) return sweep ?? nothingYet;
  return status === 'running' ? again : undefined;
}

/**
 * Enrolls one campaign's audience page by page, and again around its start. Enrollment ids follow from campaign, person
 * and channel, and progress is saved after each page, so a page that is repeated, after a crash or by a later pass,
 * enrolls nobody twice and is counted once.
 *
 * A rule may name a question or an answer that the practice has taken out since. It no longer means whom it was written
 * for, so the campaign is paused; its page says what does not fit.
 */
export async function sweepCampaign(ports: SweepPorts, id: string, until: Instant): Promise<Sweep | undefined> {
  let campaign = await revise(ports.campaigns, id, (current) => begun(current, ports));
  for (;;) {
    const from = campaign && passOf(campaign);
    if (!campaign || !from || ports.now() < enrollsFrom(campaign, ports.stage) || ports.now() >= until)
      return campaign?.sweep;
    if (whoFaults(campaign.who, ports.practice).length > 0) {
      await revise(ports.campaigns, id, (current) =>
        passOf(current) ? { ...current, status: 'paused' as const } : undefined,
      );
      return campaign.sweep;
    }
    const page = await ports.people.page(pageSize, from.cursor);
    const to = await enrollPage(ports, campaign, page.subscribers, from);
    const saved: Sweep = page.next === undefined ? { ...to, done: true } : { ...to, cursor: page.next };
    const { sweptAt } = campaign;
    campaign = await revise(ports.campaigns, id, (current) => {
      const at = passOf(current);
      // Paused or cancelled meanwhile, or another worker was faster: this page's count is not ours to add.
      return at && at.cursor === from.cursor && current.sweptAt === sweptAt ? withPass(current, saved) : undefined;
    });
  }
}

function begun(campaign: Campaign, { now, practice, stage }: SweepPorts): Campaign | undefined {
  const sweptAt = now();
  if (sweptAt < enrollsFrom(campaign, stage)) return undefined;
  if (campaign.status === 'scheduled')
    return { ...campaign, status: 'enrolling', sweep: campaign.sweep ?? nothingYet, sweptAt };
  const due = campaign.status === 'running' && !campaign.again && sweepDueAt(campaign, practice.timeZone) <= sweptAt;
  return due ? { ...campaign, again: nothingYet, sweptAt } : undefined;
}

function withPass({ again, ...campaign }: Campaign, pass: Sweep): Campaign {
  if (again && !pass.done) return { ...campaign, again: pass };
  return { ...campaign, sweep: pass, ...(pass.done ? { status: 'running' } : {}) };
}

async function enrollPage(ports: SweepPorts, campaign: Campaign, people: Subscriber[], from: Sweep): Promise<Sweep> {
  const { cursor: _cursor, ...sum } = from;
  const cancelled = cancelledIn(await ports.controls.read());
  const to: Sweep = structuredClone({ ...sum, seen: from.seen + people.length, done: false });
  const meant = people
    .filter((person) => isMeant(campaign.who, person))
    .map((person) => ({ person, on: campaign.channels.filter((channel) => isInTime(campaign, person, channel)) }))
    .filter(({ on }) => on.length > 0);
  for (let i = 0; i < meant.length; i += atOnce) {
    const some = meant
      .slice(i, i + atOnce)
      .map(({ person, on }) => inTurn(on, (channel) => enrollOne(ports, campaign, person, channel, cancelled)));
    for (const answers of await Promise.all(some)) countSwept(to, answers);
  }
  return to;
}

/** One person's channels in turn, since each is a change of the same item. */
async function inTurn(on: ChannelName[], enrolled: (channel: ChannelName) => Promise<string | undefined>) {
  const answers: (string | undefined)[] = [];
  for (const channel of on) answers.push(await enrolled(channel));
  return answers;
}

/** At most one run per campaign, person and channel: its id is derived from the three. */
const isEnrolled = ({ id }: Campaign, { enrollments }: Subscriber, channel: ChannelName): boolean =>
  enrollments.some((run) => run.campaignId === id && run.channel === channel);

/** Whoever signed up or confirmed after it had started where they live was not in its audience. */
function isInTime(campaign: Campaign, person: Subscriber, channel: ChannelName): boolean {
  const [zone] = person.profile?.zones ?? [];
  if (!zone || !isZone(zone) || isEnrolled(campaign, person, channel)) return true;
  const start = startsIn(zone, campaign);
  const reached = person.channels[channel];
  return person.createdAt <= start && (reached?.status !== 'active' || reached.since <= start);
}

/** The reason not to, or undefined once the person is enrolled, now or by an earlier pass. */
async function enrollOne(
  ports: SweepPorts,
  campaign: Campaign,
  person: Subscriber,
  channel: ChannelName,
  cancelled: ReadonlySet<string>,
): Promise<string | undefined> {
  const { id: campaignId, seriesId, version } = campaign;
  if (isEnrolled(campaign, person, channel)) return undefined;
  const id = derivedId('enr', campaignId, person.id, channel);
  const book = await ports.book(person, [{ seriesId, version }]);
  const { kind } = book.version(seriesId, version);
  const { restartAfterDays } = campaign;
  const start = { seriesId, kind, campaignId, restartAfterDays, startsAt: (zone: string) => startsIn(zone, campaign) };
  const now = ports.now();
  const moment = { now, cancelled };
  let why: string | undefined;
  const saved = await ports.people.change(person.id, (current) => {
    why = undefined;
    if (isEnrolled(campaign, current, channel)) return undefined;
    why = isMeant(campaign.who, current) ? whyNotEnrolled(current, channel, start, moment) : 'no-longer-wanted';
    if (why !== undefined || !current.profile) return undefined;
    const firstDueAt = startsIn(homeZone(current.profile), campaign);
    const run = enroll(current, { id, seriesId, version, channel, campaignId, firstDueAt }, book, now);
    const joined = withRun(current, run, book, moment);
    if (!isFull(joined)) return joined;
    why = 'too-many-runs';
    return undefined;
  });
  if (!saved) return 'gone';
  // Before the campaign has started everywhere, what speaks against somebody may pass.
  const final = hasStartedEverywhere(campaign, campaign.sweptAt ?? 0);
  if (final && why !== undefined && why !== 'no-channel')
    await ports.ledger.mergeDelivery(skippedRecord(campaign, saved, channel, id, book, why, now));
  return why;
}

/** No step is skipped silently: the person's history says why this campaign passed them by. */
function skippedRecord(
  campaign: Campaign,
  person: Subscriber,
  channel: ChannelName,
  target: string,
  book: Book,
  why: string,
  at: Instant,
): Delivery {
  const { seriesId, version, id: campaignId } = campaign;
  const first = person.profile && pathFor(book.version(seriesId, version), person.profile).steps[0]?.step;
  const stepId = first ?? 'enrolling';
  const id = deliveryId(target, stepId);
  const facts = factOn(person.rev, 'skipped', at, why);
  return {
    subscriber: person.id,
    id,
    target,
    stepId,
    channel,
    marketing: true,
    at,
    seriesId,
    version,
    campaignId,
    facts,
  };
}

/**
 * Over when the last step's day has passed by more than any pause of the service's own lasts. How many people it reached
 * is counted then, from a checkpoint: what nobody got is no success, whoever was enrolled.
 */
async function finish(ports: SweepPorts, campaign: Campaign, until: Instant): Promise<void> {
  const version = await ports.series.version(campaign.seriesId, campaign.version);
  if (!version) return;
  // A visit asked for on the last day rests the series so long; after that no step is expected any more.
  if (ports.now() < startsIn('UTC', campaign) + lastDayOf(version) * day + bookingRests) return;
  let open: Campaign | undefined = campaign;
  while (open?.status === 'running' && ports.now() < until) open = await countReached(ports, open);
}

async function countReached(
  ports: SweepPorts,
  { id, reached = { people: 0 } }: Campaign,
): Promise<Campaign | undefined> {
  const page = await ports.people.page(pageSize, reached.cursor);
  const people = reached.people + page.subscribers.filter((person) => wasReachedBy(id, person)).length;
  return revise(ports.campaigns, id, (current) => {
    if (current.status !== 'running' || current.reached?.cursor !== reached.cursor) return undefined;
    return page.next === undefined
      ? { ...current, status: 'finished', reached: { people } }
      : { ...current, reached: { people, cursor: page.next } };
  });
}
