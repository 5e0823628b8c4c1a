import * as z from 'zod/mini';
import { channelNames } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import { derivedId } from '../../core/base/id';
import { revise } from '../../core/base/revise';
import { day, type Instant } from '../../core/base/time';
import { readToken } from '../../core/base/token';
import {
  askedAgain,
  askedAt,
  type Booking,
  bookingRests,
  callBackBy,
  noName,
  noNumber,
  type Wish,
} from '../../core/bookings/booking';
import { requestId, strangersRequestId } from '../../core/bookings/request-id';
import { nameField, phoneField } from '../../core/membership/signup';
import { normalisePhone } from '../../core/person/address';
import { isOffice } from '../../core/person/nearest';
import { addNotice } from '../../core/person/notice';
import { withFact } from '../../core/person/profile';
import type { Subscriber } from '../../core/person/subscriber';
import type { Delivery } from '../../core/sending/delivery';
import type { Bookings, Clock, Keys, Ledger, OfPractice, People, Wake } from '../ports';

type BookPorts = Clock &
  Keys &
  OfPractice &
  People<'load' | 'change'> &
  Ledger<'delivery' | 'mergeDelivery' | 'addHistory'> &
  Bookings<'get' | 'create' | 'save'> &
  Wake & {
    /** Tells the front desk that a request waits, and nothing about it; of the same thing it tells once. */
    tellDesk(about: string): Promise<void>;
  };

/** A request for a visit as the page sends it: when and where to call. Nothing clinical. */
export const bookRequestSchema = z.lazy(() =>
  z.strictObject({
    location: z.string('Please choose an office.').check(z.maxLength(40)),
    days: z._default(
      z.array(z.int().check(z.minimum(1), z.maximum(5)), 'Please choose weekdays.').check(z.maxLength(5)),
      [],
    ),
    part: z._default(z.enum(['morning', 'afternoon', 'any'], 'Please choose a time of day.'), 'any'),
    firstName: z.optional(nameField()),
    phone: z.optional(phoneField('calls')),
  }),
);
export type BookRequest = z.infer<typeof bookRequestSchema>;

export interface AskerView {
  known: boolean;
  phoneEnding?: string;
  location?: string;
}

interface Asker {
  person?: Subscriber;
  /** The message whose link led here. */
  delivery?: Delivery;
  /** Of the link, whether or not the ledger knows the message. */
  message?: string;
}

/** What the page may show: never a whole number, since links get forwarded. A link of an erased person still books. */
export async function bookingView(ports: BookPorts, token?: string): Promise<AskerView> {
  const { person } = await askerOf(ports, token);
  const phone = person?.channels.sms?.address;
  const location = person?.profile?.location;
  return {
    known: Boolean(person?.profile?.firstName),
    ...(phone ? { phoneEnding: phone.slice(-4) } : {}),
    ...(location && isOffice(ports.practice, location) ? { location } : {}),
  };
}

/** Keeps the wish, rests the person's series until a visit or 14 days have passed, and tells the desk. */
export async function book(
  ports: BookPorts,
  token: string | undefined,
  request: BookRequest,
): Promise<{ callBackBy: Instant }> {
  const asker = await askerOf(ports, token);
  const { person } = asker;
  const now = ports.now();
  const phone = request.phone ? normalisePhone(request.phone, 'calls') : person?.channels.sms?.address;
  const firstName = request.firstName ?? person?.profile?.firstName;
  if (!isOffice(ports.practice, request.location))
    throw new StridewellError('invalid', 'Please choose one of our offices.', 'location');
  if (!firstName) throw new StridewellError('invalid', noName, 'firstName');
  if (!phone) throw new StridewellError('invalid', noNumber, 'phone');

  const wish: Wish = {
    firstName,
    phone,
    location: request.location,
    days: [...new Set(request.days)].sort(),
    part: request.part,
  };
  const kept = await keep(ports, asker, wish, now);
  if (person) await rest(ports, person, kept, asker, now);
  // Of a wish that has changed the desk hears anew.
  await ports.tellDesk(newsOf(kept));
  return { callBackBy: kept.callBackBy };
}

/** Whoever has this many requests behind them is no runner. */
const requestsAtMost = 200;

