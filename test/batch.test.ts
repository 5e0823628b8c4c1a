import type { SQSEvent } from 'aws-lambda';
import * as fc from 'fast-check';
import { eachRecord } from '../functions/batch';
import { StridewellError } from '../functions/core/error';
import { dispatchDoor } from '../functions/dispatch';
import { eventsDoor } from '../functions/events';
import { inboundDoor } from '../functions/inbound';
import { logTo } from '../functions/log';
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
      if (event) await world.act.event(event);
      return 'read';
    };
    return { door: eventsDoor(receive, bury), done: () => (world.see.delivery(tags.target, tags.step) ? 1 : 0) };
  },
  inbound: (bury?: (body: string, reason: string) => Promise<void>) => {
    const world = memory({ people: [aPerson()] });
    const receive = async (body: string) => {
      const { from, body: said, id: from_ } = parseInboundText(body);
      return world.act.text(from, said, from_);
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
  ['inbound', text({ originationNumber: undefined }), 'The inbound text has no number, body or id.'],
  ['inbound', text({ messageBody: 7 }), 'The inbound text has no number, body or id.'],
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
  const door = dispatchDoor(async () => ({ email: 2, sms: 1 })) as (event: unknown) => Promise<number>;
  for (const event of [undefined, '{', { Records: 'no' }]) expect(await door(event)).toBe(3);
});
