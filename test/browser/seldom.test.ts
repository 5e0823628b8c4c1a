import type { Page } from 'playwright-core';
import { serve } from '../http/public-site';
import { House, linkIn, phoneSize, tabTo, until } from './house';

jest.setTimeout(180_000);

const both = { firstName: 'Bea', email: 'bea@example.com', phone: '+14045550151', tipsBy: 'both' };
const single = { firstName: 'Sol', email: 'sol@example.com' };
const answers = { experience: 'regular', pain: 'mechanical', crossTraining: true, timeZone: 'America/New_York' };

let house: House;
beforeAll(async () => {
  house = await House.open(false);
});
afterAll(() => house?.close());

const linkTo = (address: string, path: string) => until(async () => linkIn(await house.received(address), path));
const newest = async (address: string, path: string): Promise<string> => {
  const link = linkIn((await house.received(address)).reverse(), path);
  if (!link) throw new Error(`${address} got no link to ${path}`);
  return link;
};
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Asks for a link to one's data with the button of the preferences page, and opens it. */
async function askFor(page: Page, address: string, button: string): Promise<void> {
  const before = (await house.received(address)).length;
  await page.goto(await linkTo(address, '/preferences/'));
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('status').waitFor();
  await until(async () => (await house.received(address))[before]);
  await page.goto(await newest(address, '/preferences/data/'));
}

