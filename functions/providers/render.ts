import runtime from 'handlebars/runtime';
import type { MailView } from '../core/messages/message';
import { compiled } from './compiled';

type Fill = (view: MailView) => string;

const { template, SafeString } = runtime;
const looks: Record<'message' | 'notice', { html: Fill; text: Fill }> = {
  message: { html: template(compiled['message.html']), text: template(compiled['message.txt']) },
  notice: { html: template(compiled['notice.html']), text: template(compiled['notice.txt']) },
};

/** Fills a look: escaped HTML and the same content as plain text. A field the look wants and the view lacks throws. */
export function renderMail(look: 'message' | 'notice', view: MailView): { html: string; text: string } {
  return { html: looks[look].html(escaped(view)), text: looks[look].text(view) };
}

/**
 * Handlebars would write each `=` as `&#x3D;`, for attributes without quotes, of which a look has none. Programs that
 * look for links in the source of a mail do not always undo that, and then a query is lost.
 */
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

/** The view with every text marked as escaped; an empty one stays what `{{#if}}` takes for nothing. */
function escaped<T>(value: T): T;
function escaped(value: unknown): unknown {
  if (typeof value === 'string') return value && new SafeString(escapeHtml(value));
  if (Array.isArray(value)) return value.map((one) => escaped(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, escaped(one)]));
}
