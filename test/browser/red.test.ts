import type { Page } from 'playwright-core';
import { deskSize, House, until } from './house';

jest.setTimeout(180_000);

let house: House;
let token = '';
const act = async (method: string, path: string, body?: object) => {
  const answer = await fetch(`${house.url}/staff/api${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
};
beforeAll(async () => {
  house = await House.open(true);
  token = (await house.post<{ token: string }>('/local/api/token', { role: 'admin' })).token;
  // Texts are refused from here on, so the answer to an emergency never leaves.
  await house.post('/local/api/faults', { channel: 'sms', mode: 'error5xx', rate: 1 });
  await house.post('/local/api/sms', { from: '+14045550101', body: 'I cannot pee and my legs are numb' });
  await house.post('/local/api/sms', { from: '+16025550102', body: 'Is swimming fine too?' });
  await house.jump('PT40M');
  // Kay comes without a link, so no message tells her of the visit.
  await house.post('/book', { firstName: 'Kay', phone: '+14045550133', location: 'north', part: 'morning' });
  await house.post('/book', { firstName: 'Ann', phone: '+14045550134', location: 'north', part: 'morning' });
  const { items } = (await act('GET', '/bookings?status=requested')) as {
    items: { id: string; firstName: string; rev: number }[];
  };
  const { id, rev } = items.find(({ firstName }) => firstName === 'Kay') ?? { id: '', rev: 0 };
  const visitAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
  await act('POST', `/bookings/${id}`, { status: 'booked', visitAt, rev });
});
afterAll(() => house?.close());

async function screen(page: Page, path: string, title: string | RegExp): Promise<void> {
  await page.goto(`${house.url}/staff/${path}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  const waiting = page.locator('main [aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root');
  await until(async () => (await waiting.count()) === 0 || undefined);
}

it('what burns stands first on the home page, in replies and in bookings, and can be read by everyone', async () => {
  const { page, context, faults } = await house.visit(deskSize);
  const seen: string[] = [];
  await screen(page, '', 'Today');
  const red = page.getByRole('region', { name: 'Emergencies not answered' });
  await red.getByRole('link', { name: 'Maya' }).waitFor();
  const sending = page.getByRole('region', { name: 'Sending', exact: true });
  expect((await red.boundingBox())?.y).toBeLessThan((await sending.boundingBox())?.y ?? 0);
  seen.push(...(await house.lookEverywhere(page, 'red-home')));
  await screen(page, 'replies', 'Replies');
  seen.push(...(await house.lookEverywhere(page, 'red-replies')));
  await screen(page, 'bookings?status=booked', 'Bookings');
  await page.getByText('No message was sent: call them.').waitFor();
  seen.push(...(await house.lookEverywhere(page, 'red-bookings')));
  expect(seen).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

it('both switches say apart from each other what they hold back', async () => {
  await act('POST', '/controls/kill', { on: true, reason: 'a drill' });
  await act('POST', '/controls/total', { on: true, reason: 'somebody else holds our number' });
  const { page, context, faults } = await house.visit(deskSize);
  await screen(page, '', 'Today');
  await page.getByRole('region', { name: 'Answers' }).getByText('Answers are stopped too').waitFor();
  await page.getByRole('region', { name: 'Sending', exact: true }).getByText('All sending is stopped').waitFor();
  expect(await house.lookEverywhere(page, 'red-both-switches')).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});
