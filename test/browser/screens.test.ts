import type { Page } from 'playwright-core';
import { deskSize, House, phoneSize, type Scheme, tabTo } from './house';

jest.setTimeout(180_000);

let house: House;
beforeAll(async () => {
  house = await House.open(false);
});
afterAll(() => house?.close());

const words = {
  en: {
    of: (at: number, all: number) => `Step ${at} of ${all}`,
    next: 'Next',
    back: 'Back',
    send: 'Send me tips',
    done: 'Check your inbox',
  },
  es: {
    of: (at: number, all: number) => `Paso ${at} de ${all}`,
    next: 'Siguiente',
    back: 'Atrás',
    send: 'Quiero los consejos',
    done: 'Revise su correo',
  },
};
type Words = (typeof words)['en'];

const open = async (size: { width: number; height: number }, locale: 'en' | 'es' = 'en', scheme: Scheme = 'light') => {
  const visit = await house.visit(size, scheme);
  await visit.page.goto(`${house.url}/subscribe?lang=${locale}`);
  return visit;
};
const at = (page: Page): Promise<string> => page.locator('.bar [role=status]').innerText();
const choice = (page: Page, name: string, value: string) =>
  page.locator('label.pick', { has: page.locator(`input[name="${name}"][value="${value}"]`) });
