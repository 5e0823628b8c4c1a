import type { Booking } from '../core/booking';
import { StridewellError } from '../core/error';
import type { LedgerEntry } from '../core/journal';
import { type ChannelName, channelNames, type Subscriber } from '../core/subscriber';
import { type Instant, iso } from '../core/time';
import { type LinkKeys, readToken, unpackTime } from '../core/token';

export interface MyDataPorts {
  now(): Instant;
  keys: LinkKeys;
  people: { load(id: string): Promise<Subscriber | undefined> };
  ledger: {
    ofPerson(subscriber: string, limit: number, after?: string): Promise<{ entries: LedgerEntry[]; next?: string }>;
  };
  bookings: { get(id: string): Promise<Booking | undefined>; remove(id: string, rev: number): Promise<unknown> };
  /** Leaves one channel by means of erasure: evidence, guard suppressed as `erased`, requests under way waited out. */
  leave(id: string, channel: ChannelName): Promise<unknown>;
  /** History but the sealed evidence, the owner on the guards, and the item; refuses silently if the item has moved. */
  erase(person: Subscriber): Promise<void>;
}

export type DataAction = 'download' | 'delete';

/** Which page the link opens; the link is too old after 30 minutes. */
export async function dataPage(ports: MyDataPorts, token: string): Promise<{ action: DataAction }> {
  const { action } = await asked(ports, token);
  return { action };
}

/** Everything about the person in one object (RCW 19.373.040, 45 CFR 164.524). */
export async function myData(ports: MyDataPorts, token: string) {
  const { person, action } = await asked(ports, token);
  if (action !== 'download')
    throw new StridewellError('forbidden', 'This link is for deleting. Please ask for a link to download.');
  const entries = await everything(ports, person.id);
  const bookings = (await Promise.all(bookingsIn(entries).map((id) => ports.bookings.get(id)))).filter(
    (one) => one !== undefined,
  );
  const { rev: _rev, notices: _notices, ...kept } = person;
  return {
    madeAt: iso(ports.now()),
    person: kept,
    messages: entries.flatMap((entry) => (entry.kind === 'message' ? [entry.delivery] : [])),
    consent: entries.flatMap((entry) => (entry.kind === 'consent' ? [entry.evidence] : [])),
    history: entries.flatMap((entry) =>
      entry.kind === 'history' ? [{ at: iso(entry.entry.at), ...entry.entry.happening }] : [],
    ),
    bookings: bookings.map(({ rev: _, ...booking }) => booking),
  };
}

/** How often erasing starts anew when the item has moved meanwhile. */
const tries = 5;

/**
 * Leaves, then forgets. Leaving first, so that nothing more is sent whatever happens next; a crash in between is
 * finished by pressing the button again, and a person who is gone already counts as done.
 */
export async function deleteMyData(ports: MyDataPorts, token: string): Promise<void> {
  const { id, action } = readLink(ports, token);
  if (action !== 'delete')
    throw new StridewellError('forbidden', 'This link is for downloading. Please ask for a link to delete.');
  for (let round = 0; round < tries; round += 1) {
    const person = await ports.people.load(id);
    if (!person) return;
    for (const name of channelNames) if (person.channels[name]) await ports.leave(id, name);
    for (const bookingId of bookingsIn(await everything(ports, id))) {
      const booking = await ports.bookings.get(bookingId);
      if (booking) await ports.bookings.remove(booking.id, booking.rev);
    }
    const settled = await ports.people.load(id);
    if (settled) await ports.erase(settled);
  }
  if (await ports.people.load(id))
    throw new StridewellError('conflict', 'Your data is in use just now. Please try again in a minute.');
}

function readLink(ports: MyDataPorts, token: string): { id: string; action: DataAction } {
  const [sub = '', action, expires = ''] = readToken(ports.keys, 'data', token);
  if (!(unpackTime(expires) > ports.now()))
    throw new StridewellError('gone', 'This link worked for 30 minutes and is now too old. Please ask for a new one.');
  return { id: `sub_${sub}`, action: action === 'delete' ? 'delete' : 'download' };
}

async function asked(ports: MyDataPorts, token: string): Promise<{ person: Subscriber; action: DataAction }> {
  const { id, action } = readLink(ports, token);
  const person = await ports.people.load(id);
  if (!person) throw new StridewellError('gone', 'There is nothing here any more, because your data was deleted.');
  return { person, action };
}

async function everything({ ledger }: MyDataPorts, id: string): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  let after: string | undefined;
  do {
    const { entries: more, next } = await ledger.ofPerson(id, 200, after);
    entries.push(...more);
    after = next;
  } while (after !== undefined);
  return entries;
}

const bookingsIn = (entries: LedgerEntry[]): string[] => [
  ...new Set(
    entries.flatMap((one) =>
      one.kind === 'history' && one.entry.happening.what === 'booking' ? [one.entry.happening.booking] : [],
    ),
  ),
];
