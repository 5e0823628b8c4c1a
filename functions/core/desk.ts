import { derivedId } from './id';
import { addNotice } from './notice';
import { newPerson, withChannel } from './person';
import type { Subscriber } from './subscriber';
import { day, type Instant } from './time';

/** The practice's front desk is an item like any other recipient, so that its mail takes the same road. */
export const deskId = (address: string): string => derivedId('sub', 'desk', address);

export const deskPerson = (address: string, now: Instant): Subscriber =>
  withChannel(newPerson(deskId(address), 'desk', now), 'email', { address, status: 'active', since: now });

/** "A booking request waits", and nothing about it; the same booking tells once. */
export const toldOf = (desk: Subscriber, bookingId: string, now: Instant): Subscriber =>
  addNotice(desk, {
    id: derivedId('ntc', 'desk-booking', bookingId),
    kind: 'desk-booking',
    channel: 'email',
    dueAt: now,
    expiresAt: now + 3 * day,
  });
