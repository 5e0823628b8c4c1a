import type { ChannelName } from '../base/channel';
import type { Locale } from '../base/locale';
import { day, type Instant } from '../base/time';
import type { Channel, Profile, Subscriber } from './subscriber';

/** Someone who never confirms is forgotten after this. */
export const unprovenLives = 30 * day;

export function newPerson(id: string, kind: Subscriber['kind'], now: Instant): Subscriber {
  return { id, rev: 0, kind, createdAt: now, channels: {}, enrollments: [], notices: [], recentSends: [] };
}

export const withChannel = (person: Subscriber, name: ChannelName, channel: Channel): Subscriber => ({
  ...person,
  channels: { ...person.channels, [name]: channel },
});

/** What is known of a person who began by text, until they complete their profile: `hasAnswered` is false of it. */
export function unsureProfile(
  place: Pick<Profile, 'zones' | 'zoneSource' | 'zoneConfidence' | 'state'>,
  locale: Locale = 'en',
): Profile {
  return { firstName: '', answers: {}, locale, ...place };
}

/** Asked for consent by text. The question stays open for a week, so the record stays at least as long. */
export function withTextQuestion(
  person: Subscriber,
  asked: NonNullable<Channel['asked']>,
  place: Parameters<typeof unsureProfile>[0],
  now: Instant,
  /** The language the question was put in. */
  locale: Locale,
): Subscriber | undefined {
  const { sms } = person.channels;
  if (!sms) return undefined;
  const life = person.expiresAt === undefined ? {} : { expiresAt: now + unprovenLives };
  const profile = person.profile ?? unsureProfile(place, locale);
  return withChannel({ ...person, ...life, profile }, 'sms', { ...sms, asked });
}

/** Clocks differ, so the order of the item's own changes decides which status is newer; the guard goes by it. */
export const after = ({ since }: Pick<Channel, 'since'>, now: Instant): Instant => Math.max(now, since + 1);
