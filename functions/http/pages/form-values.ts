import { type SafetyMeaning, safetyMeanings } from '../../core/practice/questions';
import type { Fields } from '../guard';
import { switchName } from './language';
import type { Look } from './layout';
import { placeOf } from './question';

/** Each field's first problem. What the form asks in other, plain words has its problem where they are asked. */
export function problemsOf(
  { say, practice }: Pick<Look, 'say' | 'practice'>,
  issues: readonly { path: PropertyKey[]; message: string; code?: string; keys?: string[] }[],
): Map<string, string> {
  const problems = new Map<string, string>();
  for (const { path, message, keys } of issues) {
    const name = keys?.[0] ?? String(path[0] ?? '');
    const field = placeOf(practice.questions, name);
    if (!problems.has(field))
      problems.set(field, say(keys ? `We do not know the field ${keys[0]?.slice(0, 60)}.` : message));
  }
  return problems;
}

/** A field that people do not see. */
const honeypot = 'website';
export const honeypotFilled = ({ [honeypot]: filled }: Fields): boolean => typeof filled === 'string' && filled !== '';

/** Empty fields and what only watches for programs away, weekdays to numbers. Pages of before still send `started`. */
export function bookingForm(form: Fields): Fields {
  const {
    days,
    started: _started,
    [honeypot]: _trap,
    [switchName]: _switch,
    ...rest
  } = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''));
  if (days === undefined) return rest;
  return { ...rest, days: (Array.isArray(days) ? days : [days]).map(Number) };
}

/** The words of a hidden field to a switch. */
export function switched(form: Fields): Fields {
  const { [switchName]: _switch, ...rest } = form;
  return rest.on === 'true' || rest.on === 'false' ? { ...rest, on: rest.on === 'true' } : rest;
}

/** The one sentence of each tier, for programs that show it themselves. */
export function adviceSaid({ copy: { care } }: Look, advice?: SafetyMeaning): { advice?: string } {
  if (advice === 'emergency') return { advice: care.emergencyAdvice };
  return advice === 'structural' ? { advice: care.structuralAdvice } : {};
}

/** The advice that a page says again in another language. */
export const adviceIn = (given: unknown): SafetyMeaning | undefined => safetyMeanings.find((one) => one === given);
