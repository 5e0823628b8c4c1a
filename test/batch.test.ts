import type { SQSEvent } from 'aws-lambda';
import * as fc from 'fast-check';
import { eachRecord } from '../functions/batch';
import { perChannel } from '../functions/core/base/channel';
import { StridewellError } from '../functions/core/base/error';
import { timelineItem } from '../functions/core/reporting/timeline';
import { dispatchDoor } from '../functions/dispatch';
import { eventsDoor } from '../functions/events';
import { inboundDoor } from '../functions/inbound';
import { logTo } from '../functions/log';
import { asideOf } from '../functions/providers/asides';
import { parseInboundText, parseProviderEvent } from '../functions/providers/provider-events';
import { sendDoor } from '../functions/send';
import { aPerson, aRun, memory } from './support/memory';

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  logTo((line) => lines.push(line));
});

const batch = (...bodies: string[]): SQSEvent =>
  ({ Records: bodies.map((body, i) => ({ body, messageId: `m${i}` })) }) as unknown as SQSEvent;

/** A place for what cannot be read, which a test looks into. */
function grave() {
  const buried: { body: string; reason: string }[] = [];
  return { buried, bury: async (body: string, reason: string) => void buried.push({ body, reason }) };
}

const id = 'sub_0000000000000001';
const tags = { subscriber: id, target: 'enr_0000000000000001', step: 'welcome', attempt: 'clm_1' };
const sesEvent = (given: object = {}) =>
  JSON.stringify({
    eventType: 'Delivery',
    mail: {
      timestamp: '2026-11-30T16:00:00.000Z',
      messageId: 'p1',
      tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
      ...given,
    },
    delivery: {},
  });
const smsEvent = (given: object = {}) =>
  JSON.stringify({ eventType: 'TEXT_DELIVERED', eventTimestamp: 1, messageId: 'p2', context: tags, ...given });
const text = (given: object = {}) =>
  JSON.stringify({ originationNumber: '+17705550123', messageBody: 'HELP', inboundMessageId: 'i1', ...given });

/** Each door as it is composed, on a world in memory; `done` counts what reached the flow behind it. */
const doors = {
  events: (bury?: (body: string, reason: string) => Promise<void>) => {
    const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
    const receive = async (body: string) => {
      const event = parseProviderEvent(body);
      if (!event) return asideOf(body) ?? 'not-ours';
      await world.act.event(event);
      return 'read';
    };
    return { door: eventsDoor(receive, bury), done: () => (world.see.delivery(tags.target, tags.step) ? 1 : 0) };
  },
  inbound: (bury?: (body: string, reason: string) => Promise<void>) => {
    const world = memory({ people: [aPerson()] });
    const receive = async (body: string) => {
      const heard = parseInboundText(body);
      if (!heard) return asideOf(body) ?? 'not-ours';
      await world.act.text(heard.from, heard.body, heard.id);
      return heard.body === '' ? 'no-words' : 'read';
    };
    return { door: inboundDoor(receive, bury), done: () => world.kept.history.size };
  },
  send: () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
    return { door: sendDoor(world.act.wake), done: () => world.state.requests.length };
  },
};
type Source = keyof typeof doors;
const whole: Record<Source, string> = { events: sesEvent(), inbound: text(), send: JSON.stringify({ subscriber: id }) };

