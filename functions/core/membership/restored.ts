import { derivedId } from '../base/id';
import type { Instant } from '../base/time';
import { type Campaign, isSweepDue, startsIn } from '../campaigns/campaign';
import { isResting } from '../person/once';
import type { Enrollment, Subscriber } from '../person/subscriber';
import { apply, claim, commit, stopEnrollment } from '../sending/attempt';
import { type Delivery, deliveryId, type FactName, isLaterTurn, wasTaken } from '../sending/delivery';
import { wakeOf } from '../sending/due';
import { ruleOnSilence } from '../sending/plan';
import { record } from '../sending/record';
import { type Book, restsUntil } from '../series/enrollment';
import { sentAt, withBroughtForward, withMissingRuns } from './restored-run';

/** What a restored person does not know of: everything after the backup, until no request could start any more. */
export interface Gap {
  from: Instant;
  to: Instant;
  /** The ledger was not restored: what a person set going in the gap (a pause ended by hand) would stand in it. */
  ledgerKept?: boolean;
}

export interface Settled {
  person: Subscriber;
  /** For the ledger, to be written before the person. */
  records: Delivery[];
  /** Steps the ledger proves or decided, steps taken as sent without proof, steps that wait for staff. */
  proven: number;
  assumed: number;
  held: number;
}

/** Every step of a run takes one round, and no run is longer. */
const stepsAtMost = 200;

/** The word staff read beside each step that was settled here. */
export const afterRestore = 'restored-from-backup';

/**
 * A person as a backup knew them, made fit to go on: nothing that may have gone out in the gap can go out again. What
 * the ledger knows is believed; where it is silent the step's own rule for silence decides, as it does after a crash.
 */
export function settleGap(restored: Subscriber, book: Book, gap: Gap, ledger: Delivery[], now: Instant): Settled {
  const known = new Map(ledger.map((delivery) => [delivery.id, delivery]));
  let settled: Settled = { person: restored, records: [], proven: 0, assumed: 0, held: 0 };
  settled = settleNotices(settled, gap, known, now);
  const person = withMissingRuns(settled.person, ledger, gap, book);
  settled = { ...settled, person };
  for (const { id } of person.enrollments) settled = settleRun(settled, id, gap, known, ledger, book, now);
  return settled;
}

/** Answers, confirmations and the like grow stale within a day: one that may have gone out is not sent again. */
function settleNotices(from: Settled, gap: Gap, known: Map<string, Delivery>, now: Instant): Settled {
  const { records } = from;
  let { person, proven, assumed } = from;
  for (const notice of from.person.notices) {
    const wake = wakeOf(notice);
    if (wake === undefined || (wake > gap.to && !notice.attempt)) continue;
    const told = known.get(deliveryId(notice.id, notice.kind));
    if (told && wasTaken(told)) proven += 1;
    else {
      records.push(record({ person, sendable: notice }, 'assumed', now, afterRestore));
      assumed += 1;
    }
    person = { ...person, notices: person.notices.filter(({ id }) => id !== notice.id) };
  }
  return { ...from, person, proven, assumed };
}

function settleRun(
  from: Settled,
  id: string,
  gap: Gap,
  known: Map<string, Delivery>,
  ledger: Delivery[],
  book: Book,
  now: Instant,
): Settled {
  let settled = from;
  for (let round = 0; round < stepsAtMost; round += 1) {
    const run = settled.person.enrollments.find((one) => one.id === id);
    if (!run || run.phase === 'held') return settled;
    const step = settleStep(settled, id, gap, known, book, now);
    const person = step === settled ? withBroughtForward(settled.person, run, ledger, book) : step.person;
    if (person === settled.person) return settled;
    settled = { ...step, person };
  }
  return settled;
}

