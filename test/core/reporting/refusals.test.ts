import { minute } from '../../../functions/core/base/time';
import { type Refusal, refusals } from '../../../functions/core/reporting/refusals';

const began = Date.parse('2026-12-01T15:00:00Z');
const refusal = (given: Partial<Refusal> = {}): Refusal => ({
  at: began + 7,
  act: 'sign-in',
  reason: 'unauthorized',
  source: 'hash-a',
  ...given,
});

it('writes the first refusal of a source in a minute, then the 10th and the 100th', () => {
  const refused = refusals();
  const lines = Array.from({ length: 250 }, () => refused(refusal())).filter((line) => line !== undefined);
  expect(lines.map(({ count }) => count)).toEqual([undefined, 10, 100]);
  expect(lines[0]).toMatchObject({ at: began, result: 'refused', act: 'sign-in', source: 'hash-a' });
  expect(refused(refusal({ at: began + minute }))).toMatchObject({ at: began + minute });
});

it('a flood of a million from everywhere writes fewer than a hundred lines a minute, in all processes together', () => {
  const ids = new Set<string>();
  for (let process = 0; process < 10; process += 1) {
    const refused = refusals();
    for (let n = 0; n < 100_000; n += 1) {
      const line = refused(refusal({ source: `hash-${n}` }));
      if (line) ids.add(line.id);
    }
  }
  expect(ids.size).toBeGreaterThan(16);
  expect(ids.size).toBeLessThan(100);
});

it('tells who was refused what, where they are known, and counts each by itself', () => {
  const refused = refusals();
  const kim = { sub: 'kim', role: 'viewer' as const };
  const asked = refusal({ who: kim, act: 'POST /segments', reason: 'forbidden' });
  expect(refused(asked)).toMatchObject({ who: kim, act: 'POST /segments', reason: 'forbidden' });
  expect(refused(asked)).toBeUndefined();
  expect(refused({ ...asked, act: 'POST /campaigns' })).toMatchObject({ act: 'POST /campaigns' });
  expect(refused(asked)?.source).toBeUndefined();
});
