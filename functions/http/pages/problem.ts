import { html } from 'hono/html';
import type { StridewellError } from '../../core/base/error';
import { callLink, type Html, type Look, page } from './layout';

/** A plain error page. */
export const problemPage = (look: Look, { code, message }: Pick<StridewellError, 'code' | 'message'>): Html => {
  const { problems, callAnyway } = look.copy.choices;
  const title = Object.hasOwn(problems, code) ? problems[code as keyof typeof problems] : problems.other;
  return page(look, {
    title,
    body: html`<h1>${title}</h1><p class="lead">${look.say(message)}</p><p>${callAnyway({ call: callLink(look.practice) })}</p>`,
  });
};
