import { tip } from '../../functions/flows/tips';
import { message, messageLink, start, world } from './public-world';

test('the page shows the words of the version that was sent, merged', async () => {
  const shown = await tip(world().ports, messageLink('tips'));
  expect(shown.headline).toBe('Welcome');
  expect(shown.paragraphs).toEqual(['Hi Ana,', 'Call (770) 555-0100 if it hurts.']);
  expect(shown.figures[0]?.drawing).toBe('calf');
  expect(shown.bookPath).toBe(`/book/${messageLink('book')}`);
});

test('a message the ledger does not know yet is found by its run', async () => {
  const here = world();
  here.deliveries.clear();
  expect((await tip(here.ports, messageLink('tips'))).headline).toBe('Welcome');
});

test('a record that only a provider event wrote is found by its run', async () => {
  const here = world();
  here.deliveries.set(message, {
    subscriber: 'sub_ana',
    id: message,
    target: 'enr_1',
    stepId: 'welcome',
    channel: 'sms',
    marketing: true,
    at: start,
    facts: {},
  });
  expect((await tip(here.ports, messageLink('tips'))).headline).toBe('Welcome');
});

test('nothing is shown once the person is erased', async () => {
  await expect(tip(world([]).ports, messageLink('tips'))).rejects.toMatchObject({ code: 'gone' });
});
