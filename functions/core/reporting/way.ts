import type { Instant } from '../base/time';
import type { Enrollment, Subscriber } from '../person/subscriber';
import { type Delivery, deliveryId, type Facts, type Outcome, outcomeOf } from '../sending/delivery';
import { type Book, datesToCome, wholePathFor } from '../series/enrollment';
import { reasonOf } from './report';

/**
 * What became of a step, or will: `behind` is done without a record, `planned` has a moment, `waiting` has none yet
 * because something before it rests, and `not-coming` never will.
 */
export type StepState = Outcome | 'behind' | 'planned' | 'waiting' | 'not-coming';

export interface WayStep {
  stepId: string;
  day?: number;
  state: StepState;
  at?: Instant;
  reason?: string;
  messageId?: string;
  facts: Facts;
}

/** A run from its first step to its last: those behind the person as they came, then the rest of the path. */
export function wayOf(
  person: Subscriber,
  run: Enrollment,
  book: Book,
  known: ReadonlyMap<string, Delivery>,
  now: Instant,
): { path: string; steps: WayStep[] } {
  const version = book.version(run.seriesId, run.version);
  const path = person.profile ? wholePathFor(version, person.profile) : version.paths.at(-1);
  const onPath = path?.steps ?? [];
  const ids = new Set([...run.completedSteps, ...onPath.map(({ step }) => step)]);
  const reached = run.status === 'active' && person.channels[run.channel]?.status === 'active';
  const dates = new Map(reached ? datesToCome(person, run, book, now).map(({ stepId, at }) => [stepId, at]) : []);
  const steps = [...ids].map((stepId): WayStep => {
    const day = onPath.find(({ step }) => step === stepId)?.day;
    const delivery = known.get(deliveryId(run.id, stepId));
    const base = { stepId, ...(day === undefined ? {} : { day }), facts: {} };
    const waitsAgain = run.stepId === stepId && run.phase === 'waiting' && reached;
    if (delivery && !waitsAgain) return { ...base, ...recorded(delivery) };
    if (run.completedSteps.includes(stepId)) return { ...base, state: 'behind' };
    const at = dates.get(stepId);
    if (run.phase === 'waiting' && at !== undefined) return { ...base, state: 'planned', at };
    if (reached || run.status === 'paused') return { ...base, state: 'waiting' };
    return { ...base, state: 'not-coming' };
  });
  return { path: path?.name ?? '', steps };
}

function recorded(delivery: Delivery): Omit<WayStep, 'stepId'> {
  const { facts, id } = delivery;
  const reason = reasonOf(delivery);
  return {
    state: outcomeOf(delivery),
    at: facts.accepted?.at ?? delivery.at,
    messageId: id,
    facts,
    ...(reason ? { reason } : {}),
  };
}
