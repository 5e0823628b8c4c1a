import { checkIn } from '../../../functions/flows/public/check-in';
import { ana, messageLink, world } from './public-world';

test('worse leads to the doctor at once, and is written down before anything changes', async () => {
  const here = world();
  await checkIn(here.ports, messageLink('check-in'), 'worse');
  expect(here.ana().profile?.checkIn).toBe('worse');
  expect(here.ana().enrollments[0]?.stepId).toBe('doctor');
  expect(here.did).toEqual(['history check-in', 'person', 'wake email']);
});

test('seen ends the rest from exercises', async () => {
  const here = world();
  await checkIn(here.ports, messageLink('check-in'), 'seen');
  expect(here.ana().profile?.seen).toBe(true);
  expect(here.ana().enrollments[0]?.stepId).toBe('stretch');
});

test('the same answer again changes nothing', async () => {
  const here = world();
  await checkIn(here.ports, messageLink('check-in'), 'better');
  const once = here.ana();
  await checkIn(here.ports, messageLink('check-in'), 'better');
  expect(here.ana()).toBe(once);
  expect(here.history.size).toBe(1);
});

test('a run under way keeps its step', async () => {
  const person = ana();
  const [run] = person.enrollments;
  const here = world([{ ...person, enrollments: [{ ...run!, phase: 'sending' }] }]);
  await checkIn(here.ports, messageLink('check-in'), 'worse');
  expect(here.ana().enrollments[0]?.stepId).toBe('rest');
});

test('the page after it books for this message', async () => {
  expect(await checkIn(world().ports, messageLink('check-in'), 'worse')).toEqual({
    bookPath: `/book/${messageLink('book')}`,
  });
});

test('a link of somebody erased says so', async () => {
  await expect(checkIn(world([]).ports, messageLink('check-in'), 'same')).rejects.toMatchObject({ code: 'gone' });
});