const isChecked = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).isChecked();
/** What the keyboard stands on: its name or its words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.name || document.activeElement.innerText') as Promise<string>;

/** The shortest honest path: nothing hurts, and an email address. Each touch of the page counts. */
async function shortest(page: Page, { next, send }: Words, email: string, each: (name: string) => Promise<void>) {
  let taps = 0;
  const tap = async (place: ReturnType<Page['locator']>) => {
    taps += 1;
    await place.click();
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await each('running');
  await tap(choice(page, 'experience', 'new'));
  await each('other-sports');
  await tap(choice(page, 'crossTraining', 'true'));
  await each('signs');
  await tap(button(next));
  await each('where');
  await tap(choice(page, 'where', 'none'));
  await each('leg');
  await tap(choice(page, 'leg', 'no'));
  await each('you');
  // The keyboard stands in the field already, and its own key goes on.
  await page.keyboard.type('Ana');
  await page.keyboard.press('Enter');
  await each('reach');
  await page.keyboard.type(email);
  await tap(choice(page, 'emailConsent', 'true'));
  await tap(choice(page, 'adult', 'true'));
  await tap(button(send));
  return taps;
}

describe.each([
  ['en', 'light'],
  ['es', 'light'],
  ['en', 'dark'],
  ['es', 'dark'],
] as const)('on a phone in %s and %s colours', (locale, scheme) => {
  it('the shortest honest path takes eight taps, one question at a time, each clean for axe', async () => {
    const { page, context, faults } = await open(phoneSize, locale, scheme);
    const seen: string[] = [];
    const read: string[] = [];
    const taps = await shortest(page, words[locale], `ana-${locale}-${scheme}@example.com`, async (name) => {
      read.push(await at(page));
      seen.push(...(await house.look(page, `step-${locale}-${name}`)));
      expect(await page.locator('form fieldset:visible').count()).toBeLessThan(2);
      expect(page.url()).not.toMatch(/new|none|Ana|true/);
    });
    await page.getByRole('heading', { name: words[locale].done }).waitFor();
    expect(taps).toBeLessThanOrEqual(8);
    const { of } = words[locale];
    expect(read).toEqual([of(1, 8), of(2, 8), of(3, 8), of(4, 8), of(5, 7), of(6, 7), of(7, 7)]);
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('on a phone', () => {
  it('the keyboard alone goes through it: arrows choose and stay, Enter goes on, each step is read from its start', async () => {
    const { page, context, faults } = await open(phoneSize);
    await tabTo(page, /I am new to running/);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(await at(page)).toBe('Step 1 of 8');
    await page.keyboard.press('Enter');
    expect(await at(page)).toBe('Step 2 of 8');
    expect(await focused(page)).toMatch(/^Would you try other sports/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // Nothing was chosen: it says so beside the question, and stays.
    expect(await at(page)).toBe('Step 2 of 8');
    expect(await page.locator('.now .wrong').innerText()).toBe('Please answer this to go on.');
    await page.keyboard.press('Space');
    expect(await page.locator('.now .wrong').count()).toBe(0);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toMatch(/emergency/i);
    await tabTo(page, /^Next$/);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toMatch(/^Where does it hurt/);
    await tabTo(page, /Nothing hurts/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await tabTo(page, /^No$/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('firstName');
    await page.keyboard.type('Kim');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('email');
    await page.keyboard.type('kim@example.com');
    await tabTo(page, /^Yes, email me/);
    await page.keyboard.press('Space');
    await tabTo(page, /I am 18 or older/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("the browser's Back and Forward and the page's own Back go by steps and lose no answer", async () => {
    const { page, context } = await open(phoneSize);
    await page.evaluate("window.kept = 'the same page'");
    await choice(page, 'experience', 'competitive').click();
    await choice(page, 'crossTraining', 'false').click();
    expect(await at(page)).toBe('Step 3 of 8');
    await page.goBack();
    expect(await at(page)).toBe('Step 2 of 8');
    await page.goBack();
    expect(await at(page)).toBe('Step 1 of 8');
    expect(await isChecked(page, 'experience', 'competitive')).toBe(true);
    await page.goForward();
    expect(await at(page)).toBe('Step 2 of 8');
    expect(await isChecked(page, 'crossTraining', 'false')).toBe(true);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByText('Step 1 of 8').waitFor();
    // The same answer touched again goes on too.
    await choice(page, 'experience', 'competitive').click();
    expect(await at(page)).toBe('Step 2 of 8');
    expect(await page.evaluate('window.kept')).toBe('the same page');
    await context.close();
  });

  it('an address that names a later step opens at the first question that is still open', async () => {
    const { page, context } = await house.visit(phoneSize);
    await page.goto(`${house.url}/subscribe#screen-6`);
    expect(await at(page)).toBe('Step 1 of 8');
    await context.close();
  });

  it('a red flag says what to do at once, and a touch there never goes on by itself', async () => {
    const { page, context } = await open(phoneSize);
    await choice(page, 'experience', 'new').click();
    await choice(page, 'crossTraining', 'true').click();
    expect(await page.getByRole('complementary', { name: 'Emergency' }).isVisible()).toBe(true);
    await page.locator('[data-emergency] label.pick').first().click();
    expect(await page.locator('[data-emergency] [role=alert]').innerText()).toContain('Call 911 or go to the ER.');
    expect(await at(page)).toBe('Step 3 of 8');
    expect(await house.look(page, 'step-ticked')).toEqual([]);
    await context.close();
  });

  it('an error leads to its step, a slip to the last one, and another language to the same, with all answers', async () => {
    const { page, context } = await open(phoneSize);
    const send = async (email: string) => {
      await page.locator('#email').fill(email);
      await page.getByRole('button', { name: 'Send me tips' }).click();
    };
    await shortest(page, words.en, 'lee@', async () => {});
    await page.locator('#email-wrong').waitFor();
    expect(await at(page)).toBe('Step 7 of 7');
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
    expect(await house.look(page, 'step-error')).toEqual([]);
    expect(await isChecked(page, 'where', 'none')).toBe(true);

    await page.locator('button.language').click();
    await page.getByText('Paso 7 de 7').waitFor();
    expect(await isChecked(page, 'experience', 'new')).toBe(true);
    expect(page.url()).not.toMatch(/lee|Ana/);
    await page.locator('button.language').click();
    await page.getByText('Step 7 of 7').waitFor();

    await send('lee@gmial.com');
    await page.getByRole('heading', { name: /Did you mean/ }).waitFor();
    expect(await at(page)).toBe('Step 7 of 7');
    expect(await house.look(page, 'step-slip')).toEqual([]);
    await page.getByRole('button', { name: /Yes, use lee/ }).click();
    await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();
    await context.close();
  });

  it('an error further up opens its own step, and a link of the list leads to another', async () => {
    const { page, context } = await open(phoneSize);
    await page.evaluate("document.getElementById('sign-up').submit()");
    await page.locator('main > .alarm').waitFor();
    expect(await at(page)).toBe('Step 1 of 8');
    expect(await house.look(page, 'step-errors')).toEqual([]);
    await page.locator('main > .alarm a[href="#firstName"]').click();
    await page.getByText('Step 7 of 8').waitFor();
    expect(await focused(page)).toBe('firstName');
    await context.close();
  });
});

describe('in one piece', () => {
  it.each([
    ['on a phone without script', phoneSize, false],
    ['on a wide screen', deskSize, true],
  ])('%s it shows every question and sends', async (_, size, script) => {
    const { page, context, faults } = await house.visit(size);
    if (!script) await page.route('**/*.js*', (route) => route.abort());
    await page.goto(`${house.url}/subscribe`);
    expect(await page.locator('form .screen:visible').count()).toBe(await page.locator('form .screen').count());
    expect(await page.getByRole('button', { name: 'Next', exact: true }).count()).toBe(0);
    expect(await house.look(page, `one-piece-${script}`)).toEqual([]);
    for (const [name, value] of [
      ['experience', 'new'],
      ['crossTraining', 'true'],
      ['where', 'none'],
      ['leg', 'no'],
      ['emailConsent', 'true'],
      ['adult', 'true'],
    ] as const)
      await choice(page, name, value).click();
    await page.locator('#firstName').fill('Jo');
    await page.locator('#email').fill(`jo-${script}@example.com`);
    await page.getByRole('button', { name: 'Send me tips' }).click();
    await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();
    if (script) expect(faults).toEqual([]);
    await context.close();
  });
});
