import { withFact } from './profile';
import { checkInAnswers, type Subscriber } from './subscriber';

/** What a check-in page may be told: how it goes, or that a doctor has seen the person. */
const checkInReplies = [...checkInAnswers, 'seen'] as const;
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
