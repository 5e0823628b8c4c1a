import { hour } from '../../../functions/core/base/time';
import type { Delivery } from '../../../functions/core/sending/delivery';
import type { LedgerEntry } from '../../../functions/core/sending/journal';
import { findByAddress, listSubscribers, subscriberStory } from '../../../functions/flows/reports/find-subscriber';
import { bookingsByStep, homeReport } from '../../../functions/flows/reports/report';
import { countAudience, countWaiting } from '../../../functions/flows/staff/edit-segment';
import { id, profile, runner, staffWorld, start } from '../../support/staff';

const robin = id('sub', 1);
const message = (n: number, at: number, facts: Delivery['facts'], change: Partial<Delivery> = {}): LedgerEntry => ({
  kind: 'message',
  delivery: {
    subscriber: robin,
    id: id('msg', n),
    target: id('enr', 1),
    stepId: 'rest',
    channel: 'email',
    marketing: true,
    at,
    facts,
    ...change,
  },
});
const evidence = (
  subscriber: string,
  action: 'asked' | 'confirmed' | 'withdrawn',
  channel: 'email' | 'sms',
  at: number,
): LedgerEntry => ({
  kind: 'consent',
  evidence: {
    subscriber,
    channel,
    action,
    at,
    seller: 's',
    address: 'a',
    wording: 'w',
    text: 't',
    textHash: 'h',
    page: '/subscribe',
  },
});
const history = (n: number, at: number, happening: object): LedgerEntry => ({
  kind: 'history',
  entry: { subscriber: robin, id: id('aud', n), at, happening } as never,
});

describe('home', () => {
  it('counts the practice’s own day, not the UTC one', async () => {
    const { kept, ports } = staffWorld();
    // 20:30 in New York is already tomorrow in UTC; 23:30 the evening before is today in UTC.
    const evening = Date.parse('2026-12-01T01:30:00Z');
    const yesterday = Date.parse('2026-11-30T04:30:00Z');
    kept.ledger.push(
      evidence(robin, 'asked', 'email', start),
      evidence(robin, 'asked', 'sms', start),
      evidence(robin, 'confirmed', 'email', evening),
      evidence(robin, 'withdrawn', 'sms', start),
      evidence(id('sub', 2), 'asked', 'email', yesterday),
      message(1, start, { accepted: { at: start } }),
      message(2, evening, { accepted: { at: evening } }, { channel: 'sms' }),
      message(3, yesterday, { accepted: { at: yesterday } }),
      message(4, start, { skipped: { at: start, note: 'too-late' } }),
      message(5, start, { held: { at: start } }),
      message(6, start, { assumed: { at: start } }),
      message(7, start, { accepted: { at: start } }, { marketing: false }),
      history(1, start, { what: 'click', delivery: 'm', link: 'book', human: true }),
      history(2, start, { what: 'click', delivery: 'm', link: 'book', human: false }),
      history(3, start, { what: 'booking', booking: 'b' }),
      history(4, start, { what: 'undrained', channel: 'sms' }),
    );
    const { counts, recent } = await homeReport(ports);
    expect(counts).toEqual({
      signups: 1,
      confirmed: 1,
      sent: { email: 1, sms: 1 },
      skipped: 1,
      failed: 0,
      unconfirmed: 1,
      held: 1,
      unknown: 0,
      optOuts: 1,
      undrained: 1,
      clicks: 1,
      bookings: 1,
    });
    expect(recent[0]?.id).toBe(id('msg', 2));
  });

  it("counts today's requests from the open booking page, and none of yesterday's", async () => {
    const { kept, ports } = staffWorld();
    const open = {
      rev: 1,
      firstName: 'Ada',
      phone: '+17705550142',
      location: 'north',
      days: [1],
      part: 'any' as const,
    };
    const asked = { ...open, status: 'requested' as const, callBackBy: start };
    kept.bookings.set('a', { ...asked, id: 'a', createdAt: start });
    kept.bookings.set('b', { ...asked, id: 'b', createdAt: start - 24 * hour });
    kept.bookings.set('c', { ...asked, id: 'c', createdAt: start, subscriber: id('sub', 1) });
    expect((await homeReport(ports)).counts.bookings).toBe(1);
  });
});

describe('bookings', () => {
  it('tell which step brings people in', async () => {
    const { kept, ports } = staffWorld();
    const booking = {
      rev: 1,
      firstName: 'R',
      phone: 'p',
      location: 'north',
      days: [],
      part: 'any' as const,
      createdAt: start,
      callBackBy: start,
    };
    kept.bookings.set('a', { ...booking, id: 'a', stepId: 'rest', status: 'requested' });
    kept.bookings.set('b', { ...booking, id: 'b', stepId: 'rest', status: 'visited' });
    kept.bookings.set('c', { ...booking, id: 'c', status: 'closed' });
    expect(await bookingsByStep(ports)).toEqual([
      { stepId: 'rest', requests: 2, booked: 1 },
      { stepId: 'page', requests: 1, booked: 0 },
    ]);
  });
});