const malformed: [Source, string, string][] = [
  ['events', '{"eventType":"Bounce"', 'The event is not JSON.'],
  ['events', '', 'The event is not JSON.'],
  ['events', '{}', 'The event is neither an SES nor an SMS event.'],
  ['events', 'null', 'The event is neither an SES nor an SMS event.'],
  ['events', '{"eventType":"Bounce","mail":{}}', 'The event is neither an SES nor an SMS event.'],
  ['events', sesEvent({ timestamp: 'yesterday' }), 'The event says no time.'],
  ['events', smsEvent({ eventTimestamp: 'now' }), 'The event is neither an SES nor an SMS event.'],
  ['events', smsEvent({ eventTimestamp: 1.5 }), 'The event says no time.'],
  ['events', '{"Message":"{"}', 'The event is not JSON.'],
  ['inbound', 'STOP', 'The event is not JSON.'],
  ['inbound', text({ originationNumber: undefined }), 'The inbound text has no number or no id.'],
  ['inbound', text({ messageBody: 7 }), 'The inbound text has no number or no id.'],
  ['send', 'wake up', 'The message is not JSON.'],
  ['send', '{"subscriber":"sub_../../x"}', 'The message has not the shape it should have.'],
  ['send', '[]', 'The message has not the shape it should have.'],
];

const fromOutside = malformed.filter(([source]) => source !== 'send');

it.each(fromOutside)(
  '%s: %j goes to the dead letters at once, with the reason, and its batch is done',
  async (source, body, reason) => {
    const { buried, bury } = grave();
    const { door, done } = doors[source](bury);
    expect(await door(batch(body, whole[source], body))).toEqual({ batchItemFailures: [] });
    expect(buried).toEqual([
      { body, reason },
      { body, reason },
    ]);
    expect(done()).toBe(1);
    const failed = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'record-failed');
    expect(failed.map(({ record, reason: said }) => [record, said])).toEqual([
      ['m0', reason],
      ['m2', reason],
    ]);
  },
);

const validation = 'Successfully validated SNS topic for Amazon SES event publishing.';
const inSns = (message: unknown) =>
  JSON.stringify({
    Type: 'Notification',
    MessageId: 'n1',
    TopicArn: 'arn',
    Message: typeof message === 'string' ? message : JSON.stringify(message),
  });
const aMail = { timestamp: '2026-11-30T16:00:00.000Z', messageId: 'p1' };
/** What AWS sends that is about no message of ours, on a first deployment and later. */
const genuine: [Source, string, string][] = [
  ['events', validation, 'topic-validated'],
  ['events', inSns(validation), 'topic-validated'],
  [
    'events',
    JSON.stringify({ Type: 'SubscriptionConfirmation', Token: 't', Message: 'You have chosen to subscribe.' }),
    'subscription',
  ],
  [
    'events',
    JSON.stringify({ Type: 'UnsubscribeConfirmation', Token: 't', Message: 'You have chosen to leave.' }),
    'subscription',
  ],
  [
    'events',
    JSON.stringify({ notificationType: 'AmazonSnsSubscriptionSucceeded', message: 'You have …' }),
    'identity-notification',
  ],
  [
    'events',
    inSns({ notificationType: 'Bounce', mail: aMail, bounce: { bounceType: 'Permanent' } }),
    'identity-notification',
  ],
  ['events', JSON.stringify({ eventType: 'Delivery', mail: aMail, delivery: {} }), 'no-tags'],
  [
    'events',
    inSns({ eventType: 'Complaint', mail: { ...aMail, tags: { 'ses:source-ip': ['127.0.0.1'] } }, complaint: {} }),
    'no-tags',
  ],
  ['events', smsEvent({ context: undefined }), 'no-context'],
  ['events', smsEvent({ eventType: 'TEXT_SENT', context: null }), 'no-context'],
  ['events', smsEvent({ context: {} }), 'no-context'],
  ['inbound', 'Successfully validated SNS topic for two-way messages.', 'topic-validated'],
  ['inbound', JSON.stringify({ Type: 'SubscriptionConfirmation', Token: 't', Message: 'You have …' }), 'subscription'],
  ['inbound', text({ messageBody: '', inboundMessageId: 'i2' }), 'no-words'],
  ['inbound', text({ messageBody: undefined, inboundMessageId: 'i2' }), 'no-words'],
  ['inbound', text({ messageBody: null, inboundMessageId: 'i2' }), 'no-words'],
];

