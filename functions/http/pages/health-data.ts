import { html } from 'hono/html';
import { callLink, type Html, type Look } from './layout';
import { legalPage } from './legal';

/** RCW 19.373.020: categories, purposes, sources, categories shared, recipients, and how to use one's rights. */
export const healthDataPage = (look: Look): Html => {
  const { practice } = look;
  return legalPage(
    look,
    'Consumer Health Data Privacy Policy',
    html`<p>This policy adds to our <a href="/privacy">Privacy policy</a>. It is written for the Washington My Health My Data Act, and we follow it for everybody, in every state, Nevada and Connecticut included. Where data is protected health information under HIPAA, our <a href="${practice.noticeOfPrivacyPractices}">Notice of Privacy Practices</a> applies.</p>
<h2>Health data we collect</h2>
<table><thead><tr><th scope="col">Category</th><th scope="col">What it is</th><th scope="col">Why</th></tr></thead><tbody>
<tr><td>Answers about your back</td><td>Where it hurts, what brings it on, tingling down a leg, signs of an emergency</td><td>To choose tips that fit, to keep exercises from people who should see a doctor first, and to warn of an emergency</td></tr>
<tr><td>Answers about running</td><td>How you run, if you would try other sports</td><td>To choose tips that fit</td></tr>
<tr><td>Check-ins</td><td>Better, the same or worse; seen by a doctor</td><td>To change what comes next</td></tr>
<tr><td>Requests for a visit</td><td>Office, days and time of day you prefer, number to call</td><td>To call you back and set up a visit</td></tr>
<tr><td>Contact and use</td><td>First name, email, mobile number, time zone, ZIP code, messages sent, links opened, replies</td><td>To send what you asked for, at decent hours, and to prove consent</td></tr>
</tbody></table>
<p>We do not collect your exact location, your fingerprints, face or other body measures, or data from other companies.</p>
<h2>Where it comes from</h2>
<p>From you: our forms, the links you open, and your replies. Our team adds to it when you call.</p>
<h2>What we share, and with whom</h2>
<p>The categories above are stored and delivered by service providers (processors) that work for us only: our cloud hosting provider and the carriers of email and text messages. They may use the data for nothing else. We share health data with no other third party and with no affiliate. Sharing with anyone else would need your separate consent first.</p>
<p><strong>We do not sell consumer health data.</strong> We set up no virtual fence around any health facility.</p>
<h2>Your consent</h2>
<p>We collect these answers only with your consent, or as needed to give you what you asked for. The form tells you the categories, the purpose, who receives them and how to take your consent back before you send it.</p>
<h2>Your rights</h2>
<ul><li><strong>To know and see:</strong> ask if we have your health data, and get a copy with a list of those who received it.</li>
<li><strong>To withdraw consent:</strong> at any time, by any link in our messages, by replying STOP, or by calling.</li>
<li><strong>To delete:</strong> we erase it here and at our processors. Our backup copies forget it within six months. Sealed proof of consent and opt-out stays for 6 years, because the law asks us to keep it.</li>
<li><strong>No penalty:</strong> using your rights costs nothing and changes nothing about your care.</li></ul>
<h2>How to use them</h2>
<p>Open “Your choices” in any of our messages and press “Download my data” or “Delete my data”. Or call ${callLink(practice)}, or write to <a href="mailto:${practice.sender.replyTo}">${practice.sender.replyTo}</a> or ${practice.postalAddress}. We check that it is you by sending a link to your address. We answer within 45 days; if it takes longer, we tell you why, and it never takes more than 45 days beyond that.</p>
<h2>If we say no</h2>
<p>You may appeal by writing to the same address with the word “Appeal”. We answer in writing within 45 days. If you are not content, you can complain to the Attorney General of your state; in Washington at <a href="https://www.atg.wa.gov/file-complaint">www.atg.wa.gov/file-complaint</a>.</p>
<h2>Changes</h2>
<p>We collect no other category and use none for another purpose without telling you here and asking for your consent first.</p>`,
  );
};
