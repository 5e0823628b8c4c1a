import { derivedId, newId } from '../../../functions/core/base/id';
import { day, hour, minute, second } from '../../../functions/core/base/time';
import { callBackBy } from '../../../functions/core/bookings/booking';
import { deskId, deskPerson, toldOf } from '../../../functions/core/bookings/desk';
import { limiter } from '../../../functions/core/membership/limiter';
import { countedAs, guardKey, normaliseEmail, normalisePhone } from '../../../functions/core/person/address';
import { newPerson, withChannel } from '../../../functions/core/person/contact';
import { mayAsk } from '../../../functions/core/person/guard';
import { addNotice } from '../../../functions/core/person/notice';
import { currentWording, disclosedMaximum, disclosure, wordingHash } from '../../../functions/core/practice/consent';
import { claim } from '../../../functions/core/sending/attempt';
import { leftChannel, underWayUntil } from '../../../functions/core/sending/leave-channel';
import { aPerson, aRun, monday } from '../../support/memory';
import { practice } from '../../templates/sample';

describe('somebody who leaves a channel', () => {
  it('keeps the attempt under way and loses every open question', () => {
    const attempt = {
      n: 1,
      claimId: 'c',
      channel: 'sms' as const,
      claimedAt: monday,
      startBy: monday + 5,
      leaseUntil: monday + 9,
    };
    const person = aPerson({ enrollments: [aRun({ channel: 'sms', phase: 'sending', attempt })] });
    person.channels.sms!.asked = { consent: { at: monday, wording: 'w', ref: 'r' }, by: monday + day };
    const left = leftChannel(person, 'sms', 'unsubscribed', 'stop', monday);
    expect(left.channels.sms?.asked).toBeUndefined();
    expect(left.enrollments[0]).toMatchObject({ status: 'stopped', attempt });
    expect(underWayUntil(left, 'sms', 8)).toBe(monday + 13);
    expect(underWayUntil(left, 'email', 8)).toBeUndefined();
  });
});

describe('addresses', () => {
  it('are compared in one form', () => {
    expect(normaliseEmail('  Robin@Example.COM ')).toBe('robin@example.com');
    for (const form of ['770-555-0123', '(770) 555 0123', '+1 770 555 0123', '17705550123'])
      expect(normalisePhone(form)).toBe('+17705550123');
  });
  it.each(['', 'a', 'a@b', 'a b@c.de', 'a@b.c\r\nBcc: x@y.zz', `${'a'.repeat(65)}@b.cc`])(
    'refuses the email %j',
    (given) => expect(() => normaliseEmail(given)).toThrow(),
  );
  it.each(['', '911', '+44 20 7946 0018', '900-555-1234', '+1 876 555 1234', '+1 416 967 1111', '7'.repeat(60)])(
    'refuses the number %j',
    (given) => expect(() => normalisePhone(given)).toThrow(),
  );
  it('count as one mailbox over plus-tags, and dots at Gmail only', () => {
    expect(countedAs('jo.doe+x@gmail.com')).toBe('jodoe@gmail.com');
    expect(countedAs('jo.doe+x@example.com')).toBe('jo.doe@example.com');
  });
  it('leave only a keyed hash on the guard', () => {
    expect(guardKey('s', 'a@b.cc')).not.toContain('a@b');
    expect(guardKey('s', 'a@b.cc')).not.toBe(guardKey('t', 'a@b.cc'));
  });
});

it('a confirmation goes once in 24 hours and three times in any 30 days', () => {
  expect(mayAsk([], monday)).toBe(true);
  expect(mayAsk([monday], monday + day - 1)).toBe(false);
  expect(mayAsk([monday], monday + day)).toBe(true);
  const lately = [monday - 29 * day, monday - 3 * day, monday - 2 * day];
  expect(mayAsk(lately, monday)).toBe(false);
  // The oldest of them leaves the 30 days.
  expect(mayAsk(lately, monday + day)).toBe(true);
});

it('ids say what they are, and derived ones repeat', () => {
  expect(newId('sub', (n) => new Uint8Array(n).fill(255))).toMatch(/^sub_[0-9a-z]{16}$/);
  expect(derivedId('msg', 'a', 'b')).toBe(derivedId('msg', 'a', 'b'));
  expect(derivedId('msg', 'ab', '')).not.toBe(derivedId('msg', 'a', 'b'));
});

