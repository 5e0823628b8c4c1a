import type { Instant } from '../base/time';
import type { Subscriber } from '../person/subscriber';
import type { Book } from '../series/enrollment';
import { findTarget } from './attempt';
import { type Delivery, deliveryId, type FactName, factOn } from './delivery';
import type { Plan } from './plan';

/** What a transition adds to the ledger, and why; undefined for one that staff need not read of. */
export function factOf(decided: Plan, silence: 'no-event' | 'no-reports' = 'no-event'): [FactName, string] | undefined {
  if (decided.do === 'skip') return ['skipped', decided.reason];
  if (decided.do === 'stop') return ['stopped', decided.reason];
  if (decided.do === 'to-unknown') return ['unknown', 'no-answer'];
  if (decided.do !== 'resolve') return undefined;
  if (decided.as === 'assume') return ['assumed', silence];
  return decided.as === 'hold' ? ['held', silence] : undefined;
}

/** What is known of the request that a fact is about. */
export type Sent = Pick<Delivery, 'to' | 'disclaimer'>;

/** The ledger's record of this step for this person, with one new fact. */
export function record(
  person: Subscriber,
  target: string,
  book: Book,
  fact: FactName,
  at: Instant,
  note: string,
  sent: Sent = {},
): Delivery {
  const found = findTarget(person, target);
  const base = { subscriber: person.id, target, at, ...sent, facts: factOn(person.rev, fact, at, note) };
  if (found?.at !== 'enrollment') {
    const stepId = found?.is.kind ?? 'notice';
    return { ...base, id: deliveryId(target, stepId), stepId, channel: found?.is.channel ?? 'email', marketing: false };
  }
  const { seriesId, version, channel, campaignId, stepId = 'none' } = found.is;
  const segment = person.profile && book.version(seriesId, version).paths.length > 1 ? segmentOf(person) : undefined;
  return {
    ...base,
    id: deliveryId(target, stepId),
    stepId,
    channel,
    marketing: true,
    seriesId,
    version,
    ...(campaignId ? { campaignId } : {}),
    ...(segment ? { segment } : {}),
  };
}

/** Coarse audience for the reports. */
function segmentOf({ profile }: Subscriber): string {
  if (!profile) return 'unknown';
  if (profile.pain === 'structural') return profile.seen ? 'structural-seen' : 'structural';
  return profile.experience === 'new' ? 'new-runner' : profile.crossTraining ? 'regular' : 'running-only';
}
