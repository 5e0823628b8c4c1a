import { GetAccountCommand, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { simpleParser } from 'mailparser';
import { mail, mailWithHeaders, type Stand, stand } from './stand';

let here: Stand;
beforeEach(async () => {
  here = await stand();
});
afterEach(() => here.close());

const send = (input: SendEmailCommandInput) => here.ses({ maxAttempts: 1 }).send(new SendEmailCommand(input));

test('a mail the SDK sends stands in the outbox as the contract says', async () => {
  const { MessageId: id, $metadata } = await send(mail());
  const { json } = await here.get('/local/api/outbox?channel=email');
  expect(json()).toEqual([
    {
      id,
      channel: 'email',
      to: 'runner@example.com',
      from: 'Back Tips <tips@practice.example>',
      subject: 'Your first tip',
      text: 'Stretch first.\nStop if it hurts.',
      html: '<p>Stretch first.</p>',
      headers: [
        { name: 'List-Unsubscribe', value: '<https://tips.practice.example/unsubscribe/abc>' },
        { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
        { name: 'Reply-To', value: 'desk@practice.example' },
      ],
      tags: { attempt: 'att_1' },
      acceptedAt: '2026-12-01T15:00:00.000Z',
      requestId: $metadata.requestId,
    },
  ]);
});

test('the same mail sent twice stands there twice, under two ids', async () => {
  await send(mail());
  await send(mail());
  expect(new Set(here.world.outbox().map(({ id }) => id)).size).toBe(2);
});

test('Send and Delivery are reported in the shape of SES event publishing, in this order', async () => {
  const { MessageId: id } = await send(mail());
  await here.world.quiet();
  expect(here.emitted.ses.map(({ eventType }) => eventType)).toEqual(['Send', 'Delivery']);
  const { mail: about, delivery } = here.emitted.ses[1];
  expect(about).toMatchObject({
    timestamp: '2026-12-01T15:00:00.000Z',
    messageId: id,
    source: 'Back Tips <tips@practice.example>',
    destination: ['runner@example.com'],
    commonHeaders: { subject: 'Your first tip' },
  });
  expect(about.tags).toMatchObject({ attempt: ['att_1'], 'ses:configuration-set': ['practice-events'] });
  expect(about.headers).toContainEqual({ name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' });
  expect(delivery.recipients).toEqual(['runner@example.com']);
});

test('the account tells a quota, and what was sent in the last day of virtual time', async () => {
  await send(mail());
  const { SendQuota, SendingEnabled } = await here.ses().send(new GetAccountCommand({}));
  expect(SendingEnabled).toBe(true);
  expect(SendQuota).toEqual({ Max24HourSend: 1_000_000, MaxSendRate: 500, SentLast24Hours: 1 });
});

const longest = { Name: 'X-Long', Value: 'v'.repeat(990) };
const refused: [string, SendEmailCommandInput][] = [
  ['no recipient', mail({ Destination: {} })],
  ['51 recipients', mail({ Destination: { ToAddresses: Array.from({ length: 51 }, (_, n) => `r${n}@example.com`) } })],
  ['a recipient that is no address', mail({ Destination: { ToAddresses: ['runner@@example.com'] } })],
  ['no sender', mail({ FromEmailAddress: undefined })],
  ['a sender outside ASCII', mail({ FromEmailAddress: 'Clínica <tips@practice.example>' })],
  ['an answer address outside ASCII', mail({ ReplyToAddresses: ['Clínica <desk@practice.example>'] })],
  ['an empty subject', mail({ Content: { Simple: { Subject: { Data: '' }, Body: { Text: { Data: 't' } } } } })],
  ['no body', mail({ Content: { Simple: { Subject: { Data: 's' }, Body: {} } } })],
  ['an empty configuration set', mail({ ConfigurationSetName: '' })],
  ['a tag value with #', mail({ EmailTags: [{ Name: 'step', Value: 'series#1' }] })],
  ['a tag value of 257', mail({ EmailTags: [{ Name: 'step', Value: 'x'.repeat(257) }] })],
  ['an empty tag value', mail({ EmailTags: [{ Name: 'step', Value: '' }] })],
  ['a tag name with @', mail({ EmailTags: [{ Name: 'a@b', Value: 'x' }] })],
  ['one tag twice', mail({ EmailTags: ['x', 'y'].map((Value) => ({ Name: 'step', Value })) })],
  [
    'one header twice, whatever its case',
    mailWithHeaders([
      { Name: 'X-A', Value: '1' },
      { Name: 'x-a', Value: '2' },
    ]),
  ],
  ['a header name of 127', mailWithHeaders([{ Name: 'X'.repeat(127), Value: '1' }])],
  ['a header name with a colon', mailWithHeaders([{ Name: 'X:A', Value: '1' }])],
  ['a header value of 996', mailWithHeaders([{ Name: 'X', Value: 'v'.repeat(996) }])],
  ['name and value of 997 together', mailWithHeaders([{ ...longest, Name: 'X-Longer' }])],
  ['a header value that is not ASCII', mailWithHeaders([{ Name: 'X-A', Value: 'café' }])],
  ['a header value with a line break', mailWithHeaders([{ Name: 'X-A', Value: 'a\r\nBcc: x@example.com' }])],
  ['a header that SES writes itself', mailWithHeaders([{ Name: 'Subject', Value: 'again' }])],
];
test.each(refused)('%s is a BadRequestException and nothing is taken', async (_what, input) => {
  await expect(send(input)).rejects.toMatchObject({ name: 'BadRequestException', $metadata: { httpStatusCode: 400 } });
  expect(here.world.outbox()).toEqual([]);
});

test('what stands just inside the limits is taken', async () => {
  await send(mailWithHeaders([longest]));
  await send(mail({ EmailTags: [{ Name: 'x'.repeat(256), Value: 'A-z_0'.padEnd(256, '9') }] }));
  expect(here.world.outbox()).toHaveLength(2);
});

test('the .eml is a message a mail program reads: text before HTML, headers and files whole', async () => {
  const { MessageId: id } = await send(
    mail({
      Content: {
        Simple: {
          Subject: { Data: 'Día siete — estira' },
          Body: { Text: { Data: 'Estira más.' }, Html: { Data: '<p>Estira más.</p>' } },
          Headers: [
            { Name: 'List-Unsubscribe', Value: `<https://tips.practice.example/unsubscribe/${'a'.repeat(300)}>` },
          ],
          Attachments: [
            { FileName: 'visit.ics', RawContent: Buffer.from('BEGIN:VCALENDAR'), ContentType: 'text/calendar' },
          ],
        },
      },
    }),
  );
  const { type, text } = await here.get(`/local/api/outbox/${id}.eml`);
  expect(type).toBe('message/rfc822');
  expect(text.indexOf('text/plain')).toBeGreaterThan(-1);
  expect(text.indexOf('text/plain')).toBeLessThan(text.indexOf('text/html'));
  for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  const parsed = await simpleParser(text);
  expect(parsed.subject).toBe('Día siete — estira');
  expect(parsed.text?.trim()).toBe('Estira más.');
  expect(parsed.html).toContain('Estira más.');
  expect(parsed.date?.toISOString()).toBe('2026-12-01T15:00:00.000Z');
  expect(parsed.replyTo?.text).toBe('desk@practice.example');
  expect(parsed.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line).toContain('a'.repeat(300));
  expect(parsed.attachments[0]?.content.toString()).toBe('BEGIN:VCALENDAR');
});

test('another operation and another address are not known', async () => {
  expect((await here.get('/local/aws/ses/v2/email/identities')).status).toBe(404);
  expect((await here.get('/local/api/outbox/nobody.eml')).status).toBe(404);
});
