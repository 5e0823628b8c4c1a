import type { Page } from 'playwright-core';
import { deskSize, House, phoneSize, type Scheme, tabTo, until, type Visit } from './house';

jest.setTimeout(120_000);

let house: House;
beforeAll(async () => {
  house = await House.open(true);
  await house.jump('P16D');
  await house.post('/book', { firstName: 'Kay', phone: '+14045550133', location: 'north', part: 'morning' });
  // Maya asks through the link in one of her mails, Kay on the open page.
  const links = (await house.received('maya@example.com')).flatMap(
    ({ text }) => text.match(/http\S+\/c\/[\w.-]+/g) ?? [],
  );
  const pages = await Promise.all(links.map(async (link) => new URL((await fetch(link)).url).pathname));
  const book = pages.find((path) => path.startsWith('/book/')) ?? 'no mail leads to a booking page';
  await house.post(book, { location: 'east', part: 'afternoon' });
  await house.post('/local/api/sms', { from: '+14045550101', body: 'Is swimming fine too?' });
});
afterAll(() => house?.close());

/** Opens the console; nobody types a name or a word of it. */
async function desk(size: { width: number; height: number }, scheme: Scheme = 'light'): Promise<Visit> {
  const visit = await house.visit(size, scheme);
  await visit.page.goto(`${house.url}/staff/`);
  await visit.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  return visit;
}

