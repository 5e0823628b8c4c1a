import { html } from 'hono/html';
import type { PracticeWords } from '../../../../core/practice/words';
import type { Html } from '../../html';

/** What a legal page speaks of: addresses of pages, names of the practice, and pieces that are links. */
export interface LegalFacts {
  privacy: string;
  healthData: string;
  terms: string;
  noticeOfPrivacyPractices: string;
  name: string;
  legalName: string;
  program: string;
  postalAddress: string;
  /** A link to the practice's own number. */
  call: Html;
  /** A link to the practice's own mailbox. */
  mail: Html;
  /** The number texts come from. */
  smsNumber: string;
  /** Most messages a month. */
  most: string;
  disclaimer: Html;
  emergency: Html;
}

/** The pages the law asks for. DRAFT: counsel reads them before the first message. */
export const legal = (subject: PracticeWords) => ({
  lastChanged: ({ name, date }: { name: string; date: string }) => `${name}. Last changed ${date}.`,

  agreementTitle: 'What you agree to when you reply YES',
  agreement: (
    of: LegalFacts & { sms: string; health: string },
  ) => html`<h2>Texts</h2><p>${of.sms} You must be 18 or older.</p>
<h2>Your health data</h2><p>${of.health}</p>
<h2>The whole documents</h2>
<ul><li><a href="${of.terms}">Terms of the tips service</a></li>
<li><a href="${of.privacy}">Privacy policy</a></li>
<li><a href="${of.healthData}">Consumer Health Data Privacy Policy</a></li></ul>`,

  privacyTitle: 'Privacy policy',
  privacy: (
    of: LegalFacts,
  ) => html`<p>This policy is about ${subject.theTips} by email and text. It is also about the pages that go with them. How we use medical records is in our <a href="${of.noticeOfPrivacyPractices}">Notice of Privacy Practices</a>. Your rights over health data are in our <a href="${of.healthData}">Consumer Health Data Privacy Policy</a>. We treat each sign-up with the care that the law asks for medical records.</p>
<h2>What we collect</h2>
<ul><li>What you type into our forms: first name, email address, mobile number, time zone, ZIP code, and ${subject.yourAnswers}.</li>
<li>What you choose later: your language, breaks, topics, check-ins, and requests for a visit.</li>
<li>What we send you, if it arrived, which link you opened in it, and what you reply by text.</li>
<li>As proof of your consent: the words you saw, the date and time, your internet address and your browser's name.</li></ul>
<p>We use no cookies, no tracking pixels, no ads and no tools of other companies on these pages or in our emails. We do not ask your device where you are.</p>
<h2>What we use it for</h2>
<ul><li>To send the tips and invitations you asked for, at decent hours where you live.</li><li>To choose tips that fit your answers.</li><li>To set up a visit when you ask for one.</li><li>To keep proof of consent and to honor your wish to stop.</li></ul>
<h2>Who receives it</h2>
<p>Only ${of.legalName} and the services that store and send its messages for it. Their contracts bind them to protect health information. They may use it for nothing else. Phone and email firms carry the messages to you. The law may require us to give data to an authority.</p>
<p>We do not sell your data. We do not share it with anyone for their own marketing.</p>
<h2>Text messages</h2>
<p><strong>Mobile opt-in data is not shared with third parties.</strong> No mobile information, and no consent to get texts, is shared with or sold to third parties or affiliates for marketing or promotional purposes. This excludes only the services that carry the texts for us, who may not use it for anything else.</p>
<h2>Email and texts are not encrypted</h2>
<p>Others could read them on the way or on your device. So our messages never repeat your answers. Is that not right for you? Then please do not sign up. Call us instead.</p>
<h2>How long we keep it</h2>
<p>We keep your data while you get our messages. Sign-ups that are not confirmed are deleted after 30 days. When you delete your data, we keep two things. One is proof that you agreed and that you left. It is sealed, and stays for 6 years after the last message. The other is a scrambled mark of your address. It keeps us from writing to you again.</p>
<h2>Your choices</h2>
<p>Every email has a link to stop and a link to your choices. Reply STOP to any text. On your choices page you can pause or change how we reach you. You can get a copy of your data there, or delete it. Or call ${of.call} and we do it for you.</p>
<h2>Children</h2>
<p>This service is for people who are 18 or older. We do not knowingly keep data of anyone younger.</p>
<h2>Changes</h2>
<p>If this policy changes in a way that matters to you, we tell you before the change counts for your data.</p>
<h2>Contact</h2>
<p>${of.legalName}, ${of.postalAddress}. Phone ${of.call}. Email ${of.mail}.</p>`,

  termsTitle: 'Terms of the tips service',
  terms: (
    of: LegalFacts,
  ) => html`<p>These terms are between you and ${of.legalName} (“we”). By signing up you agree to them.</p>
<h2>Not medical advice</h2>
${of.disclaimer}
<p>Signing up does not make you our patient. Ask a doctor before you start. Stop any move that hurts.</p>
${of.emergency}
<h2>Who may sign up</h2>
<p>You must be 18 or older and live in the United States. Use only an email address and a cell phone number of your own.</p>
<h2>Text program: ${of.program}</h2>
<ul><li><strong>What you get:</strong> recurring automated marketing texts from ${of.name} with ${subject.whatTheyAreFor}. Some invite you to book a visit.</li>
<li><strong>How many:</strong> up to ${of.most} messages a month.</li>
<li><strong>What it costs:</strong> nothing from us. Message and data rates may apply.</li>
<li><strong>Consent is not a condition</strong> of buying any goods or services or of getting care.</li>
<li><strong>To stop:</strong> reply STOP to any text. One last text says that it is done. Reply START to come back.</li>
<li><strong>For help:</strong> reply HELP, call ${of.call} or write to ${of.mail}.</li>
<li><strong>The number:</strong> texts come from ${of.smsNumber}. We do not read replies day and night.</li>
<li><strong>Carriers</strong> are not liable for delayed or undelivered messages. Not every carrier or phone may be supported.</li>
<li>If you change or give up your number, please reply STOP first or tell us.</li></ul>
<h2>Email</h2>
<p>You get up to ${of.most} marketing emails a month. Each has a link to stop. One click is enough, and it works at once.</p>
<h2>Requests for a visit</h2>
<p>When you ask for a visit on our pages, no time is set yet. It is set when our team has agreed on a time with you.</p>
<h2>Your privacy</h2>
<p>Three pages say how we treat your data: our <a href="${of.privacy}">Privacy policy</a>, our <a href="${of.healthData}">Consumer Health Data Privacy Policy</a> and our <a href="${of.noticeOfPrivacyPractices}">Notice of Privacy Practices</a>.</p>
<h2>Fair use</h2>
<p>Please do not sign up others. Do not send us files that do harm. Do not try to break the service. We may end the service, or your use of it, at any time.</p>
<h2>No promises</h2>
<p>We write the tips with care. We cannot promise a result, or that each message comes on time. A tip does not take the place of a doctor. As far as the law allows, we are not liable for harm when you use a tip in place of one. The law gives you rights, and these terms take none of them away.</p>
<h2>Law and changes</h2>
<p>Federal law applies, and the law of the state where our main office is. If these terms change in a way that matters, we tell you first. You can leave at any time.</p>
<h2>Contact</h2>
<p>${of.legalName}, ${of.postalAddress}, ${of.call}.</p>`,

  healthDataTitle: 'Consumer Health Data Privacy Policy',
  /** RCW 19.373.020: categories, purposes, sources, categories shared, recipients, and how to use one's rights. */
  healthData: (
    of: LegalFacts,
  ) => html`<p>This policy adds to our <a href="${of.privacy}">Privacy policy</a>. It is written for the Washington My Health My Data Act. We follow it for all people in all states. Nevada and Connecticut are among them. Some data is protected health information under HIPAA. For that, our <a href="${of.noticeOfPrivacyPractices}">Notice of Privacy Practices</a> applies.</p>
<h2>Health data we collect</h2>
<table><thead><tr><th scope="col">Category</th><th scope="col">What it is</th><th scope="col">Why</th></tr></thead><tbody>
<tr><td>Answers about your back</td><td>Where it hurts, what brings it on, tingling down a leg, signs of an emergency</td><td>To choose tips that fit. To send no exercises to people who should see a doctor first. To warn of an emergency</td></tr>
<tr><td>Answers about running</td><td>How you run, if you would try other sports</td><td>To choose tips that fit</td></tr>
<tr><td>Check-ins</td><td>Better, the same or worse; seen by a doctor</td><td>To change what comes next</td></tr>
<tr><td>Requests for a visit</td><td>The office, days and time of day that suit you, and a number to call</td><td>To call you back and set up a visit</td></tr>
<tr><td>Contact and use</td><td>First name, email, mobile number, time zone, ZIP code, messages sent, links opened, replies</td><td>To send what you asked for, at decent hours. To prove your consent</td></tr>
</tbody></table>
<p>We do not collect your exact location. We do not collect your fingerprints, your face or other body measures. We get no data from other companies.</p>
<h2>Where it comes from</h2>
<p>It comes from you: our forms, the links you open, and your replies. Our team adds to it when you call.</p>
<h2>What we share, and with whom</h2>
<p>We share all the kinds of data named above with firms that work for us. The law calls them processors. One firm hosts our service in the cloud. Others carry our emails and texts. They store the data or bring you our messages, and may use the data for nothing else. We share health data with no other third party and with no affiliate. To share it with anyone else, we would first need a separate consent from you.</p>
<p><strong>We do not sell consumer health data.</strong> We set up no virtual fence around any health facility.</p>
<h2>Your consent</h2>
<p>We collect these answers only with your consent, or as needed to give you what you asked for. Before you send the form, it tells you four things. They are what we collect, why, who gets it, and how to take your consent back.</p>
<h2>Your rights</h2>
<ul><li><strong>To know and see:</strong> ask if we have your health data. You can get a copy, and a list of those who got it.</li>
<li><strong>To withdraw consent:</strong> you can do so at any time. Use a link in our messages, reply STOP, or call us.</li>
<li><strong>To delete:</strong> we erase it here and at our processors. It is gone from our backups within six months. We keep proof that you agreed and that you left. It is sealed and stays for 6 years, because the law asks us to keep it.</li>
<li><strong>No penalty:</strong> it costs nothing to use your rights. Your care stays the same.</li></ul>
<h2>How to use them</h2>
<p>Open “Your choices” in any of our messages. Press “Download my data” or “Delete my data”. You can also call ${of.call}. Or write to ${of.mail} or ${of.postalAddress}. We send a link to your address to check that it is you. We answer within 45 days. If we need more time, we tell you why. It never takes more than 45 days beyond that.</p>
<h2>If we say no</h2>
<p>You may appeal. Write to the same address with the word “Appeal”. We answer in writing within 45 days. If you are not content, you can complain to the Attorney General of your state. In Washington, go to <a href="https://www.atg.wa.gov/file-complaint">www.atg.wa.gov/file-complaint</a>.</p>
<h2>Changes</h2>
<p>We may want to collect a new kind of data, or to use data in a new way. Then we tell you here and ask for your consent first.</p>`,

  languageHelpTitle: 'Free language help',
  languageHelp: ({ name }: { name: string }) =>
    `${name} offers free language services and free aids for people with disabilities. Find your language below.`,
});
