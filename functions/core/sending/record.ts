import type { Instant } from '../base/time';
import { type Delivery, deliveryId, type FactName, factOn } from './delivery';
import type { Plan } from './plan';
import { isRun, stepIdOf, type Turn } from './sendable';

/** What a transition adds to the ledger, and why; undefined for one that staff need not read of. */
export function factOf(decided: Plan, silence: 'no-event' | 'no-reports' = 'no-event'): [FactName, string] | undefined {
  if (decided.do === 'skip') return ['skipped', decided.reason];
  if (decided.do === 'stop') return ['stopped', decided.reason];
  if (decided.do === 'to-unknown') return ['unknown', 'no-answer'];
  if (decided.do !== 'resolve') return undefined;
  if (decided.as === 'assume') return ['assumed', silence];
  return decided.as === 'hold' ? ['held', silence] : undefined;
}

/** What was sent, and where to, as the ledger writes it down. */
export const sentTo = ({ to, disclaimer }: Pick<Turn, 'to' | 'disclaimer'>): Pick<Delivery, 'to' | 'disclaimer'> => ({
  ...(to === undefined ? {} : { to }),
  ...(disclaimer === undefined ? {} : { disclaimer }),
});

/** The ledger's record of this message for this person, with one new fact. */
export function record(
  turn: Pick<Turn, 'person' | 'sendable' | 'to' | 'disclaimer'>,
  fact: FactName,
  at: Instant,
  note: string,
): Delivery {
  const { person, sendable } = turn;
  const { id: target, channel } = sendable;
  const stepId = stepIdOf(sendable) ?? 'none';
  const common = {
    subscriber: person.id,
    id: deliveryId(target, stepId),
    target,
    stepId,
    channel,
    at,
    ...sentTo(turn),
  };
  const facts = factOn(person.rev, fact, at, note);
  if (!isRun(sendable)) return { ...common, marketing: false, facts };
  const { seriesId, version, campaignId } = sendable;
  return { ...common, marketing: true, seriesId, version, ...(campaignId ? { campaignId } : {}), facts };
}
