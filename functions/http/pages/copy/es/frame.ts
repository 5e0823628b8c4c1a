import { html } from 'hono/html';
import type { frame as english } from '../en/frame';

/** What stands around every page. */
export const frame: typeof english = {
  skip: 'Ir al contenido',
  legal: 'Información legal',
  privacy: 'Privacidad',
  healthData: 'Privacidad de los datos de salud del consumidor',
  terms: 'Términos',
  noticeOfPrivacyPractices: 'Aviso de prácticas de privacidad',
  languageHelp: 'Ayuda con el idioma',
  ratherTalk: ({ call }) => html`¿Prefiere hablar? Llame al ${call}. Los usuarios de TTY pueden marcar 711.`,
};