/** A screen is there once nothing on it is still loading. */
async function screen(page: Page, path: string, title: string | RegExp): Promise<void> {
  await page.goto(`${house.url}/staff/${path}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  const waiting = page.locator('main [aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root');
  await until(async () => (await waiting.count()) === 0 || undefined);
}

const press = async (page: Page, name: string, yes = name) => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: yes, exact: true }).click();
};

describe('the console', () => {
  it('signs the demo marketer in by itself, with PKCE, and shows the day', async () => {
    const visit = await house.visit(deskSize);
    const { page, faults } = visit;
    const asked = page.waitForRequest((request) => new URL(request.url()).pathname === '/oidc/auth');
    await page.goto(house.url);
    await page.getByRole('link', { name: /Open the staff console/ }).click();
    const { searchParams } = new URL((await asked).url());
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('response_type')).toBe('code');
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByText(/, marketer$/).waitFor();
    await page.keyboard.press('Escape');
    const counts = page.getByRole('region', { name: 'Counts of today' });
    await expect(counts.getByRole('link', { name: /^2\s*booking request/ }).count()).resolves.toBe(1);
    const waiting = page.getByRole('region', { name: 'People to call back' });
    expect(await waiting.innerText()).toMatch(/Maya[\s\S]*Kay|Kay[\s\S]*Maya/);
    await page.reload();
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/staff\/?$/);
    expect(faults).toEqual([]);
    await visit.context.close();
  });
});

describe('a campaign', () => {
  it('is put together with a live count, scheduled, paused, resumed and cancelled', async () => {
    const { page, context, faults } = await desk(deskSize);
    const seen: string[] = [];
    await page.getByRole('link', { name: 'Campaigns', exact: true }).click();
    await page
      .getByRole('link', { name: /New campaign/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'New campaign' }).waitFor();
    await page.getByLabel('Name', { exact: false }).first().fill('Walk-in hours, spring');
    await page.getByRole('combobox', { name: /Sends/ }).click();
    await page.getByRole('option', { name: /walk-in/i }).click();
    const audience = page.getByRole('region', { name: 'Who would get it' });
    const matching = async () => Number(/People who match\s+(?:about )?(\d+)/.exec(await audience.innerText())?.[1]);
    const everyone = await until(async () => (await matching()) || undefined);
    expect(everyone).toBeGreaterThan(10);
    await page.getByText('Competitive runner').click();
    const racers = await until(async () => ((await matching()) < everyone ? matching() : undefined));
    expect(racers).toBeGreaterThan(0);
    seen.push(...(await house.look(page, 'campaign-new')));
    await page.getByRole('button', { name: 'Schedule…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Schedule', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Walk-in hours, spring' }).waitFor();
    const status = page.getByRole('region', { name: 'The plan' });
    await status
      .getByText(/scheduled|running/i)
      .first()
      .waitFor();
    seen.push(...(await house.look(page, 'campaign-scheduled')));
    await press(page, 'Pause');
    await status.getByText('Paused', { exact: true }).waitFor();
    await press(page, 'Resume');
    await status.getByText('Paused', { exact: true }).waitFor({ state: 'detached' });
    await press(page, 'Cancel', 'Yes, cancel it');
    await status.getByText('Cancelled', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^(Pause|Resume|Cancel)$/ }).count()).toBe(0);
    seen.push(...(await house.look(page, 'campaign-cancelled')));
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a series', () => {
  it('shows changed words at once in the preview, their difference, and keeps them as a new version', async () => {
    const { page, context, faults } = await desk(deskSize);
    const seen: string[] = [];
    await screen(page, 'series/back-care', /./);
    await page.getByRole('button', { name: /^Day \d+ *Stretching/i }).click();
    const mail = page.frameLocator('iframe[title^="The email"]');
    const headline = page.getByLabel('Headline');
    await until(async () => (await headline.inputValue()) === 'Three stretches for every run' || undefined);
    await mail.getByRole('heading', { name: 'Three stretches for every run' }).waitFor();
    seen.push(...(await house.look(page, 'series-desk')));
    await headline.fill('Three calm stretches for every run');
    await mail.getByRole('heading', { name: 'Three calm stretches for every run' }).waitFor();
    await page.getByRole('button', { name: 'Save as version 2…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('del', { hasText: 'Three stretches for every run' }).waitFor();
    await dialog.locator('ins', { hasText: 'Three calm stretches for every run' }).waitFor();
    // The dialog fades in; its colours are judged when it stands.
    await page.waitForFunction("getComputedStyle(document.querySelector('[role=dialog]')).opacity === '1'");
    seen.push(...(await house.look(page, 'series-diff')));
    await dialog.getByRole('button', { name: 'Save as version 2' }).click();
    await page.getByText('Saved as a new version. It waits for approval.').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    const version = page.getByRole('combobox', { name: 'Version' });
    await until(async () => (await version.inputValue()) === 'Version 2 (now)' || undefined);
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is edited in Spanish too: the preview follows, and a step that is not written yet is named', async () => {
    const { page, context, faults } = await desk(deskSize);
    const seen: string[] = [];
    await screen(page, 'series', 'Series');
    await page.getByText('Not in Spanish: Call back').waitFor();
    await screen(page, 'series/back-care', /./);
    await page.getByRole('button', { name: /^Day \d+ *Stretching/i }).click();
    await page.getByRole('radiogroup', { name: 'Language' }).getByText('Spanish').click();
    const mail = page.frameLocator('iframe[title^="The email"]');
    await mail.getByRole('heading', { name: 'Tres estiramientos cada vez que corra' }).waitFor();
    seen.push(...(await house.look(page, 'series-spanish')));
    await page.getByLabel('Headline').fill('Tres estiramientos con calma');
    await mail.getByRole('heading', { name: 'Tres estiramientos con calma' }).waitFor();
    await page.getByRole('button', { name: /^Save as version \d+…$/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('in Spanish').waitFor();
    await dialog.locator('ins', { hasText: 'Tres estiramientos con calma' }).waitFor();
    await dialog.getByRole('button', { name: /^Save as version/ }).click();
    await page.getByText('Saved as a new version. It waits for approval.').waitFor();
    await page.getByRole('button', { name: 'Call back' }).click();
    await page.getByText('Not written in Spanish yet').waitFor();
    seen.push(...(await house.look(page, 'series-not-spanish')));
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a person', () => {
  it('gets the nearest office they told on the phone, and each message shows its disclaimer', async () => {
    const { page, context, faults } = await desk(deskSize);
    await screen(page, 'people', 'People');
    await page.getByRole('link', { name: /Maya/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Maya' }).waitFor();
    await page
      .getByText(/^With disclaimer version \S+$/)
      .first()
      .waitFor();
    await page.getByLabel('Nearest office').selectOption({ label: 'Sample West Office' });
    await page.getByRole('button', { name: 'Save office' }).click();
    await page.getByText('The office is recorded.').waitFor();
    expect(await house.lookEverywhere(page, 'person-office')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a booking', () => {
  it('is reached and marked booked by keyboard', async () => {
    const { page, context, faults } = await desk(deskSize);
    await screen(page, 'bookings', 'Bookings');
    await page.getByText('Kay').first().waitFor();
    await tabTo(page, /^Mark booked$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /^Book (Kay|Maya)$/ }).waitFor();
    await tabTo(page, /^Book$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const left = page.getByRole('button', { name: 'Mark booked' });
    await until(async () => (await left.count()) === 1 || undefined);
    expect(faults).toEqual([]);
    await context.close();
  });
});

const screens: [path: string, title: string | RegExp, name: string][] = [
  ['', 'Today', 'home'],
  ['campaigns', 'Campaigns', 'campaigns'],
  ['campaigns/new', 'New campaign', 'campaign-form'],
  ['series', 'Series', 'series'],
  ['series/back-care', /./, 'series-one'],
  ['bookings', 'Bookings', 'bookings'],
  ['people', 'People', 'people'],
  ['messages', 'Messages', 'messages'],
  ['replies', 'Replies', 'replies'],
];

describe.each<[Scheme, { width: number; height: number }]>([
  ['light', deskSize],
  ['dark', deskSize],
  ['light', phoneSize],
  ['dark', phoneSize],
])('in %s colours at %j', (scheme, size) => {
  it('every screen can be read by everyone, and asks nobody else for anything', async () => {
    const { page, context, faults } = await desk(size, scheme);
    const seen: string[] = [];
    for (const [path, title, name] of screens) {
      await screen(page, path, title);
      seen.push(...(await house.look(page, `staff-${name}`)));
    }
    await screen(page, 'people', 'People');
    await page.getByRole('link', { name: /Maya/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Maya' }).waitFor();
    seen.push(...(await house.look(page, 'staff-person')));
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
