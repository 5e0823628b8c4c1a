import { type CheckInAnswer, checkInAnswers, type Subscriber } from '../../functions/core/person/subscriber';
import { Violation } from './violation';

/** Who may say how it goes: the person's own text and the page of the check-in. */
const isCheckIn = (by: string): boolean => by.startsWith('text ') || by === 'check-in';

/** Learned facts never vanish, and no form says them anew: checked at every save. */
export function judgeLearned(before: Subscriber | undefined, after: Subscriber, by: string): void {
  const was = before?.profile;
  if (!was) return;
  const is = after.profile;
  const gone = (fact: string) => {
    throw new Violation('fact vanished', `${fact} of ${after.id} by ${by}`);
  };
  if (was.seen === true && is?.seen !== true) gone('seen');
  if (was.location !== undefined && is?.location === undefined) gone('location');
  if (was.checkIn !== undefined && is?.checkIn === undefined) gone('check-in');
  const worries = (answer: CheckInAnswer | undefined) => (answer ? checkInAnswers.indexOf(answer) : -1);
  // Where two records join, the more worrying of their check-ins counts; never the other.
  if (worries(is?.checkIn) < worries(was.checkIn) && !isCheckIn(by)) gone('check-in');
  if (is?.checkIn !== was.checkIn && was.checkIn !== undefined && by !== 'confirm' && !isCheckIn(by)) gone('check-in');
  if (was.zoneSource !== 'practice' && is?.zoneSource === 'practice') gone('place');
}