/** The open request with this wish in it, or a new one: after one that is booked or closed, each is new. */
async function keep(ports: BookPorts, asker: Asker, wish: Wish, now: Instant): Promise<Booking> {
  const { person } = asker;
  for (let place = 0; place < requestsAtMost; place += 1) {
    const id = person
      ? requestId(person.id, place)
      : strangersRequestId(ports.keys[0].secret, wish, ports.practice, now, place);
    const known = (await ports.bookings.get(id)) ?? (await begin(ports, asker, id, wish, now));
    const is = known.status === 'requested' && person ? await ask(ports, known, wish, now) : known;
    if (is.status !== 'requested') continue;
    // Also when it is repeated: a crash may have come between the save and this.
    if (person && is.changedAt !== undefined) await noteChange(ports, person, is, is.changedAt);
    return is;
  }
  throw new StridewellError('too-many-requests', 'These are a lot of requests. Please call us.');
}

async function begin(ports: BookPorts, asker: Asker, id: string, wish: Wish, now: Instant): Promise<Booking> {
  const { person } = asker;
  const booking: Booking = {
    id,
    rev: 0,
    ...(person ? { subscriber: person.id } : {}),
    ...originOf(asker),
    ...wish,
    status: 'requested',
    createdAt: now,
    callBackBy: callBackBy(ports.practice, now),
  };
  // Found by its history when the person asks for their data, so that comes before the booking.
  if (person) await note(ports, person, booking, asker, now);
  return (await ports.bookings.create(booking)) ?? (await ports.bookings.get(id)) ?? booking;
}

/** The open request, asked for anew. Staff may settle it meanwhile: then it is as they left it. */
async function ask(ports: BookPorts, known: Booking, wish: Wish, now: Instant): Promise<Booking> {
  const edit = (one: Booking) => (one.status === 'requested' ? askedAgain(one, wish, ports.practice, now) : one);
  const { get, save } = ports.bookings;
  // What was just read is tried first; only whoever was overtaken reads again.
  const next = edit(known);
  if (next === known) return known;
  return (await save(next)) ?? (await revise({ get, save }, known.id, edit)) ?? known;
}

/** What is new about a request, so that it is told once. */
const newsOf = ({ id, changedAt }: Booking): string => (changedAt === undefined ? id : `${id} ${changedAt}`);

async function askerOf(ports: BookPorts, token?: string): Promise<Asker> {
  if (token === undefined) return {};
  const [sub = '', msg = ''] = readToken(ports.keys, 'book', token);
  const person = await ports.people.load(`sub_${sub}`);
  if (!person) return {};
  const delivery = await ports.ledger.delivery(person.id, `msg_${msg}`);
  return { person, message: msg, ...(delivery ? { delivery } : {}) };
}

function originOf({ delivery }: Asker): Partial<Booking> {
  if (!delivery) return {};
  return {
    delivery: delivery.id,
    stepId: delivery.stepId,
    ...(delivery.seriesId ? { seriesId: delivery.seriesId } : {}),
  };
}

async function note(
  ports: BookPorts,
  person: Subscriber,
  booking: Booking,
  { delivery }: Asker,
  now: Instant,
): Promise<void> {
  const from = delivery ? { delivery: delivery.id, stepId: delivery.stepId } : {};
  await ports.ledger.addHistory({
    subscriber: person.id,
    id: `booking-${booking.id}`,
    at: now,
    happening: { what: 'booking', booking: booking.id, location: booking.location, ...from },
  });
  if (delivery) await ports.ledger.mergeDelivery({ ...delivery, facts: { booked: { at: now, note: booking.id } } });
}

const noteChange = (ports: BookPorts, person: Subscriber, { id, location }: Booking, at: Instant): Promise<boolean> =>
  ports.ledger.addHistory({
    subscriber: person.id,
    id: `booking-${id}-${at}`,
    at,
    happening: { what: 'booking-changed', booking: id, location },
  });

/** The person rests, and with them every run, also one that begins later: it is asked of the person when a step is due. */
async function rest(
  ports: BookPorts,
  person: Subscriber,
  booking: Booking,
  { delivery }: Asker,
  now: Instant,
): Promise<void> {
  const until = askedAt(booking) + bookingRests;
  const reached = channelNames.filter((name) => person.channels[name]?.status === 'active');
  const channel = reached.find((name) => name === delivery?.channel) ?? reached[0];
  await ports.people.change(person.id, (current) => {
    const visitUntil = Math.max(until, current.visitUntil ?? 0);
    // Where somebody wants to be seen is their office from now on.
    const rested = { ...withFact(current, { location: booking.location }), visitUntil };
    if (!channel) return rested;
    const data = { callBackBy: String(booking.callBackBy) };
    return addNotice(rested, {
      id: derivedId('ntc', newsOf(booking), 'received'),
      kind: 'booking-received',
      channel,
      dueAt: now,
      expiresAt: now + day,
      data,
    });
  });
  if (channel) await ports.wake(person.id, channel);
}
