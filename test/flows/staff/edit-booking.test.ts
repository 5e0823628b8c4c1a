import { matches } from '../../../functions/core/audience/audience';
import { day } from '../../../functions/core/base/time';
import { type Booking, bookingRests } from '../../../functions/core/bookings/booking';
import { composeMessage } from '../../../functions/core/messages/compose-message';
import type { Subscriber } from '../../../functions/core/person/subscriber';
import { apply } from '../../../functions/core/sending/attempt';
import { plan } from '../../../functions/core/sending/plan';
import { enroll } from '../../../functions/core/series/enrollment';
import { subscriberStory } from '../../../functions/flows/reports/find-subscriber';
import { type EditBookingPorts, editBooking } from '../../../functions/flows/staff/edit-booking';
import { markSeen, optOut, setOffice } from '../../../functions/flows/staff/edit-subscriber';
import { id, profile, runner, staffWorld, start } from '../../support/staff';

const kim = { sub: 'u-1', name: 'Kim', role: 'marketer' as const };
const robin = id('sub', 1);
const booking: Booking = {
  id: id('bkg', 1),
  rev: 1,
  subscriber: robin,
  firstName: 'Robin',
  phone: '+17705550123',
  location: 'north',
  days: [1],
  part: 'morning',
  status: 'requested',
  createdAt: start,
  callBackBy: start + day,
};
/** By somebody who has just looked. */
const edit = async (
  ports: EditBookingPorts,
  id: string,
  ...change: Parameters<typeof editBooking> extends [unknown, unknown, unknown, ...infer Rest] ? Rest : never
) => editBooking(ports, id, (await ports.bookings.get(id))?.rev ?? 0, ...change);

const visitAt = Date.parse('2026-12-03T15:30:00Z');

async function stand(change: Partial<Subscriber> = {}) {
  const { kept, ports } = staffWorld([runner(robin, 'active', change)]);
  kept.bookings.set(booking.id, booking);
  const person = kept.people.get(robin)!;
  const book = await ports.book(person, [{ seriesId: 'back-care', version: 1 }]);
  const run = enroll(person, { id: id('enr', 1), seriesId: 'back-care', version: 1, channel: 'email' }, book, start);
  kept.people.set(robin, { ...person, enrollments: [{ ...run, status: 'paused', pausedUntil: start + bookingRests }] });
  const now = () => kept.people.get(robin)!;
  return { kept, ports, now };
}

