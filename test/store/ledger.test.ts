import { PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { hour } from '../../functions/core/base/time';
import type { ConsentEvidence } from '../../functions/core/practice/consent';
import { momentOf } from '../../functions/core/reporting/report';
import { type Delivery, mergeDelivery } from '../../functions/core/sending/delivery';
import type { HistoryEntry, LedgerEntry } from '../../functions/core/sending/journal';
import { sightings } from '../support/arbitrary';
import { onEveryEngine } from '../support/tables';

const t0 = Date.UTC(2026, 10, 22);

const delivery = (subscriber: string, n: number, more: Partial<Delivery> = {}): Delivery => ({
  subscriber,
  id: `msg_${n}`,
  target: 'enr_1',
  stepId: 'welcome',
  channel: 'email',
  marketing: true,
  at: t0 + n * hour,
  facts: {},
  ...more,
});

const evidence = (subscriber: string, more: Partial<ConsentEvidence> = {}): ConsentEvidence => ({
  subscriber,
  channel: 'email',
  action: 'asked',
  at: t0,
  seller: 'Practice',
  address: 'a@example.org',
  wording: '2026-11-a',
  text: 'Yes, email me.',
  textHash: 'abc',
  page: '/subscribe',
  ...more,
});

const history = (subscriber: string, n: number): HistoryEntry => ({
  subscriber,
  id: `h${n}`,
  at: t0 + n * hour + 1,
  happening: { what: 'check-in', answer: 'better', delivery: 'msg_1' },
});

const idOf = (entry: LedgerEntry): string =>
  entry.kind === 'message' ? entry.delivery.id : entry.kind === 'history' ? entry.entry.id : entry.evidence.action;

onEveryEngine((stores) => {
  test('sightings of a message in any order, any number of times, make one record', async () => {
    const { ledger } = stores();
    await fc.assert(
      fc.asyncProperty(sightings, fc.array(fc.nat(4), { maxLength: 6 }), fc.uuid(), async (seen, again, mark) => {
        const known = seen.map((one) => ({ ...one, subscriber: `sub_${mark}` }));
        const expected = known.reduce(mergeDelivery);
        const repeats = again.map((i) => known[i % known.length]!);
        for (const [i, one] of [...known.slice().reverse(), ...repeats].entries())
          await ledger.mergeDelivery(one, again.includes(i));
        expect(await ledger.delivery(`sub_${mark}`, expected.id)).toStrictEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('facts that arrive at the same time are all kept', async () => {
    const { ledger } = stores();
    const facts = ['accepted', 'delivered', 'clicked', 'booked'] as const;
    await Promise.all(
      facts.map((name) => ledger.mergeDelivery(delivery('sub_par', 1, { facts: { [name]: { at: t0 } } }))),
    );
    expect(Object.keys((await ledger.delivery('sub_par', 'msg_1'))!.facts).sort()).toEqual([...facts].sort());
  });

  test('evidence is written once, under one key, whoever repeats it', async () => {
    const { ledger } = stores();
    const first = await ledger.addEvidence(evidence('sub_con'));
    expect(await ledger.addEvidence(evidence('sub_con'))).toBe(first);
    const other = await ledger.addEvidence(evidence('sub_con', { ip: '192.0.2.1' }));
    expect(other).not.toBe(first);
    const { entries } = await ledger.ofPerson('sub_con', 10);
    expect(entries).toHaveLength(2);
    expect(entries).toContainEqual({ kind: 'consent', evidence: evidence('sub_con') });
  });

  test('history is written once and a repeat is told', async () => {
    const { ledger } = stores();
    expect(await ledger.addHistory(history('sub_his', 1))).toBe(true);
    expect(await ledger.addHistory({ ...history('sub_his', 1), at: t0 + 999 })).toBe(false);
    expect((await ledger.ofPerson('sub_his', 10)).entries).toStrictEqual([
      { kind: 'history', entry: history('sub_his', 1) },
    ]);
  });

  test('a person’s entries come newest first, page by page, each once', async () => {
    const { ledger } = stores();
    for (let n = 0; n < 6; n += 1) await ledger.mergeDelivery(delivery('sub_all', n));
    for (let n = 0; n < 5; n += 1) await ledger.addHistory(history('sub_all', n));
    const seen: LedgerEntry[] = [];
    let after: string | undefined;
    do {
      const page = await ledger.ofPerson('sub_all', 3, after);
      expect(page.entries.length).toBeLessThanOrEqual(3);
      seen.push(...page.entries);
      after = page.next;
    } while (after);
    const times = seen.map(momentOf);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(new Set(seen.map(idOf)).size).toBe(11);
    expect(seen).toHaveLength(11);
  });

  test('a day holds what happened between its midnights (UTC), each once across pages', async () => {
    const { ledger } = stores();
    const day = Date.UTC(2031, 4, 5);
    const inside = [day, day + 12 * hour, day + 24 * hour - 1];
    const outside = [day - 1, day + 24 * hour];
    for (const [n, at] of [...inside, ...outside].entries()) {
      for (const who of ['sub_a', 'sub_b', 'sub_c', 'sub_d', 'sub_e'])
        await ledger.mergeDelivery(delivery(who, 100 + n, { at }));
    }
    const seen: LedgerEntry[] = [];
    let after: string | undefined;
    do {
      const page = await ledger.ofDay('2031-05-05', 4, after);
      seen.push(...page.entries);
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(15);
    expect(seen.every((entry) => inside.includes(momentOf(entry)))).toBe(true);
  });

  test('a day is listed newest first across its partitions, each once, and no page is promised that is empty', async () => {
    const { ledger } = stores();
    const day = Date.UTC(2031, 5, 6);
    // Several at one moment, in every partition.
    for (let n = 0; n < 23; n += 1)
      await ledger.mergeDelivery(delivery(`sub_new${n}`, 200 + n, { at: day + (n >> 2) * hour }));
    for (const limit of [1, 4, 23, 50]) {
      const seen: LedgerEntry[] = [];
      const sizes: number[] = [];
      let after: string | undefined;
      do {
        const page = await ledger.newestOfDay('2031-06-06', limit, after);
        seen.push(...page.entries);
        sizes.push(page.entries.length);
        after = page.next;
      } while (after);
      const times = seen.map(momentOf);
      expect(times).toEqual([...times].sort((a, b) => b - a));
      expect(new Set(seen.map(idOf)).size).toBe(23);
      expect(seen).toHaveLength(23);
      expect(sizes).toEqual(Array.from({ length: Math.ceil(23 / limit) }, (_, i) => Math.min(limit, 23 - i * limit)));
    }
    const span = await ledger.newestOfDay('2031-06-06', 50, undefined, day + hour, day + 3 * hour);
    expect(new Set(span.entries.map(momentOf))).toEqual(new Set([day + hour, day + 2 * hour]));
    const older = await ledger.ofDay('2031-06-06', 50, undefined, day + hour, day + 3 * hour);
    expect(older.entries.every((entry) => momentOf(entry) >= day + hour && momentOf(entry) < day + 3 * hour)).toBe(
      true,
    );
    await expect(
      ledger.newestOfDay('2031-06-06', 5, Buffer.from('{"0":"x"}').toString('base64url')),
    ).rejects.toMatchObject({ code: 'invalid' });
  });

  test('a message first seen late moves to the day it was intended', async () => {
    const { ledger } = stores();
    const at = Date.UTC(2032, 0, 2);
    await ledger.mergeDelivery(delivery('sub_move', 1, { at }));
    await ledger.mergeDelivery(delivery('sub_move', 1, { at: at - 1 }));
    const count = async (day: string) => {
      let entries = 0;
      let after: string | undefined;
      do {
        const page = await ledger.ofDay(day, 10, after);
        entries += page.entries.length;
        after = page.next;
      } while (after);
      return entries;
    };
    expect([await count('2032-01-01'), await count('2032-01-02')]).toEqual([1, 0]);
  });

  test('erasing a person keeps what must be kept, and nobody else is touched', async () => {
    const { ledger } = stores();
    for (let n = 0; n < 30; n += 1) await ledger.addHistory(history('sub_erase', n));
    await ledger.addEvidence(evidence('sub_erase'));
    await ledger.addHistory(history('sub_other', 1));
    expect(await ledger.erasePerson('sub_erase', ({ kind }) => kind === 'consent')).toBe(30);
    expect((await ledger.ofPerson('sub_erase', 50)).entries.map(({ kind }) => kind)).toEqual(['consent']);
    expect((await ledger.ofPerson('sub_other', 50)).entries).toHaveLength(1);
    expect(await ledger.erasePerson('sub_erase', ({ kind }) => kind === 'consent')).toBe(0);
  });

  test('an entry that cannot be read is named by table and key, never by what it holds', async () => {
    const { ledger, client, names } = stores();
    const Item = {
      subscriber: 'sub_bad',
      key: 'his#1',
      at: t0,
      day: '2030-01-01#0',
      history: { id: 'h', secret: 'hush' },
    };
    await client.send(new PutCommand({ TableName: names.ledger, Item }));
    const failure = await ledger.ofPerson('sub_bad', 5).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'internal', message: expect.stringContaining('sub_bad/his#1') });
    expect(String(failure)).not.toContain('hush');
  });
});
