import { readFileSync } from 'node:fs';
import { deskSize, House, phoneSize, tabTo, until } from './house';

jest.setTimeout(120_000);

let house: House;
beforeAll(async () => {
  house = await House.open(true);
  const { token: admin } = await house.post<{ token: string }>('/local/api/token', { role: 'admin' });
  const act = (method: string, path: string, token: string, body: object = {}) =>
    fetch(`${house.url}/staff/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
  const paused = await act('POST', '/series/back-care/pause', admin);
  await act('POST', '/series/back-care/resume', admin, { rev: ((await paused.json()) as { rev: number }).rev });
  await act('POST', '/segments', admin, { name: '=HYPERLINK("x")', who: {} });
  await act('GET', '/home', 'a-forged-token');
});
afterAll(() => house?.close());

/** The console as the demo person of this name. */
async function desk(who: string | undefined, size = deskSize, scheme: 'light' | 'dark' = 'light') {
  const visit = await house.visit(size, scheme);
  const { page } = visit;
  await page.goto(`${house.url}/staff/`);
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  if (who) {
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: /^Sign in/ }).click();
    await page.getByRole('button', { name: who }).click();
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    // What changing the person said is no part of this page.
    visit.faults.length = 0;
  }
  return visit;
}

it('shows an admin who did what, filtered in the address, by keyboard, and as a file', async () => {
  const { page, context, faults } = await desk('Dr. Lee');
  await page.getByRole('link', { name: 'Audit', exact: true }).click();
  await page.getByRole('heading', { name: 'Audit', level: 1 }).waitFor();
  const table = page.getByRole('table');
  await table.getByText('POST /series/{id}/pause').waitFor();
  expect(await table.innerText()).toMatch(/controls controls \(rev .*pausedSeries/);
  expect(await table.innerText()).toContain('Somebody not signed in, source');
  await tabTo(page, /^Staff id/);
  await tabTo(page, /^Act/);
  await page.keyboard.type('segments');
  await page.keyboard.press('Enter');
  await page.waitForURL(/act=segments/);
  await table.getByText('POST /segments').waitFor();
  await until(async () => (await table.getByText('POST /series/{id}/pause').count()) === 0 || undefined);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text.split('\r\n')[0]).toContain('"When (UTC)","Ended (UTC)","Who"');
  expect(text).toContain('"POST /segments"');
  expect(text).not.toContain('HYPERLINK');
  await page.goto(`${house.url}/staff/audit?who=nobody`);
  await page.getByText('Nothing matches').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it.each([
  [deskSize, 'light'],
  [phoneSize, 'dark'],
] as const)('can be read by everyone at %j, %s', async (size, scheme) => {
  const visit = await desk('Dr. Lee', size, scheme);
  await visit.page.goto(`${house.url}/staff/audit`);
  await visit.page.getByRole('table').waitFor();
  expect(await house.look(visit.page, 'audit')).toEqual([]);
  await visit.context.close();
});

it('is not offered to a marketer, who is told so at its address', async () => {
  const { page, context } = await desk(undefined);
  expect(await page.getByRole('link', { name: 'Audit', exact: true }).count()).toBe(0);
  await page.goto(`${house.url}/staff/audit`);
  await page.getByText('Only administrators see this').waitFor();
  await context.close();
});
