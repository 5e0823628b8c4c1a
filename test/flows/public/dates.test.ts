import { day } from '../../../functions/core/base/time';
import type { Subscriber } from '../../../functions/core/person/subscriber';
import { comingDates } from '../../../functions/flows/public/dates';
import { ana, link, messageLink, start, world } from './public-world';

/** Waits for her tip of next Monday. */
const waiting = (wakeAt = start + 7 * day, over: Partial<Subscriber> = {}): Subscriber => {
  const person = ana(over);
  return { ...person, enrollments: person.enrollments.map((run) => ({ ...run, wakeAt })) };
};
const here = (people = [waiting()]) => {
  const { ports, ...rest } = world(people);
  return { ...rest, ports: { ...ports, evergreen: ['back-care'] } };
};

test('the days to come are those of the plan, where the person lives, and reading them changes nothing', async () => {
  const { ports, did, ana: person } = here();
  const before = person();
  const { days, sequence } = await comingDates(ports, link('dates', 'e'));
  expect(days).toEqual([{ uid: expect.stringMatching(/^[0-9A-Za-z_-]+@stridewell$/), day: '2026-11-30' }]);
  expect(sequence).toBe(before.rev);
  expect(person()).toBe(before);
  expect(did).toEqual([]);
});

test('a tip late in the evening is on the day of the person, not of Greenwich', async () => {
  const evening = Date.parse('2026-12-01T03:30:00Z');
  const { days } = await comingDates(here([waiting(evening)]).ports, link('dates', 'e'));
  expect(days.map((one) => one.day)).toEqual(['2026-11-30']);
});

test('a tip keeps its id when it moves, so that a calendar moves it along', async () => {
  const moved = waiting(start + 10 * day, { rev: 5 });
  const before = await comingDates(here().ports, link('dates', 'e'));
  const after = await comingDates(here([moved]).ports, link('dates', 'e'));
  expect(after.days[0]!.uid).toBe(before.days[0]!.uid);
  expect(after.days[0]!.day).not.toBe(before.days[0]!.day);
  expect(after.sequence).toBeGreaterThan(before.sequence);
});

test.each([
  ['nobody is found', []],
  ['the person has left', [ana({ enrollments: [{ ...ana().enrollments[0]!, status: 'stopped' as const }] })]],
])('there are no dates where %s', async (_when, people) => {
  await expect(comingDates(here(people).ports, link('dates', 'e'))).rejects.toMatchObject({ code: 'gone' });
});

test('no other link opens them', async () => {
  await expect(comingDates(here().ports, messageLink('tips'))).rejects.toMatchObject({ code: 'not-found' });
});
