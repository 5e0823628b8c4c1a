import type { Page } from 'playwright-core';
import { deskSize, House, linkIn, phoneSize, tabTo, until } from './house';

jest.setTimeout(120_000);

/** A form filled faster than this is taken for a program's; a hand needs longer anyway. */
const handSpeed = 2_100;

let house: House;
beforeAll(async () => {
  house = await House.open(false);
});
afterAll(() => house?.close());

const tick = (page: Page, label: string) => page.getByLabel(label, { exact: true }).check();

/** The answers of the sign-up form by name; everything else is left as it stands. */
async function answer(page: Page, told: { where: string; brings?: string; leg: 'No' | 'Yes' }): Promise<void> {
  await tick(page, 'I run most weeks');
  await page.getByRole('group', { name: 'Would you try other sports' }).getByLabel('Yes').check();
  await tick(page, told.where);
  if (told.brings) await page.getByLabel(told.brings).check();
  await page.getByRole('group', { name: 'Do you feel tingling' }).getByLabel(told.leg, { exact: true }).check();
}

describe('a runner with a phone', () => {
  const email = 'robin@example.com';
  const number = '+14045550141';

  it('comes through the door, fills the form by keyboard and mouse, and is told where to look', async () => {
    const visit = await house.visit(phoneSize);
    const { page, faults } = visit;
    const seen: string[] = [];
    await page.goto(house.url);
    await expect(page.locator('a.door').count()).resolves.toBe(3);
    seen.push(...(await house.look(page, 'start')));
    expect(await tabTo(page, /Sign up as a runner/)).toBeLessThan(3);
    // A wide screen shows the form in one piece; test/browser/screens.test.ts goes through it on a phone.
    await page.setViewportSize(deskSize);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/subscribe');
    const opened = performance.now();
    seen.push(...(await house.look(page, 'subscribe')));
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    expect(await page.getByLabel('Time zone').inputValue()).toBe('America/New_York');

    // The first half by keyboard alone: arrows choose, Tab goes on.
    await tabTo(page, /I am new to running/);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByLabel('I run most weeks').isChecked()).resolves.toBe(true);
    await tabTo(page, /^Yes/);
    await page.keyboard.press('Space');
    await tabTo(page, /Nothing hurts right now/);
    await page.keyboard.press('ArrowDown');
    await tabTo(page, /Running or a hard workout/);
    await page.keyboard.press('Space');
    await tabTo(page, /^No$/);
    await page.keyboard.press('Space');
    await tabTo(page, /First name/);
    await page.keyboard.type('Robin', { delay: 10 });
    // The second half by touch.
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel(/^Yes, email me/).click();
    await page.getByLabel('Mobile number').fill('(404) 555-0141');
    await page.getByLabel(/^I agree to get recurring/).click();
    await page.getByRole('group', { name: 'If you give both' }).getByLabel('Both', { exact: true }).check();
    await page.getByLabel('I am 18 or older').click();
    await page.waitForTimeout(Math.max(0, handSpeed - (performance.now() - opened)));
    seen.push(...(await house.look(page, 'subscribe-filled')));
    await page.getByRole('button', { name: 'Send me tips' }).click();
    await page.getByRole('heading', { name: 'Check your inbox and your phone' }).waitFor();
    seen.push(...(await house.look(page, 'subscribe-sent')));
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await visit.context.close();
  });

  it('says yes to the mail by its link and to the text by YES', async () => {
    const visit = await house.visit(deskSize);
    const { page, context, faults } = visit;
    await page.goto(`${house.url}/outside`);
    await page
      .getByRole('button', { name: /Please confirm/ })
      .last()
      .click();
    const mail = page.frameLocator('iframe[title^="Mail:"]');
    const opens = context.waitForEvent('page');
    await mail.locator('a[href*="/confirm/"]').first().click();
    const confirm = await opens;
    await confirm.setViewportSize(phoneSize);
    await confirm.getByRole('heading', { name: 'One tap to go' }).waitFor();
    // Scanners open links too: nothing has happened yet.
    expect((await house.received(email)).length).toBe(1);
    const seen = await house.look(confirm, 'confirm');
    await tabTo(confirm, /Yes, sign me up/);
    await confirm.keyboard.press('Enter');
    await confirm.getByRole('heading', { name: 'You are in, Robin' }).waitFor();
    expect(await confirm.locator('ol.dates li').count()).toBeGreaterThan(4);
    seen.push(...(await house.look(confirm, 'confirmed')));
    await confirm.close();

    await page.getByRole('button', { name: 'YES', exact: true }).click();
    await page.getByText('You are signed up for Runner Tips').waitFor();
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('gets six weeks of messages by one button, opens one and asks for a visit', async () => {
    const visit = await house.visit(deskSize);
    const { page, context, faults } = visit;
    await page.goto(`${house.url}/outside`);
    await tabTo(page, /Jump six weeks/);
    await page.keyboard.press('Enter');
    await page.getByText(/Done\. \d+ new messages/).waitFor({ timeout: 30_000 });
    const received = await house.received(email);
    expect(received.map(({ subject }) => subject)).toEqual([
      'Please confirm your sign-up',
      'Welcome! Small tips for your next run',
      'Three stretches, before and after you run',
      'Give running a helper',
      'Rest is part of the plan',
      'When to talk with a spine doctor',
      'How are you doing? One tap tells us',
    ]);
    expect((await house.received(number)).length).toBeGreaterThan(6);

    if ((await page.locator('button.mail-line').count()) === 0) await page.locator('button.person').first().click();
    await page.getByRole('button', { name: /Three stretches/ }).click();
    const mail = page.frameLocator('iframe[title^="Mail: Three stretches"]');
    await mail.getByRole('heading', { name: 'Three stretches for every run' }).waitFor();
    const seen = await house.look(page, 'outside');
    const opens = context.waitForEvent('page');
    await mail.getByRole('link', { name: 'Ask our team for help' }).click();
    const book = await opens;
    await book.setViewportSize(phoneSize);
    await book.getByRole('heading', { name: 'Book a visit' }).waitFor();
    seen.push(...(await house.look(book, 'book')));
    await book.getByLabel('Morning').check();
    await tabTo(book, /^Book a visit$/);
    await book.keyboard.press('Enter');
    await book.getByText(/We will call you back by \w+day, /).waitFor();
    seen.push(...(await house.look(book, 'booked')));
    await book.close();

    // The pages behind the texts.
    const text = await until(async () => linkIn(await house.received(number), '/t/'));
    await page.setViewportSize(phoneSize);
    await page.goto(text);
    await page.getByRole('link', { name: 'Book a visit' }).waitFor();
    seen.push(...(await house.look(page, 'tip')));
    const choices = await until(async () => linkIn(received, '/preferences/'));
    await page.goto(choices);
    await page.getByRole('heading', { level: 1 }).waitFor();
    seen.push(...(await house.look(page, 'preferences')));
    const checkIn = received
      .flatMap(({ html }) => html?.match(/https?:\/\/[^"]+\/check-in\/[^"]+/g) ?? [])
      .at(0)
      ?.replaceAll('&amp;', '&');
    await page.goto(checkIn ?? '');
    seen.push(...(await house.look(page, 'check-in')));
    await page.locator('button.do').first().click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    seen.push(...(await house.look(page, 'checked-in')));
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('leaving', () => {
  it('takes one button on the page behind the link in the mail, and is silence from then on', async () => {
    await house.join({ firstName: 'Uma', email: 'uma@example.com' });
    const before = await house.received('uma@example.com');
    const visit = await house.visit(phoneSize);
    const { page, faults } = visit;
    await page.goto((await until(async () => linkIn(before, '/unsubscribe/'))) ?? '');
    const seen = await house.look(page, 'unsubscribe');
    expect(await page.locator('main button').count()).toBe(1);
    expect(await page.locator('main input:not([type=hidden])').count()).toBe(0);
    await tabTo(page, /^Unsubscribe$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'You are unsubscribed' }).waitFor();
    seen.push(...(await house.look(page, 'unsubscribed')));
    await house.jump('P21D');
    expect(await house.received('uma@example.com')).toHaveLength(before.length);
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await visit.context.close();
  });

  it('takes STOP on the phone, answered once and then silent', async () => {
    const number = '+14045550142';
    await house.join({ firstName: 'Stu', phone: number });
    const { page, context, faults } = await house.visit(deskSize, 'dark');
    await page.goto(`${house.url}/outside`);
    await page.locator('#numbers').selectOption(number);
    const before = (await house.received(number)).length;
    await page.getByRole('button', { name: 'STOP', exact: true }).click();
    await page.locator('.bubble.theirs', { hasText: /unsubscribed|no more|opted out/i }).waitFor();
    const seen = await house.look(page, 'outside-stop');
    await house.jump('P21D');
    expect(await house.received(number)).toHaveLength(before + 1);
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('people who need a doctor first', () => {
  it('hear of the spine doctor at once when it tingles down a leg, and get no exercise in six weeks', async () => {
    const email = 'dana@example.com';
    const { page, context, faults } = await house.visit(deskSize, 'dark');
    await page.goto(`${house.url}/subscribe`);
    const opened = performance.now();
    const seen = await house.look(page, 'subscribe');
    await answer(page, { where: 'Down my leg', brings: 'It is there even when I rest', leg: 'Yes' });
    await page.getByLabel('First name').fill('Dana');
    await page.getByLabel('I am 18 or older').check();
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel(/^Yes, email me/).check();
    await page.waitForTimeout(Math.max(0, handSpeed - (performance.now() - opened)));
    await page.getByRole('button', { name: 'Send me tips' }).click();
    await page.getByRole('heading', { name: 'See a spine doctor first' }).waitFor();
    seen.push(...(await house.look(page, 'structural')));
    const link = await until(async () => linkIn(await house.received(email), '/confirm/'));
    await page.goto(link);
    await page.getByRole('button', { name: 'Yes, sign me up' }).click();
    await page.getByRole('heading', { name: 'See a spine doctor first' }).waitFor();
    await house.jump('P42D');
    const received = await house.received(email);
    expect(received.length).toBeGreaterThan(3);
    for (const { subject, text } of received) expect(`${subject}\n${text}`).not.toMatch(/stretches|helper|pool|bike/i);
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('are shown 911 before the button and after it when they tick an emergency sign', async () => {
    const { page, context, faults } = await house.visit(deskSize);
    await page.goto(`${house.url}/subscribe`);
    const opened = performance.now();
    const notice = page.getByRole('complementary', { name: 'Emergency' });
    expect(await notice.innerText()).toContain('Call 911');
    const submit = page.getByRole('button', { name: 'Send me tips' });
    expect((await notice.boundingBox())?.y).toBeLessThan((await submit.boundingBox())?.y ?? 0);
    await answer(page, { where: 'My lower back', leg: 'No' });
    // Said at once, and taken back with the tick; the place was there before, so that screen readers announce it.
    const atOnce = page.locator('[data-emergency] [role=alert]');
    expect(await atOnce.innerText()).toBe('');
    await page.getByLabel('Numbness between the legs').check();
    expect(await atOnce.innerText()).toContain('Call 911 or go to the ER.');
    expect(await house.look(page, 'emergency-ticked')).toEqual([]);
    await page.getByLabel('Numbness between the legs').uncheck();
    expect(await atOnce.innerText()).toBe('');
    await page.getByLabel('Numbness between the legs').check();
    await page.getByLabel('First name').fill('Ed');
    await page.getByLabel('I am 18 or older').check();
    await page.getByLabel('Email address').fill('ed@example.com');
    await page.getByLabel(/^Yes, email me/).check();
    await page.waitForTimeout(Math.max(0, handSpeed - (performance.now() - opened)));
    await submit.click();
    const alarm = page.getByRole('alert');
    await alarm.getByRole('heading', { name: 'Please get help now' }).waitFor();
    expect(await alarm.getByRole('link', { name: 'Call 911' }).getAttribute('href')).toBe('tel:911');
    // Nothing may invite them to wait for an office instead.
    expect(await page.getByRole('link', { name: 'Book a visit' }).count()).toBe(0);
    expect(await house.look(page, 'emergency')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('joining by text', () => {
  it('starts with TIPS from a new number, a YES, and a page that asks the rest', async () => {
    const { page, context, faults } = await house.visit(phoneSize);
    await page.goto(`${house.url}/outside`);
    await page.getByRole('button', { name: /^Phone/ }).click();
    await page.getByRole('button', { name: 'Text TIPS from a new number' }).click();
    // Another phone may be on show until this one is.
    await page.locator('.bubble.mine', { hasText: 'TIPS' }).waitFor();
    await page.locator('.bubble.theirs', { hasText: 'you agree to recurring automated marketing texts' }).waitFor();
    const seen = await house.look(page, 'outside-phone');
    await page.getByRole('button', { name: 'YES', exact: true }).click();
    await page.locator('.bubble.theirs', { hasText: 'You are signed up for Runner Tips' }).waitFor();
    const link = page.locator('.bubble.theirs a[href*="/profile/"]').first();
    await link.waitFor();
    await page.goto((await link.getAttribute('href')) ?? '');
    const form = await house.look(page, 'profile');
    seen.push(...form);
    await page.getByText('Step 1 of 7').waitFor();
    await page.getByText('I run most weeks').click();
    await page.getByText('I would rather only run').click();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('Nothing hurts right now').click();
    await page.getByText('No', { exact: true }).click();
    await page.getByText('Step 6 of 6').waitFor();
    await page.getByLabel('First name').fill('Tess');
    await page.getByLabel('I am 18 or older').check();
    await page.getByRole('button', { name: 'Save my answers' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    seen.push(...(await house.look(page, 'profile-saved')));
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
