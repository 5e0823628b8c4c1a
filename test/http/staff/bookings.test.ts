import { day } from '../../../functions/core/base/time';
import type { Booking } from '../../../functions/core/bookings/booking';
import { visitMessageId, visitNoticeId } from '../../../functions/core/bookings/booking-told';
import type { Facts } from '../../../functions/core/sending/delivery';
import { staffApp } from '../../../functions/http/staff/app';
import { id, runner, staffWorld, start } from '../../support/staff';

const robin = id('sub', 1);
const visitAt = start + 3 * day;
const booking = (given: Partial<Booking> = {}): Booking => ({
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
  ...given,
});

function stand(one: Booking, folk = [runner(robin)]) {
  const world = staffWorld(folk);
  world.kept.bookings.set(one.id, one);
  const app = staffApp(world.ports);
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await app.request(`/staff/api${path}`, {
      method,
      headers: { authorization: 'Bearer marketer', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: whatever the server says, every test looks at it
    return (await answer.json()) as Record<string, any>;
  };
  const book = (at = visitAt) =>
    ask('POST', `/bookings/${one.id}`, {
      status: 'booked',
      visitAt: new Date(at).toISOString(),
      rev: world.kept.bookings.get(one.id)?.rev,
    });
  /** What is known of the message about the visit. */
  const known = (facts: Facts, of = one, channel: 'email' | 'sms' = 'email'): void => {
    world.kept.ledger.push({
      kind: 'message',
      delivery: {
        subscriber: robin,
        id: visitMessageId(of, visitAt),
        target: visitNoticeId(of, visitAt),
        stepId: 'booking-confirmed',
        channel,
        marketing: false,
        at: start,
        facts,
      },
    });
  };
  const listed = async () => (await ask('GET', '/bookings')).items[0].told;
  return { ...world, ask, book, known, listed };
}

it('a request without a person says that no message was sent', async () => {
  const { subscriber: _nobody, ...stranger } = booking();
  const { book, listed } = stand(stranger);
  const told = { state: 'nobody', text: 'No message was sent: call them.' };
  expect(await listed()).toBeUndefined();
  expect((await book()).told).toEqual(told);
  expect(await listed()).toEqual(told);
});

it('so does one of somebody whom no channel reaches, or who is gone', async () => {
  const left = stand(booking(), [runner(robin, 'unsubscribed')]);
  expect((await left.book()).told).toMatchObject({ state: 'nobody' });
  expect((await stand(booking(), []).book()).told).toMatchObject({ state: 'nobody' });
});

it('says that the message waits until its record says more', async () => {
  const { book, listed, known } = stand(booking());
  expect((await book()).told).toEqual({ state: 'queued', text: 'The email about their visit waits to go out.' });
  known({ accepted: { at: start } });
  expect(await listed()).toEqual({ state: 'sent', text: 'The email about their visit was sent.' });
});

it.each<[Facts, string]>([
  [{ accepted: { at: start }, bounced: { at: start } }, 'The text about their visit did not arrive: call them.'],
  [{ accepted: { at: start }, failed: { at: start } }, 'The text about their visit did not arrive: call them.'],
  [{ blocked: { at: start } }, 'The text about their visit was not sent: call them.'],
  [{ skipped: { at: start } }, 'The text about their visit was not sent: call them.'],
  [{ unknown: { at: start } }, 'Nobody knows whether the text about their visit went out: call them.'],
  [{ assumed: { at: start } }, 'Nobody knows whether the text about their visit went out: call them.'],
])('says what became of a text: %j', async (facts, text) => {
  const { known, listed } = stand(booking({ status: 'booked', visitAt }));
  known(facts, booking(), 'sms');
  expect(await listed()).toMatchObject({ text });
});

it('a visit that moves away and back is told of each time, and one set twice to the same time once', async () => {
  const { book, kept } = stand(booking());
  for (const at of [visitAt, visitAt, visitAt + day, visitAt]) await book(at);
  expect(kept.people.get(robin)?.notices.map(({ data }) => Number(data?.visitAt))).toEqual([
    visitAt,
    visitAt + day,
    visitAt,
  ]);
  expect(kept.ledger).toHaveLength(3);
});
