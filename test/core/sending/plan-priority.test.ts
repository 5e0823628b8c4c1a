import { hour } from '../../../functions/core/base/time';
import type { Subscriber } from '../../../functions/core/person/subscriber';
import { plan } from '../../../functions/core/sending/plan';
import type { Book } from '../../../functions/core/series/enrollment';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { aPerson, aRun, monday } from '../../support/memory';
import { all } from '../../support/practice';

const backCare = all.find(({ seriesId }) => seriesId === 'back-care')!;
const book = (priorities: Record<string, number>): Book => ({
  policy: defaultPolicy,
  state: 'GA',
  version: (seriesId) => ({
    ...backCare,
    seriesId,
    ...(priorities[seriesId] ? { priority: priorities[seriesId] } : {}),
  }),
});
const first = aRun({ id: 'enr_first', seriesId: 'first' });
const second = aRun({ id: 'enr_second', seriesId: 'second' });
const target = (person: Subscriber, priorities: Record<string, number> = {}) => {
  const decided = plan(person, book(priorities), monday);
  return `${decided.do} ${'target' in decided ? decided.target : ''}`;
};

describe('several runs of one person', () => {
  const both = aPerson({ enrollments: [first, second] });

  it('that are due at once go by the priority of their series, or in the order in which they began', () => {
    expect(target(both)).toBe('send enr_first');
    expect(target(both, { second: 10 })).toBe('send enr_second');
    expect(target(both, { first: 10, second: 20 })).toBe('send enr_first');
  });

  it('wait for one that comes first and is due later on the same day', () => {
    const later = aPerson({ enrollments: [first, { ...second, wakeAt: monday + 3 * hour, dueAt: monday + 3 * hour }] });
    expect(target(later)).toBe('send enr_first');
    expect(plan(later, book({ second: 10 }), monday)).toEqual({
      do: 'delay',
      target: 'enr_first',
      until: monday + 3 * hour,
    });
  });

  it('do not wait for one of another day, of the other channel, or that rests', () => {
    const among = (other: object) => aPerson({ enrollments: [first, { ...second, ...other }] });
    const soon = { wakeAt: monday + 3 * hour };
    for (const other of [{ wakeAt: monday + 30 * hour }, { ...soon, channel: 'sms' }, { ...soon, status: 'paused' }])
      expect(target(among(other), { second: 10 })).toBe('send enr_first');
  });
});