it.each(genuine)('%s: %j is known, logged once by its code, and rings nowhere', async (source, body, code) => {
  const { buried, bury } = grave();
  expect(await doors[source](bury).door(batch(body))).toEqual({ batchItemFailures: [] });
  expect(buried).toEqual([]);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    source === 'events' ? { event: 'provider-event', kind: code } : { event: 'text-received', meaning: code },
  ]);
});

it('a picture without words stands in the inbox of staff, and its sender hears that nobody watches the number', async () => {
  const world = memory({ people: [aPerson()] });
  const picture = parseInboundText(text({ messageBody: null }))!;
  await world.base.guardOf(picture.from, (guard) => ({ ...guard, owner: id }));
  await world.act.text(picture.from, picture.body, picture.id);
  await world.act.settle();
  expect(world.see.steps()).toEqual(['sms-not-understood']);
  const [entry] = world.kept.history.values();
  expect(entry!.happening).toMatchObject({ what: 'reply', body: '', forStaff: true });
  expect(timelineItem({ kind: 'history', entry: entry! }).detail).toBe('A picture or a file, without words.');
});

it.each(malformed)('%s: %j comes back by its queue where there is no place for it', async (source, body) => {
  const { door, done } = doors[source]();
  expect(await door(batch(body, whole[source]))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  expect(done()).toBe(1);
});

it.each<Source>(['events', 'inbound', 'send'])(
  '%s: whatever a record holds, the door answers for each alone',
  async (source) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.json()), { maxLength: 5 }), async (bodies) => {
        const { buried, bury } = grave();
        const { door, done } = doors[source](bury);
        const { batchItemFailures } = await door(batch(...bodies, whole[source]));
        expect(done()).toBe(1);
        expect(buried.length + batchItemFailures.length).toBeLessThanOrEqual(bodies.length);
      }),
      { numRuns: 100 },
    );
  },
);

it('keeps what it could not lay down: the queue brings it again', async () => {
  const bury = () => Promise.reject(new Error('the queue is away'));
  expect(await doors.events(bury).door(batch('{', sesEvent()))).toEqual({
    batchItemFailures: [{ itemIdentifier: 'm0' }],
  });
});

it('lets come back what may go well at the next try: only the unreadable is laid down', async () => {
  const { buried, bury } = grave();
  const failures = [new StridewellError('conflict', 'busy'), new TypeError('fetch failed'), new Error('timeout')];
  for (const error of failures) {
    const answer = await eachRecord(batch('{}'), { log: () => undefined, bury }, () => Promise.reject(error));
    expect(answer.batchItemFailures).toHaveLength(1);
  }
  expect(buried).toEqual([]);
});

it('tells of a parser only its kind: its text may quote what somebody typed', async () => {
  const { buried, bury } = grave();
  await doors.send().door(batch('robin@example.com'));
  await doors.events(bury).door(batch('robin@example.com'));
  expect(`${lines.join()}${buried[0]!.reason}`).not.toContain('robin');
});

it('a person nobody can read is left alone, and those beside them are served', async () => {
  const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
  const door = sendDoor(async (subscriber) => {
    if (subscriber !== id) throw new StridewellError('internal', 'An item of table subscribers cannot be read.');
    return world.act.wake(subscriber);
  });
  const hint = (subscriber: string) => JSON.stringify({ subscriber });
  const { batchItemFailures } = await door(batch(hint('sub_0000000000000009'), hint(id)));
  expect(batchItemFailures).toEqual([{ itemIdentifier: 'm0' }]);
  expect(world.state.requests).toHaveLength(1);
});

it('the tick reads nothing of what its schedule sends', async () => {
  const door = dispatchDoor(async () => ({ ...perChannel(() => 0), email: 2, sms: 1 })) as (
    event: unknown,
  ) => Promise<number>;
  for (const event of [undefined, '{', { Records: 'no' }]) expect(await door(event)).toBe(3);
});
