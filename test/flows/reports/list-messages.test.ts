import { day, hour } from '../../../functions/core/base/time';
import { hoursOf } from '../../../functions/core/reporting/hour';
import type { Delivery } from '../../../functions/core/sending/delivery';
import type { LedgerEntry } from '../../../functions/core/sending/journal';
import { listMessages, type MessageFilter, replies } from '../../../functions/flows/reports/list-messages';
import { id, staffWorld, start } from '../../support/staff';

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
const reply = (n: number, at: number, forStaff = true): LedgerEntry => ({
  kind: 'history',
  entry: {
    subscriber: robin,
    id: id('aud', n),
    at,
    happening: { what: 'reply', body: 'call me', meaning: 'other', forStaff, providerId: `p${n}` },
  },
});
const sent = (at: number) => ({ accepted: { at } });

function world(entries: LedgerEntry[]) {
  const { kept, ports } = staffWorld();
  kept.ledger.push(...entries);
  kept.hours = hoursOf(entries);
  const stuck = { count: 0, more: false, ids: [] };
  kept.watched = { at: start, countedTo: start, stuck, warnings: [] };
  const pages = async (filter: MessageFilter, limit: number): Promise<number[][]> => {
    const found: number[][] = [];
    let cursor: string | undefined;
    do {
      const page = await listMessages(ports, filter, limit, cursor);
      expect(page.messages.length).toBeLessThanOrEqual(limit);
      found.push(page.messages.map((one) => Number(one.id.slice(4))));
      cursor = page.next;
    } while (cursor !== undefined);
    return found;
  };
  return { kept, ports, pages };
}

describe('messages of a day', () => {
  it('come newest first, filtered, each once, and no page is promised that is empty', async () => {
    const { pages } = world(
      Array.from({ length: 57 }, (_, n) =>
        message(n, start + n * 1000, n % 3 ? sent(start) : { skipped: { at: start, note: 'too-late' } }),
      ),
    );
    const found = await pages({ day: '2026-11-30', outcome: 'skipped' }, 4);
    expect(found.flat()).toEqual(Array.from({ length: 19 }, (_, i) => (18 - i) * 3));
    expect(found.every((one) => one.length > 0)).toBe(true);
    expect(await pages({ day: '2026-11-29' }, 50)).toEqual([[]]);
    expect(await pages({ channel: 'sms' }, 50)).toEqual([[]]);
  });

  it('are those of the practice’s own day, across two days of UTC', async () => {
    const midnight = Date.parse('2026-11-30T05:00:00Z');
    const { pages } = world([
      message(1, midnight - 1, sent(start)),
      message(2, midnight, sent(start)),
      message(3, midnight + 22 * hour, sent(start)),
      message(4, midnight + day, sent(start)),
    ]);
    expect(await pages({ day: '2026-11-30' }, 50)).toEqual([[3, 2]]);
  });

  it('that failed are those refused, sent back and not delivered', async () => {
    const { pages } = world([
      message(1, start, { blocked: { at: start } }),
      message(2, start + 1, { accepted: { at: start }, bounced: { at: start } }),
      message(3, start + 2, { accepted: { at: start }, failed: { at: start } }),
      message(4, start + 3, sent(start)),
    ]);
    expect(await pages({ outcome: 'failed' }, 50)).toEqual([[3, 2, 1]]);
  });
});

describe('what is in doubt', () => {
  const doubtful = [
    message(1, start - 20 * day, { held: { at: start } }),
    message(2, start - 3 * day, { unknown: { at: start - 3 * day }, held: { at: start } }),
    message(3, start - 3 * day + 60_000, sent(start)),
    message(4, start - day, { assumed: { at: start } }),
    message(5, start, { unknown: { at: start } }),
  ];

  it('is listed whatever its day, and only those hours are read', async () => {
    const { pages, ports } = world(doubtful);
    const read: string[] = [];
    const { newestOfDay } = ports.ledger;
    ports.ledger.newestOfDay = (isoDay, ...rest) => {
      read.push(isoDay);
      return newestOfDay(isoDay, ...rest);
    };
    expect(await pages({ outcome: 'held' }, 50)).toEqual([[2, 1]]);
    expect(new Set(read)).toEqual(new Set(['2026-11-30', '2026-11-27', '2026-11-10']));
    expect(await pages({ outcome: 'held' }, 1)).toEqual([[2], [1]]);
    expect(await pages({ outcome: 'unconfirmed' }, 50)).toEqual([[4]]);
    expect(await pages({ outcome: 'unknown' }, 50)).toEqual([[5]]);
  });

  it('of one day is asked for by that day', async () => {
    const { pages } = world(doubtful);
    expect(await pages({ outcome: 'held', day: '2026-11-27' }, 50)).toEqual([[2]]);
    expect(await pages({ outcome: 'held', day: '2026-11-30' }, 50)).toEqual([[]]);
  });

  it('is found where nothing is added up yet, and where it was only in doubt when it was', async () => {
    const { pages, kept } = world(doubtful);
    kept.hours = hoursOf([message(1, start - 20 * day, { unknown: { at: start - 20 * day } })]);
    kept.watched = { ...kept.watched!, countedTo: start - 4 * day };
    expect(await pages({ outcome: 'held' }, 1)).toEqual([[2], [1]]);
    kept.watched = undefined;
    expect(await pages({ outcome: 'held' }, 50)).toEqual([[2, 1]]);
  });

  it('that was settled between two pages is left out, and nothing else', async () => {
    const { ports, kept } = world(doubtful);
    const first = await listMessages(ports, { outcome: 'held' }, 1);
    kept.hours.delete(Math.floor((start - 20 * day) / hour) * hour);
    expect((await listMessages(ports, { outcome: 'held' }, 1, first.next)).messages).toEqual([]);
  });
});

describe('replies', () => {
  it('are those of two weeks, newest first, and nothing more is promised when there is none', async () => {
    const { ports } = world([reply(1, start - day), reply(2, start, false), reply(3, start - 15 * day)]);
    const all = await replies(ports, undefined, 50);
    expect(all.replies.map((one) => one.id)).toEqual([id('aud', 2), id('aud', 1)]);
    expect(all).not.toHaveProperty('next');
    expect((await replies(ports, true, 50)).replies.map((one) => one.id)).toEqual([id('aud', 1)]);
  });

  it('fill a page exactly without promising another', async () => {
    const { ports } = world([reply(1, start - day), reply(2, start), reply(3, start + 1, false)]);
    expect(await replies(ports, true, 2)).not.toHaveProperty('next');
    const one = await replies(ports, true, 1);
    expect(one.replies.map((row) => row.id)).toEqual([id('aud', 2)]);
    const two = await replies(ports, true, 1, one.next);
    expect(two.replies.map((row) => row.id)).toEqual([id('aud', 1)]);
    expect(two).not.toHaveProperty('next');
  });
});
