import { type Delivery, wasTaken } from './delivery';
import { advance, type Book } from './enrollment';
import type { Enrollment, Subscriber } from './subscriber';
import type { Instant } from './time';

const reached = (one: Delivery): boolean =>
  wasTaken(one) || Boolean(one.facts.assumed ?? one.facts.unknown ?? one.facts.held);
const behind = (one: Delivery): boolean => wasTaken(one) || Boolean(one.facts.assumed);

/** A run that has behind it whatever the ledger proves, also what a change of path in the gap brought forward. */
export function withProven(run: Enrollment, ledger: Delivery[]): Enrollment {
  const done = ledger
    .filter((one) => one.target === run.id && behind(one))
    .map(({ stepId }) => stepId)
    .filter((stepId) => stepId !== run.stepId && !run.completedSteps.includes(stepId));
  return done.length > 0 ? { ...run, completedSteps: [...run.completedSteps, ...done] } : run;
}

/**
 * Runs that began in the gap: the backup has not heard of them, but the ledger has. They go on where they were, so that
 * nobody is enrolled in the same series anew; without a confirmed channel they end.
 */
export function missingRuns(person: Subscriber, ledger: Delivery[], gap: { from: Instant }, book: Book): Enrollment[] {
  const strange = ledger.filter(
    ({ marketing, target }) => marketing && !person.enrollments.some(({ id }) => id === target),
  );
  return [...new Set(strange.map(({ target }) => target))].flatMap((id): Enrollment[] => {
    const deliveries = strange.filter(({ target }) => target === id);
    const known = deliveries.filter(reached);
    const whole = known.find(({ seriesId, version }) => seriesId !== undefined && version !== undefined);
    if (!whole || known.every(({ at }) => at < gap.from)) return [];
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
      lastSentAt: Math.max(...known.map(({ at }) => at)),
      ...(campaignId ? { campaignId } : {}),
    };
    const goesOn = person.profile && person.channels[channel]?.status === 'active';
    return [goesOn ? advance(person, run, book, run.lastSentAt!) : { ...run, status: 'stopped', reason: 'restored' }];
  });
}
