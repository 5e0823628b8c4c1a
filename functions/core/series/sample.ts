import type { ChannelName } from '../base/channel';
import { StridewellError } from '../base/error';
import type { Locale } from '../base/locale';
import type { Instant } from '../base/time';
import type { Enrollment, Profile, Subscriber } from '../person/subscriber';
import type { SeriesVersion } from './series';

export const sampleIds = [
  'mechanical-regular',
  'new-runner',
  'only-running',
  'structural',
  'structural-seen',
  'unsure',
] as const;
export type SampleId = (typeof sampleIds)[number];

export interface Sample {
  id: SampleId;
  name: string;
  /** Who it stands for, in a few words. */
  what: string;
}

/** Made-up people that previews are written to; each stands for one path or variant. */
const people: Record<
  SampleId,
  Omit<Sample, 'id'> & { profile: Pick<Profile, 'experience' | 'pain' | 'crossTraining' | 'seen'> }
> = {
  'mechanical-regular': {
    name: 'Maria',
    what: 'Runs regularly, mechanical pain, open to cross-training',
    profile: { experience: 'regular', pain: 'mechanical', crossTraining: true },
  },
  'new-runner': {
    name: 'Noah',
    what: 'New to running, no pain',
    profile: { experience: 'new', pain: 'none', crossTraining: true },
  },
  'only-running': {
    name: 'Olivia',
    what: 'Competitive, mechanical pain, would rather only run',
    profile: { experience: 'competitive', pain: 'mechanical', crossTraining: false },
  },
  structural: {
    name: 'Sam',
    what: 'A structural hint, not yet seen by a doctor',
    profile: { experience: 'regular', pain: 'structural', crossTraining: true },
  },
  'structural-seen': {
    name: 'Sofia',
    what: 'A structural hint, seen by a doctor',
    profile: { experience: 'regular', pain: 'structural', crossTraining: true, seen: true },
  },
  unsure: {
    name: 'Uma',
    what: 'Not sure what the pain is',
    profile: { experience: 'regular', pain: 'unsure', crossTraining: true },
  },
};

export const samples: Sample[] = sampleIds.map((id) => ({ id, name: people[id].name, what: people[id].what }));

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

/** A person nobody is: reachable on both channels, in the practice's own zone. No item has this id, so no link acts on it. */
export function sampleOf(
  id: SampleId,
  zone: string,
  now: Instant,
  locale: Locale = 'en',
): Subscriber & { profile: Profile } {
  const { name, profile } = people[id];
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
    profile: { firstName: name, ...profile, locale, zones: [zone], zoneSource: 'stated', zoneConfidence: 1 },
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