it('the consent names seller, number of texts, rates, STOP and HELP, and its words are versioned', () => {
  const { sms } = disclosure(practice, 'en');
  for (const part of [
    practice.legalName,
    `${disclosedMaximum} msgs/month`,
    'rates',
    'STOP',
    'HELP',
    'not a condition',
    'not encrypted',
  ])
    expect(sms).toContain(part);
  expect(wordingHash(sms)).toMatch(/^[0-9a-f]{32}$/);
  for (const wording of Object.values(currentWording)) expect(wording).toMatch(/^\d{4}-\d\d-/);
});

it('the call back counts working hours: late on Friday means Monday', () => {
  expect(new Date(callBackBy(practice, Date.parse('2026-12-04T20:30:00Z'))).toISOString()).toBe(
    '2026-12-07T16:00:00.000Z',
  );
});

describe('the front desk', () => {
  const desk = deskPerson('desk@practice.example', monday);
  const mails = (told: typeof desk) => told.notices.map(({ dueAt, data }) => [(dueAt - monday) / minute, data?.count]);
  /** The worker has sent what was due, and nothing of it is left on the item. */
  const sent = (told: typeof desk): typeof desk => ({ ...told, notices: [] });

  it('is an item of its own', () => {
    expect(desk.id).toBe(deskId('desk@practice.example'));
  });

  it('is told of a booking once, also when it is told again long after', () => {
    const once = toldOf(desk, 'bkg_1', monday);
    expect(mails(once)).toEqual([[0, '1']]);
    expect(toldOf(once, 'bkg_1', monday + minute)).toBe(once);
    expect(toldOf(sent(once), 'bkg_1', monday + hour).notices).toEqual([]);
  });

  it('hears of the first at once, and of all others of the next 15 minutes in one mail that counts them', () => {
    let told = sent(toldOf(desk, 'bkg_1', monday));
    for (const n of [2, 3, 4]) told = toldOf(told, `bkg_${n}`, monday + n * minute);
    expect(mails(told)).toEqual([[15, '3']]);
    told = toldOf(sent(told), 'bkg_5', monday + 16 * minute);
    expect(mails(told)).toEqual([[30, '1']]);
    expect(mails(toldOf(sent(told), 'bkg_6', monday + 50 * minute))).toEqual([[50, '1']]);
  });

  it('counts on in a mail that has not gone yet, and begins another beside one that is under way', () => {
    const first = toldOf(desk, 'bkg_1', monday);
    expect(mails(toldOf(first, 'bkg_2', monday + second))).toEqual([[0, '2']]);
    const claimed = claim({ person: first, sendable: first.notices[0]!, claimId: 'clm_1' }, monday);
    expect(mails(toldOf(claimed, 'bkg_2', monday + second))).toEqual([
      [0, '1'],
      [15, '1'],
    ]);
  });

  it('gets one mail however many ask, on an item that stays small', () => {
    let told = sent(toldOf(desk, 'bkg_0', monday));
    for (let n = 1; n <= 500; n += 1) told = toldOf(told, `bkg_${String(n).padStart(16, '0')}`, monday + n);
    expect(mails(told)).toEqual([[15, '500']]);
    expect(JSON.stringify(told).length).toBeLessThan(1500);
  });
});

it('the oldest answer gives way to a new one, and an emergency always has room', () => {
  const wanted = { kind: 'sms-help' as const, channel: 'sms' as const, dueAt: monday, expiresAt: monday + day };
  let person = withChannel(newPerson('sub_1', 'unknown', monday), 'sms', {
    address: '+17705550123',
    status: 'pending',
    since: monday,
  });
  for (let i = 0; i < 12; i += 1)
    person = addNotice(person, { ...wanted, id: `ntc_${i}`, kind: i % 2 ? 'sms-stop' : 'sms-help' });
  person = addNotice(person, { ...wanted, id: 'ntc_new', kind: 'sms-crisis' });
  expect(person.notices).toHaveLength(12);
  expect(person.notices.map(({ id }) => id)).not.toContain('ntc_0');
  expect(person.notices.at(-1)?.id).toBe('ntc_new');
});

it('the limiter counts by key and minute', async () => {
  let now = 0;
  const allow = limiter(() => now);
  expect([await allow('a', 2), await allow('a', 2), await allow('a', 2), await allow('b', 2)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  now = minute;
  expect(await allow('a', 2)).toBe(true);
});
