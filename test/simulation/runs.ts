import { day, type Instant, second } from '../../functions/core/base/time';
import type { Enrollment, Subscriber } from '../../functions/core/person/subscriber';
import type { Delivery } from '../../functions/core/sending/delivery';
import { drainMargin, startWithin } from '../../functions/core/sending/due';
import type { Outgoing } from '../../functions/core/sending/outgoing';
import type { SeriesVersion } from '../../functions/core/series/series';
import { Violation } from './violation';

export type Rest = 'visit' | 'break';

/** What a person asked for holds for every run, whenever it began: judged by person, never by run. */
export class Rests {
  private readonly known = new Map<string, { from: Instant; until: Instant }>();

  /** The person was told that they rest until then; a request under way has its bound. */
  begins(person: string, rest: Rest, now: Instant, until: Instant, underWay: boolean): void {
    const from = now + (underWay ? startWithin + drainMargin : 0);
    // Every machine has a clock of its own.
    this.known.set(`${person} ${rest}`, { from, until: until - 10 * second });
  }

  ends(person: string, rest: Rest): void {
    this.known.delete(`${person} ${rest}`);
  }

  /** A rest ends, or its end moves, with this save and not with the answer to it. */
  saved({ id, visitUntil, pausedUntil }: Subscriber, by: string, now: Instant): void {
    if (by === 'resume' && pausedUntil === undefined) this.ends(id, 'break');
    if (by !== 'edit-booking') return;
    const before = this.known.get(`${id} visit`);
    if (visitUntil === undefined) this.ends(id, 'visit');
    else if (before && visitUntil - 10 * second !== before.until)
      this.begins(id, 'visit', now, visitUntil, now < before.from);
  }

  starts({ tags }: Outgoing, now: Instant): void {
    for (const rest of ['visit', 'break'] as const) {
      const known = this.known.get(`${tags.subscriber} ${rest}`);
      if (known && now > known.from && now < known.until)
        throw new Violation('sent while resting', `${tags.step} of ${tags.target} to ${tags.subscriber} (${rest})`);
    }
  }
}

/** Which runs may exist: no person gets one campaign twice, and no person is left out of one because of another. */
export class Identities {
  private readonly begun = new Map<string, string>();
  /** When a campaign starts in that zone; set once staff plan campaigns. */
  startsAt: (campaign: string, zone: string) => Instant = () => Infinity;
  /** Whether a campaign is cancelled by any copy of the controls; staff tell it, too. */
  isCancelled: (campaign: string) => boolean = () => false;

  constructor(
    private readonly version: (seriesId: string, version: number) => SeriesVersion,
    private readonly person: (id: string) => Subscriber | undefined,
  ) {}

  saved(before: Subscriber | undefined, after: Subscriber): void {
    for (const run of after.enrollments) {
      const { id, campaignId, channel } = run;
      if (campaignId === undefined || before?.enrollments.some((one) => one.id === id)) continue;
      const key = `${campaignId} ${after.id} ${channel}`;
      const other = this.begun.get(key);
      if (other !== undefined) throw new Violation('one campaign twice', `${id} beside ${other} of ${after.id}`);
      this.begun.set(key, id);
    }
  }

  /** Erased with its channel's data, so that no trace of it is left. */
  erased({ campaignId, channel }: Enrollment, person: string): void {
    this.begun.delete(`${campaignId} ${person} ${channel}`);
  }

  /** What leaves an item: a drip for its successor, once over or cancelled, and a broadcast two months after its day. */
  mayGo(was: Enrollment, after: Subscriber, now: Instant): boolean {
    const isSpent = was.campaignId !== undefined && this.isCancelled(was.campaignId) && !was.attempt;
    if (was.status !== 'finished' && was.status !== 'stopped' && !isSpent) return false;
    if (this.version(was.seriesId, was.version).kind === 'broadcast') return now > was.startedAt + 60 * day;
    return after.enrollments.some((run) => run.seriesId === was.seriesId && run.channel === was.channel);
  }

  /** A person shown as having had a run has had it, or has it now. */
  told({ subscriber, campaignId, seriesId, version, channel, facts }: Delivery): void {
    if (facts.skipped?.note !== 'already-in-series' || campaignId === undefined) return;
    const person = this.person(subscriber);
    if (!person || seriesId === undefined || version === undefined) return;
    const isBroadcast = this.version(seriesId, version).kind === 'broadcast';
    const start = this.startsAt(campaignId, person.profile?.zones[0] ?? 'UTC');
    // A run that was under way when the sweep looked may be stopped by a goodbye before it is written down.
    const counts = (run: Enrollment): boolean =>
      run.lastSentAt !== undefined || isUnderWay(run) || run.status === 'stopped' || run.startedAt >= start;
    const has = person.enrollments.some(
      (run) =>
        run.channel === channel &&
        (isBroadcast ? run.campaignId === campaignId : run.seriesId === seriesId && counts(run)),
    );
    if (!has) throw new Violation('left out', `${subscriber} of ${campaignId}, ${seriesId} by ${channel}`);
  }
}

const isUnderWay = ({ status, phase }: Enrollment): boolean =>
  status === 'active' || status === 'paused' || phase !== 'waiting';
