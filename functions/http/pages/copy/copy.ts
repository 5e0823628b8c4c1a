import type { Locale } from '../../../core/base/locale';
import { frame as enFrame } from './en/frame';
import { frame as esFrame } from './es/frame';

const en = { frame: enFrame };

/**
 * All that the pages say in one language. Each part is written in `en/` and typed by it in `es/`, so what one language
 * lacks does not compile. A sentence with facts in it is a function of named facts; a plural comes from `plural`.
 */
export type Copy = typeof en;

const es: Copy = { frame: esFrame };

export const copies: Record<Locale, Copy> = { en, es };
