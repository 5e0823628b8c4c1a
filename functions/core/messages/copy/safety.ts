import type { Locale } from '../../base/locale';

export interface Safety {
  ask: string;
  act: string;
  wait: string;
}

/**
 * Two tiers are never mixed: this is the emergency one, in every mail and on the pages, and it never offers a walk-in. It
 * stands in a file of its own, because pages need no other words of mails.
 */
export const safety: Record<Locale, Safety> = {
  en: {
    ask: 'Is it an emergency?',
    act: 'Call 911 or go to the ER.',
    wait: 'Do not wait for our reply.',
  },
  es: {
    ask: '¿Es una emergencia?',
    act: 'Llame al 911 o vaya a la sala de emergencias.',
    wait: 'No espere nuestra respuesta.',
  },
};
