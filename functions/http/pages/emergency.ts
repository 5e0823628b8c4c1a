import { html } from 'hono/html';
import { safety } from '../../core/messages/message';
import type { RedFlag } from '../../core/person/subscriber';
import type { Html } from './layout';

/** The signs in plain words, as boxes and in the notice. */
export const signs: Record<RedFlag, string> = {
  'bladder-bowel': 'New trouble with your bladder or bowels',
  'saddle-numbness': 'Numbness between your legs',
  'leg-weakness': 'New or worse weakness in a leg',
  fever: 'Fever along with back pain',
  trauma: 'A bad fall or crash',
};

/** The emergency tier, wherever a person might be in one. It never offers a walk-in. */
export const emergencyNotice = (): Html => html`<aside class="alarm" aria-label="Emergency">
<h2>${safety.ask}</h2>
<p>${safety.signs}</p>
<p><strong>${safety.act} ${safety.wait}</strong></p>
</aside>`;

/** After a sign was ticked. */
export const emergencyNow = (): Html => html`<div class="alarm" role="alert">
<h2>Please get help now</h2>
<p>A sign you chose can be an emergency.</p>
<p><strong>${safety.act} ${safety.wait}</strong></p>
<p><a class="do grave" href="tel:911">Call 911</a></p>
</div>`;

/** The structural tier: a doctor first, never exercises. */
export const doctorFirst = (bookPath: string, call: Html): Html => html`<div class="note">
<h2>See a spine doctor first</h2>
<p>From what you told us, a spine doctor should make the diagnosis and the plan. Please do this before you try any exercises.</p>
<div class="dos"><a class="do" href="${bookPath}">Book a visit</a></div>
<p>Or call ${call}.</p>
</div>`;
