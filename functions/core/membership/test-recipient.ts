import { type ChannelName, traits } from '../base/channel';
import { StridewellError } from '../base/error';
import type { Instant } from '../base/time';
import { normalised } from '../person/address';
import { newPerson, withChannel } from '../person/contact';
import type { Guard } from '../person/guard';
import { addNotice } from '../person/notice';
import type { Subscriber } from '../person/subscriber';
import type { Practice } from '../practice/practice';
import { testItemId, testKept, testLives } from '../series/test-send';

/** The fields of a test recipient in `practice.yaml`. */
const fields = { mailbox: 'email', phone: 'phone' } as const;

type Recipient = Partial<Record<(typeof fields)[keyof typeof fields], string | undefined>>;
/** The address of this recipient on the channel, as `practice.yaml` spells it. */
export const addressFor = (recipient: Recipient, channel: ChannelName): string | undefined =>
  recipient[fields[traits[channel].address]];

/** Where a test to this recipient goes. Nobody but those whom `practice.yaml` names can get one. */
export function testAddress({ testRecipients }: Practice, name: string, channel: ChannelName): string {
  const recipient = testRecipients.find((one) => one.name === name);
  if (!recipient)
    throw new StridewellError('invalid', 'practice.yaml has no test recipient of this name.', 'recipient');
  const address = addressFor(recipient, channel);
  if (address === undefined)
    throw new StridewellError(
      'invalid',
      `practice.yaml gives ${name} no ${fields[traits[channel].address]}.`,
      'channel',
    );
  return normalised(channel, address);
}

/**
 * Whether this address asked for silence that binds even a test: STOP ends every text of the number (CTIA 5.1.3), and a
 * mailbox that bounced or complained gets no test, even if staff ask for one. Leaving the series by mail ends no test.
 */
export const refusesTests = ({ suppressed }: Guard, channel: ChannelName): boolean =>
  suppressed !== undefined &&
  (traits[channel].optOutEnds === 'everything' || suppressed.reason === 'bounce' || suppressed.reason === 'complaint');

/** The item of one test: a recipient and a notice, no profile and no consent, so that nothing else can ever be sent to it. */
export function testItem(notice: string, channel: ChannelName, address: string, now: Instant): Subscriber {
  const blank = { ...newPerson(testItemId(notice), 'desk', now), expiresAt: now + testKept };
  return addNotice(withChannel(blank, channel, { address, status: 'active', since: now }), {
    id: notice,
    kind: 'test-send',
    channel,
    dueAt: now,
    expiresAt: now + testLives,
  });
}
