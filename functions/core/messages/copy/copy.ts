import type { Locale } from '../../base/locale';
import { en } from './en';
import { es } from './es';

/** All that messages say in one language. `es` is typed by `en`, so what one language lacks does not compile. */
export type Copy = typeof en;

export const copies: Record<Locale, Copy> = { en, es };
