import { profileCompleted } from '../core/choice';
import { type Book, rerouted } from '../core/enrollment';
import { StridewellError } from '../core/error';
import { derivedId } from '../core/id';
import type { HistoryEntry } from '../core/journal';
import { nearestOf } from '../core/nearest';
import type { Practice } from '../core/practice';
import { withAnswers } from '../core/profile';
import type { Answers } from '../core/signup';
import type { Subscriber } from '../core/subscriber';
import type { Instant } from '../core/time';
import { type LinkKeys, readToken, unpackTime } from '../core/token';
import { placeOf } from '../core/zone';

interface ProfilePorts {
  now(): Instant;
  keys: LinkKeys;
  practice: Practice;
  people: {
    load(id: string): Promise<Subscriber | undefined>;
    change(id: string, edit: (person: Subscriber) => Subscriber | undefined): Promise<Subscriber | undefined>;
  };
  book(person: Subscriber): Promise<Book>;
  ledger: { addHistory(entry: HistoryEntry): Promise<boolean> };
}

async function personOf(ports: ProfilePorts, token: string): Promise<Subscriber> {
  const [sub = '', expires = ''] = readToken(ports.keys, 'profile', token);
  const person = await ports.people.load(`sub_${sub}`);
  if (!person || ports.now() > unpackTime(expires))
    throw new StridewellError('gone', 'This link is no longer valid. Text TIPS to us for a new one.');
  return person;
}

/** Whoever began by text tells how they run; from here on the tips fit them. */
export async function completeProfile(
  ports: ProfilePorts,
  token: string,
  answers: Answers,
): Promise<{ structural: boolean }> {
  const now = ports.now();
  const person = await personOf(ports, token);
  const { timeZone, postalCode, redFlags = [], firstName, experience, crossTraining, locale = 'en' } = answers;
  const phone = person.channels.sms?.address;
  const place = placeOf(
    { ...(timeZone ? { stated: timeZone } : {}), ...(postalCode ? { postalCode } : {}), ...(phone ? { phone } : {}) },
    ports.practice.timeZone,
    ports.practice.state,
  );
  const pain = redFlags.length > 0 ? 'structural' : answers.pain;
  const office = nearestOf(ports.practice, answers);
  const zip = postalCode ? { postalCode } : {};
  const told = { firstName, experience, pain, crossTraining, locale, ...zip, ...office, ...place };
  const book = await ports.book(person);
  await ports.ledger.addHistory({
    subscriber: person.id,
    id: derivedId('aud', 'profile', person.id, String(now)),
    at: now,
    happening: { what: 'preferences', change: profileCompleted },
  });
  // What the person said by other ways meanwhile (a check-in, a doctor's visit) stays.
  const changed = await ports.people.change(person.id, (current) =>
    rerouted({ ...current, profile: withAnswers(told, current.profile) }, book, now),
  );
  return { structural: pain === 'structural' && !changed?.profile?.seen };
}
