import type { Locale } from '../base/locale';
import { newerOffice } from './nearest';
import { type CheckInAnswer, checkInAnswers, languageOf, type Profile, type Subscriber } from './subscriber';

/**
 * A profile holds two things: answers, which a form says anew, and facts, which were learned since (a doctor, a check-in,
 * the office). No form unlearns a fact. This file is the only one that puts a profile together; a test checks it.
 */
export const facts = ['seen', 'checkIn', 'location', 'locationSource'] as const satisfies readonly (keyof Profile)[];
export type Facts = Pick<Profile, (typeof facts)[number]>;
/** What a form says. Facts are not its to say. */
export type FormAnswers = Omit<Profile, keyof Facts>;

/**
 * Whether the person has ever answered our questions. Whoever signed up by text has not until they fill in the form: all
 * that is known of them is where they may live. A form always says a first name, so its absence tells.
 */
export const hasAnswered = ({ firstName }: Pick<Profile, 'firstName'>): boolean => firstName !== '';

/** The person once they have said that they have one of the emergency signs, which a form counts as a structural hint. */
export const withSigns = (person: Subscriber): Subscriber =>
  person.profile && person.profile.safety !== 'structural'
    ? { ...person, profile: { ...person.profile, safety: 'structural' } }
    : person;

/** Newer answers with everything that was learned, there or here. Of two check-ins the more worrying one counts. */
export function withAnswers(answers: FormAnswers & Facts, known: Profile | undefined): Profile {
  if (!known) return answers;
  const { safety: _newer, ...rest } = keepingPlace(answers, known);
  return { ...rest, ...keepingAnswers(answers, known), ...learned(known, answers) };
}

/**
 * What the form left open stays as it was told before; a list is said anew each time, since an empty one says "none".
 * While such an answer stays, so does the hint that it may stand for.
 */
function keepingAnswers({ answers, safety }: FormAnswers, known: Profile): Pick<Profile, 'answers' | 'safety'> {
  const kept = Object.entries(known.answers).filter(([id, one]) => !(Array.isArray(one) || Object.hasOwn(answers, id)));
  const tier = safety ?? (kept.length > 0 ? known.safety : undefined);
  return { answers: { ...Object.fromEntries(kept), ...answers }, ...(tier ? { safety: tier } : {}) };
}

function learned(known: Facts, other: Facts): Facts {
  const checkIns = [known.checkIn, other.checkIn].filter((one) => one !== undefined);
  const checkIn = checkIns.sort((a, b) => checkInAnswers.indexOf(b) - checkInAnswers.indexOf(a))[0];
  return {
    ...(known.seen === undefined && other.seen === undefined ? {} : { seen: Boolean(known.seen || other.seen) }),
    ...(checkIn === undefined ? {} : { checkIn }),
    ...newerOffice(other, known),
  };
}

/** A form without any clue about where somebody lives unlearns no clue that there was, nor where they came from. */
function keepingPlace(answers: FormAnswers, known: Profile): FormAnswers {
  const { postalCode = known.postalCode, source = known.source } = answers;
  const { zones, zoneSource, zoneConfidence, state } = known;
  const tellsNothing = answers.zoneSource === 'practice' && zoneSource !== 'practice';
  const place = tellsNothing ? { zones, zoneSource, zoneConfidence, ...(state === undefined ? {} : { state }) } : {};
  return {
    ...answers,
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(source === undefined ? {} : { source }),
    ...place,
  };
}

/** The person with a fact learned; the same object when it is no news or nobody ever told us anything of them. */
export function withFact(
  person: Subscriber,
  fact: { seen: true } | { checkIn: CheckInAnswer } | { location: string },
): Subscriber {
  const { profile } = person;
  if (!profile) return person;
  // An office that somebody names, or asks to be seen at, is no guess from a ZIP code.
  const learned: Facts = 'location' in fact ? { ...fact, locationSource: 'stated' } : fact;
  const isNews = facts.some((name) => learned[name] !== undefined && learned[name] !== profile[name]);
  return isNews ? { ...person, profile: { ...profile, ...learned } } : person;
}

/** The person with their language; a number without a profile keeps it until it has one. The same object when it is no news. */
export function withLocale(person: Subscriber, locale: Locale): Subscriber {
  if (languageOf(person) === locale) return person;
  return person.profile ? { ...person, profile: { ...person.profile, locale } } : { ...person, locale };
}
