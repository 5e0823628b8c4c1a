import { html } from 'hono/html';
import { disclosedMaximum } from '../../core/consent';
import { phoneText } from '../../core/phone-text';
import { emergencyNotice } from './emergency';
import { callLink, type Html, type Look } from './layout';
import { legalPage } from './legal';

export const termsPage = (look: Look): Html => {
  const { practice } = look;
  return legalPage(
    look,
    'Terms of the tips service',
    html`<p>These terms are between you and ${practice.legalName} (“we”). By signing up you agree to them.</p>
<h2>Not medical advice</h2>
<p>${practice.disclaimer}</p>
<p>Signing up does not make you our patient. Stop any exercise that hurts, and ask a doctor before you start.</p>
${emergencyNotice()}
<h2>Who may sign up</h2>
<p>You must be 18 or older, live in the United States, and use only an email address and a mobile number that are yours.</p>
<h2>Text program: ${practice.program}</h2>
<ul><li><strong>What you get:</strong> recurring automated marketing texts from ${practice.name} with back-care tips and invitations to book a visit.</li>
<li><strong>How many:</strong> up to ${disclosedMaximum} messages a month.</li>
<li><strong>What it costs:</strong> nothing from us. Message and data rates may apply.</li>
<li><strong>Consent is not a condition</strong> of buying any goods or services or of getting care.</li>
<li><strong>To stop:</strong> reply STOP to any text. We send one text to say it is done, then no more. Reply START to come back.</li>
<li><strong>For help:</strong> reply HELP, call ${callLink(practice)} or write to <a href="mailto:${practice.sender.replyTo}">${practice.sender.replyTo}</a>.</li>
<li><strong>The number:</strong> texts come from ${phoneText(practice.sender.smsNumber)}. Nobody watches replies around the clock.</li>
<li><strong>Carriers</strong> are not liable for delayed or undelivered messages. Not every carrier or phone may be supported.</li>
<li>If you change or give up your number, please reply STOP first or tell us.</li></ul>
<h2>Email</h2>
<p>Up to ${disclosedMaximum} marketing emails a month. Every one has a link to stop with one click, and it works at once.</p>
<h2>Requests for a visit</h2>
<p>A request on our pages is not an appointment. Your visit is set when our team confirms a time with you.</p>
<h2>Your privacy</h2>
<p>See our <a href="/privacy">Privacy policy</a>, our <a href="/health-data-privacy">Consumer Health Data Privacy Policy</a> and our <a href="${practice.noticeOfPrivacyPractices}">Notice of Privacy Practices</a>.</p>
<h2>Fair use</h2>
<p>Please do not sign up others, send us harmful files or try to break the service. We may end the service, or your use of it, at any time.</p>
<h2>No promises</h2>
<p>We write the tips with care, but we cannot promise any result, or that every message arrives on time. As far as the law allows, we are not liable for harm that comes from relying on a tip instead of seeing a doctor. Nothing in these terms takes away a right the law gives you.</p>
<h2>Law and changes</h2>
<p>The law of the state where our main office stands applies, and federal law. If these terms change in a way that matters, we tell you first. You can leave at any time.</p>
<h2>Contact</h2>
<p>${practice.legalName}, ${practice.postalAddress}, ${callLink(practice)}.</p>`,
  );
};
