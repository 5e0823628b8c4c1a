import type { Book } from './enrollment';
import type { SeriesVersion } from './series';
import type { ChannelName, Enrollment, Subscriber } from './subscriber';
import { day, type Instant } from './time';

/**
 * What a new run is one of (docs/adr/0021). A broadcast belongs to its campaign, so the same words may be sent again by
 * another one. A drip is one run for each series and channel, and begins again only where its campaign says so.
 */
export interface Beginning {
  seriesId: string;
  kind: SeriesVersion['kind'];
  campaignId?: string | undefined;
  /** A drip may begin again so many days after its last message; absent: never. */
  restartAfterDays?: number | undefined;
}

export type NoRun = 'already-in-series' | 'preferences' | 'too-late';

/** No campaign begins a run for somebody whose item holds so many. */
const runsAtMost = 40;
/** A broadcast's run is kept this long after its day: staff still see it, and every later pass of its campaign finds it. */
const broadcastsKeptFor = 60 * day;
/** No broadcast is begun this long after its day. Shorter than it is kept, so that none is begun a second time. */
const broadcastLivesFor = 30 * day;

const isOver = ({ status, phase, attempt }: Enrollment): boolean =>
  (status === 'finished' || status === 'stopped') && phase === 'waiting' && attempt === undefined;

/** Whether the person turned this topic off. It holds for runs to come as well; older records say it by a stopped run. */
const isTopicOff = ({ topicsOff = [], enrollments }: Subscriber, seriesId: string): boolean =>
  topicsOff.includes(seriesId) ||
  enrollments.some((run) => run.seriesId === seriesId && run.status === 'stopped' && run.reason === 'preferences');

/** What speaks against a run of this kind that starts at that moment; undefined when nothing does. */
export function whyNoRun(
  person: Subscriber,
  channel: ChannelName,
  wanted: Beginning,
  startsAt: Instant,
  now: Instant,
): NoRun | undefined {
  const { kind, seriesId, campaignId } = wanted;
  if (isTopicOff(person, seriesId)) return 'preferences';
  const before = person.enrollments.filter((run) =>
    kind === 'broadcast'
      ? campaignId !== undefined && run.campaignId === campaignId && run.channel === channel
      : run.seriesId === seriesId && run.channel === channel,
  );
  if (kind === 'broadcast' && before.length > 0) return 'already-in-series';
  if (kind === 'broadcast' && now > startsAt + broadcastLivesFor) return 'too-late';
  return before.every((run) => mayFollow(run, wanted, startsAt)) ? undefined : 'already-in-series';
}

/**
 * Whether a drip may begin behind this run of it. Nobody who was only skipped is held to have had it. What began at this
 * start or later is this campaign's own run, or a newer one, and is not begun again by a late pass.
 */
function mayFollow(run: Enrollment, { restartAfterDays }: Beginning, startsAt: Instant): boolean {
  if (!isOver(run) || run.startedAt >= startsAt) return false;
  if (run.lastSentAt === undefined) return true;
  return restartAfterDays !== undefined && run.lastSentAt + restartAfterDays * day <= startsAt;
}

/**
 * The person with a new run. A drip takes the place of the one it follows, and broadcasts whose day is long past go; their
 * messages stay in the ledger. So the list stays as short as the runs that still decide anything.
 */
export const withRun = (person: Subscriber, run: Enrollment, book: Book, now: Instant): Subscriber => ({
  ...person,
  enrollments: [...person.enrollments.filter((one) => !isBehind(person, one, run, book, now)), run],
});

/** Whether this person's item is full, also once what is behind has made room. */
export const isFull = (person: Subscriber, run: Enrollment, book: Book, now: Instant): boolean =>
  withRun(person, run, book, now).enrollments.length > runsAtMost;

function isBehind(person: Subscriber, one: Enrollment, begun: Enrollment, book: Book, now: Instant): boolean {
  if (!isOver(one)) return false;
  if (book.version(one.seriesId, one.version).kind === 'drip')
    return one.seriesId === begun.seriesId && one.channel === begun.channel;
  // A topic that is turned off is still shown, to be turned on again.
  return one.startedAt + broadcastsKeptFor < now && !isTopicOff(person, one.seriesId);
}
