import { bookingRests } from '../../functions/core/booking';
import { minute } from '../../functions/core/time';
import { book, bookingView, bookRequestSchema } from '../../functions/flows/book';
import { ana, message, messageLink, start, world } from './public-world';

const wish = bookRequestSchema.parse({ location: 'north', days: [3, 1, 3], part: 'morning' });

test('one tap books: the series rests, the desk hears, the reader learns by when', async () => {
  const here = world();
  const { callBackBy } = await book(here.ports, messageLink('book'), wish);
  expect(new Date(callBackBy).toISOString()).toBe('2026-11-23T19:01:00.000Z');
  const [booking] = here.bookings_.values();
  expect(booking).toMatchObject({
    subscriber: 'sub_ana',
    firstName: 'Ana',
    phone: '+17705550123',
    days: [1, 3],
    stepId: 'welcome',
    delivery: message,
    status: 'requested',
  });
  expect(here.ana().enrollments[0]).toMatchObject({ status: 'paused', pausedUntil: start + minute + bookingRests });
  expect(here.ana().visitUntil).toBe(start + minute + bookingRests);
  expect(here.deliveries.get(message)?.facts.booked?.note).toBe(booking?.id);
  expect(here.ana().notices).toMatchObject([{ kind: 'booking-received', channel: 'email' }]);
  expect(here.did).toEqual(['history booking', 'booking', 'person', 'wake email', 'desk']);
});

test('a form sent twice asks once', async () => {
  const here = world();
  await book(here.ports, messageLink('book'), wish);
  await book(here.ports, messageLink('book'), wish);
  expect(here.bookings_.size).toBe(1);
  expect(here.ana().notices).toHaveLength(1);
});

test('a run staff have paused, or that has ended, is left alone', async () => {
  const person = ana();
  const [run] = person.enrollments;
  const runs = [
    { ...run!, id: 'enr_1', status: 'paused' as const },
    { ...run!, id: 'enr_2', status: 'stopped' as const },
  ];
  const here = world([{ ...person, enrollments: runs }]);
  await book(here.ports, messageLink('book'), wish);
  expect(here.ana().enrollments).toEqual(runs);
});

test('anyone may ask without a link, with a name and a number', async () => {
  const here = world();
  await expect(book(here.ports, undefined, wish)).rejects.toMatchObject({ field: 'firstName' });
  await expect(book(here.ports, undefined, { ...wish, firstName: 'Bo' })).rejects.toMatchObject({ field: 'phone' });
  await expect(book(here.ports, undefined, { ...wish, firstName: 'Bo', phone: '12' })).rejects.toMatchObject({
    field: 'phone',
  });
  await book(here.ports, undefined, { ...wish, firstName: 'Bo', phone: '770 555 0199' });
  expect([...here.bookings_.values()]).toMatchObject([{ firstName: 'Bo', phone: '+17705550199' }]);
  expect(here.did).toEqual(['booking', 'desk']);
});

test('an office that is not ours is refused', async () => {
  await expect(book(world().ports, messageLink('book'), { ...wish, location: 'moon' })).rejects.toMatchObject({
    code: 'invalid',
    field: 'location',
  });
});

test('the page shows the end of the number only, since links get forwarded', async () => {
  const view = await bookingView(world().ports, messageLink('book'));
  expect(view).toEqual({ known: true, phoneEnding: '0123' });
});

test('a link of somebody erased books like a stranger', async () => {
  expect(await bookingView(world([]).ports, messageLink('book'))).toEqual({ known: false });
});

test('a crash before any write of booking is made good by sending the form again: one wish, one rest, one answer', async () => {
  let crashes = 0;
  for (let n = 0; ; n += 1) {
    const here = world();
    let left = n;
    const dying = <T extends object>(part: T): T =>
      new Proxy(part, {
        get: (of, name) => {
          const value = Reflect.get(of, name) as unknown;
          if (typeof value !== 'function') return value;
          return async (...given: unknown[]) => {
            left -= 1;
            if (left < 0) throw new Error('the process died');
            return value.apply(of, given);
          };
        },
      });
    const { people, ledger, bookings, tellDesk, wake } = here.ports;
    const { tell, hint } = dying({ tell: tellDesk, hint: wake });
    const ports = {
      ...here.ports,
      people: dying(people),
      ledger: dying(ledger),
      bookings: dying(bookings),
      tellDesk: tell,
      wake: hint,
    };
    const done = await book(ports, messageLink('book'), wish).then(
      () => true,
      () => false,
    );
    here.later(minute);
    await book(here.ports, messageLink('book'), wish);
    expect([n, here.bookings_.size, here.history.size]).toEqual([n, 1, 1]);
    expect(here.ana().notices).toMatchObject([{ kind: 'booking-received' }]);
    expect(here.ana().enrollments[0]).toMatchObject({ status: 'paused' });
    expect(here.ana().visitUntil).toBeGreaterThanOrEqual(start + minute + bookingRests);
    expect(here.did.at(-1)).toBe('desk');
    if (done) break;
    crashes += 1;
  }
  expect(crashes).toBeGreaterThan(6);
});
