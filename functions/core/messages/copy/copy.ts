import type { Locale } from '../../base/locale';
import { type Copy, en } from './en';
import { es } from './es';

/** All that messages say, by language. */
export const copies: Record<Locale, Copy> = { en, es };
