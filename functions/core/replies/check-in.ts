import { withFact, withSigns } from '../person/profile';
import { checkInAnswers, type Subscriber } from '../person/subscriber';
import type { Meaning } from './keyword';

/** What a check-in page may be told: how it goes, or that a doctor has seen the person. */
export const checkInReplies = [...checkInAnswers, 'seen'] as const;
export type CheckInReply = (typeof checkInReplies)[number];

export const isCheckInReply = (given: unknown): given is CheckInReply =>
  (checkInReplies as readonly unknown[]).includes(given);

/** The answer tapped in a mail, from the end of a link that mail programs may have added to: `3Dworse`, `worse.` */
export function tappedIn(query: string | undefined): CheckInReply | undefined {
  const answer = /^(?:3D)?([a-z]+)/.exec(query ?? '')?.[1];
  return isCheckInReply(answer) ? answer : undefined;
}

/** The person with the answer noted; the same object when nothing is new or the person never told us anything. */
export const withReply = (person: Subscriber, reply: CheckInReply): Subscriber =>
  withFact(person, reply === 'seen' ? { seen: true } : { checkIn: reply });

/** What a text told us about its sender: an answer, signs of an emergency, or nothing. */
export type Learned = CheckInReply | 'signs' | 'nothing';

/** Undefined for a text that says nothing to be learned. An answer of somebody unknown, or whose texts are off, is none. */
export function learnedFrom(meaning: Meaning, { profile, channels }: Subscriber): Learned | undefined {
  if (meaning.kind === 'emergency') return meaning.signs ? 'signs' : undefined;
  if (meaning.kind !== 'check-in' && meaning.kind !== 'seen') return undefined;
  if (!profile || channels.sms?.status !== 'active') return 'nothing';
  return meaning.kind === 'seen' ? 'seen' : meaning.answer;
}

/** The person with what a text taught; the same object when that is nothing, or a word of a newer release. */
export function withLearned(person: Subscriber, learned: Learned): Subscriber {
  if (learned === 'signs') return withSigns(person);
  return isCheckInReply(learned) ? withReply(person, learned) : person;
}
