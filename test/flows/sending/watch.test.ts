import { day, hour, iso, minute } from '../../../functions/core/base/time';
import type { Campaign } from '../../../functions/core/campaigns/campaign';
import { type HourCount, hadReports } from '../../../functions/core/reporting/hour';
import { momentOf } from '../../../functions/core/reporting/report';
import type { Watched } from '../../../functions/core/reporting/watched';
import { answerId } from '../../../functions/core/sending/answer-state';
import { type Controls, openControls } from '../../../functions/core/sending/controls';
import { type Delivery, deliveryId, type Facts } from '../../../functions/core/sending/delivery';
import type { LedgerEntry } from '../../../functions/core/sending/journal';
import { type WatchPorts, watch } from '../../../functions/flows/sending/watch';

const start = Date.parse('2026-12-01T15:20:00Z');

let n = 0;
const message = (at: number, facts: Facts = {}, given: Partial<Delivery> = {}): LedgerEntry => {
  n += 1;
  const delivery: Delivery = {
    subscriber: `sub_${n}`,
    id: `msg_${n}`,
    target: 't',
    stepId: 'welcome',
    channel: 'email',
    marketing: true,
    seriesId: 's',
    version: 1,
    at,
    facts: { accepted: { at }, ...facts },
    ...given,
  };
  return { kind: 'message', delivery };
};
const many = (count: number, at: number, facts: Facts = {}) => Array.from({ length: count }, () => message(at, facts));

/** The ledger, the hours and the controls of one service. */
function service(ledger: LedgerEntry[] = []) {
  const state = {
    now: start,
    ledger,
    hours: new Map<number, HourCount>(),
    watched: undefined as Watched | undefined,
    controls: openControls as Controls,
    campaigns: [] as Partial<Campaign>[],
    due: [] as string[],
    days: [] as string[],
    said: [] as string[],
  };
  const ports: WatchPorts = {
    now: () => state.now,
    ledger: {
      ofDay: async (isoDay, limit, after = '0', since = 0, before = Infinity) => {
        if (after === '0') state.days.push(isoDay);
        const all = state.ledger.filter(
          (one) => iso(momentOf(one)).startsWith(isoDay) && momentOf(one) >= since && momentOf(one) < before,
        );
        const to = Number(after) + Math.min(limit, 50);
        return { entries: all.slice(Number(after), to), ...(to < all.length ? { next: String(to) } : {}) };
      },
    },
    hours: {
      save: async (count) => void state.hours.set(count.at, count),
      between: async (from, to) => [...state.hours.values()].filter(({ at }) => at >= from && at <= to),
      watched: async () => state.watched,
      saveWatched: async (watched) => {
        state.watched = watched;
      },
    },
    campaigns: { list: async () => ({ campaigns: state.campaigns as Campaign[] }) },
    controls: {
      read: async () => state.controls,
      save: async (next) => {
        state.controls = { ...next, rev: next.rev + 1 };
        return state.controls;
      },
    },
    people: {
      due: async (channel, shard, now, limit) =>
        channel === 'email' && shard === 0 && now === state.now - 30 * minute
          ? { ids: state.due.slice(0, limit) }
          : { ids: [] },
    },
    shards: 2,
    report: (event, fields) => void state.said.push(`${event} ${fields.reason ?? fields.count}`),
  };
  return { state, look: (until?: number) => watch(ports, until) };
}

describe('adding up the hours', () => {
  test('starts a month back and then goes on where it was, the hour before included', async () => {
    const { state, look } = service([
      message(start - 40 * day),
      message(start - 29 * day, { delivered: { at: start } }),
      message(start - hour),
      message(start),
      message(start, {}, { marketing: false, channel: 'sms' }),
    ]);
    await look();
    expect([...state.hours.keys()].map((at) => (at - (start - 20 * minute)) / hour).sort((a, b) => a - b)).toEqual([
      -29 * 24,
      -1,
      0,
    ]);
    expect(state.hours.get(start - 20 * minute)).toMatchObject({
      email: { sent: 1 },
      sms: { sent: 1 },
      series: { s: 1 },
    });
    expect(state.days).toContain('2026-11-01');

    state.days = [];
    state.now += 5 * minute;
    state.ledger.push(message(state.now));
    await look();
    expect(state.hours.get(start - 20 * minute)?.email.sent).toBe(2);
    // Today, and one of the last seven days for what came late.
    expect(state.days).toHaveLength(2);
  });

  test('counts what comes late: in turns every one of the last seven days is read again', async () => {
    const { state, look } = service();
    await look();
    state.days = [];
    for (let i = 0; i < 7; i += 1) {
      state.now += 5 * minute;
      await look();
    }
    expect(new Set(state.days).size).toBeGreaterThanOrEqual(8);
  });

  test('that takes longer than one call goes on at the next, and no circuit breaker trips on half of the past', async () => {
    const { state, look } = service(many(300, start));
    const watched = await look(start);
    expect(watched.countedTo).toBeLessThan(start - 29 * day);
    expect(state.controls.pausedSeries).toEqual([]);
    await look();
    expect(state.controls.pausedSeries).toEqual(['s']);
  });

  test('leaves out what was not sent, and full mailboxes among the bounces', async () => {
    const unsent = message(start);
    if (unsent.kind === 'message') unsent.delivery.facts = { skipped: { at: start, note: 'too-late' } };
    const { state, look } = service([
      unsent,
      message(start, { bounced: { at: start, note: 'Permanent-General' } }),
      message(start, { bounced: { at: start, note: 'Transient-MailboxFull' } }),
      message(start, { complained: { at: start } }),
    ]);
    await look();
    const count = state.hours.get(start - 20 * minute);
    expect(count?.email).toEqual({ sent: 3, reported: 3, bounced: 1, complained: 1 });
    expect(hadReports(count, 'email')).toBe(true);
    expect(hadReports(count, 'sms')).toBe(false);
    expect(hadReports(undefined, 'email')).toBe(false);
  });
});

