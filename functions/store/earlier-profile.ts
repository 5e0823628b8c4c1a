import type { Item } from './item';

/**
 * Earlier releases knew three questions by name and kept them beside the rest. Of somebody who had not answered yet they
 * kept a guess, which was never an answer.
 */
export function withProfile(person: Item): Item {
  const { profile } = person;
  if (profile === null || typeof profile !== 'object' || 'answers' in profile) return person;
  const { exp: experience, pain, cross: crossTraining, ...rest } = profile as Item;
  const hasAnswered = rest.firstName !== '';
  const answers = Object.entries({ experience, pain, crossTraining }).filter(([, one]) => one !== undefined);
  return {
    ...person,
    profile: {
      ...rest,
      answers: hasAnswered ? Object.fromEntries(answers) : {},
      ...(pain === 'structural' && { safety: 'structural' }),
    },
  };
}
