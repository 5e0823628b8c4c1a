import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mail, mailWithHeaders, type Stand, smsNumber, stand } from './stand';

let here: Stand;
beforeEach(async () => {
  here = await stand();
});
afterEach(() => here.close());

const runner = '+14045550123';
const email = async (input = mail()) =>
  (await here.ses({ maxAttempts: 1 }).send(new SendEmailCommand(input))).MessageId!;
const sms = async () =>
  (
    await here
      .sms({ maxAttempts: 1 })
      .send(new SendTextMessageCommand({ DestinationPhoneNumber: runner, MessageBody: 'Hello' }))
  ).MessageId!;

test('the outbox is filtered by channel and by bare address, whatever its case, escaped or not', async () => {
  const [mailId, textId] = [await email(), await sms()];
  const ids = async (query: string) =>
    (await here.get(`/local/api/outbox${query}`)).json().map(({ id }: { id: string }) => id);
  expect(await ids('')).toEqual([mailId, textId]);
  expect(await ids('?channel=sms')).toEqual([textId]);
  expect(await ids('?to=RUNNER@example.com')).toEqual([mailId]);
  expect(await ids(`?to=${encodeURIComponent(runner)}`)).toEqual([textId]);
  expect(await ids(`?to=${runner}`)).toEqual([textId]);
  expect(await ids('?to=nobody@example.com')).toEqual([]);
});

test('an inbound text reaches the practice as the two-way JSON, with the message it follows', async () => {
  const last = await sms();
  const { status, json } = await here.post('/local/api/sms', { from: runner, body: 'Stop please' });
  expect([status, json.handled]).toEqual([200, true]);
  expect(here.emitted.inbound).toEqual([
    {
      originationNumber: runner,
      destinationNumber: smsNumber,
      messageKeyword: 'STOP',
      messageBody: 'Stop please',
      inboundMessageId: json.inboundMessageId,
      previousPublishedMessageId: last,
    },
  ]);
});

test('a text from an unknown number follows nothing, and two texts never share an id', async () => {
  await here.post('/local/api/sms', { from: runner, body: 'TIPS' });
  await here.post('/local/api/sms', { from: runner, body: 'TIPS' });
  const [first, second] = here.emitted.inbound;
  expect(first).not.toHaveProperty('previousPublishedMessageId');
  expect(first.inboundMessageId).not.toBe(second.inboundMessageId);
});

test.each([
  [
    { type: 'bounce' },
    'Bounce',
    { bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'runner@example.com' }] } },
  ],
  [
    { type: 'bounce', bounceType: 'Transient' },
    'Bounce',
    { bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull' } },
  ],
  [
    { type: 'complaint' },
    'Complaint',
    { complaint: { complainedRecipients: [{ emailAddress: 'runner@example.com' }] } },
  ],
  [{ type: 'delivery' }, 'Delivery', { delivery: { recipients: ['runner@example.com'] } }],
])('%j is reported about a mail as SES reports it', async (what, eventType, detail) => {
  const id = await email();
  await here.world.quiet();
  const { json } = await here.post('/local/api/events', { id, ...what });
  expect(json.handled).toBe(true);
  expect(here.emitted.ses.at(-1)).toMatchObject({
    eventType,
    mail: { messageId: id, tags: { attempt: ['att_1'] } },
    ...detail,
  });
});

test('a text bounces in its own words', async () => {
  const id = await sms();
  await here.post('/local/api/events', { id, type: 'bounce', bounceType: 'Transient' });
  await here.post('/local/api/events', { id, type: 'bounce' });
  expect(here.emitted.sms.slice(2).map(({ eventType, isFinal }) => [eventType, isFinal])).toEqual([
    ['TEXT_UNREACHABLE', true],
    ['TEXT_INVALID', true],
  ]);
});

