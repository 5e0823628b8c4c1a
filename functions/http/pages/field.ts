import { html } from 'hono/html';
import type { Html } from './layout';

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

export interface InputWords {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'tel';
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

/** Hidden from people in every way, so that whoever fills it in is a program; and when the page was first shown. */
export const traps = (started: string): Html =>
  html`<div class="away" aria-hidden="true"><label for="website">Leave this empty</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off"></div>
${hidden('started', started)}`;

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** Says at the top what to mend, with a link to each field. */
export const summary = ({ problems }: Filled): Html | '' =>
  problems.size === 0
    ? ''
    : html`<div class="alarm" role="alert"><h2>Please check your answers</h2>
<ul>${[...problems].map(([name, problem]) => html`<li><a href="#${name}">${problem}</a></li>`)}</ul></div>`;
