import { type ChannelName, channelNames, traits } from '../base/channel';
import { derivedId } from '../base/id';
import type { Instant } from '../base/time';
import type { Subscriber } from '../person/subscriber';
import { type Delivery, deliveryId, notDelivered, outcomeOf } from '../sending/delivery';
import type { Booking } from './booking';

type Visit = Pick<Booking, 'id' | 'moves'>;

/** The message that tells of this visit. A visit that moves is announced again, also when it moves back. */
export const visitNoticeId = ({ id, moves }: Visit, visitAt: Instant): string =>
  derivedId('ntc', id, 'booked', String(visitAt), ...(moves ? [String(moves)] : []));

/** Its record in the ledger. */
export const visitMessageId = (booking: Visit, visitAt: Instant): string =>
  deliveryId(visitNoticeId(booking, visitAt), 'booking-confirmed');

/** Email first, because it carries the calendar file. A person who has texts only gets a text. */
export const visitChannel = ({ channels }: Pick<Subscriber, 'channels'>): ChannelName | undefined =>
  channelNames.find((name) => channels[name]?.status === 'active');

export const toldStates = ['nobody', 'queued', 'sent', 'unknown', 'not-sent', 'not-delivered'] as const;
export interface Told {
  state: (typeof toldStates)[number];
  channel?: ChannelName;
}

/** Whether the person was told of their visit: by the message's record, or by its waiting on the person. */
export function toldOfVisit(notice: string, person: Subscriber | undefined, delivery: Delivery | undefined): Told {
  if (delivery) return { state: stateOf(delivery), channel: delivery.channel };
  const waiting = person?.notices.find(({ id }) => id === notice);
  return waiting ? { state: 'queued', channel: waiting.channel } : { state: 'nobody' };
}

function stateOf(delivery: Delivery): Told['state'] {
  if (notDelivered(delivery)) return 'not-delivered';
  switch (outcomeOf(delivery)) {
    case 'sent':
      return 'sent';
    case 'pending':
      return 'queued';
    case 'unconfirmed':
    case 'unknown':
    case 'held':
      return 'unknown';
    case 'skipped':
    case 'blocked':
    case 'stopped':
      return 'not-sent';
  }
}

/** As staff read it. */
export function toldText({ state, channel }: Told): string {
  const message = traits[channel ?? 'email'].noun;
  const words: Record<Told['state'], string> = {
    nobody: 'No message was sent: call them.',
    queued: `The ${message} about their visit waits to go out.`,
    sent: `The ${message} about their visit was sent.`,
    unknown: `Nobody knows whether the ${message} about their visit went out: call them.`,
    'not-sent': `The ${message} about their visit was not sent: call them.`,
    'not-delivered': `The ${message} about their visit did not arrive: call them.`,
  };
  return words[state];
}
