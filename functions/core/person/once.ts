import { type ChannelName, channelNames } from '../base/channel';
import type { Instant } from '../base/time';
import type { Enrollment, Subscriber } from './subscriber';

/*
 * A tip comes once (docs/adr/0030). Whoever can be reached on several channels has a run on each, of which one sends: the
 * best by the person's choice, as long as it goes. The others rest beside it, and go on from where it was when it ends.
 */

type Told = Pick<Subscriber, 'tipsBy' | 'channels' | 'enrollments'>;
type Known = Pick<Enrollment, 'id' | 'seriesId' | 'channel' | 'campaignId'>;

/** Runs of the same series, or of the same campaign, on other channels; none for somebody who wants each tip on both. */
export const twinsOf = ({ tipsBy, enrollments }: Told, run: Known): Enrollment[] =>
  tipsBy === 'both'
    ? []
    : enrollments.filter(
        (one) =>
          one.id !== run.id &&
          one.channel !== run.channel &&
          one.seriesId === run.seriesId &&
          one.campaignId === run.campaignId,
      );

const goes = ({ status }: Enrollment): boolean => status === 'active' || status === 'paused';
const rankOf = ({ tipsBy }: Told, channel: ChannelName): number =>
  channel === tipsBy ? -1 : channelNames.indexOf(channel);

/** Whether another run sends in this one's place, or may just have sent: nothing of it is due meanwhile. */
export const isResting = (person: Told, run: Enrollment): boolean =>
  run.phase === 'waiting' &&
  twinsOf(person, run).some(
    (twin) =>
      twin.phase !== 'waiting' ||
      (goes(twin) &&
        person.channels[twin.channel]?.status === 'active' &&
        rankOf(person, twin.channel) < rankOf(person, run.channel)),
  );

/** The run that sends for this one, which may be itself. */
export const carrierOf = (person: Told, run: Enrollment): Enrollment =>
  (isResting(person, run) && twinsOf(person, run).find((twin) => goes(twin) && !isResting(person, twin))) || run;

/** Steps that the person has behind them, on whichever channel they came. */
export const behindOf = (person: Told, run: Known & Pick<Enrollment, 'completedSteps'>): string[] => [
  ...new Set([...run.completedSteps, ...twinsOf(person, run).flatMap((twin) => twin.completedSteps)]),
];

/** When the last step came, on whichever channel. */
export function lastCameAt(person: Told, run: Known & Pick<Enrollment, 'lastSentAt'>): Instant | undefined {
  const moments = [run, ...twinsOf(person, run)].flatMap(({ lastSentAt }) => lastSentAt ?? []);
  return moments.length > 0 ? Math.max(...moments) : undefined;
}

/** The person with each run knowing by itself what its twins know, before a channel goes or each tip comes on both. */
export const carried = (person: Subscriber): Subscriber => ({
  ...person,
  enrollments: person.enrollments.map((run) => ({ ...run, completedSteps: behindOf(person, run) })),
});

/**
 * Runs that rested before and do so no longer: the planner finds their next step and its day anew, so none is late for
 * the time in which another sent. What belongs to a campaign has its day, and keeps it.
 */
export function awakened(before: Subscriber, after: Subscriber, now: Instant): Subscriber {
  const woken = (run: Enrollment): boolean => {
    const was = before.enrollments.find(({ id }) => id === run.id);
    return run.status === 'active' && was !== undefined && isResting(before, was) && !isResting(after, run);
  };
  if (!after.enrollments.some(woken)) return after;
  const replanned = ({ dueAt: _due, ...run }: Enrollment): Enrollment => ({ ...run, wakeAt: now });
  const enrollments = after.enrollments.map((run) => {
    if (!woken(run)) return run;
    return run.campaignId === undefined ? replanned(run) : { ...run, wakeAt: Math.max(run.wakeAt ?? now, now) };
  });
  return { ...after, enrollments };
}
