import { derivedId } from '../base/id';
import { day, type Instant, minute } from '../base/time';
import { newPerson, withChannel } from '../person/contact';
import { addNotice } from '../person/notice';
import type { Subscriber } from '../person/subscriber';

/** The practice's front desk is an item like any other recipient, so that its mail takes the same road. */
export const deskId = (address: string): string => derivedId('sub', 'desk', address);

export const deskPerson = (address: string, now: Instant): Subscriber =>
  withChannel(newPerson(deskId(address), 'desk', now), 'email', { address, status: 'active', since: now });

/** No two mails to the desk begin within this. */
const between = 15 * minute;
/** Bookings that are remembered as told. */
const remembered = 40;

/**
 * "Requests wait", how many, and nothing about them: at once for the first, then one mail for all of a quarter of an
 * hour, so that a flood of requests is no flood of mail. The count stands in the save that remembers the booking as
 * told, so a crash neither loses nor counts it twice; told again, it changes nothing.
 */
export function toldOf(desk: Subscriber, bookingId: string, now: Instant): Subscriber {
  const mark = bookingId.slice(-8);
  if (desk.told?.bookings.includes(mark)) return desk;
  const bookings = [...(desk.told?.bookings ?? []), mark].slice(-remembered);
  const open = desk.notices.find((one) => one.kind === 'desk-booking' && one.phase === 'waiting');
  if (open) {
    const counting = { ...open, data: { count: String(Number(open.data?.count ?? 1) + 1) } };
    const notices = desk.notices.map((one) => (one === open ? counting : one));
    return { ...desk, told: { at: desk.told?.at ?? now, bookings }, notices };
  }
  const dueAt = Math.max(now, (desk.told?.at ?? 0) + between);
  return addNotice(
    { ...desk, told: { at: dueAt, bookings } },
    {
      id: derivedId('ntc', 'desk-booking', bookingId),
      kind: 'desk-booking',
      channel: 'email',
      dueAt,
      expiresAt: dueAt + 3 * day,
      data: { count: '1' },
    },
  );
}
