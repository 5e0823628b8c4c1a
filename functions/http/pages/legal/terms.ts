import { html } from 'hono/html';
import { disclosedMaximum } from '../../../core/practice/consent';
import { phoneText } from '../../../core/practice/phone-text';
import { emergencyNotice } from '../emergency';
import { callLink, type Html, type Look } from '../layout';
import { legalPage } from './legal';

export const termsPage = (look: Look): Html => {
  const { practice } = look;
  return legalPage(
    look,
    'Terms of the tips service',
    html`<p>These terms are between you and ${practice.legalName} (“we”). By signing up you agree to them.</p>
<h2>Not medical advice</h2>
<p>${practice.disclaimer}</p>
<p>Signing up does not make you our patient. Ask a doctor before you start. Stop any move that hurts.</p>
${emergencyNotice(look)}
<h2>Who may sign up</h2>
<p>You must be 18 or older and live in the United States. Use only an email address and a cell phone number of your own.</p>
<h2>Text program: ${practice.program}</h2>
<ul><li><strong>What you get:</strong> recurring automated marketing texts from ${practice.name} with tips for back care. Some invite you to book a visit.</li>
<li><strong>How many:</strong> up to ${disclosedMaximum} messages a month.</li>
<li><strong>What it costs:</strong> nothing from us. Message and data rates may apply.</li>
<li><strong>Consent is not a condition</strong> of buying any goods or services or of getting care.</li>
<li><strong>To stop:</strong> reply STOP to any text. One last text says that it is done. Reply START to come back.</li>
<li><strong>For help:</strong> reply HELP, call ${callLink(practice)} or write to <a href="mailto:${practice.sender.replyTo}">${practice.sender.replyTo}</a>.</li>
<li><strong>The number:</strong> texts come from ${phoneText(practice.sender.smsNumber)}. We do not read replies day and night.</li>
<li><strong>Carriers</strong> are not liable for delayed or undelivered messages. Not every carrier or phone may be supported.</li>
<li>If you change or give up your number, please reply STOP first or tell us.</li></ul>
<h2>Email</h2>
<p>You get up to ${disclosedMaximum} marketing emails a month. Each has a link to stop. One click is enough, and it works at once.</p>
<h2>Requests for a visit</h2>
<p>When you ask for a visit on our pages, no time is set yet. It is set when our team has agreed on a time with you.</p>
<h2>Your privacy</h2>
<p>Three pages say how we treat your data: our <a href="/privacy">Privacy policy</a>, our <a href="/health-data-privacy">Consumer Health Data Privacy Policy</a> and our <a href="${practice.noticeOfPrivacyPractices}">Notice of Privacy Practices</a>.</p>
<h2>Fair use</h2>
<p>Please do not sign up others. Do not send us files that do harm. Do not try to break the service. We may end the service, or your use of it, at any time.</p>
<h2>No promises</h2>
<p>We write the tips with care. We cannot promise a result, or that each message comes on time. A tip does not take the place of a doctor. As far as the law allows, we are not liable for harm when you use a tip in place of one. The law gives you rights, and these terms take none of them away.</p>
<h2>Law and changes</h2>
<p>Federal law applies, and the law of the state where our main office is. If these terms change in a way that matters, we tell you first. You can leave at any time.</p>
<h2>Contact</h2>
<p>${practice.legalName}, ${practice.postalAddress}, ${callLink(practice)}.</p>`,
  );
};
