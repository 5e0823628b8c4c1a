import { StridewellError } from '../../core/base/error';
import { derivedId } from '../../core/base/id';
import { readToken, unpackTime } from '../../core/base/token';
import { profileCompleted } from '../../core/membership/choice';
import { begunByAnswers } from '../../core/membership/confirmed';
import type { Profiled } from '../../core/membership/signup';
import { nearestOf } from '../../core/person/nearest';
import { withAnswers } from '../../core/person/profile';
import { languageOf, type Subscriber } from '../../core/person/subscriber';
import { rerouted } from '../../core/series/enrollment';
import { placeOf } from '../../core/time/zone';
import type { Books, Clock, Keys, Ledger, OfPractice, People } from '../ports';
import { type Evergreen, evergreenOf } from './evergreen';

type ProfilePorts = Clock & Keys & OfPractice & People<'load' | 'change'> & Books & Ledger<'addHistory'> & Evergreen;

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
  said: Profiled,
): Promise<{ structural: boolean }> {
  const now = ports.now();
  const person = await personOf(ports, token);
  const { timeZone, postalCode, firstName, answers, locale = languageOf(person) } = said;
  const phone = person.channels.sms?.address;
  const place = placeOf(
    { ...(timeZone ? { stated: timeZone } : {}), ...(postalCode ? { postalCode } : {}), ...(phone ? { phone } : {}) },
    ports.practice.timeZone,
    ports.practice.state,
  );
  const safety = said.safety ? { safety: 'structural' as const } : {};
  const office = nearestOf(ports.practice, said);
  const zip = postalCode ? { postalCode } : {};
  const told = { firstName, answers, ...safety, locale, ...zip, ...office, ...place };
  const series = await evergreenOf(ports);
  const book = await ports.book(person, series);
  await ports.ledger.addHistory({
    subscriber: person.id,
    id: derivedId('aud', 'profile', person.id, String(now)),
    at: now,
    happening: { what: 'preferences', change: profileCompleted },
  });
  // What the person said by other ways meanwhile (a check-in, a doctor's visit) stays.
  const changed = await ports.people.change(person.id, (current) =>
    begunByAnswers(rerouted({ ...current, profile: withAnswers(told, current.profile) }, book, now), series, book, now),
  );
  return { structural: changed?.profile?.safety === 'structural' && !changed.profile.seen };
}
