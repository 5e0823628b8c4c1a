import { channelNames } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import { derivedId } from '../../core/base/id';
import { atRev, revise } from '../../core/base/revise';
import { day, type Instant, minute } from '../../core/base/time';
import { askedAt, type Booking, type BookingStatus, bookingRests } from '../../core/bookings/booking';
import { visitChannel, visitNoticeId } from '../../core/bookings/booking-told';
import { addNotice } from '../../core/person/notice';
import type { Enrollment, Subscriber } from '../../core/person/subscriber';
import type { Staff } from '../../core/practice/staff';
import { stopEnrollment } from '../../core/sending/attempt';
import { type Book, goOn, replanned } from '../../core/series/enrollment';
import { checkAhead } from '../../core/time/ahead';
import type { Bookings, Books, Clock, Ledger, OfPractice, People, Wake } from '../ports';

export type EditBookingPorts = Clock &
  OfPractice &
  Bookings<'get' | 'save'> &
  People<'load' | 'change'> &
  Books &
  Ledger<'addHistory'> &
  Wake;

/** Where a request may go from where it is; a booked visit may also move to another time. */
const ways: Record<BookingStatus, BookingStatus[]> = {
  requested: ['booked', 'closed'],
  booked: ['booked', 'visited', 'closed'],
  visited: [],
  closed: ['booked'],
};

/**
 * Staff say what became of a request, whose `rev` they saw. The person first, then the booking: after a crash between, staff still see the
 * old status and do it again, and every part of doing it again is the same as once.
 */
export async function editBooking(
  ports: EditBookingPorts,
  id: string,
  rev: number,
  to: BookingStatus,
  visitAt: Instant | undefined,
  staff: Staff,
): Promise<Booking> {
  const now = ports.now();
  const booking = await ports.bookings.get(id);
  if (!booking) throw new StridewellError('not-found', 'There is no such booking.');
  atRev(booking, rev);
  if (!ways[booking.status].includes(to))
    throw new StridewellError('conflict', `A booking that is ${booking.status} cannot become ${to}.`, 'status');
  if (to === 'booked' && visitAt === undefined)
    throw new StridewellError('invalid', 'Say when the visit is.', 'visitAt');
  if (to === 'booked' && visitAt !== undefined && visitAt <= now)
    throw new StridewellError('invalid', 'This time lies in the past.', 'visitAt');
  if (to === 'booked' && visitAt !== undefined) checkAhead(visitAt, ports.practice.timeZone, now, 'visitAt');
  if (to !== 'booked' && visitAt !== undefined)
    throw new StridewellError('invalid', 'Only a booked visit has a time.', 'visitAt');

  const moved = to === 'booked' ? withMove(booking, visitAt) : booking;
  if (booking.subscriber) await tell(ports, moved, booking.subscriber, to, visitAt, staff, now);
  const saved = await revise(ports.bookings, id, (current) => {
    atRev(current, rev);
    const next = to === 'booked' ? withMove(current, visitAt) : current;
    return { ...next, status: to, ...(visitAt === undefined ? {} : { visitAt }) };
  });
  if (!saved) throw new StridewellError('not-found', 'There is no such booking.');
  return saved;
}

/** Counts a visit that gets another time, or its time again after it was given up: each is told of anew. */
function withMove(booking: Booking, visitAt: Instant | undefined): Booking {
  const isFirst = booking.visitAt === undefined;
  const isSame = booking.status === 'booked' && booking.visitAt === visitAt;
  return isFirst || isSame ? booking : { ...booking, moves: (booking.moves ?? 0) + 1 };
}

async function tell(
  ports: EditBookingPorts,
  booking: Booking,
  subscriber: string,
  to: BookingStatus,
  visitAt: Instant | undefined,
  staff: Staff,
  now: Instant,
): Promise<void> {
  const person = await ports.people.load(subscriber);
  if (!person) return;
  const at = visitAt === undefined ? '' : String(visitAt);
  await ports.ledger.addHistory({
    subscriber,
    id: derivedId('aud', booking.id, to, at, ...(booking.moves ? [String(booking.moves)] : [])),
    at: now,
    happening: { what: 'staff', actor: staff.name, action: `booking ${to}` },
  });
  const book = await ports.book(person);
  const changed = await ports.people.change(subscriber, (current) => {
    if (to === 'booked') {
      const coming = visitAt ?? now;
      return withVisit({ ...ended(current), visitUntil: coming }, booking, coming, now);
    }
    return to === 'closed' ? goesOn(current, booking, book, now) : undefined;
  });
  for (const channel of channelNames)
    if (changed?.channels[channel]?.status === 'active') await ports.wake(subscriber, channel);
}

/** A booked visit is what the series was for. */
function ended(person: Subscriber): Subscriber {
  return person.enrollments
    .filter((run) => run.status === 'active' || run.status === 'paused')
    .reduce((sum, run) => stopEnrollment(sum, run.id, 'booked'), person);
}

/** The message with the time and the place; a mail carries a calendar file as well. */
function withVisit(person: Subscriber, booking: Booking, visitAt: Instant, now: Instant): Subscriber {
  const channel = visitChannel(person);
  if (!channel) return person;
  return addNotice(person, {
    id: visitNoticeId(booking, visitAt),
    kind: 'booking-confirmed',
    channel,
    dueAt: now,
    expiresAt: Math.min(now + day, visitAt),
    data: { visitAt: String(visitAt), location: booking.location, booking: booking.id },
  });
}

/** No visit came of it: what rested for this request, or ended with its visit, goes on. Other pauses stay. */
function goesOn(person: Subscriber, booking: Booking, book: Book, now: Instant): Subscriber | undefined {
  // A wish that changed meanwhile moved the end of the rest.
  const rest = askedAt(booking) + bookingRests;
  const isRest = (until: Instant) => until >= rest - minute && until <= rest + day;
  const restedFor = (run: Enrollment) =>
    (run.status === 'paused' && run.pausedUntil !== undefined && isRest(run.pausedUntil)) ||
    (run.status === 'stopped' && run.reason === 'booked' && run.phase === 'waiting');
  const { visitUntil = 0, ...free } = person;
  const waited = isRest(visitUntil) || visitUntil === booking.visitAt;
  if (!waited && !person.enrollments.some(restedFor)) return undefined;
  const open = (run: Enrollment) => restedFor(run) && person.channels[run.channel]?.status === 'active';
  // Records from before the rest was the person's have it on their runs.
  const enrollments = person.enrollments.map((run) => (open(run) ? goOn(person, run, book, now) : run));
  return waited ? replanned({ ...free, enrollments }, book, now) : { ...person, enrollments };
}
