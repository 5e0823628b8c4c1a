import { html } from 'hono/html';
import type { StridewellError } from '../../core/base/error';
import { callLink, type Html, type Look, page } from './layout';

const titles: Partial<Record<StridewellError['code'], string>> = {
  'not-found': 'We cannot find that page',
  gone: 'This link no longer works',
  'too-many-requests': 'Please wait a minute',
  invalid: 'Please check that again',
  'too-large': 'That was too long',
};

/** A plain error page. */
export const problemPage = (look: Look, problem: StridewellError): Html => {
  const title = titles[problem.code] ?? 'That did not work';
  return page(look, {
    title,
    body: html`<h1>${title}</h1><p class="lead">${problem.message}</p><p>You can always call us at ${callLink(look.practice)}.</p>`,
  });
};