test.each([
  ['sms', { body: 'STOP' }, 'from'],
  ['sms', { from: '404-555-0123', body: 'STOP' }, 'from'],
  ['sms', { from: runner, body: '' }, 'body'],
  ['events', { type: 'bounce' }, 'id'],
  ['events', { id: 'x', type: 'bonce' }, 'type'],
  ['events', { id: 'x', type: 'bounce', bounceType: 'Soft' }, 'bounceType'],
  ['faults', { channel: 'fax', mode: 'none', rate: 1 }, 'channel'],
  ['faults', { channel: 'sms', mode: 'explode', rate: 1 }, 'mode'],
  ['faults', { channel: 'sms', mode: 'slow', rate: 1.1 }, 'rate'],
  ['faults', '{broken', 'body'],
])('POST %s %j is refused and the field named', async (path, body, field) => {
  const { status, json } = await here.post(`/local/api/${path}`, body);
  expect([status, json.error.code, json.error.field]).toEqual([400, 'invalid', field]);
  expect(json.error.message).not.toBe('');
});

test('a wrong filter, an unknown message and a wrong method are told apart', async () => {
  const wrong = await here.get('/local/api/outbox?channel=fax');
  expect([wrong.status, wrong.json().error.field]).toEqual([400, 'channel']);
  expect((await here.post('/local/api/events', { id: 'nobody', type: 'bounce' })).status).toBe(404);
  expect((await here.get('/local/api/sms')).status).toBe(405);
});

test('clock and token are left to those who mount them', async () => {
  expect((await fetch(`${here.url}/local/api/clock`, { method: 'POST' })).status).toBe(404);
});

test('faults can be read back', async () => {
  await here.post('/local/api/faults', { channel: 'email', mode: 'slow', rate: 0.25 });
  expect((await here.get('/local/api/faults')).json()).toEqual({
    email: { mode: 'slow', rate: 0.25 },
    sms: { mode: 'none', rate: 0 },
  });
});

test('an event the practice cannot take is handed over again until it can, and others do not wait for it', async () => {
  let broken = true;
  const taken: string[] = [];
  const shaky = await stand({
    emit: {
      async sesEvent(json) {
        const { eventType, mail: about } = json as { eventType: string; mail: { messageId: string } };
        if (broken && about.messageId === 'm-1') throw new Error('not now');
        taken.push(`${about.messageId} ${eventType}`);
      },
      async smsEvent() {},
      async inboundSms() {},
    },
  });
  const client = shaky.ses({ maxAttempts: 1 });
  await client.send(new SendEmailCommand(mail()));
  await client.send(new SendEmailCommand(mail()));
  while (taken.length < 2) await new Promise((done) => setImmediate(done));
  expect(taken).toEqual(['m-2 Send', 'm-2 Delivery']);
  broken = false;
  for (const { run } of shaky.timers.splice(0)) run();
  await shaky.world.quiet();
  expect(taken.slice(2)).toEqual(['m-1 Send', 'm-1 Delivery']);
  await shaky.close();
});

test('one-click does what a mailbox provider does, and only ever to the practice itself', async () => {
  const seen: string[] = [];
  const practice = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    seen.push(`${req.method} ${req.url} ${body} ${req.headers.cookie ?? 'no cookie'}`);
    res.end();
  });
  await new Promise<void>((done) => practice.listen(0, '127.0.0.1', done));
  const publicUrl = `http://127.0.0.1:${(practice.address() as AddressInfo).port}`;
  const there = await stand({ publicUrl });
  const offer = (target: string) =>
    mailWithHeaders([
      { Name: 'List-Unsubscribe', Value: `<mailto:u@practice.example>, <${target}>` },
      { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
    ]);
  for (const input of [
    offer(`${publicUrl}/unsubscribe/t`),
    offer('https://elsewhere.example/t'),
    mailWithHeaders([]),
  ]) {
    await there.ses({ maxAttempts: 1 }).send(new SendEmailCommand(input));
  }
  const press = async (id: string) => (await there.post('/local/api/one-click', { id })).status;
  expect([await press('m-1'), await press('m-2'), await press('m-3')]).toEqual([200, 400, 400]);
  expect(seen).toEqual(['POST /unsubscribe/t List-Unsubscribe=One-Click no cookie']);
  practice.closeAllConnections();
  await Promise.all([there.close(), new Promise((done) => practice.close(done))]);
});

test('the oldest messages leave when the outbox is full', async () => {
  const small = await stand({ bounds: { entries: 2, bytes: 1e9 } });
  for (let n = 0; n < 3; n++) await small.ses({ maxAttempts: 1 }).send(new SendEmailCommand(mail()));
  expect(small.world.outbox().map(({ id }) => id)).toEqual(['m-2', 'm-3']);
  await small.close();
});
