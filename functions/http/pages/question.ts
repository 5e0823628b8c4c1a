import { html } from 'hono/html';
import {
  type Asked,
  askedOn,
  type QuestionPage,
  type Questions,
  saidIn,
  workedOut,
} from '../../core/practice/questions';
import type { Fields } from '../guard';
import { emergencyNotice, watchedSigns } from './emergency';
import { type Filled, input, type Option, pick } from './field';
import type { Html, Look } from './layout';
import { needlessAfter, screen } from './screens';

/** Two or three short answers stand side by side. */
const pairs = 3;
const short = 24;

/** One question as its file words it. */
function asked(look: Look, filled: Filled, question: Asked): Html {
  const { locale } = look;
  const { id, kind, ask, help, required, answers, min } = question;
  const label = ask ? saidIn(ask, locale) : id;
  const hint = help ? { hint: saidIn(help, locale) } : {};
  if (kind === 'number' || kind === 'date') {
    const how =
      kind === 'date' ? ({ type: 'date' } as const) : { inputmode: min !== undefined && min >= 0 ? 'decimal' : 'text' };
    return input(filled, { name: id, label, ...hint, ...how, autocomplete: 'off', required, short: true, max: 20 });
  }
  const options = answers
    .filter(({ retired }) => !retired)
    .map((one): Option => [spelled(kind, one.id), one.ask ? saidIn(one.ask, locale) : one.id]);
  const pair = options.length <= pairs && options.every(([, said]) => typeof said === 'string' && said.length <= short);
  const group = pick(filled, id, label, options, { many: kind === 'many', pair, required, ...hint });
  const warns = answers.every(({ means, retired }) => retired || means === 'emergency');
  return kind === 'many' && warns ? watchedSigns(look, group) : group;
}

/** How the contract spells yes and no. */
const spelled = (kind: Asked['kind'], id: string): string => (kind === 'yes-no' ? String(id === 'yes') : id);

/**
 * All that a page asks, section by section. The emergency notice stands before the first question that asks for a sign of
 * one, so it is read before anything is sent.
 */
export function questionSections(look: Look, filled: Filled, page: QuestionPage): Html[] {
  const { locale } = look;
  const { questions } = look.practice;
  const all = askedOn(questions, page);
  return questions.sections.flatMap(({ id, title }) => {
    const inside = all.filter(({ section }) => section === id);
    if (inside.length === 0) return [];
    const firstWarning = inside.find(({ answers }) => answers.some(({ means }) => means === 'emergency'));
    return [
      html`<section class="card" aria-labelledby="section-${id}">
<h2 id="section-${id}">${saidIn(title, locale)}</h2>
${inside.flatMap((question) =>
  (question.from?.ask ?? [question]).map((one, place) => {
    const notice = question === firstWarning && place === 0 ? emergencyNotice(look) : '';
    return screen(html`${notice}${asked(look, filled, one)}`, needlessAfter(question, one));
  }),
)}
</section>`,
    ];
  });
}

const truths: Record<string, boolean> = {
  true: true,
  on: true,
  yes: true,
  '1': true,
  false: false,
  no: false,
  '0': false,
};
export const asTruth = (given: unknown): unknown =>
  typeof given === 'string' && Object.hasOwn(truths, given) ? truths[given] : given;

/** A number as people type it: 12, 12.5 or 12,5. */
const asNumber = (given: unknown): unknown =>
  typeof given === 'string' && /^\s*-?\d{1,12}([.,]\d{1,6})?\s*$/.test(given) ? Number(given.replace(',', '.')) : given;

/**
 * The answers of a form as the contract spells them: booleans, numbers, lists, and the terms that plain answers lead to.
 * What is no answer stays as it is, so that the schema can name it.
 */
export function answersIn(form: Fields, questions: Questions, page: QuestionPage): Fields {
  const fields = { ...form };
  for (const question of askedOn(questions, page)) {
    const { id, kind, from } = question;
    if (from) {
      const term = workedOut(question, form);
      for (const plain of from.ask) delete fields[plain.id];
      if (term !== undefined) fields[id] = term;
    }
    const given = fields[id];
    if (kind === 'yes-no') fields[id] = asTruth(given);
    if (kind === 'number') fields[id] = asNumber(given);
    if (kind === 'many' && typeof given === 'string') fields[id] = [given];
    if (fields[id] === undefined) delete fields[id];
  }
  return fields;
}

/** Where a form shows a question: of one that is worked out, the first it asks in its place. */
export const placeOf = ({ questions }: Questions, field: string): string =>
  questions.find(({ id }) => id === field)?.from?.ask[0]?.id ?? field;
