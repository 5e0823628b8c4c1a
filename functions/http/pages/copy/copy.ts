import type { Locale } from '../../../core/base/locale';
import { care as enCare } from './en/care';
import { channel as enChannel } from './en/channel';
import { choices as enChoices } from './en/choices';
import { frame as enFrame } from './en/frame';
import { joining as enJoining } from './en/joining';
import { legal as enLegal } from './en/legal';
import { care as esCare } from './es/care';
import { channel as esChannel } from './es/channel';
import { choices as esChoices } from './es/choices';
import { frame as esFrame } from './es/frame';
import { joining as esJoining } from './es/joining';
import { legal as esLegal } from './es/legal';

const en = { frame: enFrame, joining: enJoining, care: enCare, choices: enChoices, legal: enLegal, channel: enChannel };

/**
 * All that the pages say in one language. Each part is written in `en/` and typed by it in `es/`, so what one language
 * lacks does not compile. A sentence with facts in it is a function of named facts; a plural comes from `plural`.
 */
export type Copy = typeof en;

const es: Copy = {
  frame: esFrame,
  joining: esJoining,
  care: esCare,
  choices: esChoices,
  legal: esLegal,
  channel: esChannel,
};

export const copies: Record<Locale, Copy> = { en, es };
