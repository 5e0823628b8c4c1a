import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { signUpChannels } from '../../core/base/channel';
import type { Copy } from './copy/copy';
import type { Html, Look } from './layout';

/** What was typed, and what is wrong with it, so that a page can be shown again without losing a word. */
export interface Filled {
  values: Record<string, unknown>;
  problems: ReadonlyMap<string, string>;
}
export const empty: Filled = { values: {}, problems: new Map() };

const textIn = ({ values }: Filled, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};
const chosen = ({ values }: Filled, name: string, option: string): boolean => {
  const value = values[name];
  return Array.isArray(value) ? value.includes(option) : value === option;
};

const wrong = (filled: Filled, name: string): Html | '' => {
  const problem = filled.problems.get(name);
  return problem ? html`<span class="wrong" id="${name}-wrong">${problem}</span>` : '';
};
const invalid = (filled: Filled, name: string): Html | '' =>
  filled.problems.has(name) ? html` aria-invalid="true" aria-describedby="${name}-wrong"` : '';

interface InputWords {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'tel' | 'date';
  hint?: string;
  autocomplete: string;
  inputmode?: string;
  required?: boolean;
  short?: boolean;
  /** The keyboard starts here, and what is wrong is read out: for a page with one field. */
  focus?: boolean;
  max: number;
}

export const input = (filled: Filled, words: InputWords): Html => html`<div class="field">
<label class="label" for="${words.name}">${words.label}</label>
${words.hint ? html`<span class="hint">${words.hint}</span>` : ''}
<input class="${words.short ? 'short' : ''}" type="${words.type ?? 'text'}" id="${words.name}" name="${words.name}" value="${textIn(filled, words.name)}" maxlength="${words.max}" autocomplete="${words.autocomplete}"${words.inputmode ? html` inputmode="${words.inputmode}"` : ''}${words.required ? html` required` : ''}${words.focus ? html` autofocus` : ''}${invalid(filled, words.name)}>
${wrong(filled, words.name)}
</div>`;

export type Option = [value: string, label: string | Html];

export const select = (
  filled: Filled,
  name: string,
  label: string,
  hint: string,
  options: Option[],
): Html => html`<div class="field">
<label class="label" for="${name}">${label}</label>
<span class="hint">${hint}</span>
<select id="${name}" name="${name}"${invalid(filled, name)}>
${options.map(([value, text]) => html`<option value="${value}"${chosen(filled, name, value) ? html` selected` : ''}>${text}</option>`)}
</select>
${wrong(filled, name)}
</div>`;

/** A group of radio buttons or boxes; its problem is read out with the group. */
export const pick = (
  filled: Filled,
  name: string,
  label: string,
  options: Option[],
  look: { many?: boolean; pair?: boolean; hint?: string; required?: boolean } = {},
): Html => html`<fieldset id="${name}"${filled.problems.has(name) ? html` aria-describedby="${name}-wrong"` : ''}>
<legend>${label}${look.hint ? html`<span class="hint">${look.hint}</span>` : ''}</legend>
<div class="${look.pair ? 'pair' : ''}">
${options.map(
  ([value, text]) =>
    html`<label class="pick"><input type="${look.many ? 'checkbox' : 'radio'}" name="${name}" value="${value}"${chosen(filled, name, value) ? html` checked` : ''}${look.required ? html` required` : ''}><span>${text}</span></label>`,
)}
</div>
${wrong(filled, name)}
</fieldset>`;

/** One box of its own; never ticked before the person does it (carrier rule, 47 CFR 64.1200(f)(9)). */
export const box = (
  filled: Filled,
  name: string,
  text: string | Html,
  required = false,
): Html => html`<div class="field">
<label class="pick"><input type="checkbox" id="${name}" name="${name}" value="true"${chosen(filled, name, 'true') ? html` checked` : ''}${required ? html` required` : ''}${invalid(filled, name)}><span>${text}</span></label>
${wrong(filled, name)}
</div>`;

/**
 * Hidden from people in every way, so that only a program fills it in. How fast a form comes back tells nothing:
 * browsers fill in a whole page at a touch (docs/adr/0020). Password managers are asked to leave this one alone.
 */
export const trap = ({ copy }: Look): Html =>
  html`<div class="away" aria-hidden="true"><label for="website">${copy.joining.trap}</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off" data-1p-ignore data-lpignore="true" data-bwignore data-form-type="other"></div>`;

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/**
 * A form below a list of all corrections it needs, in the order of its fields, with a link to each. The order is
 * read off the form itself, so the two cannot part. The keyboard starts at the list (WCAG 3.3.1, 2.4.3).
 */
export async function checked({ copy }: Look, { problems }: Filled, form: Html): Promise<HtmlEscapedString> {
  const fields = await form;
  if (problems.size === 0) return fields;
  const place = (name: string) => fields.toString().indexOf(` id="${name}"`);
  const inOrder = [...problems].sort(([a], [b]) => place(a) - place(b));
  return html`<div class="alarm" role="alert" tabindex="-1" autofocus><h2>${copy.joining.checkAnswers}</h2>
<ul>${inOrder.map(([name, problem]) => html`<li>${place(name) < 0 ? problem : html`<a href="#${name}">${problem}</a>`}</li>`)}</ul></div>
${fields}`;
}

/** Safari gives the keyboard to fields only, so a script hands it over; without script, tabbing begins at the list too. */
export const focusing = ({ problems, spelling }: Filled & { spelling?: unknown }): string[] =>
  problems.size > 0 || spelling !== undefined ? ['focus.js'] : [];

/** The first words a screen reader says tell that something needs a correction, and how many. */
export function titled({ copy }: Look, { problems }: Filled, title: string): string {
  if (problems.size === 0) return title;
  return copy.joining.toCheck({ count: problems.size, title });
}

/** Where each tip comes: a channel that people can sign up for, or all of them. */
export const tipsByOptions = (channel: Copy['channel'], both: string): [string, string][] => [
  ...signUpChannels.map(({ channel: name }): [string, string] => [name, channel[name].tipsBy]),
  ['both', both],
];
