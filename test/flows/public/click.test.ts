import { minute, second } from '../../../functions/core/base/time';
import { click } from '../../../functions/flows/public/click';
import { practice } from '../../http/public-site';
import { link, message, messageLink, start, world } from './public-world';

const browser = { method: 'GET', userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/605' };
const clicksIn = (here: ReturnType<typeof world>) => [...here.history.values()].map(({ happening }) => happening);

test('a person who clicks is led on, and the click counts', async () => {
  const here = world();
  const before = here.ana();
  const { to } = await click(here.ports, messageLink('click', 'book'), browser);
  expect(to).toBe(`/book/${messageLink('book')}`);
  expect(here.deliveries.get(message)?.facts.clicked).toEqual({ at: start + minute, note: 'book' });
  expect(clicksIn(here)).toEqual([{ what: 'click', delivery: message, link: 'book', human: true }]);
  expect(here.ana()).toBe(before);
});

test.each([
  ['a HEAD request', { ...browser, method: 'HEAD' }, minute],
  ['a mail filter', { method: 'GET', userAgent: 'Proofpoint URL Defense' }, minute],
  ['a program without a name', { method: 'GET', userAgent: undefined }, minute],
  ['anything within ten seconds of sending', browser, 9 * second],
])('%s is led on but counts as no click', async (_who, visit, after) => {
  const here = world(undefined, start + after);
  expect((await click(here.ports, messageLink('click', 'tip'), visit)).to).toBe(`/tips/${messageLink('tips')}`);
  expect(here.deliveries.get(message)?.facts.clicked).toBeUndefined();
  expect(clicksIn(here)).toEqual([{ what: 'click', delivery: message, link: 'tip', human: false }]);
});

test('the ten seconds count from delivery, where that came later', async () => {
  const here = world();
  here.deliveries.set(message, {
    ...here.deliveries.get(message)!,
    facts: { accepted: { at: start }, delivered: { at: start + minute - second } },
  });
  await click(here.ports, messageLink('click', 'book'), browser);
  expect(here.deliveries.get(message)?.facts.clicked).toBeUndefined();
});

test('a link pressed again and again is one entry a minute', async () => {
  const here = world();
  for (let n = 0; n < 5; n += 1) await click(here.ports, messageLink('click', 'book'), browser);
  expect(here.history.size).toBe(1);
});

test('every destination comes from the closed list', async () => {
  const here = world();
  const leads = async (key: string) => (await click(here.ports, messageLink('click', key), browser)).to;
  expect(await leads('seen')).toBe(`/check-in/${messageLink('check-in')}?answer=seen`);
  expect(await leads('check-in')).toBe(`/check-in/${messageLink('check-in')}`);
  expect(await leads('preferences')).toBe(`/preferences/${link('preferences')}`);
  expect(await leads('site')).toBe(practice.site);
  expect(await leads('call')).toBe(`tel:${practice.phone}`);
  await expect(leads('evil')).rejects.toMatchObject({ code: 'not-found' });
});

test('a link signed for another purpose leads nowhere', async () => {
  await expect(click(world().ports, messageLink('book', 'book'), browser)).rejects.toMatchObject({ code: 'not-found' });
});
