import fc from 'fast-check';
import { traits } from '../../../functions/core/base/channel';
import { minute, second } from '../../../functions/core/base/time';
import { costOf, freshPace, pacer, refilled, slowed, spent, waitOf } from '../../../functions/core/sending/pace';

const start = 1_000_000;

/** A worker whose clock is moved by nothing but its own waiting. */
function worker(limit: number) {
  let now = start;
  const state = { limit, slept: [] as number[] };
  const pace = pacer({
    now: () => now,
    sleep: async (ms) => {
      state.slept.push(ms);
      now += ms;
    },
    limit: async () => state.limit,
  });
  return { pace, state, now: () => now, pass: (ms: number) => (now += ms) };
}

describe('pace', () => {
  test('one recipient costs one, a text what the carrier counts', () => {
    const tags = { subscriber: 's', target: 't', step: 'x', attempt: 'a', to: 'k' };
    const text = (body: string) =>
      costOf({ channel: 'sms', to: '+1', stream: 'marketing', body, timeToLive: 60, tags });
    expect(text('a'.repeat(160))).toBe(1);
    expect(text('a'.repeat(161))).toBe(2);
    expect(text('')).toBe(1);
    expect(
      costOf({
        channel: 'email',
        to: 'a@b.co',
        stream: 'marketing',
        subject: 's',
        html: '',
        text: '',
        headers: [],
        tags,
      }),
    ).toBe(1);
  });

  test('at fourteen a second a worker that never rests sends fourteen a second', async () => {
    const { pace, now } = worker(14);
    let sent = 0;
    while (now() < start + 10 * second) if (await pace.take('email', 1)) sent += 1;
    // Ten seconds, and the second's worth that lay ready.
    expect(sent).toBeGreaterThanOrEqual(150);
    expect(sent).toBeLessThanOrEqual(156);
  });

  test('a text of four parts goes at half a part a second, and the next does not wait seven seconds for it', async () => {
    const { pace, pass, state } = worker(0.5);
    expect(await pace.take('sms', 4)).toBe(true);
    expect(await pace.take('sms', 1)).toBe(false);
    expect(state.slept).toEqual([]);
    pass(3 * second);
    expect(await pace.take('sms', 1)).toBe(true);
    expect(state.slept[0]).toBeLessThanOrEqual(traits.sms.patience);
  });

  test('a turn that is not taken costs nothing', async () => {
    const { pace, pass } = worker(1);
    await pace.take('email', 9);
    for (let i = 0; i < 50; i += 1) expect(await pace.take('email', 1)).toBe(false);
    pass(8 * second);
    expect(await pace.take('email', 1)).toBe(true);
  });

  test('each channel has a purse of its own', async () => {
    const { pace } = worker(1);
    await pace.take('email', 9);
    expect(await pace.take('sms', 1)).toBe(true);
  });

  test('a throttle halves the pace, and it comes back within a minute, never above the limit', () => {
    const full = freshPace(16, start);
    const half = slowed(full);
    expect(half.rate).toBe(8);
    expect(half.tokens).toBe(0);
    expect(refilled(half, 16, start + 15 * second).rate).toBeCloseTo(12);
    expect(refilled(half, 16, start + minute).rate).toBe(16);
    let least = full;
    for (let i = 0; i < 40; i += 1) least = slowed(least);
    expect(least.rate).toBe(0.5);
  });

  test('a throttle before the first send is nothing to slow', async () => {
    const { pace } = worker(1);
    pace.throttled('email');
    expect(await pace.take('email', 1)).toBe(true);
    pace.throttled('email');
    expect(await pace.take('email', 1)).toBe(true);
  });

  test('a lower quota counts at once', () => {
    expect(refilled(freshPace(100, start), 10, start)).toMatchObject({ rate: 10, tokens: 10, limit: 10 });
  });

  test('a clock that steps back gives no credit', () => {
    const spentAll = spent(freshPace(5, start), 5);
    expect(refilled(spentAll, 5, start - minute)).toMatchObject({ tokens: 0, at: start });
  });

  test('over any stretch no more goes out than the limit, one second in store, and the last message', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        fc.array(fc.record({ gap: fc.nat(5000), cost: fc.integer({ min: 1, max: 4 }), slow: fc.boolean() }), {
          maxLength: 60,
        }),
        (limit, asks) => {
          let now = start;
          let pace = freshPace(limit, now);
          let out = 0;
          for (const { gap, cost, slow } of asks) {
            now += gap;
            pace = refilled(pace, limit, now);
            if (waitOf(pace) === 0) {
              out += cost;
              pace = spent(pace, cost);
            }
            if (slow) pace = slowed(pace);
          }
          return out <= (limit * (now - start)) / second + limit + 4 + 1e-6;
        },
      ),
    );
  });
});
