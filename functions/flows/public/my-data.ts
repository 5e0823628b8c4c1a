import { type ChannelName, channelNames } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import { iso } from '../../core/base/time';
import { readToken, unpackTime } from '../../core/base/token';
import { disclaimerWords } from '../../core/messages/disclaimer';
import { channelOf } from '../../core/messages/links';
import { isProvenChannel } from '../../core/person/proof';
import type { Subscriber } from '../../core/person/subscriber';
import { answersInWords } from '../../core/practice/questions';
import { channelOfEntry, type LedgerEntry } from '../../core/sending/journal';
import type { Bookings, Ledger, People } from '../ports';
import { type ErasePorts, eraseChannel, eraseUnproven } from './erase';
import { type LeavePorts, leaveChannel } from './leave';

type MyDataPorts = LeavePorts & ErasePorts & People<'load'> & Ledger<'ofPerson'> & Bookings<'get' | 'remove'>;

export type DataAction = 'download' | 'delete';

export interface DataPage {
  action: DataAction;
  /** The channel whose data the link opens. */
  channel: ChannelName;
  /** Another address proved the same record; what is its own needs a link of its own. */
  also?: ChannelName;
}

/** Which page the link opens; the link is too old after 30 minutes. */
export async function dataPage(ports: MyDataPorts, token: string): Promise<DataPage> {
  const { action, channel, person } = await asked(ports, token);
  const also = alsoProven(person, channel);
  return { action, channel, ...(also ? { also } : {}) };
}

/** Another channel of the record that somebody proved, too. */
function alsoProven(person: Subscriber, channel: ChannelName): ChannelName | undefined {
  return channelNames.find((name) => name !== channel && isProvenChannel(person.channels[name]));
}

/**
 * What the asking address proved, in one object (RCW 19.373.040, 45 CFR 164.524): its messages, its consent, its part of
 * the history, and the answers. Messages of another address are its reader's, who asks from there.
 */
export async function myData(ports: MyDataPorts, token: string) {
  const { person, action, channel } = await asked(ports, token);
  if (action !== 'download')
    throw new StridewellError('forbidden', 'This link is for deleting. Please ask for a link to download.');
  const all = await everything(ports, person.id);
  const entries = all.filter((entry) => [undefined, channel].includes(channelOfEntry(entry, all)));
  const bookings = (await Promise.all(bookingsIn(entries).map((id) => ports.bookings.get(id)))).filter(
    (one) => one !== undefined,
  );
  const { rev: _rev, notices: _notices, ...kept } = person;
  const reached = person.channels[channel];
  return {
    madeAt: iso(ports.now()),
    person: {
      ...kept,
      channels: reached ? { [channel]: reached } : {},
      enrollments: kept.enrollments.filter((run) => run.channel === channel),
      recentSends: kept.recentSends.filter((send) => send.channel === channel),
    },
    answers: answersInWords(ports.practice.questions, person.profile?.answers ?? {}, person.profile?.locale ?? 'en'),
    messages: entries.flatMap((entry) => (entry.kind === 'message' ? [entry.delivery] : [])),
    /** The words of the versions that messages name, as far as they are in use. */
    disclaimers: disclaimerWords(ports.practice),
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
  const { id, action, channel } = readLink(ports, token);
  if (action !== 'delete')
    throw new StridewellError('forbidden', 'This link is for downloading. Please ask for a link to delete.');
  await forget(ports, id, channel);
}

/** Someone asked by letter or on the phone, and staff know who they are: all of the record goes. */
export const deleteRecord = (ports: MyDataPorts, id: string): Promise<void> => forget(ports, id);

async function forget(ports: MyDataPorts, id: string, channel?: ChannelName): Promise<void> {
  for (let round = 0; round < tries; round += 1) {
    const person = await ports.people.load(id);
    if (!person) return;
    const other = channel && alsoProven(person, channel);
    const stays = (name: ChannelName) => other && name !== channel && isProvenChannel(person.channels[name]);
    const going = channelNames.filter((name) => person.channels[name] && !stays(name));
    for (const name of going) await leaveChannel(ports, id, name, { means: 'erasure' });
    if (other) return forgetChannel(ports, id, channel);
    for (const bookingId of bookingsIn(await everything(ports, id))) {
      const booking = await ports.bookings.get(bookingId);
      if (booking) await ports.bookings.remove(booking.id, booking.rev);
    }
    const settled = await ports.people.load(id);
    if (settled) await eraseUnproven(ports, settled);
  }
  if (await ports.people.load(id))
    throw new StridewellError('conflict', 'Your data is in use just now. Please try again in a minute.');
}

/** One address of a record that another one proved as well: what is its own goes, the rest is the other's. */
export async function forgetChannel(
  ports: ErasePorts & Ledger<'ofPerson'> & Bookings<'get' | 'remove'>,
  id: string,
  channel: ChannelName,
): Promise<void> {
  const all = await everything(ports, id);
  const own = (entry: LedgerEntry) => channelOfEntry(entry, all) === channel;
  for (const bookingId of bookingsIn(all.filter(own))) {
    const booking = await ports.bookings.get(bookingId);
    if (booking) await ports.bookings.remove(booking.id, booking.rev);
  }
  await eraseChannel(ports, id, channel, (entry) => !own(entry));
}

/** Whether an address that was not forgotten proved this record, too. */
export const goesOn = (person: Subscriber, forgotten: ReadonlySet<ChannelName>): boolean =>
  channelNames.some((name) => isProvenChannel(person.channels[name]) && !forgotten.has(name));

function readLink(ports: MyDataPorts, token: string): { id: string; action: DataAction; channel: ChannelName } {
  const [sub = '', action, expires = '', letter] = readToken(ports.keys, 'data', token);
  if (!(unpackTime(expires) > ports.now()))
    throw new StridewellError('gone', 'This link worked for 30 minutes and is now too old. Please ask for a new one.');
  return { id: `sub_${sub}`, action: action === 'delete' ? 'delete' : 'download', channel: channelOf(letter) };
}

async function asked(
  ports: MyDataPorts,
  token: string,
): Promise<{ person: Subscriber; action: DataAction; channel: ChannelName }> {
  const { id, action, channel } = readLink(ports, token);
  const person = await ports.people.load(id);
  if (!person) throw new StridewellError('gone', 'There is nothing here any more, because your data was deleted.');
  return { person, action, channel };
}

async function everything({ ledger }: Ledger<'ofPerson'>, id: string): Promise<LedgerEntry[]> {
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
