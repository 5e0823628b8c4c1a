import { deskSize, House, phoneSize, type Scheme } from './house';

jest.setTimeout(180_000);

let house: House;
beforeAll(async () => {
  house = await House.open(false);
});
afterAll(() => house?.close());

const looks: [Scheme, { width: number; height: number }][] = [
  ['light', phoneSize],
  ['dark', deskSize],
];

describe.each(looks)('in %s colours at %j', (scheme, size) => {
  it.each([
    ['/subscribe', 'Send me tips'],
    ['/book', 'Book a visit'],
  ])('%s names all that is to be mended, and the keyboard starts there', async (path, button) => {
    const { page, context, faults } = await house.visit(size, scheme);
    await page.goto(house.url + path);
    // On a phone the form asks first (screens.test.ts); what comes without script is shown all the same.
    if (await page.getByRole('button', { name: button }).isVisible())
      await page.getByRole('button', { name: button }).click();
    else await page.evaluate("document.getElementById('sign-up').submit()");
    await page.getByRole('alert').first().waitFor();
    expect(await page.title()).toMatch(/^\d answers to check: /);
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
    const seen = await house.look(page, `form-mend${path.replace('/', '-')}`);
    await page.locator('main > .alarm').getByRole('link').last().click();
    expect(await page.evaluate('location.hash.length')).toBeGreaterThan(1);
    expect(seen).toEqual([]);
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
    await context.close();
  });

  it('a slip of a big provider is settled with one tap', async () => {
    const { page, context } = await house.visit(size, scheme);
    await page.setViewportSize(deskSize);
    await page.goto(`${house.url}/subscribe`);
    for (const [name, value] of [
      ['experience', 'new'],
      ['crossTraining', 'true'],
      ['where', 'none'],
      ['leg', 'no'],
    ])
      await page.locator(`input[name="${name}"][value="${value}"]`).check();
    await page.locator('#firstName').fill('Ana');
    await page.locator('#adult').check();
    await page.locator('#email').fill(`ana-${scheme}@gmial.com`);
    await page.locator('#emailConsent').check();
    await page.setViewportSize(size);
    await page.evaluate("document.getElementById('sign-up').submit()");
    await page.getByRole('heading', { name: /Did you mean/ }).waitFor();
    expect(await house.look(page, 'form-slip')).toEqual([]);
    expect(await page.locator('#firstName').inputValue()).toBe('Ana');
    await page.getByRole('button', { name: /Yes, use ana/ }).click();
    await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();
    await context.close();
  });
});
