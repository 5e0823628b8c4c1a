import {
  DeleteOptedOutNumberCommand,
  DescribePhoneNumbersCommand,
  PutOptedOutNumberCommand,
  SendTextMessageCommand,
  type SendTextMessageCommandInput,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { type Stand, smsNumber, stand } from './stand';

let here: Stand;
beforeEach(async () => {
  here = await stand();
});
afterEach(() => here.close());

const runner = '+14045550123';
const text = (over: Partial<SendTextMessageCommandInput> = {}): SendTextMessageCommandInput => ({
  DestinationPhoneNumber: runner,
  OriginationIdentity: smsNumber,
  MessageBody: 'Practice: stretch before each run. Info only, not medical advice',
  MessageType: 'TRANSACTIONAL',
  ConfigurationSetName: 'practice-texts',
  TimeToLive: 3600,
  Context: { attempt: 'att_1' },
  ...over,
});
const send = (input: SendTextMessageCommandInput) =>
  here.sms({ maxAttempts: 1 }).send(new SendTextMessageCommand(input));

test('a text stands in the outbox with its context as tags and its parts counted', async () => {
  const { MessageId: id } = await send(text({ MessageBody: 'ñandú ☀ '.repeat(10) }));
  expect(here.world.outbox()).toEqual([
    expect.objectContaining({ id, channel: 'sms', to: runner, from: smsNumber, tags: { attempt: 'att_1' }, parts: 2 }),
  ]);
});

test('TEXT_SENT and then the final TEXT_DELIVERED are reported with the context', async () => {
  const { MessageId: messageId } = await send(text());
  await here.world.quiet();
  expect(here.emitted.sms.map(({ eventType, isFinal }) => [eventType, isFinal])).toEqual([
    ['TEXT_SENT', false],
    ['TEXT_DELIVERED', true],
  ]);
  expect(here.emitted.sms[1]).toMatchObject({
    messageId,
    context: { attempt: 'att_1' },
    destinationPhoneNumber: runner,
    originationPhoneNumber: smsNumber,
    messageStatus: 'DELIVERED',
    totalMessageParts: 1,
    eventTimestamp: Date.parse('2026-12-01T15:00:00Z'),
  });
});

test('an opted-out number is refused by name and reason until it is taken off the list', async () => {
  const list = { OptOutListName: 'Default', OptedOutNumber: runner };
  const put = await here.sms().send(new PutOptedOutNumberCommand(list));
  expect(put.OptedOutTimestamp).toEqual(new Date('2026-12-01T15:00:00Z'));
  await expect(send(text())).rejects.toMatchObject({
    name: 'ConflictException',
    Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT',
  });
  await here.sms().send(new DeleteOptedOutNumberCommand(list));
  await send(text());
  expect(here.world.outbox()).toHaveLength(1);
});

test('a dry run is checked and answered, but nothing leaves', async () => {
  expect((await send(text({ DryRun: true }))).MessageId).toBeDefined();
  expect(here.world.outbox()).toEqual([]);
});

test('the number and its rate can be asked for', async () => {
  const { PhoneNumbers } = await here.sms().send(new DescribePhoneNumbersCommand({}));
  expect(PhoneNumbers?.[0]).toMatchObject({ PhoneNumber: smsNumber, MessagingLimits: { RateLimits: { SMS: '1' } } });
});

test.each<[string, Partial<SendTextMessageCommandInput>]>([
  ['a number with dashes', { DestinationPhoneNumber: '+1-404-555-0123' }],
  ['an empty body', { MessageBody: '' }],
  ['a body of 1,601', { MessageBody: 'x'.repeat(1601) }],
  ['four seconds to live', { TimeToLive: 4 }],
  ['more than 72 hours to live', { TimeToLive: 259_201 }],
  ['six context keys', { Context: Object.fromEntries(Array.from('abcdef', (key) => [key, 'x'])) }],
  ['a context value of 801', { Context: { a: 'x'.repeat(801) } }],
])('%s is a ValidationException and nothing is taken', async (_what, over) => {
  await expect(send(text(over))).rejects.toMatchObject({ name: 'ValidationException' });
  expect(here.world.outbox()).toEqual([]);
});

test("another's number cannot be sent from", async () => {
  await expect(send(text({ OriginationIdentity: '+17705550199' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});
