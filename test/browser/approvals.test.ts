import type { Page } from 'playwright-core';
import { deskSize, House, phoneSize, type Scheme, until, type Visit } from './house';

jest.setTimeout(120_000);

let house: House;
beforeAll(async () => {
  house = await House.open(true);
});
afterAll(() => house?.close());

const startDate = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
const draft = {
  name: 'Walk-in hours, spring',
  seriesId: 'walk-in-hours',
  who: { experience: ['regular'] },
  channels: ['email', 'sms'],
  startDate,
  startTime: '10:00',
};

type Row = { id: string; rev: number };

/** Somebody of the staff, over HTTP. */
async function as(role: string, name: string) {
  const { token } = await house.post<{ token: string }>('/local/api/token', { role, as: name });
  return async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${house.url}/staff/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}

const settled = async (page: Page) => {
  const waiting = page.locator('main [aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root');
  await until(async () => (await waiting.count()) === 0 || undefined);
};

/** The console as whoever is chosen at the sign-in page. */
async function desk(role: 'marketer' | 'approver', size = deskSize, scheme: Scheme = 'light'): Promise<Visit> {
  const visit = await house.visit(size, scheme);
  const { page } = visit;
  await page.goto(`${house.url}/staff/`);
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  if (role === 'marketer') return visit;
  await signOut(page);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.getByRole('button', { name: new RegExp(role) }).click();
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  return visit;
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/\/staff\/signed-out/);
  await page.getByRole('button', { name: /sign in/i }).waitFor();
}

const dialogStands = (page: Page) =>
  page.waitForFunction("getComputedStyle(document.querySelector('[role=dialog]')).opacity === '1'");

it.each<[Scheme, { width: number; height: number }]>([
  ['light', deskSize],
  ['dark', phoneSize],
])('a campaign waits in the queue of approvers, is approved as it is, and scheduled (%s, %j)', async (scheme, size) => {
  const kim = await as('marketer', 'kim');
  const name = `${draft.name} ${scheme}`;
  const made = await kim<Row>('POST', '/campaigns', { ...draft, name });
  const path = `${house.url}/staff/campaigns/${made.id}`;

  const author = await desk('marketer', size, scheme);
  const seen: string[] = [];
  await author.page.goto(path);
  await author.page.getByRole('button', { name: 'Ask for approval' }).click();
  await author.page.getByRole('dialog').getByRole('button', { name: 'Ask for approval' }).click();
  const plan = author.page.getByRole('region', { name: 'The plan' });
  await plan.getByText('Waits for approval', { exact: true }).waitFor();
  expect(await author.page.getByRole('button', { name: 'Schedule' }).count()).toBe(0);
  await settled(author.page);
  seen.push(...(await house.look(author.page, 'campaign-waits')));

  const doctor = await desk('approver', size, scheme);
  const queue = doctor.page.getByRole('region', { name: 'Campaigns to approve' });
  await queue.getByRole('link', { name: new RegExp(name) }).waitFor();
  await settled(doctor.page);
  seen.push(...(await house.look(doctor.page, 'home-approvals')));
  await queue.getByRole('link', { name: new RegExp(name) }).click();
  await doctor.page.getByRole('button', { name: 'Approve' }).click();
  await doctor.page
    .getByRole('dialog')
    .getByText(/Now that is/)
    .waitFor();
  await dialogStands(doctor.page);
  seen.push(...(await house.look(doctor.page, 'campaign-approve')));
  await doctor.page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
  await doctor.page.getByText(/^Approved by /).waitFor();

  await author.page.reload();
  await author.page.getByRole('button', { name: 'Schedule' }).click();
  await author.page
    .getByRole('dialog')
    .getByText(/Now that is/)
    .waitFor();
  await dialogStands(author.page);
  seen.push(...(await house.look(author.page, 'campaign-schedule')));
  await author.page.getByRole('dialog').getByRole('button', { name: 'Schedule', exact: true }).click();
  await plan.getByText('Scheduled', { exact: true }).waitFor();
  await author.page.getByText(/^Nobody joins before /).waitFor();
  await settled(author.page);
  seen.push(...(await house.look(author.page, 'campaign-undo')));
  expect(seen).toEqual([]);
  expect([...author.faults, ...doctor.faults]).toEqual([]);
  await author.context.close();
  await doctor.context.close();
});