describe('braking', () => {
  test('too many bounces stop everything and say why', async () => {
    const { state, look } = service([
      ...many(96, start - day),
      ...many(5, start - day, { bounced: { at: start, note: 'Permanent-General' } }),
    ]);
    await look();
    expect(state.controls.kill).toBe(true);
    expect(state.controls.killReason).toMatch(/^4.95 % of the mail/);
    expect(state.said).toEqual([`tripped ${state.controls.killReason}`]);
    await look();
    expect(state.said).toHaveLength(1);
  });

  test('nearly too many are a warning that staff read', async () => {
    const { state, look } = service([
      ...many(200, start - day),
      ...many(5, start - day, { bounced: { at: start, note: 'Permanent-General' } }),
    ]);
    expect((await look()).warnings).toEqual([expect.stringMatching(/^2.44 % of the mail/)]);
    expect(state.controls.kill).toBe(false);
  });

  test('a series that bursts is paused; what campaigns enrolled is no burst (Dorset 2022: 5,360 texts)', async () => {
    const one = service(many(300, start));
    await one.look();
    expect(one.state.controls).toMatchObject({ kill: false, pausedSeries: ['s'] });
    expect(one.state.controls.pauseReasons?.s).toMatch(/^300 messages in the hour/);
    const two = service(many(300, start));
    two.state.campaigns = [
      { status: 'running', seriesId: 's', sweep: { seen: 400, enrolled: 300, skipped: {}, done: true } },
      { status: 'draft', seriesId: 's' },
    ];
    await two.look();
    expect(two.state.controls.pausedSeries).toEqual([]);
  });
});

describe('people who are stuck', () => {
  test('are counted, named by id and logged', async () => {
    const { state, look } = service();
    state.due = Array.from({ length: 30 }, (_, i) => `sub_${i}`);
    const { stuck } = await look();
    expect(stuck).toMatchObject({ count: 30, more: false });
    expect(stuck.ids).toEqual(state.due.slice(0, 20));
    expect(state.said).toEqual(['stuck 30']);
    state.due = Array.from({ length: 500 }, (_, i) => `sub_${i}`);
    expect((await look()).stuck).toMatchObject({ count: 100, more: true });
  });

  test('are stuck since the first look that saw any', async () => {
    const { state, look } = service();
    state.due = ['sub_1'];
    expect((await look()).stuck.since).toBe(start - 30 * minute);
    state.now += hour;
    expect((await look()).stuck.since).toBe(start - 30 * minute);
    state.due = [];
    expect((await look()).stuck).not.toHaveProperty('since');
  });

  test('are nobody when all moves', async () => {
    const { state, look } = service();
    expect((await look()).stuck).toEqual({ count: 0, more: false, ids: [] });
    expect(state.said).toEqual([]);
  });
});

describe('what waits for staff', () => {
  const doubt = (at: number, given: Facts): LedgerEntry => {
    const entry = message(at);
    if (entry.kind === 'message') entry.delivery.facts = given;
    return entry;
  };

  test('is counted whatever its day, since the oldest, and no longer once it is settled', async () => {
    const held = doubt(start - 3 * day, { unknown: { at: start - 3 * day }, held: { at: start - hour } });
    const { state, look } = service([held, doubt(start - 10 * day, { held: { at: start - 7 * day } }), message(start)]);
    expect((await look()).held).toEqual({ count: 2, more: false, since: start - 7 * day });
    if (held.kind === 'message') held.delivery.facts.skipped = { at: start, note: 'staff-decided' };
    state.now += 5 * minute;
    state.days = [];
    expect((await look()).held).toEqual({ count: 1, more: false, since: start - 7 * day });
  });

  test('and what was never confirmed is counted over a week', async () => {
    const { look } = service([
      doubt(start - 2 * day, { assumed: { at: start - day } }),
      doubt(start - 8 * day, { assumed: { at: start - 7 * day } }),
    ]);
    expect((await look()).unconfirmed).toBe(1);
  });
});

describe('answers to emergencies', () => {
  const text = (at: number, n: number): LedgerEntry => ({
    kind: 'history',
    entry: {
      subscriber: 'sub_1',
      id: `msg_${n}`,
      at,
      happening: { what: 'reply', body: '…', meaning: 'crisis', forStaff: true, providerId: `in-${n}` },
    },
  });
  const answerOf = (n: number, at: number, facts: Facts): LedgerEntry => {
    const target = answerId('sms-crisis', 'sub_1', `in-${n}`);
    const id = deliveryId(target, 'sms-crisis');
    const given = { subscriber: 'sub_1', id, target, stepId: 'sms-crisis', channel: 'sms' as const, marketing: false };
    const entry = message(at, {}, given);
    if (entry.kind === 'message') entry.delivery.facts = facts;
    return entry;
  };

  test('that are not out after two minutes ring at each look, whether or not a worker ever came by', async () => {
    const { state, look } = service([text(start - 10 * minute, 1), text(start - minute, 2)]);
    await look();
    expect(state.said).toEqual(['answer-not-sent 1']);
    state.now += 5 * minute;
    await look();
    expect(state.said).toEqual(['answer-not-sent 1', 'answer-not-sent 2']);
  });

  test('that were taken, or are older than an hour, ring no more', async () => {
    const { state, look } = service([
      text(start - 10 * minute, 1),
      answerOf(1, start - 10 * minute, { blocked: { at: start - 10 * minute }, accepted: { at: start - 9 * minute } }),
      text(start - 61 * minute, 2),
    ]);
    await look();
    expect(state.said).toEqual([]);
  });
});
