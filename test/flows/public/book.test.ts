import { matches } from '../../../functions/core/audience/audience';
import { day, hour, minute } from '../../../functions/core/base/time';
import { type Booking, bookingRests } from '../../../functions/core/bookings/booking';
import { apply } from '../../../functions/core/sending/attempt';
import { plan } from '../../../functions/core/sending/plan';
import { enroll } from '../../../functions/core/series/enrollment';
import { book, bookingView, bookRequestSchema } from '../../../functions/flows/public/book';
import { ana, link, book as lore, message, messageLink, series, start, world } from './public-world';

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
  expect(here.ana().visitUntil).toBe(start + minute + bookingRests);
  expect(here.deliveries.get(message)?.facts.booked?.note).toBe(booking?.id);
  expect(here.ana().notices).toMatchObject([{ kind: 'booking-received', channel: 'email' }]);
  expect(here.did).toEqual(['history booking', 'booking', 'person', 'wake email', 'desk']);
});

test('where somebody wants to be seen is their office from now on, for campaigns and for the next request', async () => {
  const here = world();
  await book(here.ports, messageLink('book'), { ...wish, location: 'south' });
  expect(here.ana().profile).toMatchObject({ location: 'south', locationSource: 'stated' });
  expect(matches({ location: ['south'] }, here.ana().profile!)).toBe(true);
  expect(await bookingView(here.ports, messageLink('book'))).toMatchObject({ location: 'south' });
});

test('a form sent twice asks once', async () => {
  const here = world();
  await book(here.ports, messageLink('book'), wish);
  await book(here.ports, messageLink('book'), wish);
  expect(here.bookings_.size).toBe(1);
  expect(here.ana().notices).toHaveLength(1);
});

describe('a second request', () => {
  const other = { ...wish, location: 'south', days: [5], part: 'afternoon' as const, phone: '770 555 0177' };
  const open = (here: ReturnType<typeof world>) => [...here.bookings_.values()];

  test('with another wish changes the open one, in its history and on the desk; nothing is dropped', async () => {
    const here = world();
    await book(here.ports, messageLink('book'), wish);
    here.later(hour);
    await book(here.ports, messageLink('book'), other);
    const wanted = { location: 'south', days: [5], part: 'afternoon', phone: '+17705550177', firstName: 'Ana' };
    expect(open(here)).toMatchObject([{ ...wanted, status: 'requested', changedAt: start + minute + hour }]);
    expect([...here.history.values()].map(({ happening }) => happening.what)).toEqual(['booking', 'booking-changed']);
    expect(here.told.size).toBe(2);
    expect(here.ana().notices).toHaveLength(2);
    expect(here.ana().visitUntil).toBe(start + minute + hour + bookingRests);
  });

  test('from another message, or on another day, is the same request as long as it is open', async () => {
    const here = world();
    await book(here.ports, messageLink('book'), wish);
    here.later(2 * day);
    await book(here.ports, link('book', 'other'), other);
    expect(open(here)).toHaveLength(1);
  });

  test('that says the same stays one and tells nobody again, also when it is sent a third time after a change', async () => {
    const here = world();
    for (const one of [wish, wish, other, other]) {
      await book(here.ports, messageLink('book'), one);
      here.later(minute);
    }
    expect(open(here)).toHaveLength(1);
    expect(here.told.size).toBe(2);
    expect(here.ana().notices).toHaveLength(2);
    expect(here.history.size).toBe(2);
  });

  test('keeps the promise of the first; a promise that has passed is made anew', async () => {
    const here = world();
    const first = await book(here.ports, messageLink('book'), wish);
    here.later(minute);
    expect(await book(here.ports, messageLink('book'), other)).toEqual(first);
    here.later(20 * day);
    const late = await book(here.ports, messageLink('book'), other);
    expect(late.callBackBy).toBeGreaterThan(here.ports.now());
    expect(open(here)).toMatchObject([{ callBackBy: late.callBackBy, changedAt: here.ports.now() }]);
    expect(here.ana().visitUntil).toBe(here.ports.now() + bookingRests);
  });

  test.each(['booked', 'visited', 'closed'] as const)('after one that is %s is a new one', async (status) => {
    const here = world();
    await book(here.ports, messageLink('book'), wish);
    const [first] = open(here);
    here.bookings_.set(first!.id, { ...first!, status });
    await book(here.ports, messageLink('book'), wish);
    expect(open(here).map((one) => one.status)).toEqual([status, 'requested']);
    expect(here.told.size).toBe(2);
  });

  test('that staff overtake while it is saved becomes a new one', async () => {
    const here = world();
    await book(here.ports, messageLink('book'), wish);
    const [first] = open(here);
    const save = async (next: Booking) => {
      if (here.bookings_.get(first!.id)?.status !== 'requested') return here.ports.bookings.save(next);
      here.bookings_.set(first!.id, { ...first!, rev: 2, status: 'booked' });
      return undefined;
    };
    await book({ ...here.ports, bookings: { ...here.ports.bookings, save } }, messageLink('book'), other);
    expect(open(here)).toMatchObject([
      { status: 'booked', location: 'north' },
      { status: 'requested', location: 'south' },
    ]);
  });
});

