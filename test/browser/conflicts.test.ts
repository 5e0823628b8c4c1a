import type { Page } from 'playwright-core';
import { deskSize, House, phoneSize, until, type Visit } from './house';

jest.setTimeout(120_000);

let house: House;
let token = '';
beforeAll(async () => {
  house = await House.open(true);
  await house.post('/book', { firstName: 'Kay', phone: '+14045550133', location: 'north', part: 'morning' });
  token = (await house.post<{ token: string }>('/local/api/token', { role: 'marketer', as: 'kim' })).token;
});
afterAll(() => house?.close());

/** Somebody else of the staff, at the same time. */
async function kim<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${house.url}/staff/api${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function open(path: string, title: string | RegExp, size = deskSize): Promise<Visit> {
  const visit = await house.visit(size);
  await visit.page.goto(`${house.url}/staff/${path}`);
  await visit.page.getByRole('heading', { level: 1, name: title }).waitFor();
  const waiting = visit.page.locator('main [aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root');
  await until(async () => (await waiting.count()) === 0 || undefined);
  return visit;
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** The browser writes a line of its own for every answer of 409. */
const faultsOf = ({ faults }: Visit) => faults.filter((fault) => !/409|400/.test(fault));

const startDate = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
const draft = { name: 'Spring', seriesId: 'walk-in-hours', channels: ['email'], startDate, startTime: '10:00' };

it('a draft that somebody else has saved shows both versions, and what was typed is kept until one is chosen', async () => {
  const made = await kim<{ id: string; rev: number }>('POST', '/campaigns', { ...draft, who: { experience: ['new'] } });
  const visit = await open(`campaigns/${made.id}/edit`, 'Edit campaign', phoneSize);
  const { page, context } = visit;
  const name = page.getByLabel('Name', { exact: false }).first();
  await name.fill('Spring, for new runners');
  await kim('PUT', `/campaigns/${made.id}`, { ...draft, name: 'Summer', who: {}, rev: made.rev });
  await button(page, 'Save as draft').click();
  const conflict = page.getByRole('alert').filter({ hasText: 'Someone else has saved this' });
  await conflict.getByRole('row', { name: /Name Summer Spring, for new runners/ }).waitFor();
  await conflict.getByRole('row', { name: /Who .*new/i }).waitFor();
  expect(await conflict.getByRole('row', { name: /Channels|Starts/ }).count()).toBe(0);
  expect(await name.inputValue()).toBe('Spring, for new runners');
  expect(await house.lookEverywhere(page, 'conflict-campaign')).toEqual([]);
  await button(page, 'Keep mine and save again').click();
  await page.getByRole('heading', { level: 1, name: 'Spring, for new runners' }).waitFor();
  expect(await kim('GET', `/campaigns/${made.id}`)).toMatchObject({ who: { experience: ['new'] } });
  expect(faultsOf(visit)).toEqual([]);
  await context.close();
});

it('whoever takes the other version goes on from there', async () => {
  const made = await kim<{ id: string; rev: number }>('POST', '/campaigns', { ...draft, who: { experience: ['new'] } });
  const visit = await open(`campaigns/${made.id}/edit`, 'Edit campaign');
  const { page, context } = visit;
  await page.getByLabel('Name', { exact: false }).first().fill('Mine');
  await kim('PUT', `/campaigns/${made.id}`, { ...draft, name: 'Theirs', who: {}, rev: made.rev });
  await button(page, 'Save as draft').click();
  await button(page, 'Take theirs').click();
  expect(await page.getByLabel('Name', { exact: false }).first().inputValue()).toBe('Theirs');
  await button(page, 'Save as draft').click();
  await page.getByRole('heading', { level: 1, name: 'Theirs' }).waitFor();
  expect(faultsOf(visit)).toEqual([]);
  await context.close();
});

it('edited words go on top of a version that somebody else has saved, once both were seen', async () => {
  const visit = await open('series/back-care', /./);
  const { page, context } = visit;
  await page.getByRole('button', { name: /^Day \d+ *Stretching/i }).click();
  const headline = page.getByLabel('Headline');
  await until(async () => (await headline.inputValue()) === 'Three stretches for every run' || undefined);
  await headline.fill('Three calm stretches');
  const { rev } = await kim<{ rev: number }>('GET', '/series/back-care');
  const theirs = { stretching: { headline: 'Three kind stretches', subject: 'Stretches that take five minutes' } };
  await kim('POST', '/series/back-care/versions', { rev, steps: theirs });
  await button(page, `Save as version ${rev + 1}…`).click();
  await button(page, `Save as version ${rev + 1}`).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('row', { name: /Headline Three kind stretches Three calm stretches/ }).waitFor();
  await button(page, 'Keep mine and save again').click();
  await until(async () => (await kim<{ rev: number }>('GET', '/series/back-care')).rev === rev + 2 || undefined);
  const { version } = await kim<{ version: { steps: Record<string, { words: object }> } }>('GET', '/series/back-care');
  expect(version.steps.stretching?.words).toMatchObject({
    headline: 'Three calm stretches',
    subject: 'Stretches that take five minutes',
  });
  expect(faultsOf(visit)).toEqual([]);
  await context.close();
});

it('a request that somebody else has settled says so before it is closed all the same', async () => {
  const visit = await open('bookings', 'Bookings');
  const { page, context } = visit;
  const [row] = (await kim<{ items: { id: string; rev: number }[] }>('GET', '/bookings?status=requested')).items;
  await button(page, 'Close').first().click();
  const dialog = page.getByRole('dialog', { name: 'Close this request?' });
  const visitAt = new Date(Date.now() + 9 * 86_400_000).toISOString();
  await kim('POST', `/bookings/${row?.id}`, { status: 'booked', visitAt, rev: row?.rev });
  await dialog.getByRole('button', { name: 'Close it', exact: true }).click();
  await dialog.getByText(/^Now: booked, /).waitFor();
  await dialog.getByRole('button', { name: 'Leave it as it is now' }).click();
  expect((await kim<{ items: object[] }>('GET', '/bookings?status=booked')).items).toHaveLength(1);
  expect(faultsOf(visit)).toEqual([]);
  await context.close();
});

it('a campaign to everybody is scheduled only with the number typed by hand, and says when its audience changed', async () => {
  const segment = await kim<{ id: string; rev: number }>('POST', '/segments', { name: 'All', who: {} });
  const made = await kim<{ id: string }>('POST', '/campaigns', { ...draft, name: 'Open day', segmentId: segment.id });
  const visit = await open(`campaigns/${made.id}`, 'Open day');
  const { page, context } = visit;
  await button(page, 'Schedule').click();
  const dialog = page.getByRole('dialog', { name: 'Schedule this campaign?' });
  const field = dialog.getByLabel(/^Type \d+ to confirm/);
  await field.waitFor();
  const people = /Type (\d+)/.exec(await dialog.innerText())?.[1] ?? '';
  const yes = dialog.getByRole('button', { name: 'Schedule', exact: true });
  expect(await yes.isDisabled()).toBe(true);
  await field.fill(`${people}0`);
  expect(await yes.isDisabled()).toBe(true);
  await dialog.getByText('That is another number.').waitFor();
  expect(await house.lookEverywhere(page, 'schedule-typed')).toEqual([]);
  await field.fill(people);
  await yes.click();
  await dialog.waitFor({ state: 'detached' });
  await kim('PUT', `/segments/${segment.id}`, { name: 'All', who: { experience: ['new'] }, rev: segment.rev });
  await page.reload();
  await page.getByText(/Frozen when it was scheduled\. The saved audience “All” has changed since/).waitFor();
  expect(faultsOf(visit)).toEqual([]);
  await context.close();
});

it('a marketer may stop all sending from any page, and is told who can let it go on', async () => {
  const visit = await open('', 'Today');
  const { page, context } = visit;
  await button(page, 'Stop all sending').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop all sending', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.reload();
  await page.getByText('An approver or admin can start it again').waitFor();
  expect(await page.getByRole('button', { name: /start it again|Start sending/ }).count()).toBe(0);
  expect(faultsOf(visit)).toEqual([]);
  await context.close();
});
