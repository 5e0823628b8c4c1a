import type { Locale } from '../base/locale';

/** What asking for a visit is called wherever it is offered: buttons of steps, pages, mails, and what staff see. */
export const bookVisit: Record<Locale, string> = { en: 'Book a visit', es: 'Pida una cita' };