describe('a request without a link', () => {
  const bo = { ...wish, firstName: 'Bo', phone: '770 555 0199' };

  test('sent twice on a day is one, and one after it was closed is new', async () => {
    const here = world();
    await book(here.ports, undefined, bo);
    await book(here.ports, undefined, { ...bo, firstName: ' BO'.trim() });
    expect(here.bookings_.size).toBe(1);
    const [first] = here.bookings_.values();
    here.bookings_.set(first!.id, { ...first!, status: 'closed' });
    await book(here.ports, undefined, bo);
    expect([...here.bookings_.values()].map(({ status }) => status)).toEqual(['closed', 'requested']);
  });

  test('with another wish stands beside the first: nobody is proved to be the one who asked', async () => {
    const here = world();
    await book(here.ports, undefined, bo);
    await book(here.ports, undefined, { ...bo, location: 'south' });
    expect([...here.bookings_.values()].map(({ location }) => location)).toEqual(['north', 'south']);
    expect(here.told.size).toBe(2);
  });

  test('never changes the request of somebody who came by a link, whatever name and number it gives', async () => {
    const here = world();
    await book(here.ports, messageLink('book'), wish);
    const [before] = here.bookings_.values();
    await book(here.ports, undefined, { ...wish, firstName: 'Ana', phone: '+17705550123', location: 'south' });
    const [after, stranger] = here.bookings_.values();
    expect(after).toEqual(before);
    expect(stranger).not.toHaveProperty('subscriber');
  });

  test('has an id that tells nothing of the number', async () => {
    const [one, two] = [world(), world()];
    await book(one.ports, undefined, bo);
    await book({ ...two.ports, keys: [{ id: 'k2', secret: 'another' }] }, undefined, bo);
    expect([...one.bookings_.keys()]).not.toEqual([...two.bookings_.keys()]);
  });
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

test.each([
  ['booking', 0, 1],
  ['changing a request', 1, 2],
])(
  'a crash before any write of %s is made good by sending the form again: one request, one rest, each thing told once',
  async (_what, before, things) => {
    let crashes = 0;
    for (let n = 0; ; n += 1) {
      const here = world();
      if (before > 0) await book(here.ports, messageLink('book'), { ...wish, location: 'south' });
      here.later(minute);
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
      expect([n, here.bookings_.size, here.history.size, here.told.size]).toEqual([n, 1, things, things]);
      expect([...here.bookings_.values()]).toMatchObject([{ location: 'north' }]);
      expect(here.ana().notices.map(({ kind }) => kind)).toEqual(Array(things).fill('booking-received'));
      expect(here.ana().visitUntil).toBeGreaterThanOrEqual(start + minute + bookingRests);
      expect(here.did.at(-1)).toBe('desk');
      if (done) break;
      crashes += 1;
    }
    expect(crashes).toBeGreaterThan(6);
  },
);

describe('the rest that a request brings', () => {
  const begun = (id: string, at: number, person = ana()) =>
    enroll(person, { id, seriesId: 'back-care', version: 1, channel: 'email', campaignId: 'cmp_1' }, lore, at);
  const rested = async () => {
    const here = world();
    await book(here.ports, messageLink('book'), wish);
    return here.ana();
  };

  test('is the person’s: a series that begins afterwards waits as well, and goes on by itself', async () => {
    const person = await rested();
    const later = start + 3 * day;
    const both = { ...person, notices: [], enrollments: [...person.enrollments, begun('enr_2', later, person)] };
    const until = person.visitUntil!;
    for (const at of [later, later + 7 * day, until - 1]) {
      const decided = plan(both, lore, at);
      expect(decided.do).not.toBe('send');
      if (decided.do === 'delay') expect(decided.until).toBeGreaterThanOrEqual(until);
    }
    const alone = { ...both, enrollments: [{ ...begun('enr_2', later, ana()), wakeAt: later }] };
    const waits = apply(alone, plan(alone, lore, later), lore, later);
    expect(plan(waits, lore, waits.enrollments[0]!.wakeAt!)).toMatchObject({ do: 'send' });
  });

  test('also holds where a record of an older release has it on its runs', () => {
    const until = start + bookingRests;
    const old = { ...begun('enr_1', start), status: 'paused' as const, pausedUntil: until };
    expect(plan(ana({ enrollments: [old] }), lore, until - 1)).toEqual({ do: 'wait', until });
    expect(plan(ana({ enrollments: [old] }), lore, until)).toEqual({ do: 'resume', target: 'enr_1' });
  });

  test('is nobody’s delay: exercises wait with everything else, and are not skipped for it', async () => {
    const person = await rested();
    const exercise = { ...series, steps: { ...series.steps, rest: { ...series.steps.rest!, exercises: true } } };
    const structural = { ...person, notices: [], profile: { ...person.profile!, pain: 'structural' as const } };
    const due = start + 8 * day;
    const decided = plan(structural, { ...lore, version: () => exercise }, due);
    expect(decided).toMatchObject({ do: 'delay' });
    const waits = apply(structural, decided, lore, due);
    expect(waits.enrollments[0]?.allowedFrom).toBe(person.visitUntil);
  });
});
