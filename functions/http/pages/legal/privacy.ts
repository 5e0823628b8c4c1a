import { html } from 'hono/html';
import { callLink, type Html, type Look } from '../layout';
import { legalPage } from './legal';

export const privacyPage = (look: Look): Html => {
  const { practice } = look;
  return legalPage(
    look,
    'Privacy policy',
    html`<p>This policy is about our tips for runners by email and text. It is also about the pages that go with them. How we use medical records is in our <a href="${practice.noticeOfPrivacyPractices}">Notice of Privacy Practices</a>. Your rights over health data are in our <a href="/health-data-privacy">Consumer Health Data Privacy Policy</a>. We treat each sign-up with the care that the law asks for medical records.</p>
<h2>What we collect</h2>
<ul><li>What you type into our forms: first name, email address, mobile number, time zone, ZIP code, and your answers about running and your back.</li>
<li>What you choose later: your language, breaks, topics, check-ins, and requests for a visit.</li>
<li>What we send you, if it arrived, which link you opened in it, and what you reply by text.</li>
<li>As proof of your consent: the words you saw, the date and time, your internet address and your browser's name.</li></ul>
<p>We use no cookies, no tracking pixels, no ads and no tools of other companies on these pages or in our emails. We do not ask your device where you are.</p>
<h2>What we use it for</h2>
<ul><li>To send the tips and invitations you asked for, at decent hours where you live.</li><li>To choose tips that fit your answers.</li><li>To set up a visit when you ask for one.</li><li>To keep proof of consent and to honor your wish to stop.</li></ul>
<h2>Who receives it</h2>
<p>Only ${practice.legalName} and the services that store and send its messages for it. Their contracts bind them to protect health information. They may use it for nothing else. Phone and email firms carry the messages to you. The law may require us to give data to an authority.</p>
<p>We do not sell your data. We do not share it with anyone for their own marketing.</p>
<h2>Text messages</h2>
<p><strong>Mobile opt-in data is not shared with third parties.</strong> No mobile information, and no consent to get texts, is shared with or sold to third parties or affiliates for marketing or promotional purposes. This excludes only the services that carry the texts for us, who may not use it for anything else.</p>
<h2>Email and texts are not encrypted</h2>
<p>Others could read them on the way or on your device. So our messages never repeat your answers. Is that not right for you? Then please do not sign up. Call us instead.</p>
<h2>How long we keep it</h2>
<p>We keep your data while you get our messages. Sign-ups that are not confirmed are deleted after 30 days. When you delete your data, we keep two things. One is proof that you agreed and that you left. It is sealed, and stays for 6 years after the last message. The other is a scrambled mark of your address. It keeps us from writing to you again.</p>
<h2>Your choices</h2>
<p>Every email has a link to stop and a link to your choices. Reply STOP to any text. On your choices page you can pause or change how we reach you. You can get a copy of your data there, or delete it. Or call ${callLink(practice)} and we do it for you.</p>
<h2>Children</h2>
<p>This service is for people who are 18 or older. We do not knowingly keep data of anyone younger.</p>
<h2>Changes</h2>
<p>If this policy changes in a way that matters to you, we tell you before the change counts for your data.</p>
<h2>Contact</h2>
<p>${practice.legalName}, ${practice.postalAddress}. Phone ${callLink(practice)}. Email <a href="mailto:${practice.sender.replyTo}">${practice.sender.replyTo}</a>.</p>`,
  );
};
