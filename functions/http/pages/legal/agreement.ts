import { html } from 'hono/html';
import { disclosure } from '../../../core/practice/consent';
import type { Html, Look } from '../layout';
import { legalPage } from './legal';

/** Where the text that asks for consent leads: all that YES agrees to, in full (47 CFR 64.1200(f)(9), RCW 19.373.030). */
export const agreementPage = (look: Look): Html => {
  const says = disclosure(look.practice, look.locale);
  return legalPage(
    look,
    'What you agree to when you reply YES',
    html`<h2>Texts</h2><p>${says.sms} You must be 18 or older.</p>
<h2>Your health data</h2><p>${says.health}</p>
<h2>The whole documents</h2>
<ul><li><a href="/terms">Terms of the tips service</a></li>
<li><a href="/privacy">Privacy policy</a></li>
<li><a href="/health-data-privacy">Consumer Health Data Privacy Policy</a></li></ul>`,
  );
};
