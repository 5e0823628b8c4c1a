import type { Locale } from '../../../core/base/locale';
import { care as enCare } from './en/care';
import { choices as enChoices } from './en/choices';
import { frame as enFrame } from './en/frame';
import { joining as enJoining } from './en/joining';
import { care as esCare } from './es/care';
import { choices as esChoices } from './es/choices';
import { frame as esFrame } from './es/frame';
import { joining as esJoining } from './es/joining';

const en = { frame: enFrame, joining: enJoining, care: enCare, choices: enChoices };

/**
 * All that the pages say in one language. Each part is written in `en/` and typed by it in `es/`, so what one language
 * lacks does not compile. A sentence with facts in it is a function of named facts; a plural comes from `plural`.
 */
export type Copy = typeof en;

const es: Copy = { frame: esFrame, joining: esJoining, care: esCare, choices: esChoices };

export const copies: Record<Locale, Copy> = { en, es };
