import { type ChannelName, traits } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import { newId } from '../../core/base/id';
import type { Locale } from '../../core/base/locale';
import type { Instant } from '../../core/base/time';
import { refusesTests, testAddress, testItem } from '../../core/membership/test-recipient';
import { type Composer, composeMessage } from '../../core/messages/compose-message';
import type { Staff } from '../../core/practice/staff';
import { type Delivery, deliveryId, outcomeOf } from '../../core/sending/delivery';
import { sendableOf } from '../../core/sending/sendable';
import type { EditedWords } from '../../core/series/change';
import { sampleOf } from '../../core/series/sample';
import { stepOf } from '../../core/series/step';
import {
  type TestQuota,
  type TestSend,
  testItemId,
  testLives,
  withCheckedWords,
  withTest,
} from '../../core/series/test-send';
import type {
  Allowed,
  Books,
  Clock,
  ControlSwitches,
  Guards,
  Ledger,
  OfPractice,
  People,
  Random,
  Series,
  Wake,
} from '../ports';

export type SendTestPorts = Clock &
  Random &
  OfPractice &
  Series &
  Books &
  People<'create' | 'load'> &
  Ledger<'addHistory' | 'delivery' | 'test'> &
  Guards &
  ControlSwitches<'read'> &
  Allowed &
  Wake & {
    composer: Composer;
    stage: string;
    testQuotas: {
      get(staff: string): Promise<TestQuota | undefined>;
      /** Undefined when somebody saved since it was read. */
      save(quota: TestQuota): Promise<TestQuota | undefined>;
    };
  };

export interface TestWanted {
  recipient: string;
  channel: ChannelName;
  seriesId: string;
  version?: number | undefined;
  stepId: string;
  sample: string;
  locale?: Locale | undefined;
  words?: EditedWords | undefined;
}

export interface TestState {
  id: string;
  /** The ledger's id of the message. */
  message: string;
  channel: ChannelName;
  test: TestSend;
  at: Instant;
  /** Once the worker or the provider has written of it. */
  delivery?: Delivery;
  /** Why it has not gone out yet, and until when it waits. */
  waits?: { because?: 'sending-is-stopped'; until: Instant };
}

/**
 * Puts a real message of this step on an item of its own for one of the practice's own addresses; from there it goes the
 * way of every message. What it shows is written to the ledger first, because the worker reads it there.
 */
export async function sendTest(ports: SendTestPorts, wanted: TestWanted, staff: Staff): Promise<TestState> {
  const { channel } = wanted;
  const now = ports.now();
  const address = testAddress(ports.practice, wanted.recipient, channel);
  if (!ports.allowed(address))
    throw new StridewellError(
      'conflict',
      `The stage ${ports.stage} writes only to its allow-list in stages.yaml, and this recipient is not on it.`,
      'recipient',
    );
  const test = await checkedTest(ports, wanted);
  const id = newId('ntc', ports.bytes);
  const item = testItem(id, channel, address, now);
  // Whatever keeps it from being composed is told now, to the one who can mend it.
  const book = await ports.book(item, [test]);
  composeMessage(
    ports.composer,
    { person: item, sendable: sendableOf(item, id), book: { ...book, test: () => test } },
    now,
  );
  if (refusesTests(await ports.guardOf(address, (guard) => guard), channel))
    throw new StridewellError(
      'conflict',
      traits[channel].optOutEnds === 'everything'
        ? 'This phone has said STOP to us, and that holds for tests too.'
        : 'Mail to this address came back or was reported as spam, so it gets no tests.',
      'recipient',
    );
  await spend(ports, staff, now);
  await ports.ledger.addHistory({
    subscriber: item.id,
    id,
    at: now,
    happening: { what: 'test', actor: staff.name, test },
  });
  await ports.people.create(item);
  await ports.wake(item.id, channel);
  return { ...identityOf(id), channel, test, at: now, waits: { until: now + testLives } };
}

/** The test as the ledger will keep it: the version it is of, and only words that may be sent. */
async function checkedTest(ports: SendTestPorts, wanted: TestWanted): Promise<TestSend> {
  const { seriesId, version, stepId, sample, locale, words, recipient } = wanted;
  const series =
    version === undefined ? await ports.series.latest(seriesId) : await ports.series.version(seriesId, version);
  if (!series) throw new StridewellError('not-found', 'There is no such series.', 'seriesId');
  stepOf(series, stepId);
  const { profile } = sampleOf(ports.practice, sample, ports.now(), locale);
  if (words) withCheckedWords(series, stepId, profile, words, ports.practice);
  return {
    recipient,
    seriesId,
    version: series.version,
    stepId,
    sample,
    ...(locale ? { locale } : {}),
    ...(words ? { words } : {}),
  };
}

const triesAtMost = 4;

/** One of the tests a member of staff may send in an hour. Counted under a conditional write, so at once is no way round. */
async function spend({ testQuotas }: SendTestPorts, { sub }: Staff, now: Instant): Promise<void> {
  for (let tries = 0; tries < triesAtMost; tries += 1) {
    const quota = (await testQuotas.get(sub)) ?? { id: sub, rev: 0, createdAt: now, times: [] };
    const more = withTest(quota, now);
    if (!more)
      throw new StridewellError('too-many-requests', 'You have sent 20 tests in the last hour. Please wait a little.');
    if (await testQuotas.save(more)) return;
  }
  throw new StridewellError('conflict', 'You are sending several tests at once. Please try again.');
}

/** What became of a test, from the ledger; until that knows, from its item. */
export async function watchTest(ports: SendTestPorts, id: string): Promise<TestState> {
  const { message } = identityOf(id);
  const subscriber = testItemId(id);
  // The ledger is written first, so it is read last: what has just left the item is there.
  const item = await ports.people.load(subscriber);
  const [test, delivery] = await Promise.all([
    ports.ledger.test(subscriber, id),
    ports.ledger.delivery(subscriber, message),
  ]);
  const notice = item?.notices.find((one) => one.id === id);
  const channel = notice?.channel ?? delivery?.channel;
  if (!item || !test || !channel) throw new StridewellError('not-found', 'There is no such test (any more).');
  const state = { id, message, channel, test, at: item.createdAt, ...(delivery ? { delivery } : {}) };
  if (!notice || (delivery && outcomeOf(delivery) !== 'pending')) return state;
  const { kill } = await ports.controls.read();
  return {
    ...state,
    waits: { ...(kill ? { because: 'sending-is-stopped' as const } : {}), until: notice.expiresAt },
  };
}

const identityOf = (id: string) => ({ id, message: deliveryId(id, 'test-send') });
