import { isEverybody, sameWho } from '../audience/audience';
import type { Who } from '../audience/who';
import { StridewellError } from '../base/error';

/** What staff saw when they decided to approve a campaign. */
export interface Approving {
  rev: number;
  /** How many people the audience meant. */
  count?: number | undefined;
  /** The audience's rule as they saw it. */
  who?: Who | undefined;
}

/** What staff saw when they decided to schedule one. */
export interface Scheduling extends Approving {
  /** How many people the audience meant. */
  count: number;
  /** The same number typed by hand: asked for when it is large, or everybody. */
  confirmCount?: number | undefined;
}

/** From here on a slip reaches too many people to be made by a click. */
const typedFrom = 101;

/** People come and go between looking and scheduling: the audience may differ from the `seen` number by so many. */
export const mayDifferBy = (seen: number): number => Math.max(10, Math.floor(seen / 10));

/** Throws when the rule is another than staff saw. */
export function checkRule(who: Who, seen: Approving): void {
  if (seen.who && !sameWho(seen.who, who))
    throw new StridewellError('conflict', 'The audience has another rule now. Look at it again first.', 'who');
}

/** The same, and throws when the number has to be typed by hand and was not. */
export function checkSeen(who: Who, seen: Scheduling): void {
  checkRule(who, seen);
  const { count, confirmCount } = seen;
  if ((count >= typedFrom || isEverybody(who)) && confirmCount !== count)
    throw new StridewellError(
      'invalid',
      `This means ${isEverybody(who) ? 'everybody' : 'many people'}. Type the number ${count} to confirm it.`,
      'confirmCount',
    );
}

/** Throws a conflict that names both numbers when the audience is not as large as staff saw it. */
export function checkCount({ count }: Approving, people: number): void {
  if (count !== undefined && Math.abs(people - count) > mayDifferBy(count))
    throw new StridewellError(
      'conflict',
      `You saw ${count} people, and now it is ${people}. Look at the audience again first.`,
      'count',
      { count: people },
    );
}
