import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { OutgoingEmail } from '../../functions/core/sending/outgoing';
import { emailSender } from '../../functions/providers/email';
import { credentials, type Stand, stand } from '../local/world/stand';
import { practice } from '../templates/sample';

let here: Stand;
beforeAll(() => {
  process.env.AWS_ACCESS_KEY_ID = credentials.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = credentials.secretAccessKey;
});
beforeEach(async () => {
  here = await stand();
});
afterEach(() => here.close());

const mail: OutgoingEmail = {
  channel: 'email',
  to: 'robin@example.com',
  stream: 'marketing',
  subject: 'José, día siete — estira',
  html: '<p>Estira más.</p>\n<p>Dos.</p>',
  text: 'Estira más.\nDos.\n',
  headers: [{ name: 'List-Unsubscribe', value: '<https://tips.practice.example/unsubscribe/abc>' }],
  attachments: [{ name: 'visit.ics', type: 'text/calendar', body: 'BEGIN:VCALENDAR\nEND:VCALENDAR\n' }],
  tags: { subscriber: 'sub_1', target: 'enr_1', step: 'welcome', attempt: 'att_1', to: 'k' },
};

const sent = async (name: string) => {
  const send = emailSender({
    practice: { ...practice, name },
    configurationSets: { marketing: 'marketing', transactional: 'transactional' },
    endpoint: `${here.url}/local/aws/ses`,
    region: 'us-east-1',
  });
  expect(await send(mail)).toMatchObject({ is: 'accepted' });
  const [entry] = here.world.outbox();
  const { text: raw } = await here.get(`/local/api/outbox/${entry!.id}.eml`);
  return { entry: entry!, raw };
};

it.each(['Clínica Müller', 'Runner’s Spine', 'Back & Spine, "Ltd."'])(
  'mail of a practice called %s has headers in ASCII that say so',
  async (name) => {
    const { entry, raw } = await sent(name);
    for (const value of [entry.from, entry.to, ...entry.headers.map((one) => one.value)])
      expect(value).toMatch(/^[\x20-\x7e]+$/);
    expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).toMatch(/^[\r\n\t\x20-\x7e]+$/);
    const parsed = await simpleParser(raw);
    expect(parsed.from?.value).toEqual([{ name, address: practice.sender.marketing }]);
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.replyTo?.value[0]?.address).toBe(practice.sender.replyTo);
  },
);

it('every line of the message ends with CRLF, whatever the bodies end theirs with', async () => {
  const { raw } = await sent('Back Tips');
  expect(raw).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
});

it.each(['marketing', 'transactional'] as const)(
  'a %s mail names its configuration set, and leaves no list to SES, which would put its own link in',
  async (stream) => {
    const asked: Record<string, unknown>[] = [];
    const ses = createServer(async (req, res) => {
      let body = '';
      for await (const part of req) body += part;
      asked.push(JSON.parse(body));
      res.setHeader('content-type', 'application/json');
      res.end('{"MessageId":"m-1"}');
    });
    await new Promise<void>((done) => ses.listen(0, '127.0.0.1', done));
    try {
      const send = emailSender({
        practice,
        configurationSets: { marketing: 'set-of-marketing', transactional: 'set-of-transactional' },
        endpoint: `http://127.0.0.1:${(ses.address() as AddressInfo).port}`,
        region: 'us-east-1',
      });
      expect(await send({ ...mail, stream })).toEqual({ is: 'accepted', providerId: 'm-1' });
    } finally {
      ses.closeAllConnections();
      await new Promise((done) => ses.close(done));
    }
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      ConfigurationSetName: `set-of-${stream}`,
      FromEmailAddress: expect.stringContaining(practice.sender[stream]),
    });
    expect(Object.keys(asked[0]!)).not.toContain('ListManagementOptions');
  },
);
