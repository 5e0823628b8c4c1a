import type { Who } from './series';
import type { Profile } from './subscriber';

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

/** An answer not given matches no list. */
function oneOf<T>(wanted: readonly T[] | undefined, actual: T | undefined): boolean {
  return wanted === undefined || (actual !== undefined && wanted.includes(actual));
}
