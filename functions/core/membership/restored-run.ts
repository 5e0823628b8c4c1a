import type { Instant } from '../base/time';
import type { Enrollment, Subscriber } from '../person/subscriber';
import { type Delivery, wasTaken } from '../sending/delivery';
import { recentAtMost } from '../sending/due';
import { advance, type Book } from '../series/enrollment';

const reached = (one: Delivery): boolean =>
  wasTaken(one) || Boolean(one.facts.assumed ?? one.facts.unknown ?? one.facts.held);
const behind = (one: Delivery): boolean => wasTaken(one) || Boolean(one.facts.assumed);

/** When a message left, as nearly as the ledger knows. */
export const sentAt = ({ facts, at }: Delivery): Instant => facts.accepted?.at ?? facts.delivered?.at ?? at;

/** With what left in the gap counted for the caps. */
function withSends(person: Subscriber, sent: Delivery[]): Subscriber {
  const sends = sent.map((one) => ({ at: sentAt(one), channel: one.channel }));
  const recentSends = [...person.recentSends, ...sends].sort((a, b) => a.at - b.at).slice(-recentAtMost);
  return { ...person, recentSends };
}

/**
 * The person once this run has behind it whatever the ledger proves, also what a change of path in the gap brought
 * forward: such a step is not the next one, so nothing else would ever look at it. The same object where there is none.
 */
export function withBroughtForward(person: Subscriber, run: Enrollment, ledger: Delivery[], book: Book): Subscriber {
  const early = ledger.filter(
    (one) =>
      one.target === run.id && behind(one) && one.stepId !== run.stepId && !run.completedSteps.includes(one.stepId),
  );
  if (early.length === 0) return person;
  const counted = withSends(person, early);
  const lastSentAt = Math.max(run.lastSentAt ?? 0, ...early.map(sentAt));
  const completedSteps = [...run.completedSteps, ...early.map(({ stepId }) => stepId)];
  const known: Enrollment = { ...run, completedSteps, lastSentAt };
  const waits = run.stepId !== undefined && run.phase === 'waiting' && run.status !== 'stopped';
  const next = waits && person.profile ? advance(counted, known, book, lastSentAt) : known;
  return { ...counted, enrollments: person.enrollments.map((one) => (one.id === run.id ? next : one)) };
}

/**
 * Runs that began in the gap: the backup has not heard of them, but the ledger has. They go on where they were, so that
 * nobody is enrolled in the same series anew; without a confirmed channel they end.
 */
export function withMissingRuns(
  person: Subscriber,
  ledger: Delivery[],
  gap: { from: Instant },
  book: Book,
): Subscriber {
  const strange = ledger.filter(
    ({ marketing, target }) => marketing && !person.enrollments.some(({ id }) => id === target),
  );
  return [...new Set(strange.map(({ target }) => target))].reduce((counted, id) => {
    const deliveries = strange.filter(({ target }) => target === id);
    const known = deliveries.filter(reached);
    const whole = known.find(({ seriesId, version }) => seriesId !== undefined && version !== undefined);
    if (!whole || known.every(({ at }) => at < gap.from)) return counted;
    const { seriesId = '', version = 0, channel, campaignId } = whole;
    const done = deliveries.filter((one) => behind(one) || one.facts.skipped || one.facts.blocked);
    const run: Enrollment = {
      id,
      seriesId,
      version,
      channel,
      status: 'active',
      phase: 'waiting',
      startedAt: Math.min(...deliveries.map(({ at }) => at)),
      completedSteps: [...done].sort((a, b) => a.at - b.at).map(({ stepId }) => stepId),
      lastSentAt: Math.max(...known.map(sentAt)),
      ...(campaignId ? { campaignId } : {}),
    };
    const next = withSends(counted, known);
    const goesOn = person.profile && person.channels[channel]?.status === 'active';
    const begun: Enrollment = goesOn
      ? advance(next, run, book, run.lastSentAt!)
      : { ...run, status: 'stopped', reason: 'restored' };
    return { ...next, enrollments: [...next.enrollments, begun] };
  }, person);
}
