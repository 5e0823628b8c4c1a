import type { Profile } from '../person/subscriber';
import type { Answer } from '../practice/questions';
import type { Condition, Who } from './who';

/** Whether a person is meant: every condition given must hold; an empty `who` is everyone. */
export const matches = (who: Who, profile: Profile): boolean =>
  Object.entries(who).every(([name, wanted]) => wanted === undefined || holds(wanted, told(profile, name)));

/** What is known of a person under that name: what the service learned itself, or the answer to a question. */
function told(profile: Profile, name: string): Answer | undefined {
  switch (name) {
    case 'safety':
      return profile.safety ?? 'none';
    case 'seen':
      return profile.seen ?? false;
    case 'checkIn':
    case 'locale':
    case 'location':
    case 'source':
      return profile[name];
    default:
      return Object.hasOwn(profile.answers, name) ? profile.answers[name] : undefined;
  }
}

/** Nothing but "not answered" holds of an answer that was not given, so that a gap never lets anybody in. */
function holds(wanted: Condition, given: Answer | undefined): boolean {
  if (typeof wanted === 'boolean') return given === wanted;
  if (Array.isArray(wanted)) return given !== undefined && isAmong(given, wanted);
  const { is, isNot, moreThan, lessThan, between, answered } = wanted;
  if (given === undefined || (Array.isArray(given) && given.length === 0)) return isOnlyUnanswered(wanted);
  return (
    (is === undefined || isAmong(given, is)) &&
    (isNot === undefined || !isAmong(given, isNot)) &&
    (moreThan === undefined || order(given, moreThan) > 0) &&
    (lessThan === undefined || order(given, lessThan) < 0) &&
    (between === undefined || (order(given, between[0]) >= 0 && order(given, between[1]) <= 0)) &&
    answered !== false
  );
}

const isOnlyUnanswered = (wanted: Exclude<Condition, boolean | string[]>): boolean =>
  wanted.answered === false && Object.values(wanted).every((one) => one === undefined || one === false);

const isAmong = (given: Answer, wanted: string[] | string | number | boolean): boolean =>
  [given].flat().some((one) => [wanted].flat().includes(one));

/** Not a number where two things of different kinds are compared, so that no comparison of them holds. */
function order(given: Answer, bound: string | number): number {
  if (typeof given === 'number' && typeof bound === 'number') return given - bound;
  if (typeof given !== 'string' || typeof bound !== 'string') return Number.NaN;
  return given < bound ? -1 : given > bound ? 1 : 0;
}

/** Whether it names no condition at all. */
export const isEverybody = (who: Who): boolean => rulesOf(who).length === 0;

/** Whether two rules mean the same people. Their order does not matter. */
export const sameWho = (a: Who, b: Who): boolean => ruleText(a) === ruleText(b);

/** One canonical spelling of a rule. */
export const ruleText = (who: object): string => JSON.stringify(rulesOf(who));

const rulesOf = (who: object): [string, unknown][] =>
  Object.entries(who)
    .filter(([, wanted]) => wanted !== undefined)
    .map(([name, wanted]): [string, unknown] => [name, spelled(name, wanted)])
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** A list in one order, but for the two ends of a stretch. */
function spelled(name: string, wanted: unknown): unknown {
  if (Array.isArray(wanted)) return name === 'between' ? wanted : [...new Set<string>(wanted)].sort();
  return typeof wanted === 'object' && wanted !== null ? rulesOf(wanted) : wanted;
}
