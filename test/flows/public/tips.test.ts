import { signToken } from '../../../functions/core/base/token';
import { bare } from '../../../functions/core/messages/links';
import { sampleOf } from '../../../functions/core/series/sample';
import { testItemId } from '../../../functions/core/series/test-send';
import { tip } from '../../../functions/flows/public/tips';
import { keys } from '../../http/public-site';
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

describe('the link of a test', () => {
  const notice = 'ntc_0000000000000001';
  const noah = bare(sampleOf('new-runner', 'America/New_York', start).id);
  const token = signToken(keys, 'tips', [noah, bare(notice)]);
  const kept = (words?: { headline: string }) => {
    const here = world();
    const test = {
      recipient: 'Kim',
      seriesId: 'back-care',
      version: 1,
      stepId: 'welcome',
      sample: 'new-runner',
    } as const;
    const happening = { what: 'test', actor: 'Kim', test: { ...test, ...(words ? { words } : {}) } } as const;
    here.history.set(notice, { subscriber: testItemId(notice), id: notice, at: start, happening });
    return here;
  };

  test('opens what the test showed, to its made-up reader', async () => {
    expect(await tip(kept().ports, token)).toMatchObject({
      headline: 'Welcome',
      paragraphs: ['Hi Noah,', expect.anything()],
    });
    expect((await tip(kept({ headline: 'Not saved' }).ports, token)).headline).toBe('Not saved');
  });

  test('says where it came from once the test is forgotten', async () => {
    const gone = { code: 'gone', message: expect.stringContaining('test message') };
    await expect(tip(world().ports, token)).rejects.toMatchObject(gone);
  });

  test('leads on to nobody', async () => {
    const { preferencesPath, bookPath } = await tip(kept().ports, token);
    for (const path of [preferencesPath, bookPath]) expect(path).toContain(noah);
  });
});
