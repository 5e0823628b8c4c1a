import type { ChannelName } from '../base/channel';
import { day, type Instant } from '../base/time';
import { invites } from '../person/notice';
import type { Channel, Enrollment, Profile, Subscriber } from '../person/subscriber';
import { stopEnrollment } from './attempt';

/** Someone who never confirms is forgotten after this. */
export const unprovenLives = 30 * day;

export function newPerson(id: string, kind: Subscriber['kind'], now: Instant): Subscriber {
  return { id, rev: 0, kind, createdAt: now, channels: {}, enrollments: [], notices: [], recentSends: [] };
}

export const withChannel = (person: Subscriber, name: ChannelName, channel: Channel): Subscriber => ({
  ...person,
  channels: { ...person.channels, [name]: channel },
});

/** What is assumed of a person who began by text, until they complete their profile: `hasAnswered` is false of it. */
export function unsureProfile(place: Pick<Profile, 'zones' | 'zoneSource' | 'zoneConfidence' | 'state'>): Profile {
  return { firstName: '', experience: 'regular', pain: 'unsure', crossTraining: true, locale: 'en', ...place };
}

/** Asked for consent by text. The question stays open for a week, so the record stays at least as long. */
export function withTextQuestion(
  person: Subscriber,
  asked: NonNullable<Channel['asked']>,
  place: Parameters<typeof unsureProfile>[0],
  now: Instant,
): Subscriber | undefined {
  const { sms } = person.channels;
  if (!sms) return undefined;
  const life = person.expiresAt === undefined ? {} : { expiresAt: now + unprovenLives };
  return withChannel({ ...person, ...life, profile: person.profile ?? unsureProfile(place) }, 'sms', { ...sms, asked });
}

const running = (enrollment: Enrollment): boolean => enrollment.status === 'active' || enrollment.status === 'paused';

/** Clocks differ, so the order of the item's own changes decides which status is newer; the guard goes by it. */
export const after = ({ since }: Pick<Channel, 'since'>, now: Instant): Instant => Math.max(now, since + 1);

/** The person has left this channel: its runs stop now; a request under way keeps its attempt until it is settled. */
export function leftChannel(
  person: Subscriber,
  name: ChannelName,
  status: 'unsubscribed' | 'suppressed',
  reason: string,
  now: Instant,
): Subscriber {
  const channel = person.channels[name];
  if (!channel) return person;
  const { asked: _asked, ...kept } = channel;
  const since = channel.status === status ? channel.since : after(channel, now);
  let left = withChannel(person, name, { ...kept, status, since });
  for (const run of person.enrollments) {
    if (run.channel === name && running(run)) left = stopEnrollment(left, run.id, reason);
  }
  return left;
}

/** Until when a marketing request or an invitation on this channel may still be under way; undefined when none can be. */
export function underWayUntil(person: Subscriber, name: ChannelName, margin: number): Instant | undefined {
  const ends = [...person.enrollments, ...person.notices.filter(invites)]
    .filter((one) => one.channel === name && one.phase === 'sending' && one.attempt)
    .map((one) => one.attempt!.startBy + margin);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}