describe('a sign-up with two addresses', () => {
  it('asks on its confirm page whether the other one is theirs too, by keyboard, yes first', async () => {
    await house.post('/subscribe', { ...both, ...answers, emailConsent: true, smsConsent: true, adult: true });
    const { page, context, faults } = await house.visit(phoneSize);
    await page.goto(await linkTo(both.email, '/confirm/'));
    await title(page, 'One tap to go');
    const seen = await house.lookEverywhere(page, 'confirm-beside');
    const toYes = await tabTo(page, /^Yes, sign me up for both$/);
    const toAlone = await tabTo(page, /^Sign me up here only/);
    expect([toYes < 6, toAlone]).toEqual([true, 1]);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await title(page, 'You are in, Bea');
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('one’s own data', () => {
  it('of one of two addresses says what the file holds and what deleting ends', async () => {
    await house.post('/local/api/sms', { from: both.phone, body: 'YES' });
    await linkTo(both.email, '/preferences/');
    const { page, context, faults } = await house.visit(phoneSize);
    await page.goto(await linkTo(both.email, '/preferences/'));
    const seen = await house.lookEverywhere(page, 'preferences-both');
    await askFor(page, both.email, 'Download my data');
    await title(page, 'Download your email data');
    await page.getByText('Your texts are not in this file.').waitFor();
    seen.push(...(await house.lookEverywhere(page, 'data-download-also')));
    await askFor(page, both.email, 'Delete my data');
    await title(page, 'Delete your email data?');
    seen.push(...(await house.lookEverywhere(page, 'data-delete-also')));
    await page.getByRole('button', { name: 'Delete my email data' }).click();
    await title(page, 'Your email data is deleted');
    seen.push(...(await house.lookEverywhere(page, 'data-deleted-also')));
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('of a record with one address is all of it', async () => {
    await house.join({ ...single });
    const { page, context, faults } = await house.visit(phoneSize);
    await page.goto(await linkTo(single.email, '/preferences/'));
    await page.getByRole('button', { name: 'Pause for 30 days' }).click();
    const seen = await house.lookEverywhere(page, 'preferences-paused');
    await askFor(page, single.email, 'Download my data');
    await title(page, 'Download your data');
    seen.push(...(await house.lookEverywhere(page, 'data-download')));
    await askFor(page, single.email, 'Delete my data');
    await title(page, 'Delete your data?');
    seen.push(...(await house.lookEverywhere(page, 'data-delete')));
    const leave = await newest(single.email, '/unsubscribe/');
    await page.getByRole('button', { name: 'Delete my data' }).click();
    await title(page, 'Your data is deleted');
    seen.push(...(await house.lookEverywhere(page, 'data-deleted')));
    // The address goes on being known by its mark, so its old link still stops it.
    await page.goto(leave);
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    await title(page, 'You are unsubscribed');
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('leaving by a typed address', () => {
  it('takes a field and a button, says what is wrong beside the field, and is done by keyboard', async () => {
    const { page, context, faults } = await house.visit(phoneSize);
    await page.goto(`${house.url}/unsubscribe`);
    await title(page, 'Stop our messages');
    const seen = await house.lookEverywhere(page, 'unsubscribe-typed');
    await tabTo(page, /^Email address or mobile number/);
    await page.keyboard.type('not an address');
    await page.keyboard.press('Enter');
    await page.getByText('Please give an email address, for example name@example.com, or a mobile number').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('address');
    expect(await page.locator('#address').inputValue()).toBe('not an address');
    seen.push(...(await house.lookEverywhere(page, 'unsubscribe-wrong')));
    await page.locator('#address').fill('(404) 555-0159');
    await page.keyboard.press('Enter');
    await title(page, 'You are unsubscribed');
    seen.push(...(await house.lookEverywhere(page, 'unsubscribe-typed-done')));
    expect(seen).toEqual([]);
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
    await context.close();
  });

  it('stops a mistyped address and asks about the one that was probably meant', async () => {
    const { page, context, faults } = await house.visit(phoneSize);
    await page.goto(`${house.url}/unsubscribe`);
    await page.locator('#address').fill('ana@gmial.com');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Did you mean ana@gmail.com?' }).waitFor();
    const seen = await house.lookEverywhere(page, 'unsubscribe-slip');
    await page.getByRole('button', { name: 'Unsubscribe ana@gmail.com' }).click();
    await until(async () => (await page.getByRole('heading', { name: /Did you mean/ }).count()) === 0 || undefined);
    await title(page, 'You are unsubscribed');
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is offered where a link finds nobody, which happens only to links older than a backup', async () => {
    const { app } = serve({ leave: async () => ({ channel: 'email', found: false, drained: true }) });
    const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await app.request('/unsubscribe/an-old-link', { method: 'POST', headers: form, body: 'from=page' });
    expect(answer.status).toBe(410);
    const body = await answer.text();
    const { page, context, faults } = await house.visit(phoneSize);
    await context.route(`${house.url}/unsubscribe/an-old-link`, (route) =>
      route.fulfill({ headers: Object.fromEntries(answer.headers), body }),
    );
    await page.goto(`${house.url}/unsubscribe/an-old-link`);
    await title(page, 'We could not find your sign-up');
    expect(await house.lookEverywhere(page, 'unsubscribe-lost')).toEqual([]);
    await page.getByLabel('Email address or mobile number').fill('rory@example.com');
    await page.keyboard.press('Enter');
    await title(page, 'You are unsubscribed');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a person who waits', () => {
  it('is asked to confirm again by staff, once an hour, and the console says no more than that it is queued', async () => {
    const ida = 'ida@example.com';
    await house.post('/subscribe', { ...answers, firstName: 'Ida', email: ida, emailConsent: true, adult: true });
    await linkTo(ida, '/confirm/');
    await house.jump('PT2H');
    const { page, context, faults } = await house.visit(phoneSize);
    await page.goto(`${house.url}/staff/people`);
    await page.getByRole('link', { name: /Ida/ }).first().click();
    await title(page, 'Ida');
    const seen = await house.lookEverywhere(page, 'person-waiting');
    await page.getByRole('button', { name: 'Ask to confirm again' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ask again' }).click();
    await page.getByText('The question is queued.').waitFor();
    await until(async () => (await house.received(ida))[1]);
    await page.getByText(/asked to confirm once more/).waitFor();
    await page.getByRole('button', { name: 'Ask to confirm again' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ask again' }).click();
    await page.getByText(/We asked an hour ago or less/).waitFor();
    expect(seen).toEqual([]);
    // The refusal is a 409, which the browser notes by itself.
    expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);
    expect(await house.received(ida)).toHaveLength(2);
    await context.close();
  });
});
