import { html } from 'hono/html';
import { type Asked, type Question, workedOut } from '../../core/practice/questions';
import type { Html, Look } from './layout';

/** What a phone shows at a time. Without script and on wide screens it changes nothing: the form is one page. */
export const screen = (content: Html | Html[], needless: string[] = []): Html =>
  html`<div class="screen"${needless.length > 0 ? html` data-skip="${needless.join(' ')}"` : ''}>${content}</div>`;

/** What `screens.js` puts around the screens, in the words of the page. */
export const screenWords = ({ copy: { joining } }: Look): Html =>
  html`<template data-of="${joining.stepOf({ at: '{at}', all: '{all}' })}" data-needed="${joining.needed}"><div class="bar"><p role="status"></p><progress aria-hidden="true"></progress><p class="hint">${joining.tapGoesOn}</p></div>
<div class="turn"><button class="do calm" type="button">${joining.back}</button><button class="do" type="button">${joining.next}</button></div></template>`;

const found = new WeakMap<Question, Map<string, string[]>>();

/**
 * The earlier answers, as `question=answer`, after which a plain question no longer matters: whatever is said to it and to
 * the others, the rules lead to the same term. Only for questions that may be left open.
 */
export function needlessAfter(question: Question, plain: Asked): string[] {
  const known = found.get(question) ?? new Map<string, string[]>();
  found.set(question, known);
  const kept = known.get(plain.id) ?? findNeedless(question, plain);
  known.set(plain.id, kept);
  return kept;
}

function findNeedless(question: Question, plain: Asked): string[] {
  const asked = question.from?.ask ?? [];
  const place = asked.indexOf(plain);
  if (plain.required || place < 1) return [];
  return asked.slice(0, place).flatMap((earlier) =>
    live(earlier).flatMap((answer) => {
      const others = asked.filter((one) => one !== earlier && one !== plain);
      const matters = everyAnswer(others, { [earlier.id]: answer }).some(
        (given) => new Set(everyAnswer([plain], given).map((all) => workedOut(question, all))).size > 1,
      );
      return matters ? [] : [`${earlier.id}=${answer}`];
    }),
  );
}

const live = ({ answers }: Asked): string[] => answers.filter(({ retired }) => !retired).map(({ id }) => id);

/** All ways to answer these questions or leave them open, beside what is given. */
const everyAnswer = (asked: Asked[], given: Record<string, string>): Record<string, string>[] =>
  asked.reduce(
    (ways, one) => ways.flatMap((way) => [way, ...live(one).map((answer) => ({ ...way, [one.id]: answer }))]),
    [given],
  );
