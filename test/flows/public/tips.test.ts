import { bare } from '../../../functions/core/base/id';
import { type LinkKeys, signToken } from '../../../functions/core/base/token';
import { testItem } from '../../../functions/core/membership/test-recipient';
import { textToken } from '../../../functions/core/messages/text-link';
import { sampleOf } from '../../../functions/core/series/sample';
import { testItemId } from '../../../functions/core/series/test-send';
import { textTip, tip } from '../../../functions/flows/public/tips';
import { keys } from '../../http/public-site';
import { practice } from '../../support/practice';
import { ana, message, messageLink, start, world } from './public-world';

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

describe('the short link of a text', () => {
  const token = textToken(keys, 'sub_ana', message);

  test('shows the same tip, and names nobody', async () => {
    const shown = await textTip(world().ports, token);
    expect(shown).toMatchObject({ headline: 'Welcome', paragraphs: ['Hi there,', 'Call (770) 555-0100 if it hurts.'] });
    expect(shown.bookPath).toBe(`/book/${messageLink('book')}`);
  });

  test('finds the message by its run while the ledger knows nothing, and by the ledger once the run is gone', async () => {
    const sending = world();
    sending.deliveries.clear();
    expect((await textTip(sending.ports, token)).headline).toBe('Welcome');
    const replaced = world([ana({ enrollments: [] })]);
    expect((await textTip(replaced.ports, token)).headline).toBe('Welcome');
  });

  test('shows each of two people on one shelf their own', async () => {
    const other = ana({ id: 'sub_ana00', enrollments: [{ ...ana().enrollments[0]!, id: 'enr_2' }] });
    const here = world([other, ana()]);
    expect(textToken(keys, 'sub_ana00', message).slice(0, 5)).toBe(token.slice(0, 5));
    expect((await textTip(here.ports, token)).bookPath).toBe(`/book/${messageLink('book')}`);
  });

  test('is signed by the newest key, and opens with each that is kept', async () => {
    const rotated = [{ id: 'k2', secret: 'newer' }, ...keys] as LinkKeys;
    expect((await textTip({ ...world().ports, keys: rotated }, token)).headline).toBe('Welcome');
    const dropped: LinkKeys = [{ id: 'k2', secret: 'newer' }];
    await expect(textTip({ ...world().ports, keys: dropped }, token)).rejects.toMatchObject({ code: 'not-found' });
  });

  test.each(['.', ')', '/', '?utm=1', '\u200b', ' and more', '\n'])('is read with %j behind it', async (after) => {
    expect((await textTip(world().ports, token + after)).headline).toBe('Welcome');
  });

  test('with any one character changed, added or left out leads nowhere', async () => {
    const { ports } = world();
    const wrong = [...token].flatMap((_, i) =>
      ['a', 'Z', '7', ''].map((other) => token.slice(0, i) + other + token.slice(i + 1)),
    );
    for (const one of [...wrong.filter((each) => each !== token), `${token}a`, '', '_'.repeat(14)])
      await expect(textTip(ports, one)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('of a person who was erased is answered like one that never was', async () => {
    const gone = await textTip(world([]).ports, token).catch((error) => error);
    const madeUp = await textTip(world().ports, 'zzzzzzz1234567').catch((error) => error);
    expect(gone).toMatchObject({ code: 'not-found', message: expect.stringContaining('It may be gone') });
    expect(madeUp.message).toBe(gone.message);
  });
});

describe('the link of a test', () => {
  const notice = 'ntc_0000000000000001';
  const noah = bare(sampleOf(practice, 'new-runner', start).id);
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

  test('in a text is found by the item of the test', async () => {
    const item = testItem(notice, 'sms', '+17705550123', start);
    const here = kept();
    here.persons.set(item.id, item);
    const shown = await textTip(here.ports, textToken(keys, item.id, notice));
    expect(shown.headline).toBe('Welcome');
    expect(shown.preferencesPath).toContain(noah);
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
