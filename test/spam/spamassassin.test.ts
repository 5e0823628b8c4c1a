import { spawnSync } from 'node:child_process';
import MailComposer from 'nodemailer/lib/mail-composer';
import { mails } from '../judges/mails';

// The rules of a whole filter are read for each mail.
jest.setTimeout(120_000);

/** Of SpamAssassin's 5.0, without asking the network. */
const mostPoints = 2;

const raw = (subject: string, html: string, text: string): Promise<Buffer> =>
  new MailComposer({
    from: { name: 'Pinnacle Orthopaedics', address: 'tips@news.practice.example' },
    replyTo: 'office@practice.example',
    to: 'dana@example.com',
    subject,
    html,
    text,
    headers: {
      'List-ID': '<back-care.news.practice.example>',
      'List-Unsubscribe': '<https://tips.practice.example/unsubscribe/t0k3n>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  })
    .compile()
    .build();

function score(mail: Buffer): { points: number; rules: string } {
  const { stdout, status, error } = spawnSync('spamassassin', ['-L', '-t'], { input: mail, timeout: 100_000 });
  if (error)
    throw new Error(`SpamAssassin cannot be started (${error.message}). On Debian: apt-get install spamassassin.`);
  if (status !== 0) throw new Error(`SpamAssassin ended with ${status}.`);
  const [, points, rules] = /^X-Spam-Status: \w+, score=(-?[\d.]+).*?tests=(.*?)\s*(?:autolearn|version)/ms.exec(
    String(stdout),
  )!;
  return { points: Number(points), rules: rules!.replace(/\s+/g, '') };
}

it.each(mails.map(({ name, subject, html, text }) => [name, subject, html, text]))(
  'SpamAssassin gives %s less than two points of five',
  async (_, subject, html, text) => {
    const { points, rules } = score(await raw(subject, html, text));
    expect({ rules, fine: points < mostPoints }).toEqual({ rules, fine: true });
  },
);

it('knows spam when it sees it', async () => {
  const test = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X';
  expect(score(await raw('Buy now', `<p>${test}</p>`, test)).points).toBeGreaterThan(5);
});
