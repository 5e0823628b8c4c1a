import { type ChannelName, channelNames } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import { derivedId, newId } from '../../core/base/id';
import { atRev } from '../../core/base/revise';
import { isOffice } from '../../core/person/nearest';
import { withFact } from '../../core/person/profile';
import type { Subscriber } from '../../core/person/subscriber';
import type { Practice } from '../../core/practice/practice';
import type { Staff } from '../../core/practice/staff';
import { markedSeen, officeRecorded } from '../../core/sending/journal';
import { rerouted } from '../../core/series/enrollment';
import type { Books, Clock, Ledger, People, Random, Wake } from '../ports';

export type EditSubscriberPorts = Clock &
  Random &
  People<'load' | 'change'> &
  Books &
  Ledger<'addHistory'> &
  Wake & {
    /** The one way out of a channel, whoever asks for it; it answers when nothing can be under way any more. */
    leave(id: string, channel: ChannelName, context: { means: 'staff'; said: string }): Promise<{ drained: boolean }>;
  };

const noPerson = () => new StridewellError('not-found', 'There is no such person.');

/** Someone asked by voice, mail or letter to be left alone (47 CFR 64.1200(a)(10)-(11)). There is no way back from here. */
export async function optOut(
  ports: EditSubscriberPorts,
  id: string,
  channel: ChannelName | 'all',
  reason: string,
  staff: Staff,
): Promise<void> {
  const person = await ports.people.load(id);
  if (!person) throw noPerson();
  const channels = (channel === 'all' ? channelNames : [channel]).filter((name) => person.channels[name]);
  if (channels.length === 0) throw new StridewellError('invalid', 'This person is not reached there.', 'channel');
  await note(
    ports,
    id,
    newId('aud', ports.bytes),
    staff,
    `recorded an opt-out from ${channel === 'all' ? 'everything' : channel}: ${reason}`,
  );
  for (const name of channels) await ports.leave(id, name, { means: 'staff', said: reason });
}

/** A doctor has seen the person: exercises may come from now on. `rev` is that of the person as staff saw them. */
export async function markSeen(ports: EditSubscriberPorts, id: string, rev: number, staff: Staff): Promise<void> {
  const person = await ports.people.load(id);
  if (!person?.profile) throw noPerson();
  if (person.profile.seen) return;
  atRev(person, rev);
  await learn(ports, person, { seen: true }, derivedId('aud', 'seen', id), staff, markedSeen);
}

/** Staff record which office suits the person. `rev` is that of the person as staff saw them. */
export async function setOffice(
  ports: EditSubscriberPorts & { practice: Practice },
  id: string,
  rev: number,
  location: string,
  staff: Staff,
): Promise<void> {
  if (!isOffice(ports.practice, location))
    throw new StridewellError('invalid', 'Please choose one of our offices.', 'location');
  const person = await ports.people.load(id);
  if (!person?.profile) throw noPerson();
  if (person.profile.location === location && person.profile.locationSource === 'stated') return;
  atRev(person, rev);
  const entry = derivedId('aud', 'office', id, String(person.rev));
  await learn(ports, person, { location }, entry, staff, officeRecorded(location));
}

/** Notes what staff know of somebody and learns it: their path follows, and what it brings forward is not waited for. */
async function learn(
  ports: EditSubscriberPorts,
  person: Subscriber,
  fact: Parameters<typeof withFact>[1],
  entry: string,
  staff: Staff,
  action: string,
): Promise<void> {
  await note(ports, person.id, entry, staff, action);
  const book = await ports.book(person);
  const changed = await ports.people.change(person.id, (current) => {
    const told = withFact(current, fact);
    return told === current ? undefined : rerouted(told, book, ports.now());
  });
  for (const name of channelNames) if (changed?.channels[name]?.status === 'active') await ports.wake(person.id, name);
}

/** Into the history first: a crash between leaves a note of what was meant, never a change without one. */
const note = (ports: EditSubscriberPorts, subscriber: string, id: string, staff: Staff, action: string) =>
  ports.ledger.addHistory({ subscriber, id, at: ports.now(), happening: { what: 'staff', actor: staff.name, action } });