describe('bookings', () => {
  it('once booked, end the series and tell the person when and where', async () => {
    const { kept, ports, now } = await stand();
    expect(await edit(ports, booking.id, 'booked', visitAt, kim)).toMatchObject({ status: 'booked', visitAt });
    expect(now().enrollments[0]).toMatchObject({ status: 'stopped', reason: 'booked' });
    expect(now().notices).toMatchObject([
      {
        kind: 'booking-confirmed',
        channel: 'email',
        dueAt: start,
        data: { visitAt: String(visitAt), location: 'north' },
      },
    ]);
    expect(kept.woken).toEqual([`${robin} email`]);
    expect(kept.ledger).toMatchObject([
      { kind: 'history', entry: { happening: { actor: 'Kim', action: 'booking booked' } } },
    ]);
  });

  it('once booked, tell by text whoever has texts only', async () => {
    const phone = { address: '+17705550123', status: 'active' as const, since: start };
    const { kept, ports, now } = await stand({ channels: { sms: phone } });
    await edit(ports, booking.id, 'booked', visitAt, kim);
    expect(now().notices).toMatchObject([{ kind: 'booking-confirmed', channel: 'sms', data: { location: 'north' } }]);
    expect(kept.woken).toEqual([`${robin} sms`]);
    const turn = { person: now(), sendable: now().notices[0]!, book: await ports.book(now()) };
    const message = composeMessage(ports.composer, turn, start);
    expect(message).toMatchObject({ channel: 'sms', to: phone.address, stream: 'transactional' });
    expect(message.channel === 'sms' && message.body).toMatch(/^\S.*Your visit is set: .* at .*, Sample North Office/);
  });

  it.each(['pending', 'unsubscribed', 'suppressed'] as const)('tell nobody on a channel that is %s', async (status) => {
    const phone = { address: '+17705550123', status, since: start };
    const { ports, now } = await stand({ channels: { sms: phone } });
    await edit(ports, booking.id, 'booked', visitAt, kim);
    expect(now().notices).toEqual([]);
  });

  it('after a crash before the booking was saved, are done again without a second mail', async () => {
    const { kept, ports, now } = await stand();
    const dying = new Proxy(ports, {
      get: (at, key) =>
        key === 'bookings'
          ? { get: at.bookings.get, save: () => Promise.reject(new Error('died')) }
          : Reflect.get(at, key),
    });
    await expect(edit(dying, booking.id, 'booked', visitAt, kim)).rejects.toThrow('died');
    await edit(ports, booking.id, 'booked', visitAt, kim);
    expect(now().notices).toHaveLength(1);
    expect(kept.ledger).toHaveLength(1);
  });

  it('closed without a visit, let the series go on, also when it had ended with a booked one', async () => {
    const { ports, now } = await stand();
    await edit(ports, booking.id, 'booked', visitAt, kim);
    await edit(ports, booking.id, 'closed', undefined, kim);
    expect(now().enrollments[0]).toMatchObject({ status: 'active', stepId: 'welcome' });
    expect(now().enrollments[0]).not.toHaveProperty('pausedUntil');
  });

  it('hold broadcasts back until the visit, and no longer than the booking stands', async () => {
    const { ports, now } = await stand({ visitUntil: start + bookingRests });
    await edit(ports, booking.id, 'booked', visitAt, kim);
    expect(now().visitUntil).toBe(visitAt);
    await edit(ports, booking.id, 'closed', undefined, kim);
    expect(now()).not.toHaveProperty('visitUntil');
  });

  it('closed at once, let broadcasts through again; one booking does not end the wait for another', async () => {
    const first = await stand({ visitUntil: start + bookingRests });
    await edit(first.ports, booking.id, 'closed', undefined, kim);
    expect(first.now()).not.toHaveProperty('visitUntil');
    const other = await stand({ visitUntil: start + bookingRests + 3 * day });
    await edit(other.ports, booking.id, 'closed', undefined, kim);
    expect(other.now().visitUntil).toBe(start + bookingRests + 3 * day);
  });

  it('closed long after a broadcast rested, do not send it still; closed soon, do', async () => {
    const shout = { id: id('enr', 2), seriesId: 'clinic-event', version: 1, channel: 'email' as const };
    for (const [days, ends] of [
      [1, 'send'],
      [8, 'skip'],
    ] as const) {
      const { kept, ports, now } = await stand();
      const book = await ports.book(now(), [shout]);
      const run = enroll(now(), { ...shout, firstDueAt: start }, book, start);
      kept.people.set(robin, {
        ...now(),
        enrollments: [{ ...run, status: 'paused', pausedUntil: start + bookingRests }],
      });
      kept.now = start + days * day;
      await edit(ports, booking.id, 'closed', undefined, kim);
      expect(kept.woken).toEqual([`${robin} email`]);
      let person = now();
      let decided = plan(person, book, kept.now);
      if (decided.do === 'resume') {
        person = apply(person, decided, book, kept.now);
        decided = plan(person, book, kept.now);
      }
      expect([days, decided.do]).toEqual([days, ends]);
    }
  });

  it('closed at once, let a series go on that began meanwhile; a booked visit holds it until its hour', async () => {
    const until = start + bookingRests;
    const { kept, ports, now } = await stand({ visitUntil: until });
    const book = await ports.book(now(), [{ seriesId: 'back-care', version: 1 }]);
    const wanted = { id: id('enr', 2), seriesId: 'back-care', version: 1, channel: 'email' as const };
    const begin = () =>
      kept.people.set(robin, { ...now(), enrollments: [enroll(now(), wanted, book, start)], notices: [] });
    begin();
    expect(plan(now(), book, start)).toEqual({ do: 'wait', until });
    // Staff read it of the run.
    expect((await subscriberStory(ports, robin)).person.enrollments).toMatchObject([
      { status: 'paused', pausedUntil: until },
    ]);
    await edit(ports, booking.id, 'booked', visitAt, kim);
    begin();
    expect(plan(now(), book, start)).toEqual({ do: 'wait', until: visitAt });
    await edit(ports, booking.id, 'closed', undefined, kim);
    expect(plan(now(), book, start)).toMatchObject({ do: 'send', intent: { stepId: 'welcome' } });
  });

  it('do not end a pause the person asked for', async () => {
    const { kept, ports, now } = await stand();
    const [run] = now().enrollments;
    kept.people.set(robin, { ...now(), enrollments: [{ ...run!, pausedUntil: start + 30 * day }] });
    await edit(ports, booking.id, 'closed', undefined, kim);
    expect(now().enrollments[0]).toMatchObject({ status: 'paused', pausedUntil: start + 30 * day });
  });

  it('send no mail to someone who has left email', async () => {
    const { kept, ports, now } = await stand();
    kept.people.set(robin, { ...now(), channels: { email: { ...now().channels.email!, status: 'unsubscribed' } } });
    await edit(ports, booking.id, 'booked', visitAt, kim);
    expect(now().notices).toEqual([]);
  });

  it.each([
    ['booked', undefined, 'visitAt'],
    ['booked', start - day, 'visitAt'],
    ['closed', visitAt, 'visitAt'],
    ['visited', undefined, 'status'],
    ['requested', undefined, 'status'],
  ] as const)('cannot become %s with the time %s', async (to, at, field) => {
    const { kept, ports } = await stand();
    await expect(edit(ports, booking.id, to, at, kim)).rejects.toMatchObject({ field });
    expect(kept.bookings.get(booking.id)).toEqual(booking);
    expect(kept.ledger).toEqual([]);
  });
});

