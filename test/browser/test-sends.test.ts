import type { Page } from 'playwright-core';
import { deskSize, House, phoneSize, type Scheme, tabTo, until } from './house';

jest.setTimeout(120_000);

const [mailbox, phone] = ['office@practice.example', '+17705550120'];
let house: House;
beforeAll(async () => {
  house = await House.open(false);
});
afterAll(() => house?.close());

async function series(size: { width: number; height: number }, scheme: Scheme = 'light') {
  const visit = await house.visit(size, scheme);
  await visit.page.goto(`${house.url}/staff/series/back-care`);
  await visit.page.getByRole('button', { name: 'Send a test' }).waitFor();
  return visit;
}

/** A dialog fades in; its colours are judged when it stands. */
const stands = (page: Page) =>
  page.waitForFunction("getComputedStyle(document.querySelector('[role=dialog]')).opacity === '1'");

const tests = async (to: string) => (await house.received(to)).filter(({ text }) => text !== '');

describe('a test', () => {
  it('of words nobody has saved is sent by keyboard alone, and its end is told', async () => {
    const { page, context, faults } = await series(deskSize);
    await page.getByLabel('Subject').fill('A thought, not yet saved');
    await page.getByRole('button', { name: 'Send a test' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Send a test' });
    await dialog.getByText('They stay unsaved', { exact: false }).waitFor();
    await stands(page);
    await tabTo(page, /^Send test$/, 12);
    await page.keyboard.press('Enter');
    await dialog.getByText('Delivered to Front office').waitFor();
    const mail = await until(async () => (await tests(mailbox))[0]);
    expect(mail.subject).toBe('[Test] A thought, not yet saved');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const here = await page.evaluate('document.activeElement.innerText');
    expect(here).toContain('Send a test');
    await page.getByText('One wording is changed.').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('of a campaign’s message is sent as a text from where the campaign is put together', async () => {
    const { page, context, faults } = await series(phoneSize);
    await page.goto(`${house.url}/staff/campaigns/new`);
    await page.getByRole('combobox', { name: /Sends/ }).click();
    await page.getByRole('option', { name: /walk-in/i }).click();
    await page.getByRole('button', { name: 'Send a test' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send a test' });
    await dialog.getByText('Text', { exact: true }).click();
    await dialog.getByText('Goes to (770) 555-0120', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Send test' }).click();
    await dialog.getByText('Delivered to Front office').waitFor();
    const text = await until(async () => (await tests(phone))[0]);
    expect(text.text).toMatch(/^\[Test\] Pinnacle Ortho: /);
    expect(await house.look(page, 'test-send-campaign')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('waits while everything is stopped, and the dialog says until when', async () => {
    const { token } = await house.post<{ token: string }>('/local/api/token', { role: 'approver' });
    const controls = `${house.url}/staff/api/controls`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const turn = async (on: boolean) => {
      const { rev } = (await (await fetch(controls, { headers })).json()) as { rev: number };
      const body = JSON.stringify({ on, rev, ...(on ? { reason: 'A test of the switch' } : {}) });
      return fetch(`${controls}/kill`, { method: 'POST', headers, body });
    };
    await turn(true);
    const { page, context } = await series(phoneSize);
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByRole('button', { name: 'Send test' }).click();
    await page.getByText(/All sending is stopped\. It waits until \d+:\d\d [AP]M/).waitFor();
    await stands(page);
    expect(await house.look(page, 'test-send-waits')).toEqual([]);
    await context.close();
    await turn(false);
  });
});

describe.each<[Scheme, { width: number; height: number }]>([
  ['light', deskSize],
  ['dark', deskSize],
  ['light', phoneSize],
  ['dark', phoneSize],
])('in %s colours at %j', (scheme, size) => {
  it('the dialog can be read by everyone: asked, sent, and with nobody to send to', async () => {
    const { page, context, faults } = await series(size, scheme);
    const seen: string[] = [];
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByRole('button', { name: 'Send test' }).waitFor();
    await stands(page);
    seen.push(...(await house.look(page, 'test-send')));
    await page.getByRole('button', { name: 'Send test' }).click();
    await page.getByText('Delivered to Front office').waitFor();
    seen.push(...(await house.look(page, 'test-sent')));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.route('**/staff/api/test-recipients', (route) => route.fulfill({ json: { items: [] } }));
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText('Nobody can get tests yet').waitFor();
    await stands(page);
    seen.push(...(await house.look(page, 'test-send-empty')));
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
