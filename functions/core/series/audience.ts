import type { Profile } from '../person/subscriber';
import type { Who } from './series';

/** Whether a person is meant: every field given must match; an empty `who` is everyone. */
export function matches(who: Who, profile: Profile): boolean {
  if (who.crossTraining !== undefined && who.crossTraining !== profile.crossTraining) return false;
  if (who.seen !== undefined && who.seen !== (profile.seen ?? false)) return false;
  return (
    oneOf(who.pain, profile.pain) &&
    oneOf(who.experience, profile.experience) &&
    oneOf(who.checkIn, profile.checkIn) &&
    oneOf(who.locale, profile.locale) &&
    oneOf(who.location, profile.location) &&
    oneOf(who.source, profile.source)
  );
}

/** Whether it names no condition at all. */
export const isEverybody = (who: Who): boolean => rulesOf(who).length === 0;

/** Whether two rules mean the same people. Their order does not matter. */
export const sameWho = (a: Who, b: Who): boolean => ruleText(a) === ruleText(b);

/** One canonical spelling of a rule. */
export const ruleText = (who: Who): string => JSON.stringify(rulesOf(who));

const rulesOf = (who: Who) =>
  Object.entries(who)
    .filter(([, wanted]) => wanted !== undefined)
    .map(([name, wanted]) => [name, Array.isArray(wanted) ? [...new Set<string>(wanted)].sort() : wanted] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** An answer not given matches no list. */
function oneOf<T>(wanted: readonly T[] | undefined, actual: T | undefined): boolean {
  return wanted === undefined || (actual !== undefined && wanted.includes(actual));
}
