import { isEverybody, sameWho } from './audience';
import { StridewellError } from './error';
import type { Who } from './series';

/** What staff saw when they decided to schedule a campaign. */
export interface Scheduling {
  rev: number;
  /** How many people the audience meant. */
  count: number;
  /** The same number typed by hand: asked for when it is large, or everybody. */
  confirmCount?: number | undefined;
  /** The audience's rule as they saw it. */
  who?: Who | undefined;
}

/** From here on a slip reaches too many people to be made by a click. */
const typedFrom = 101;

/** People come and go between looking and scheduling: the audience may differ from the `seen` number by so many. */
const mayDifferBy = (seen: number): number => Math.max(10, Math.floor(seen / 10));

/** Throws when the rule is another than staff saw, or when the number has to be typed by hand and was not. */
export function checkSeen(who: Who, seen: Scheduling): void {
  if (seen.who && !sameWho(seen.who, who))
    throw new StridewellError('conflict', 'The audience has another rule now. Look at it, then schedule.', 'who');
  const { count, confirmCount } = seen;
  if ((count >= typedFrom || isEverybody(who)) && confirmCount !== count)
    throw new StridewellError(
      'invalid',
      `This means ${isEverybody(who) ? 'everybody' : 'many people'}. Type the number ${count} to confirm it.`,
      'confirmCount',
    );
}

/** Throws a conflict that names both numbers when the audience is not as large as staff saw it. */
export function checkCount({ count }: Scheduling, people: number): void {
  if (Math.abs(people - count) > mayDifferBy(count))
    throw new StridewellError(
      'conflict',
      `You saw ${count} people, and now it is ${people}. Look at the audience again, then schedule.`,
      'count',
      { count: people },
    );
}
