import { day } from '../../../functions/core/base/time';
import type { Enrollment, Subscriber } from '../../../functions/core/person/subscriber';
import { wayOf } from '../../../functions/core/reporting/way';
import { type Delivery, deliveryId } from '../../../functions/core/sending/delivery';
import type { Book } from '../../../functions/core/series/enrollment';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { aPerson, aProfile, aRun, monday } from '../../support/memory';
import { all } from '../../templates/sample';

const series = all.find(({ seriesId }) => seriesId === 'back-care')!;
const book: Book = { policy: defaultPolicy, state: 'GA', version: () => series };
const record = (stepId: string, facts: Delivery['facts']): Delivery => ({
  subscriber: 'sub_0000000000000001',
  id: deliveryId(aRun().id, stepId),
  target: aRun().id,
  stepId,
  channel: 'email',
  marketing: true,
  at: monday,
  facts,
});
const way = (run: Partial<Enrollment>, known: Delivery[] = [], person: Partial<Subscriber> = {}) => {
  const enrollment = aRun(run);
  const whole = aPerson({ enrollments: [enrollment], ...person });
  return wayOf(whole, enrollment, book, new Map(known.map((one) => [one.id, one])), monday + day);
};
const states = (steps: ReturnType<typeof way>['steps']) => steps.map(({ stepId, state }) => `${stepId} ${state}`);
const later = { stepId: 'stretching', completedSteps: ['welcome'], dueAt: monday + 7 * day, wakeAt: monday + 7 * day };

describe('the way through a series', () => {
  test('goes from what was sent to what is planned, each with its day', () => {
    const { path, steps } = way(later, [record('welcome', { accepted: { at: monday }, delivered: { at: monday } })]);
    expect(path).toBe('Everyone else');
    expect(states(steps)).toEqual([
      'welcome sent',
      'stretching planned',
      'cross-training planned',
      'rest planned',
      'spine-doctor planned',
      'check-in planned',
    ]);
    expect(steps.map((step) => step.day)).toEqual([0, 7, 14, 21, 28, 40]);
    expect(steps[0]).toMatchObject({ at: monday, messageId: record('welcome', {}).id });
    expect(steps[1]?.at).toBe(monday + 7 * day);
  });

  test('keeps steps of a path the person has left, and tells a step without a record', () => {
    const { steps } = way({ ...later, completedSteps: ['spine-doctor-first', 'welcome'] });
    expect(states(steps).slice(0, 3)).toEqual(['spine-doctor-first behind', 'welcome behind', 'stretching planned']);
    expect(steps[0]).not.toHaveProperty('day');
  });

  test('waits behind what is held or paused, and never comes once the run has ended', () => {
    const held = way({ phase: 'held' }, [record('welcome', { held: { at: monday, note: 'no-event' } })]);
    expect(states(held.steps).slice(0, 2)).toEqual(['welcome held', 'stretching waiting']);
    expect(held.steps[0]?.reason).toBe('no-event');
    expect(states(way({ ...later, status: 'paused' }).steps).slice(0, 2)).toEqual([
      'welcome behind',
      'stretching waiting',
    ]);
    expect(states(way({ ...later, status: 'stopped' }).steps).slice(0, 2)).toEqual([
      'welcome behind',
      'stretching not-coming',
    ]);
    const left = way(later, [], { channels: {} });
    expect(states(left.steps)[1]).toBe('stretching not-coming');
  });

  test('a step that waits again is planned, whatever was recorded of its first try', () => {
    expect(states(way({ wakeAt: monday + 2 * day }, [record('welcome', { held: { at: monday } })]).steps)[0]).toBe(
      'welcome planned',
    );
  });

  test('follows the person’s own answers', () => {
    const worse = way({}, [], { profile: aProfile({ checkIn: 'worse' }) });
    expect(worse.path).toBe('Feels worse');
    expect(states(worse.steps)[0]).toBe('spine-doctor planned');
  });
});
