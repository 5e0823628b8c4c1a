import { html } from 'hono/html';
import { callLink, type Html, type Look } from '../layout';
import { legalPage } from './legal';

/** RCW 19.373.020: categories, purposes, sources, categories shared, recipients, and how to use one's rights. */
export const healthDataPage = (look: Look): Html => {
  const { practice } = look;
  return legalPage(
    look,
    'Consumer Health Data Privacy Policy',
    html`<p>This policy adds to our <a href="/privacy">Privacy policy</a>. It is written for the Washington My Health My Data Act. We follow it for all people in all states. Nevada and Connecticut are among them. Some data is protected health information under HIPAA. For that, our <a href="${practice.noticeOfPrivacyPractices}">Notice of Privacy Practices</a> applies.</p>
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
<p>Open “Your choices” in any of our messages. Press “Download my data” or “Delete my data”. You can also call ${callLink(practice)}. Or write to <a href="mailto:${practice.sender.replyTo}">${practice.sender.replyTo}</a> or ${practice.postalAddress}. We send a link to your address to check that it is you. We answer within 45 days. If we need more time, we tell you why. It never takes more than 45 days beyond that.</p>
<h2>If we say no</h2>
<p>You may appeal. Write to the same address with the word “Appeal”. We answer in writing within 45 days. If you are not content, you can complain to the Attorney General of your state. In Washington, go to <a href="https://www.atg.wa.gov/file-complaint">www.atg.wa.gov/file-complaint</a>.</p>
<h2>Changes</h2>
<p>We may want to collect a new kind of data, or to use data in a new way. Then we tell you here and ask for your consent first.</p>`,
  );
};
