import { isDeepStrictEqual } from 'node:util';
import { derivedId } from '../../functions/core/base/id';
import { hour } from '../../functions/core/base/time';
import { type Campaign, startsIn } from '../../functions/core/campaigns/campaign';
import type { Enrollment, Subscriber } from '../../functions/core/person/subscriber';
import { type Delivery, mergeDelivery, outcomeOf } from '../../functions/core/sending/delivery';
import { type Oracle, tipOf } from './oracle';
import { Violation } from './violation';

const most = hour / 2;
/** No campaign starts anywhere before it starts there. */
const easternmost = 'Pacific/Guam';

/** Whether this run is to wait while another brings each tip once: by the person's words, and not by the planner's. */
function restsBeside({ tipsBy = 'email', channels, enrollments }: Subscriber, run: Enrollment): boolean {
  if (tipsBy === 'both') return false;
  const others = enrollments.filter(
    (one) => one.channel !== run.channel && one.seriesId === run.seriesId && one.campaignId === run.campaignId,
  );
  return others.some(
    ({ channel, status, attempt }) =>
      attempt !== undefined ||
      (channel === tipsBy && ['active', 'paused'].includes(status) && channels[channel]?.status === 'active'),
  );
}

/** What must be true in the end, by all that the oracle was told on the way. */
export class Verdict {
  constructor(private readonly known: Oracle) {}

  /** A campaign that has started has counted right, and has left out nobody of its audience without a reason. */
  nobodyPassedBy(
    campaigns: Iterable<Campaign>,
    people: readonly Subscriber[],
    deliveries: Map<string, Map<string, Delivery>>,
  ): void {
    for (const campaign of campaigns) {
      const { id, status, sweep, again } = campaign;
      if (status === 'cancelled' || status === 'draft') continue;
      if (!sweep?.done || again) throw new Violation('stuck', `the sweep of ${id}, which is ${status}`);
      const enrolled = this.known.enrolled.get(id)?.size ?? 0;
      const forgotten = this.known.forgotten.get(id) ?? 0;
      if (sweep.enrolled > enrolled || sweep.enrolled < enrolled - forgotten)
        throw new Violation('sums differ', `${id} shows ${sweep.enrolled} enrolled, ${enrolled} were`);
      const started = startsIn(easternmost, campaign);
      for (const person of people) {
        for (const channel of campaign.channels) {
          const reached = person.channels[channel];
          if (person.kind !== 'runner' || reached?.status !== 'active' || reached.since > started) continue;
          const target = derivedId('enr', id, person.id, channel);
          const told = [...(deliveries.get(person.id)?.values() ?? [])].some((record) => record.target === target);
          // A run that its own successor has replaced was one, too.
          if (
            !told &&
            !this.known.enrolled.get(id)?.has(target) &&
            !person.enrollments.some((run) => run.id === target)
          )
            throw new Violation('passed by', `${id} has neither a run nor a reason for ${person.id} on ${channel}`);
        }
      }
    }
  }

  /** The reports on a message give the same record in any order, any number of times. */
  mergesAgree(stored: Iterable<Map<string, Delivery>>): void {
    for (const of of stored) {
      for (const [id, record] of of) {
        const told = this.known.told.get(id) ?? [];
        if (told.length < 2) continue;
        // Backwards, and the first of them once more: order, grouping and repetition in one go.
        const again = mergeDelivery(told.reduceRight(mergeDelivery), told[0]!);
        if (!isDeepStrictEqual(again, record)) {
          const [one, other] = [JSON.stringify(again), JSON.stringify(record)];
          throw new Violation('merge depends on order', `${id}: ${one} is not ${other}`);
        }
      }
    }
  }

  /** After the quiet: nothing is stuck, nothing is lost silently, and the sums agree. */
  settled(
    people: Iterable<Subscriber>,
    deliveries: Map<string, Map<string, Delivery>>,
    allowedFor: (person: Subscriber, run: Enrollment) => number,
  ): void {
    for (const person of people) {
      const records = deliveries.get(person.id) ?? new Map<string, Delivery>();
      for (const notice of person.notices) {
        const since = notice.attempt?.claimedAt ?? notice.dueAt;
        const limit = notice.attempt ? (notice.channel === 'email' ? 26 : 74) * hour : 4 * hour;
        if (this.known.now - since > limit)
          throw new Violation(
            'stuck',
            `${notice.kind} ${notice.phase} of ${person.id} since ${new Date(since).toISOString()}`,
          );
      }
      for (const run of person.enrollments) this.runSettled(person, run, records, allowedFor);
      for (const record of records.values()) this.recordSettled(person, record);
    }
  }

  private runSettled(
    person: Subscriber,
    run: Enrollment,
    records: Map<string, Delivery>,
    allowedFor: (person: Subscriber, run: Enrollment) => number,
  ): void {
    const { attempt, phase } = run;
    const bound = run.channel === 'email' ? 26 * hour : 74 * hour;
    if (attempt && phase !== 'held' && this.known.now - attempt.claimedAt > bound + most)
      throw new Violation(
        'stuck',
        `${phase} ${run.stepId} of ${person.id} since ${new Date(attempt.claimedAt).toISOString()}`,
      );
    if (phase === 'waiting' && run.status === 'active' && !restsBeside(person, run)) {
      if (run.stepId === undefined) throw new Violation('stuck', `${run.id} is active without a step`);
      const allowed = allowedFor(person, run);
      if (allowed > 4 * hour)
        throw new Violation('stuck', `${run.stepId} of ${person.id} waited ${allowed / hour} h of allowed time`);
    }
    const outcomes = [...records.values()].filter(({ target }) => target === run.id);
    for (const step of run.completedSteps) {
      const record = outcomes.find(({ stepId }) => stepId === step);
      // What came once, by another channel, stands under the run that brought it.
      if (!record && this.known.recorded.has(tipOf({ tags: { subscriber: person.id, step } }, run))) continue;
      const outcome = record ? outcomeOf(record) : 'absent';
      // A step that staff held and the provider then proved, or that ended with the run, has its reason as well.
      if (outcome === 'absent' || outcome === 'pending' || outcome === 'unknown')
        throw new Violation('no outcome', `${step} of ${run.id} is behind ${person.id}, the ledger says ${outcome}`);
    }
    for (const record of outcomes) {
      const outcome = outcomeOf(record);
      const behind = run.completedSteps.includes(record.stepId);
      const inHand = attempt !== undefined && run.stepId === record.stepId;
      // A skip or block that somebody overtook (a STOP, another path) stays in the ledger and is thought over again.
      if ((outcome === 'sent' || outcome === 'unconfirmed') && !behind && !inHand)
        throw new Violation(
          'sums differ',
          `${record.stepId} of ${run.id} of ${person.id} is ${outcome}, but behind are ${run.completedSteps}`,
        );
    }
  }

  private recordSettled(person: Subscriber, record: Delivery): void {
    const accepted = this.known.accepted.get(`${person.id}|${record.target}|${record.stepId}`) ?? 0;
    const outcome = outcomeOf(record);
    if (
      accepted > 0 &&
      (outcome === 'skipped' || outcome === 'pending' || (outcome === 'blocked' && !record.facts.failed))
    )
      throw new Violation(
        'sent but denied',
        `${record.stepId} of ${record.target} was accepted, the ledger says ${outcome}`,
      );
    if (accepted === 0 && outcome === 'sent')
      throw new Violation('claimed as sent', `${record.stepId} of ${record.target} was never accepted`);
  }
}
