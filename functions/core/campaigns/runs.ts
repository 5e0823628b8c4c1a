import type { ChannelName } from '../base/channel';
import { day, type Instant } from '../base/time';
import { bookingRests } from '../bookings/booking';
import type { Enrollment, Subscriber } from '../person/subscriber';
import type { Book } from '../series/enrollment';
import type { SeriesVersion } from '../series/series';

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

/** When it is asked, and which campaigns are cancelled by then: the gate lets nothing of those out, ever. */
export interface Moment {
  now: Instant;
  cancelled: ReadonlySet<string>;
}

export type NoRun = 'already-in-series' | 'preferences' | 'too-late';

/** No campaign begins a run for somebody whose item holds so many. */
const runsAtMost = 40;
/** A series that begins again every day has fewer campaigns open at once: each is counted some two weeks after its end. */
const followedAtMost = 20;
/** A broadcast's run is kept this long after its day: staff still see it, and every later pass of its campaign finds it. */
const broadcastsKeptFor = 60 * day;
/** No broadcast is begun this long after its day. Shorter than it is kept, so that none is begun a second time. */
const broadcastLivesFor = 30 * day;

const isOver = ({ status, phase, attempt }: Enrollment): boolean =>
  (status === 'finished' || status === 'stopped') && phase === 'waiting' && attempt === undefined;

/** Whether this run belongs to a cancelled campaign, so that nothing comes of it but what is under way. */
export const isCalledOff = ({ campaignId, reason }: Enrollment, { cancelled }: Pick<Moment, 'cancelled'>): boolean =>
  campaignId !== undefined && (reason === 'campaign-cancelled' || cancelled.has(campaignId));

/** Also one that still waits for the gate to stop it: a campaign in the place of a cancelled one need not wait with it. */
const isSpent = (run: Enrollment, moment: Moment): boolean =>
  isOver(run) || (isCalledOff(run, moment) && run.phase === 'waiting' && run.attempt === undefined);

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
  moment: Moment,
): NoRun | undefined {
  const { kind, seriesId, campaignId } = wanted;
  if (isTopicOff(person, seriesId)) return 'preferences';
  const before = person.enrollments.filter((run) =>
    kind === 'broadcast'
      ? campaignId !== undefined && run.campaignId === campaignId && run.channel === channel
      : run.seriesId === seriesId && run.channel === channel,
  );
  if (kind === 'broadcast' && before.length > 0) return 'already-in-series';
  if (kind === 'broadcast' && moment.now > startsAt + broadcastLivesFor) return 'too-late';
  return before.every((run) => mayFollow(run, wanted, startsAt, moment)) ? undefined : 'already-in-series';
}

/**
 * Whether a drip may begin behind this run of it. Nobody who was only skipped is held to have had it. What began at this
 * start or later is this campaign's own run, or a newer one, and is not begun again by a late pass. A cancelled
 * campaign's run is neither.
 */
function mayFollow(
  run: Enrollment,
  { campaignId, restartAfterDays }: Beginning,
  startsAt: Instant,
  moment: Moment,
): boolean {
  if (!isSpent(run, moment)) return false;
  const anothers = campaignId === undefined || run.campaignId !== campaignId;
  if (run.lastSentAt === undefined && anothers && isCalledOff(run, moment)) return true;
  if (run.startedAt >= startsAt) return false;
  if (run.lastSentAt === undefined) return true;
  return restartAfterDays !== undefined && run.lastSentAt + restartAfterDays * day <= startsAt;
}

/**
 * The person with a new run. A drip takes the place of the one it follows, in one write, so that nobody gets both, and
 * broadcasts whose day is long past go; their messages stay in the ledger. So the list stays as short as the runs that
 * still decide anything.
 */
export function withRun(person: Subscriber, run: Enrollment, book: Book, moment: Moment): Subscriber {
  const behind = person.enrollments.filter((one) => isBehind(person, one, run, book, moment));
  const followed = [...new Set(behind.flatMap((one) => uncounted(one, book, moment)))].slice(-followedAtMost);
  const begun = followed.length > 0 ? { ...run, followed } : run;
  return { ...person, enrollments: [...person.enrollments.filter((one) => !behind.includes(one)), begun] };
}

/** Whether this person's item holds more than it should, also once what is behind has made room. */
export const isFull = ({ enrollments }: Subscriber): boolean => enrollments.length > runsAtMost;

function isBehind(person: Subscriber, one: Enrollment, begun: Enrollment, book: Book, moment: Moment): boolean {
  if (!isSpent(one, moment)) return false;
  if (book.version(one.seriesId, one.version).kind === 'drip')
    return one.seriesId === begun.seriesId && one.channel === begun.channel;
  // A topic that is turned off is still shown, to be turned on again.
  return one.startedAt + broadcastsKeptFor < moment.now && !isTopicOff(person, one.seriesId);
}

/** The last day on which a series sends anything, over all its paths. */
export const lastDayOf = ({ paths }: SeriesVersion): number =>
  Math.max(...paths.flatMap((path) => path.steps.map((step) => step.day)));

/** The campaigns that this drip has counted for and that may not have counted their people yet. */
function uncounted(run: Enrollment, book: Book, moment: Moment): string[] {
  const version = book.version(run.seriesId, run.version);
  // A pause may have put its end off.
  const countedBy = run.startedAt + lastDayOf(version) * day + bookingRests + broadcastsKeptFor;
  if (version.kind !== 'drip' || countedBy < moment.now) return [];
  const { campaignId, followed = [], lastSentAt } = run;
  const counts = campaignId !== undefined && lastSentAt !== undefined && !isCalledOff(run, moment);
  return counts ? [...followed, campaignId] : followed;
}

/** Whether a message of this campaign went out to the person, also by a run whose place another one has taken. */
export const wasReachedBy = (campaignId: string, { enrollments }: Subscriber): boolean =>
  enrollments.some(
    (run) =>
      (run.campaignId === campaignId && run.lastSentAt !== undefined) || run.followed?.includes(campaignId) === true,
  );