it('a change after approval asks again, and the author cannot be the one who approves', async () => {
  const kim = await as('marketer', 'kim');
  const ana = await as('approver', 'ana');
  const own = await ana<Row>('POST', '/campaigns', { ...draft, name: 'The approver’s own' });
  await ana('POST', `/campaigns/${own.id}/review`, { rev: own.rev });
  const made = await kim<Row>('POST', '/campaigns', { ...draft, name: 'Changed later' });
  const approved = await ana<Row>('POST', `/campaigns/${made.id}/approve`, { rev: made.rev });
  const later = { ...draft, name: 'Changed later', startTime: '11:00', rev: approved.rev };
  await kim('PUT', `/campaigns/${made.id}`, later);
  const { page, context, faults } = await desk('marketer');
  const queue = page.getByRole('region', { name: 'Campaigns to approve' });
  await queue.getByText('Changed since approved').waitFor();
  await page.goto(`${house.url}/staff/campaigns/${made.id}`);
  await page.getByText('It has changed and waits to be approved again').waitFor();
  expect(await page.getByRole('button', { name: 'Schedule' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Save, and ask again' }).waitFor();
  expect(await page.getByRole('button', { name: /^Schedule/ }).count()).toBe(0);
  await settled(page);
  expect(await house.look(page, 'campaign-edit-approval')).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

it('after saving a step the page stays on it, with the same person and channel', async () => {
  const { page, context, faults } = await desk('marketer');
  await page.goto(`${house.url}/staff/series/back-care`);
  await page
    .getByRole('textbox', { name: 'As it would reach' })
    .or(page.getByRole('combobox', { name: 'As it would reach' }))
    .first()
    .click();
  const option = page.getByRole('option').nth(1);
  const who = await option.innerText();
  await option.click();
  await page.getByRole('button', { name: /^Day \d+ *Stretching/i }).click();
  await page.getByRole('heading', { name: /Stretching, as they see it/ }).waitFor();
  const headline = page.getByLabel('Headline');
  await headline.fill('Three calm stretches');
  await page.getByRole('button', { name: /^Save as version/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Save as version/ })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const version = page.getByRole('combobox', { name: 'Version' });
  await until(async () => (await version.inputValue()) === 'Version 2 (now)' || undefined);
  await settled(page);
  expect(await page.getByRole('heading', { name: /, as they see it/ }).innerText()).toBe('Stretching, as they see it');
  expect(await headline.inputValue()).toBe('Three calm stretches');
  expect(await page.getByRole('combobox', { name: 'As it would reach' }).inputValue()).toBe(who);
  expect(faults).toEqual([]);
  await context.close();
});

it('signing out logs no error', async () => {
  const { page, context, faults } = await desk('marketer');
  for (const path of ['', 'campaigns', 'people']) {
    await page.goto(`${house.url}/staff/${path}`);
    await page.getByRole('button', { name: /^Signed in as/ }).waitFor();
    await signOut(page);
    await page.getByRole('button', { name: /sign in/i }).click();
    await page
      .getByRole('button', { name: /Kim|marketer/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Signed in as/ }).waitFor();
  }
  expect(faults).toEqual([]);
  await context.close();
});

// The clock jumps ahead, so this comes last.
it('a campaign is Scheduled until it starts, Sending, and Finished with figures that add up', async () => {
  const kim = await as('marketer', 'kim');
  const plan = async (name: string, who: object) => {
    const { id } = await kim<Row>('POST', '/campaigns', { ...draft, name, seriesId: 'clinic-event', who });
    const { rev } = await kim<Row>('GET', `/campaigns/${id}`);
    const { people } = await kim<{ people: number }>('POST', '/segments/count', {
      ...{ who, channels: draft.channels, seriesId: 'clinic-event', exact: true },
    });
    await kim('POST', `/campaigns/${id}/schedule`, { rev, count: people, confirmCount: people });
    return id;
  };
  const reached = await plan('Reaches people', {});
  const nobody = await plan('Reaches nobody', { source: ['a-poster-nobody-saw'] });
  const { page, context, faults } = await desk('marketer');
  const seen: string[] = [];
  const status = page.getByRole('region', { name: 'The plan' });
  const open = async (id: string, label: string, shot: string) => {
    await page.goto(`${house.url}/staff/campaigns/${id}`);
    await status.getByText(label, { exact: true }).waitFor();
    await settled(page);
    seen.push(...(await house.look(page, shot)));
  };
  await house.jump('P1D');
  await open(reached, 'Scheduled', 'campaign-enrolled');
  const figures = async (label: string) =>
    Number(
      new RegExp(`${label}\\s+(\\d+)`).exec(
        await page.getByRole('region', { name: 'People joining' }).innerText(),
      )?.[1],
    );
  expect(await figures('joined')).toBeGreaterThan(0);
  expect((await figures('joined')) + (await figures('left out'))).toBe(await figures('People who match'));
  await house.jump('P20D');
  await open(reached, 'Sending', 'campaign-sending');
  await house.jump('P20D');
  await open(reached, 'Finished', 'campaign-finished');
  await status.getByText(/^\d+ people got it\.$/).waitFor();
  await open(nobody, 'Finished, nobody reached', 'campaign-nobody');
  await page.getByText('It ended without reaching anybody').waitFor();
  await page.goto(`${house.url}/staff/campaigns`);
  await page
    .getByText(/^\d+ people reached$/)
    .first()
    .waitFor();
  await settled(page);
  seen.push(...(await house.look(page, 'campaigns-ended')));
  expect(seen).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
  // Six weeks of the demo pass in it.
}, 300_000);

it.each<[Scheme, { width: number; height: number }]>([
  ['light', deskSize],
  ['dark', phoneSize],
])('words with warnings are approved once each warning is ticked by name (%s, %j)', async (scheme, size) => {
  const mia = await as('marketer', 'mia');
  const { rev } = await mia<{ rev: number }>('GET', '/series/back-care');
  const heavy = `Consequently, individuals experiencing persistent musculoskeletal discomfort should, in ${scheme} colours, ${'reconsider their accumulated training responsibilities and '.repeat(4)}rest.`;
  await mia('POST', '/series/back-care/versions', { rev, steps: { rest: { paragraphs: [heavy] } } });
  const doctor = await desk('approver', size, scheme);
  const { page } = doctor;
  await page.goto(`${house.url}/staff/series/back-care`);
  await settled(page);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/warnings? about these words/).waitFor();
  await dialogStands(page);
  const seen = await house.look(page, 'words-approve');
  const yes = dialog.getByRole('button', { name: 'Approve these words' });
  expect(await yes.isDisabled()).toBe(true);
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await yes.click();
  await page.getByText('The version is approved.').waitFor();
  expect(seen).toEqual([]);
  expect(doctor.faults).toEqual([]);
  await doctor.context.close();
});
