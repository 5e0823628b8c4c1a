import type { ChannelName } from '../../functions/core/base/channel';
import { hour, type Instant, minute, second } from '../../functions/core/base/time';
import type { Guard } from '../../functions/core/person/guard';
import type { Enrollment, Subscriber } from '../../functions/core/person/subscriber';
import type { ConsentEvidence } from '../../functions/core/practice/consent';
import { type Delivery, deliveryId } from '../../functions/core/sending/delivery';
import type { HistoryEntry } from '../../functions/core/sending/journal';
import type { Outgoing, ProviderEvent } from '../../functions/core/sending/outgoing';
import { mustArrive, passesStopAll, triedFor } from '../../functions/core/sending/safety-answer';
import { pathFor } from '../../functions/core/series/enrollment';
import type { SeriesVersion } from '../../functions/core/series/series';
import { isHoliday } from '../../functions/core/time/holidays';
import { keyOf } from './ground';
import { judgeLearned } from './learned';
import type { ProviderWatcher } from './provider';
import { Identities, Rests } from './runs';
import type { Scheduler } from './scheduler';
import type { Store, StoreWatcher } from './store';
import { Violation } from './violation';
import { dateOf, wallClock } from './wall-clock';
import { Whose } from './whose';

interface Claimed {
  zones: string[];
  state: string | undefined;
  anyHour: boolean;
}

/** When the answer to an emergency is judged: its tries are over, and slow workers are done. */
export const looksAfter = triedFor + 5 * minute;

/** Who may give consent: the person's own button and the person's own text. */
const consenting = new Set(['confirm', 'text yes']);

/**
 * Knows only what the outside can know: what people were told, what was put on the wire, what the store took. It judges
 * every save, every request and every acceptance; the verdict, once the faults are over, the end. None of it asks the
 * planner.
 */
export class Oracle implements StoreWatcher, ProviderWatcher {
  readonly accepted = new Map<string, number>();
  /** On which channels a tip was accepted, whichever run brought it. */
  /** Tips of which the ledger was told, whatever became of them. */
  readonly recorded = new Set<string>();
  private readonly cameBy = new Map<string, Set<ChannelName>>();
  /** Service messages that were accepted: the ledger's id, and how they are counted. */
  private readonly answers = new Map<string, string>();
  /** How many of them were accepted before the person had them deleted. */
  private readonly deleted = new Map<string, number>();
  private readonly attempts = new Set<string>();
  private readonly claims = new Map<string, Claimed>();
  private readonly left = new Map<string, { since: Instant; told: Instant }>();
  private readonly consented = new Map<string, Instant>();
  private readonly lastStop = new Map<string, Instant>();
  private readonly paused = new Map<string, Instant>();
  private readonly lifts = new Map<string, { count: number; open: number }>();
  readonly rests = new Rests();
  readonly identities: Identities;
  private readonly born = new Map<string, Instant>();
  private readonly answered = new Map<string, Instant>();
  private readonly refused = new Set<string>();
  private readonly asks = new Map<string, Instant[]>();
  readonly told = new Map<string, Delivery[]>();
  readonly enrolled = new Map<string, Set<string>>();
  /** How many of a campaign have had their data deleted, maybe before their page was counted. */
  readonly forgotten = new Map<string, number>();
  readonly whose: Whose;
  readonly texts = { marketing: 0, service: 0 };

  constructor(
    private readonly clock: () => Scheduler,
    private readonly version: (seriesId: string, version: number) => SeriesVersion,
    readonly person: (id: string) => Subscriber | undefined,
    private readonly practiceState: string,
    evidenceOf: (id: string) => readonly ConsentEvidence[],
    private readonly isLinked: (id: string) => boolean,
  ) {
    this.whose = new Whose(person, evidenceOf);
    this.identities = new Identities(version, person);
  }

  get now(): Instant {
    return this.clock().now;
  }

  // What people and staff are told.

  /** Returns what to call once the answer "you are unsubscribed" has been given. */
  leaving(address: string): () => void {
    const since = this.now;
    return () => {
      const known = this.left.get(address);
      if (!known || known.since <= since) this.left.set(address, { since, told: this.now });
    };
  }

  saidStop(phone: string): void {
    this.lastStop.set(phone, this.now);
  }

  /**
   * A pause of everything (`*`) or of one series; call the answer's moment. It counts unless somebody was opening again
   * at the same time: then it is between those two members of staff who came last.
   */
  pausing(what: string): () => void {
    const before = this.lifts.get(what) ?? { count: 0, open: 0 };
    const { count } = before;
    return () => {
      const after = this.lifts.get(what) ?? before;
      if (before.open === 0 && after.count === count) this.paused.set(what, this.now);
    };
  }

