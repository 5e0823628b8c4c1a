import { day } from '../../functions/core/base/time';
import type { AuditEntry, AuditFilter } from '../../functions/core/reporting/audit';
import { onEveryEngine } from '../support/tables';

const t0 = Date.parse('2026-12-01T00:00:00Z');
const everything: AuditFilter = { from: t0 - 400 * day, to: t0 + 400 * day };

onEveryEngine((stores) => {
  let turn = 0;
  /** Lines of a member of staff of its own, so that the tests of this file do not meet. */
  const somebody = () => {
    turn += 1;
    const sub = `kim-${turn}`;
    const line = (n: number, given: Partial<AuditEntry> = {}): AuditEntry => ({
      id: `aud_${String(turn).padStart(8, '0')}${String(n).padStart(8, '0')}`,
      at: t0 + n,
      result: 'done',
      who: { sub, role: 'admin' },
      act: 'POST /segments',
      ...given,
    });
    const list = (limit = 100, given: Partial<AuditFilter> = {}, after?: string) =>
      stores().audit.list(limit, { ...everything, who: sub, ...given }, after);
    return { line, list, append: (one: AuditEntry) => stores().audit.append(one) };
  };

  test('a line is added once and never written over', async () => {
    const { line, list, append } = somebody();
    expect(await append(line(1))).toBe(true);
    expect(await append({ ...line(1), act: 'something else' })).toBe(false);
    expect((await list()).entries).toStrictEqual([line(1)]);
  });

  test('an act is one row: how it ended, or that it was started when nobody wrote its end', async () => {
    const { line, list, append } = somebody();
    for (const one of [line(1, { result: 'started' }), line(1), line(2, { result: 'started' })]) await append(one);
    expect((await list()).entries).toStrictEqual([line(2, { result: 'started' }), line(1)]);
    expect((await list(100, { result: 'started' })).entries.map(({ at }) => at)).toEqual([t0 + 2]);
    expect((await list(100, { result: 'done' })).entries.map(({ at }) => at)).toEqual([t0 + 1]);
  });

  test.each([1, 2, 3])('pages of %i have every act once, newest first, across months', async (limit) => {
    const { line, list, append } = somebody();
    const moments = [-40 * day, -1, 0, 1, 65 * day];
    for (const n of moments) {
      const own = { id: line(moments.indexOf(n)).id, at: t0 + n };
      await append(line(0, { ...own, result: 'started' }));
      await append(line(0, own));
    }
    const found: AuditEntry[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < 40; pages += 1) {
      const page = await list(limit, {}, after);
      found.push(...page.entries);
      after = page.next;
      if (after === undefined) break;
    }
    expect(found.map(({ at, result }) => [at - t0, result])).toEqual(moments.reverse().map((n) => [n, 'done']));
  });

  test('is filtered by time, act, kind and whatever the act touched or showed', async () => {
    const { line, list, append } = somebody();
    await append(line(1, { object: { kind: 'campaign', id: 'cmp_1' }, act: 'POST /campaigns/{id}/pause' }));
    await append(line(2, { changes: [{ kind: 'controls', id: 'controls', fields: ['campaigns.cmp_1'] }] }));
    await append(line(3, { shown: ['sub_1', 'sub_2'], act: 'GET /subscribers' }));
    const found = async (given: Partial<AuditFilter>) => (await list(100, given)).entries.map(({ at }) => at - t0);
    expect(await found({ act: 'PAUSE' })).toEqual([1]);
    expect(await found({ kind: 'controls' })).toEqual([2]);
    expect(await found({ id: 'sub_2' })).toEqual([3]);
    expect(await found({ id: 'cmp_1' })).toEqual([1]);
    expect(await found({ from: t0 + 2, to: t0 + 3 })).toEqual([3, 2]);
    expect(await found({ from: t0 + 4, to: t0 + 5 })).toEqual([]);
  });

  test('a search that finds nothing in ten years ends, page by page', async () => {
    const { list } = somebody();
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await list(10, { from: t0 - 3650 * day, to: t0 }, after);
      expect(page.entries).toEqual([]);
      after = page.next;
      pages += 1;
    } while (after !== undefined && pages < 20);
    expect(pages).toBe(6);
  });
});
