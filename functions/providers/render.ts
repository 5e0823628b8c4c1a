import runtime from 'handlebars/runtime';
import type { MailView } from '../core/message';
import { compiled } from './compiled';

type Fill = (view: MailView) => string;

const { template } = runtime;
const looks: Record<'message' | 'notice', { html: Fill; text: Fill }> = {
  message: { html: template(compiled['message.html']), text: template(compiled['message.txt']) },
  notice: { html: template(compiled['notice.html']), text: template(compiled['notice.txt']) },
};

/** Fills a look: escaped HTML and the same content as plain text. A field the look wants and the view lacks throws. */
export function renderMail(look: 'message' | 'notice', view: MailView): { html: string; text: string } {
  return { html: looks[look].html(view), text: looks[look].text(view) };
}