  /** From now on a pause no longer counts; call the end of the request that lifts it. */
  lifting(what: string): () => void {
    const known = this.lifts.get(what) ?? { count: 0, open: 0 };
    this.lifts.set(what, { count: known.count + 1, open: known.open + 1 });
    this.paused.delete(what);
    return () => {
      const now = this.lifts.get(what)!;
      this.lifts.set(what, { ...now, open: now.open - 1 });
    };
  }

  // What happens.

  saved(before: Subscriber | undefined, after: Subscriber, by: string): void {
    this.clock().tell(() => `  ${by} saves ${after.id}: ${lines(after)}`);
    this.whose.saved(before, after);
    for (const name of ['email', 'sms'] as const) {
      const was = before?.channels[name];
      const is = after.channels[name];
      if (is?.status === 'suppressed' && was?.status !== 'suppressed') this.ends(is.address, by, after.id);
      if (is?.status !== 'active' || after.kind === 'desk') continue;
      if (is.consent?.ref !== was?.consent?.ref && consenting.has(by)) this.consented.set(is.address, this.now);
      if (was?.status === 'active') continue;
      if (!consenting.has(by))
        throw new Violation('suppression cleared', `${name} of ${after.id} made active by ${by}`);
    }
    this.rests.saved(after, by, this.now);
    this.identities.saved(before, after);
    judgeLearned(before, after, by);
    // A question is as old as its sign-up: a process that hung between counting and putting it made it no younger.
    for (const { id, dueAt } of after.notices) if (!this.born.has(id)) this.born.set(id, Math.min(this.now, dueAt));
    if (by === 'sweep') for (const run of after.enrollments) if (run.campaignId) this.enrolls(run.campaignId, run.id);
    for (const was of before?.enrollments ?? []) {
      const is = after.enrollments.find((run) => run.id === was.id);
      // Only the person's own wish takes a run with its channel.
      if (!is && by === 'delete data') {
        this.forgets(was);
        this.identities.erased(was, after.id);
        continue;
      }
      if (!is && this.identities.mayGo(was, after, this.now)) {
        this.forgets(was);
        continue;
      }
      if (!is) throw new Violation('run lost', `${was.id} of ${after.id}`);
      if (is === was) continue;
      if (
        was.completedSteps.some((step, i) => is.completedSteps[i] !== step) ||
        new Set(is.completedSteps).size !== is.completedSteps.length
      )
        throw new Violation('cursor went back', `${was.id}: ${was.completedSteps} became ${is.completedSteps}`);
      if (is.attempt && is.attempt.claimId !== was.attempt?.claimId) this.claimed(after, was, is);
    }
  }

  private enrolls(campaign: string, run: string): void {
    const known = this.enrolled.get(campaign) ?? new Set<string>();
    this.enrolled.set(campaign, known.add(run));
  }

  /** A suppression goes only when what it stands for has ended: the person's channel is newer. */
  guarded(before: Guard | undefined, after: Guard, by: string): void {
    if (after.asked.length === 0 && consenting.has(by)) this.answered.set(after.key, this.now);
    const { suppressed } = after;
    if (suppressed && suppressed.reason !== before?.suppressed?.reason) {
      const about = aboutOf(by);
      if (about !== undefined && keyOf(about) !== after.key)
        throw new Violation('another address suppressed', `${after.key} by a report about ${about}`);
    }
    if (!before?.suppressed || suppressed) return;
    const owner = after.owner === undefined ? undefined : this.person(after.owner);
    const reached = owner?.channels[after.channel];
    if (
      reached &&
      keyOf(reached.address) === after.key &&
      reached.status !== 'active' &&
      reached.since <= before.suppressed.at
    )
      throw new Violation('suppression cleared', `the guard of ${owner?.id}, who is ${reached.status}`);
  }

  /** Only a report about an address ends it, whoever owns it by then. */
  private ends(address: string, by: string, id: string): void {
    const about = aboutOf(by);
    const known = by === 'send' ? this.refused.has(address) : about === undefined || about === address;
    if (!known) throw new Violation('another address suppressed', `${address} of ${id} by ${by}`);
  }

  optsOut({ to }: Outgoing): void {
    this.refused.add(to);
  }

  /** A report has been read to its end: its address is closed, but for consent that is newer. */
  settled({ kind, lasting, recipient = '', channel, at }: ProviderEvent, store: Store): void {
    if (kind !== 'complained' && !(lasting && (kind === 'bounced' || kind === 'failed'))) return;
    if (store.guards.get(keyOf(recipient))?.suppressed) return;
    const newer = [...store.people.values()].some(({ channels }) => {
      const reached = channels[channel];
      return reached?.address === recipient && reached.status === 'active' && reached.since > at;
    });
    if (!newer) throw new Violation('reported address open', `${recipient}, ${kind}`);
  }

