import { SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mail, type Stand, smsNumber, stand } from './stand';

let here: Stand;
beforeEach(async () => {
  here = await stand();
});
afterEach(() => here.close());

const fault = (channel: string, mode: string, rate = 1) => here.post('/local/api/faults', { channel, mode, rate });
const email = (maxAttempts = 1) => here.ses({ maxAttempts }).send(new SendEmailCommand(mail()));
const sms = (maxAttempts = 1) =>
  here.sms({ maxAttempts }).send(
    new SendTextMessageCommand({
      DestinationPhoneNumber: '+14045550123',
      OriginationIdentity: smsNumber,
      MessageBody: 'hi',
    }),
  );

test.each([
  ['throttle', 'email', 'TooManyRequestsException'],
  ['throttle', 'sms', 'ThrottlingException'],
  ['error5xx', 'email', 'InternalServiceErrorException'],
  ['error5xx', 'sms', 'InternalServerException'],
  ['refuse', 'email', 'MessageRejected'],
  ['refuse', 'sms', 'ConflictException'],
])('%s on %s is a %s, and nothing is taken', async (mode, channel, name) => {
  await fault(channel, mode);
  await expect(channel === 'email' ? email() : sms()).rejects.toMatchObject({ name });
  expect(here.world.outbox()).toEqual([]);
});

test('a fault on one channel leaves the other alone, and `none` ends it', async () => {
  await fault('email', 'refuse');
  await sms();
  await expect(email()).rejects.toThrow();
  await fault('email', 'none');
  await email();
  expect(here.world.outbox().map(({ channel }) => channel)).toEqual(['sms', 'email']);
});

test('accept-then-drop takes the message, closes the socket, and the events still come', async () => {
  await fault('email', 'acceptThenDrop');
  await expect(email()).rejects.toThrow();
  await here.world.quiet();
  expect(here.world.outbox()).toHaveLength(1);
  expect(here.emitted.ses.map(({ eventType }) => eventType)).toEqual(['Send', 'Delivery']);
});

test('a stock client turns one send into three mails when the socket drops; with one attempt it stays one', async () => {
  await fault('email', 'acceptThenDrop');
  await expect(here.ses().send(new SendEmailCommand(mail()))).rejects.toThrow();
  expect(here.hits.filter((hit) => hit.endsWith('outbound-emails'))).toHaveLength(3);
  expect(here.world.outbox()).toHaveLength(3);
  await expect(email(1)).rejects.toThrow();
  expect(here.world.outbox()).toHaveLength(4);
});

test('slow takes the message at once and answers after 30 seconds', async () => {
  await fault('sms', 'slow');
  const answered = sms();
  await until(() => here.timers.length > 0);
  expect(here.timers.map(({ ms }) => ms)).toEqual([30_000]);
  expect(here.world.outbox()).toHaveLength(1);
  await here.world.quiet();
  expect(here.emitted.sms).toHaveLength(2);
  here.timers[0]!.run();
  expect((await answered).MessageId).toBe(here.world.outbox()[0]?.id);
});

test('a client that gives up on a slow answer leaves the message taken and no timer behind', async () => {
  await fault('email', 'slow');
  const impatient = new AbortController();
  const sent = here.ses({ maxAttempts: 1 }).send(new SendEmailCommand(mail()), { abortSignal: impatient.signal });
  await until(() => here.timers.length > 0);
  impatient.abort();
  await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
  await until(() => here.timers.length === 0);
  expect(here.world.outbox()).toHaveLength(1);
});

test('a rate decides by the dice which requests are hit', async () => {
  const rolls = [0.29, 0.3, 0.99, 0.1];
  const dicey = await stand({ random: () => rolls.shift()! });
  await dicey.post('/local/api/faults', { channel: 'email', mode: 'refuse', rate: 0.3 });
  const fates: string[] = [];
  for (let n = 0; n < 4; n++) {
    fates.push(
      await dicey
        .ses({ maxAttempts: 1 })
        .send(new SendEmailCommand(mail()))
        .then(
          () => 'taken',
          (error) => error.name,
        ),
    );
  }
  await dicey.close();
  expect(fates).toEqual(['MessageRejected', 'taken', 'taken', 'MessageRejected']);
});

/** Gives the event loop turns until something is so; jest's own limit ends it otherwise. */
async function until(so: () => boolean): Promise<void> {
  while (!so()) await new Promise((done) => setImmediate(done));
}
