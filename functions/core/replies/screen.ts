import { hasAnswered } from '../person/profile';
import type { Subscriber } from '../person/subscriber';
import type { Book } from '../series/enrollment';
import type { Meaning } from './keyword';
import { readText } from './phrases';

/**
 * A person who signs up by text is asked in the next text: "Reply 1 if you have …". Until they have answered our questions a
 * bare 1 says yes to that, and is an emergency. Once a check-in has gone to them it may as well mean "better"; then the
 * question of safety is past, and the check-in's own reading holds.
 */
export const isScreened = (meaning: Meaning, own: string, { profile, channels }: Subscriber): boolean =>
  meaning.kind === 'check-in' &&
  ONE.test(readText(own).line) &&
  channels.sms?.status === 'active' &&
  profile !== undefined &&
  !hasAnswered(profile);

const ONE = /^ (?:please )?(?:reply |option |number |opcion |numero )?(?:1|one|uno)(?: please| thanks)? $/;

/** Whether a message that asks how it goes has gone to this person, or may be on its way. */
export const wasAskedHow = ({ enrollments }: Subscriber, book: Book): boolean =>
  enrollments.some(({ seriesId, version, completedSteps, phase, stepId }) => {
    const gone = phase === 'waiting' || stepId === undefined ? completedSteps : [...completedSteps, stepId];
    return gone.some((id) => book.version(seriesId, version).steps[id]?.words.choices);
  });