  private claimed(person: Subscriber, was: Enrollment, is: Enrollment): void {
    if (was.phase !== 'waiting') throw new Violation('claimed twice', `${is.id} was ${was.phase}`);
    const { profile } = person;
    if (!profile || person.channels[is.channel]?.status !== 'active')
      throw new Violation('claimed without consent', `${is.id} on ${is.channel}`);
    const version = this.version(is.seriesId, is.version);
    const isUnfit = profile.firstName === '' || (profile.safety === 'structural' && !profile.seen);
    if (isUnfit && version.steps[is.stepId ?? '']?.exercises)
      throw new Violation('exercises unasked', `${is.stepId} to ${person.id}, who answered nothing or no doctor saw`);
    const next = pathFor(version, profile).steps.find(({ step }) => !is.completedSteps.includes(step))?.step;
    if (next !== is.stepId)
      throw new Violation(
        'out of order',
        `${is.id} claims ${is.stepId}, its path says ${next} after ${is.completedSteps}`,
      );
    const { zones, state } = profile;
    this.claims.set(is.attempt!.claimId, {
      zones,
      state,
      anyHour: version.steps[next!]!.anyHour && is.channel === 'email',
    });
  }

  starts(message: Outgoing): void {
    const { tags, channel } = message;
    if (this.attempts.has(tags.attempt)) throw new Violation('two requests of one attempt', tags.attempt);
    this.attempts.add(tags.attempt);
    this.whose.starts(message);
    if (this.paused.has('**')) throw new Violation('sent after stop-everything', `${tags.step} to ${tags.subscriber}`);
    if (this.paused.has('*') && !passesStopAll({ kind: tags.step }))
      throw new Violation('sent after kill', `${tags.step} to ${tags.subscriber}`);
    if (message.stream !== 'marketing') {
      this.texts.service += 1;
      return;
    }
    this.texts.marketing += 1;
    if (message.channel === 'sms' && message.linked && this.person(tags.subscriber) && !this.isLinked(tags.subscriber))
      throw new Violation('a link that leads nowhere', `${tags.step} to ${tags.subscriber}`);
    const left = this.left.get(message.to);
    if (left && (this.consented.get(message.to) ?? -Infinity) < left.since)
      throw new Violation(
        'sent after goodbye',
        `${tags.step} to ${tags.subscriber} ${this.now - left.told} ms after the answer`,
      );
    const person = this.person(tags.subscriber);
    const run = person?.enrollments.find(({ id }) => id === tags.target);
    if (run && person?.tipsBy !== 'both')
      for (const one of this.cameBy.get(tipOf(message, run)) ?? [])
        if (one !== channel)
          throw new Violation('a tip came twice', `${tags.step} to ${tags.subscriber}, by ${one} too`);
    if (run && this.paused.has(run.seriesId))
      throw new Violation('sent after pause', `${tags.step} of ${run.seriesId}`);
    if (run?.campaignId && this.paused.has(run.campaignId))
      throw new Violation('sent after pause', `${tags.step} of ${run.campaignId}`);
    this.rests.starts(message, this.now);
    const claim = this.claims.get(tags.attempt);
    if (claim) this.inWindow(message, claim, channel);
  }

  /** Counted on the recipient's own clock, zone by zone, by another road than the planner's. */
  private inWindow(message: Outgoing, { zones, state, anyHour }: Claimed, channel: ChannelName): void {
    if (anyHour) return;
    for (const zone of zones) {
      const local = wallClock(zone, this.now);
      const where = () => `${message.tags.step} by ${channel} at ${dateOf(local)} ${local.minutes / 60} h in ${zone}`;
      if (channel === 'email') {
        if (local.minutes < 8 * 60 || local.minutes >= 20 * 60) throw new Violation('outside the window', where());
        continue;
      }
      if (local.weekday > 5 || local.minutes < 10 * 60 || local.minutes >= 18 * 60)
        throw new Violation('outside the window', where());
      if (isHoliday(dateOf(local), state ?? this.practiceState)) throw new Violation('on a holiday', where());
      const expires = message.channel === 'sms' ? this.now + message.timeToLive * second : this.now;
      const end = wallClock(zone, expires);
      if (end.day !== local.day || end.minutes > 18 * 60)
        throw new Violation('text outlives the window', `${where()}, until ${end.minutes / 60} h`);
    }
  }