describe('counting an audience', () => {
  const folk = () => [
    runner(id('sub', 1)),
    runner(id('sub', 2), 'pending'),
    runner(id('sub', 3), 'unsubscribed'),
    runner(id('sub', 4), 'suppressed'),
    runner(id('sub', 5), 'active', { profile: profile({ zones: [] }) }),
    runner(id('sub', 6), 'active', { profile: profile({ zoneSource: 'practice' }) }),
    runner(id('sub', 7), 'active', { recentSends: [{ at: start - hour, channel: 'email' }] }),
    runner(id('sub', 8), 'active', { profile: profile({ pain: 'none' }) }),
    runner(id('sub', 9), 'active', { kind: 'desk' }),
  ];
  const asked = { who: { pain: ['mechanical' as const] }, channels: ['email' as const, 'sms' as const] };

  it('says who is reached and why the others are not', async () => {
    const { ports } = staffWorld(folk());
    expect(await countAudience(ports, asked)).toEqual({
      people: 7,
      reached: 3,
      eligible: { email: 3, sms: 0 },
      leftOut: { 'not-confirmed': 1, suppressed: 2, 'unknown-zone': 1 },
      delayed: {},
      meets: {},
      sampled: false,
      exact: true,
    });
  });

  it('estimates from whole slices when patience ends, and says so', async () => {
    const everyone = Array.from({ length: 3200 }, (_, n) => runner(id('sub', n)));
    const { kept, ports } = staffWorld(everyone);
    const page = (limit: number, after?: string, slice?: { segment: number; of: number }) => {
      kept.now += 400;
      return ports.people.page(limit, after, slice);
    };
    const slow = { now: ports.now, policy: ports.policy, people: { page }, controls: ports.controls };
    const counted = await countAudience(slow, { who: {}, channels: ['email'] }, 1500);
    expect(counted).toMatchObject({ sampled: true, exact: false, people: 3200, eligible: { email: 3200 } });
    expect(kept.now - start).toBeLessThan(5000);
  });

  it('knows who waits in which series', async () => {
    const run = {
      id: id('enr', 1),
      seriesId: 'back-care',
      version: 1,
      channel: 'email' as const,
      status: 'active' as const,
      phase: 'waiting' as const,
      startedAt: start,
      stepId: 'rest',
      completedSteps: [],
    };
    const { ports } = staffWorld([
      runner(robin, 'active', { enrollments: [run, { ...run, channel: 'sms' }] }),
      runner(id('sub', 2), 'active', { enrollments: [{ ...run, status: 'finished' }] }),
    ]);
    expect(await countWaiting(ports)).toEqual({ bySeries: { 'back-care': 1 }, exact: true });
  });
});

describe('finding people', () => {
  it('goes by the exact address in any spelling, and only while it is theirs', async () => {
    const { ports } = staffWorld([runner(robin)]);
    expect((await findByAddress(ports, ' 0000000000000001@Example.com '))?.id).toBe(robin);
    expect(await findByAddress(ports, 'other@example.com')).toBeUndefined();
    await expect(findByAddress(ports, 'not an address')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('lists page by page, filters by status and leaves out the desk', async () => {
    const { ports } = staffWorld([
      runner(robin),
      runner(id('sub', 2), 'pending'),
      runner(id('sub', 3), 'active', { kind: 'desk' }),
      runner(id('sub', 4)),
    ]);
    const first = await listSubscribers(ports, 1, undefined, 'active');
    expect(first.people.map((one) => one.id)).toEqual([robin]);
    const rest = await listSubscribers(ports, 5, first.next, 'active');
    expect(rest.people.map((one) => one.id)).toEqual([id('sub', 4)]);
    expect(rest.next).toBeUndefined();
  });

  it('tells the story in sentences, newest first', async () => {
    const { kept, ports } = staffWorld([runner(robin)]);
    kept.ledger.push(
      evidence(robin, 'asked', 'email', start),
      message(1, start + hour, { skipped: { at: start, note: 'too-late' } }),
      history(1, start + 2 * hour, { what: 'check-in', answer: 'worse' }),
    );
    const { timeline } = await subscriberStory(ports, robin);
    expect(timeline.map(({ title, reason }) => [title, reason])).toEqual([
      ['Checked in: feels worse', undefined],
      ['Email skipped: Rest', 'It could not go out in time.'],
      ['Asked for emails', undefined],
    ]);
  });
});
