import { html } from 'hono/html';
import type { Html } from '../../html';

/** What stands around every page. */
export const frame = {
  skip: 'Skip to the page',
  legal: 'Legal',
  privacy: 'Privacy',
  healthData: 'Consumer Health Data Privacy',
  terms: 'Terms',
  noticeOfPrivacyPractices: 'Notice of Privacy Practices',
  languageHelp: 'Language help',
  ratherTalk: ({ call }: { call: Html }) => html`Rather talk? Call ${call}. TTY users can dial 711.`,
};
