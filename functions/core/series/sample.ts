import type { ChannelName } from '../base/channel';
import { StridewellError } from '../base/error';
import type { Locale } from '../base/locale';
import type { Instant } from '../base/time';
import type { Enrollment, Profile, Subscriber } from '../person/subscriber';
import type { Practice } from '../practice/practice';
import { meaningOfAnswers } from '../practice/questions';
import type { SeriesVersion } from './series';

/** No real id begins like this: their alphabet has no l. */
const sampleIdBegins = 'sub_sample';

/** Whether a link was signed for a made-up person: it came with a test. */
export const isSample = (subscriber: string): boolean => subscriber.startsWith(sampleIdBegins);

/** What is about a person has nothing to show to nobody, and says why, instead of speaking of deleted data. */
export function refuseSample(subscriber: string): void {
  if (isSample(subscriber))
    throw new StridewellError(
      'gone',
      'It came with a test message and belongs to nobody. In the real message it opens a page.',
    );
}

/**
 * One of the practice's made-up people: reachable on both channels, in the practice's own zone. No item has this id, so
 * no link acts on it.
 */
export function sampleOf(
  { questions, timeZone }: Pick<Practice, 'questions' | 'timeZone'>,
  id: string,
  now: Instant,
  /** Another language than the sample's own. */
  wanted?: Locale,
): Subscriber & { profile: Profile } {
  const sample = questions.samples.find((one) => one.id === id);
  if (!sample) throw new StridewellError('invalid', 'There is no such sample person (any more).', 'sample');
  const { name: firstName, answers, seen, locale = 'en' } = sample;
  const safety = meaningOfAnswers(questions, answers) ? { safety: 'structural' as const } : {};
  const told = { firstName, answers, ...safety, ...(seen === undefined ? {} : { seen }), locale: wanted ?? locale };
  const consent = { at: now, wording: 'sample', ref: 'sample' };
  return {
    id: `${sampleIdBegins}00${id.replaceAll('-', '')}`.slice(0, 20),
    rev: 0,
    kind: 'runner',
    createdAt: now,
    channels: {
      email: { address: 'sample@example.com', status: 'active', since: now, consent },
      sms: { address: '+17705550100', status: 'active', since: now, consent },
    },
    profile: { ...told, zones: [timeZone], zoneSource: 'stated', zoneConfidence: 1 },
    enrollments: [],
    notices: [],
    recentSends: [],
  };
}

export const sampleRun = 'enr_samplesamplesamp';

/** A made-up person's run that stands at this step now. */
export const sampleRunOf = (
  { seriesId, version }: Pick<SeriesVersion, 'seriesId' | 'version'>,
  stepId: string,
  channel: ChannelName,
  at: Instant,
): Enrollment => ({
  id: sampleRun,
  seriesId,
  version,
  channel,
  status: 'active',
  phase: 'waiting',
  startedAt: at,
  stepId,
  dueAt: at,
  completedSteps: [],
});