  accepts({ tags, to, stream }: Outgoing): void {
    const key = `${tags.subscriber}|${tags.target}|${tags.step}`;
    const count = (this.accepted.get(key) ?? 0) + 1;
    this.accepted.set(key, count);
    const run = this.person(tags.subscriber)?.enrollments.find(({ id }) => id === tags.target);
    if (run) {
      const tip = tipOf({ tags }, run);
      this.cameBy.set(tip, (this.cameBy.get(tip) ?? new Set<ChannelName>()).add(run.channel));
    }
    if (stream === 'transactional') this.answers.set(deliveryId(tags.target, tags.step), key);
    // A second "call 911" does no harm.
    if (count - (this.deleted.get(key) ?? 0) > 1 && !mustArrive({ kind: tags.step }))
      throw new Violation('accepted twice', `${tags.step} (${stream}) of ${tags.target} to ${tags.subscriber}`);
    if (tags.step === 'sms-stop') {
      const since = this.lastStop.get(to);
      if (since !== undefined && (this.left.get(to)?.since ?? -1) <= since)
        this.left.set(to, { since, told: this.now });
    }
    if (tags.step === 'confirm-email' || tags.step === 'confirm-sms') this.asked(to, tags.target);
  }

  /**
   * Half an hour after somebody told us of an emergency, the provider has taken the answer or staff see it in red. `seen`
   * is what staff are shown.
   */
  answersOrShows(kind: string, subscriber: string, target: string, seen: { red: boolean; state: string }): void {
    if (this.accepted.has(`${subscriber}|${target}|${kind}`) || seen.red) return;
    throw new Violation(
      'emergency unanswered',
      `${kind} to ${subscriber} is shown as ${seen.state}, and never went out`,
    );
  }

  /** No inbox is flooded: one confirmation per address and day until one is answered, counted by when it was asked for. */
  private asked(address: string, notice: string): void {
    const at = this.born.get(notice) ?? this.now;
    const answered = this.answered.get(keyOf(address)) ?? -Infinity;
    const others = (this.asks.get(address) ?? []).filter((other) => other > answered);
    if (others.some((other) => Math.abs(other - at) < 20 * hour))
      throw new Violation('asked twice', `${notice} within a day`);
    this.asks.set(address, [...others, at]);
  }

  removed({ enrollments }: Subscriber): void {
    for (const run of enrollments) this.forgets(run);
  }

  private forgets({ campaignId }: Enrollment): void {
    if (campaignId) this.forgotten.set(campaignId, (this.forgotten.get(campaignId) ?? 0) + 1);
  }

  happened(entry: HistoryEntry): void {
    this.whose.happened(entry);
  }

  merged(_record: Delivery, told: Delivery): void {
    const { subscriber, stepId } = told;
    // A report that was quicker than the worker knows no series.
    const run = this.person(subscriber)?.enrollments.find(({ id }) => id === told.target) ?? told;
    const { seriesId, campaignId } = run;
    if (seriesId)
      this.recorded.add(
        tipOf({ tags: { subscriber, step: stepId } }, { seriesId, ...(campaignId ? { campaignId } : {}) }),
      );
    this.identities.told(told);
    this.clock().tell(
      () =>
        `  ledger of ${told.subscriber}: ${told.stepId} of ${told.target} ${Object.entries(told.facts).map(([name, fact]) => `${name} (${fact?.note})`)}`,
    );
    const known = this.told.get(told.id);
    if (known) known.push(told);
    else this.told.set(told.id, [told]);
  }

  /** A person's ledger was erased; later entries start a new one. */
  erased(ids: Iterable<string>): void {
    for (const id of ids) {
      this.told.delete(id);
      // Who has their messages deleted and then asks for the same visit again is answered again.
      const key = this.answers.get(id);
      if (key !== undefined) this.deleted.set(key, this.accepted.get(key) ?? 0);
    }
  }
}

/** A step of a series, or of a campaign, for one person, on whichever channel. */
export const tipOf = (
  { tags }: { tags: Pick<Outgoing['tags'], 'subscriber' | 'step'> },
  { seriesId, campaignId = '' }: Pick<Enrollment, 'seriesId' | 'campaignId'>,
): string => [tags.subscriber, seriesId, campaignId, tags.step].join('|');

/** The address that the report of this task is about. */
const aboutOf = (by: string): string | undefined => /^event \S+ (\S+)$/.exec(by)?.[1];

/** A person in one line, for the story of a failure. */
const lines = ({ rev, channels, enrollments, notices }: Subscriber): string =>
  [
    `rev ${rev}`,
    ...Object.entries(channels).map(([name, { status, asked }]) => `${name} ${status}${asked ? ' asked' : ''}`),
    ...enrollments.map(
      (run) =>
        `${run.id.slice(-4)} ${run.channel} ${run.stepId ?? '-'} ${run.phase} ${run.status} [${run.completedSteps}]`,
    ),
    ...notices.map((notice) => `${notice.kind} ${notice.phase}`),
  ].join(', ');
