import { deskSize, House, type Kept, phoneSize, type Scheme } from './house';

jest.setTimeout(120_000);

let house: House;
let mails: Kept[];
beforeAll(async () => {
  house = await House.open(true);
  await house.jump('P42D');
  const all = (await (await fetch(`${house.url}/local/api/outbox?channel=email`)).json()) as Kept[];
  // Each mail once: what differs between readers is a name.
  mails = [...new Map(all.map((mail) => [mail.subject, mail])).values()];
});
afterAll(() => house?.close());

const pages = [
  ['/', 'start'],
  ['/subscribe', 'subscribe'],
  ['/book', 'book-open'],
  ['/unsubscribe', 'unsubscribe-open'],
  ['/legal', 'legal'],
  ['/privacy', 'privacy'],
  ['/terms', 'terms'],
  ['/health-data-privacy', 'health-data-privacy'],
  ['/language-help', 'language-help'],
  ['/outside', 'outside'],
] as const;

describe.each<[Scheme, { width: number; height: number }]>([
  ['light', phoneSize],
  ['dark', deskSize],
])('in %s colours at %j', (scheme, size) => {
  it('every public page can be read by everyone, and asks nobody else for anything', async () => {
    const { page, context, faults } = await house.visit(size, scheme);
    const seen: string[] = [];
    for (const [path, name] of pages) {
      await page.goto(house.url + path, { waitUntil: 'load' });
      if (path === '/outside') await page.locator('button.person').first().waitFor();
      seen.push(...(await house.look(page, `page-${name}`)));
    }
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('in Spanish', () => {
  it.each<[Scheme, { width: number; height: number }]>([
    ['light', phoneSize],
    ['dark', deskSize],
  ])('every public page can be read by everyone in %s colours at %j', async (scheme, size) => {
    const { page, context, faults } = await house.visit(size, scheme);
    const seen: string[] = [];
    for (const [path, name] of pages.filter(([path]) => path !== '/' && path !== '/outside')) {
      await page.goto(`${house.url}${path}?lang=es`, { waitUntil: 'load' });
      expect(await page.locator('html').getAttribute('lang')).toBe('es');
      seen.push(...(await house.look(page, `page-es-${name}`)));
    }
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('the switch takes along what was typed, and Enter sends the form', async () => {
    const { page, context, faults } = await house.visit(deskSize);
    await page.goto(`${house.url}/subscribe`);
    await page.locator('#firstName').fill('Ana');
    await page.getByRole('button', { name: 'Español' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    expect(await page.locator('#firstName').inputValue()).toBe('Ana');
    await page.locator('#firstName').press('Enter');
    await page.getByRole('heading', { name: 'Revise sus respuestas' }).waitFor();
    expect(await page.locator('#firstName').inputValue()).toBe('Ana');
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
    await context.close();
  });
});

describe('every mail', () => {
  it.each<Scheme>(['light', 'dark'])('can be read by everyone on a phone in %s colours', async (scheme) => {
    const visit = await house.visit(phoneSize, scheme);
    const seen: string[] = [];
    expect(mails.length).toBeGreaterThan(9);
    for (const mail of mails) {
      const name = (mail.subject ?? '')
        .toLowerCase()
        .replace(/[^a-z]+/g, '-')
        .slice(0, 40);
      seen.push(...(await house.lookAtMail(visit, mail, `mail-${name}`)));
    }
    expect(seen).toEqual([]);
    expect(visit.faults).toEqual([]);
    await visit.context.close();
  });
});

describe('the outside world', () => {
  it('says what to do while nothing has arrived, and shows a mail with its headers', async () => {
    const { page, context, faults } = await house.visit(deskSize, 'dark');
    await page.goto(`${house.url}/outside`);
    await page.locator('button.person').nth(1).click();
    await page
      .getByRole('button', { name: /Three stretches|Take it easy/ })
      .first()
      .click();
    await page.locator('iframe[title^="Mail:"]').waitFor();
    const seen = await house.look(page, 'outside-mail');
    await page.getByRole('tab', { name: 'Headers' }).click();
    expect(await page.getByRole('cell', { name: 'List-Unsubscribe=One-Click' }).count()).toBe(1);
    seen.push(...(await house.look(page, 'outside-headers')));
    await page.getByRole('tab', { name: 'Plain text' }).click();
    seen.push(...(await house.look(page, 'outside-text')));
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