/** One step of one run; the same object where there is nothing to settle. */
function settleStep(
  from: Settled,
  id: string,
  gap: Gap,
  known: Map<string, Delivery>,
  book: Book,
  now: Instant,
): Settled {
  const { person } = from;
  const run = person.enrollments.find((one) => one.id === id);
  if (!run?.stepId || !person.profile) return from;
  const told = known.get(deliveryId(id, run.stepId));
  const { facts = {} } = told ?? {};
  const counted = { ...from, proven: from.proven + 1 };
  if (told && wasTaken(told)) return { ...counted, person: passed(person, run, sentAt(told), book) };
  const unknown = facts.unknown ?? facts.held;
  const left = facts.skipped ?? facts.blocked;
  const overtaken = unknown && (facts.skipped ? isLaterTurn(unknown, facts.skipped) : left && unknown.at > left.at);
  if (left && !facts.assumed && !overtaken) {
    const skip = { do: 'skip', target: id, stepId: run.stepId, reason: 'expired' } as const;
    return { ...counted, person: apply(person, skip, book, left.at) };
  }
  if (facts.stopped && facts.stopped.at >= gap.from && run.status !== 'stopped')
    return { ...counted, person: stopEnrollment(person, id, facts.stopped.note ?? afterRestore) };
  if (run.phase === 'held' && !facts.assumed) return from;

  const at = mayHaveLeft(person, run, gap);
  if (at === undefined && !unknown && !facts.assumed) return from;
  const moment = at ?? unknown?.at ?? gap.to;
  const assumed: Settled = { ...from, person: passed(person, run, moment, book), assumed: from.assumed + 1 };
  // Staff or silence had decided already; or a later step is in question too, which no decision about this one reaches.
  if (facts.assumed) return { ...assumed, assumed: from.assumed, proven: from.proven + 1 };
  if ((!facts.held && !waitsForStaff(run, book)) || settleStep(assumed, id, gap, known, book, now) !== assumed)
    return { ...assumed, records: [...from.records, noted(person, run, 'assumed', now)] };
  const inFlight = run.attempt ? person : claimed(person, run, moment);
  return {
    ...from,
    person: apply(inFlight, { do: 'resolve', target: id, as: 'hold' }, book, now),
    records: [...from.records, noted(person, run, 'held', now)],
    held: from.held + 1,
  };
}

/** When this step could have gone out in the gap by itself; undefined when it could not. */
function mayHaveLeft(person: Subscriber, run: Enrollment, gap: Gap): Instant | undefined {
  if (run.attempt) return run.attempt.claimedAt;
  if (run.status !== 'active' && run.status !== 'paused') return undefined;
  if (gap.ledgerKept && (run.status === 'paused' || restsUntil(person) > gap.to)) return undefined;
  if (isResting(person, run)) return undefined;
  const due = run.status === 'paused' ? run.dueAt : wakeOf(run);
  return due !== undefined && due <= gap.to ? Math.max(due, gap.from) : undefined;
}

/** As after a crash; "send it again" needs other messages' reports as proof, and those are lost. */
const waitsForStaff = (run: Enrollment, book: Book): boolean => ruleOnSilence(run, book) !== 'assume';

const claimOf = ({ id, stepId }: Enrollment): string => derivedId('clm', afterRestore, id, stepId ?? '');

const claimed = (person: Subscriber, run: Enrollment, at: Instant): Subscriber =>
  claim({ person, sendable: run, claimId: claimOf(run) }, at);

/** The step is behind the person, as sent at that moment. */
function passed(person: Subscriber, run: Enrollment, at: Instant, book: Book): Subscriber {
  const { attempt: _attempt, ...unclaimed } = run;
  return commit(claimed(person, unclaimed, at), { claimId: claimOf(run), book }, at);
}

const noted = (person: Subscriber, run: Enrollment, fact: FactName, now: Instant): Delivery =>
  record({ person, sendable: run }, fact, now, afterRestore);

/** Whether a campaign could have enrolled somebody in the gap: for the first time, or in a later look at those who came since. Nothing that starts after the gap was sent in it. */
export function mayHaveEnrolled(campaign: Campaign, { to }: Gap, home: string): boolean {
  // No place in the country is ahead of Guam, so this is the earliest it could have begun.
  if (startsIn('Pacific/Guam', campaign) > to) return false;
  const { status, again } = campaign;
  if (status === 'running') return again !== undefined || isSweepDue(campaign, home, to);
  return status === 'scheduled' || status === 'enrolling';
}