describe('what staff record of a person', () => {
  it('an opt-out from all reaches every channel the person has, and is in the history', async () => {
    const { kept, ports, now } = await stand();
    kept.people.set(robin, {
      ...now(),
      channels: { ...now().channels, sms: { ...now().channels.email!, address: '+17705550123' } },
    });
    await optOut(ports, robin, 'all', 'called the office', kim);
    expect(kept.left).toEqual([`${robin} email called the office`, `${robin} sms called the office`]);
    expect(kept.ledger).toMatchObject([{ entry: { happening: { what: 'staff', actor: 'Kim' } } }]);
    await expect(optOut(ports, id('sub', 2), 'all', 'x', kim)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('"seen by a doctor" opens the exercises, once', async () => {
    const { kept, ports, now } = await stand({ profile: profile({ pain: 'structural' }) });
    kept.people.set(robin, {
      ...now(),
      enrollments: now().enrollments.map(({ pausedUntil: _until, ...run }) => ({ ...run, status: 'active' as const })),
    });
    const steps = async () => (await subscriberStory(ports, robin)).next.map(({ stepId }) => stepId);
    expect(await steps()).not.toContain('stretching');
    await markSeen(ports, robin, now().rev, kim);
    await markSeen(ports, robin, 1, kim);
    expect(now().profile?.seen).toBe(true);
    expect(await steps()).toContain('stretching');
    expect(kept.woken).toEqual([`${robin} email`]);
    expect(kept.ledger).toHaveLength(1);
  });
});

describe('the office of a person', () => {
  it('is recorded as staff heard it, once, with a line in their history', async () => {
    const { kept, ports } = await stand();
    const now = () => kept.people.get(robin)!;
    const seen = now().rev;
    await setOffice(ports, robin, seen, 'south', kim);
    expect(now().profile).toMatchObject({ location: 'south', locationSource: 'stated' });
    expect(matches({ location: ['south'] }, now().profile!)).toBe(true);
    await setOffice(ports, robin, 1, 'south', kim);
    expect(kept.ledger).toHaveLength(1);
    await expect(setOffice(ports, robin, seen, 'north', kim)).rejects.toMatchObject({ code: 'conflict' });
    await expect(setOffice(ports, robin, now().rev, 'paris', kim)).rejects.toMatchObject({
      code: 'invalid',
      field: 'location',
    });
    expect(now().profile?.location).toBe('south');
  });
});
