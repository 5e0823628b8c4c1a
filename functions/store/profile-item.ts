import type { Item } from './item';

/** What goes without saying of most people. */
const usualLocale = 'en';

export const inShort = ({ lang, ...told }: Item): Item => ({ ...told, ...(lang !== usualLocale && { lang }) });

/** A person with the profile that the item is short for. */
export function spelledOut({ profile, ...person }: Item): Item {
  if (profile === null || typeof profile !== 'object') return profile === undefined ? person : { ...person, profile };
  return { ...person, profile: { locale: usualLocale, ...today(profile as Item) } };
}

/**
 * A profile as it is kept today. Earlier releases knew three questions by name and kept them beside the rest; of somebody
 * who had not answered yet they kept a guess, which was never an answer.
 */
function today(profile: Item): Item {
  if ('answers' in profile) return profile;
  const { exp: experience, pain, cross: crossTraining, zsure: zoneConfidence, ...rest } = profile;
  const answers = Object.entries({ experience, pain, crossTraining }).filter(([, one]) => one !== undefined);
  return {
    ...rest,
    ...(zoneConfidence !== undefined && { zoneConfidence }),
    answers: rest.firstName === '' ? {} : Object.fromEntries(answers),
    ...(pain === 'structural' && { safety: 'structural' }),
  };
}
