import type { Page } from 'playwright-core';
import { deskSize, House, phoneSize, type Scheme, tabTo, until, type Visit } from './house';

jest.setTimeout(120_000);

let house: House;
let token = '';
beforeAll(async () => {
  house = await House.open(true);
  // Texts go to a provider that answers nothing anybody could trust, and reports nothing: after days they are held.
  await house.post('/local/api/faults', { channel: 'sms', mode: 'error5xx', rate: 1 });
  await house.jump('P6D');
  await house.post('/local/api/faults', { channel: 'sms', mode: 'none', rate: 0 });
  token = (await house.post<{ token: string }>('/local/api/token', { role: 'admin' })).token;
});
afterAll(() => house?.close());

async function api<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${house.url}/staff/api${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as T;
}
const heldNow = async () =>
  (await api<{ items: { subscriber: string; id: string; firstName: string }[] }>('GET', '/messages?outcome=held'))
    .items;

async function screen(page: Page, path: string, title: string | RegExp): Promise<void> {
  await page.goto(`${house.url}/staff/${path}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  const waiting = page.locator('main [aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root');
  await until(async () => (await waiting.count()) === 0 || undefined);
}
async function desk(size = deskSize, scheme: Scheme = 'light'): Promise<Visit> {
  const visit = await house.visit(size, scheme);
  await screen(visit.page, '', 'Today');
  return visit;
}
const confirm = async (page: Page, label: string) => {
  await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

describe('messages nobody knows the end of', () => {
  it('stand in one list whatever their day, and are decided there by keyboard', async () => {
    const before = await heldNow();
    expect(before.length).toBeGreaterThan(2);
    const { page, context, faults } = await desk();
    await screen(page, 'messages?outcome=held', 'Messages');
    const list = page.getByRole('region', { name: 'Messages of any day' });
    await list.getByText('Nobody knows whether these arrived.').waitFor();
    expect(await list.getByRole('button', { name: 'Send again' }).count()).toBe(before.length);
    await tabTo(page, /^Count as received$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Count it as received?' }).waitFor();
    await tabTo(page, /^Count as received$/);
    await page.keyboard.press('Enter');
    await page.getByText('Counted as received. The series goes on.').waitFor();
    await until(async () => (await heldNow()).length === before.length - 1 || undefined);
    await until(
      async () => (await list.getByRole('button', { name: 'Send again' }).count()) === before.length - 1 || undefined,
    );
    expect(faults).toEqual([]);
    await context.close();
  });

  it('are explained and decided on the person’s page, and what waits behind them says so', async () => {
    const [one] = await heldNow();
    const { page, context, faults } = await desk();
    await screen(page, `people/${one?.subscriber}`, one?.firstName ?? '');
    const way = page.getByRole('region', { name: 'Back care for runners by text' });
    const why = way.getByRole('button', { name: /^Why\?/ });
    await why.nth(1).click();
    await way.getByText('An earlier message is held until staff decide, and this one waits behind it.').waitFor();
    expect(await why.nth(1).getAttribute('aria-expanded')).toBe('true');
    await way.getByRole('button', { name: 'Skip it' }).click();
    await confirm(page, 'Skip it');
    await way.getByText('Staff decided so.').waitFor();
    await why.nth(1).click();
    await why.nth(1).click();
    await way.getByText(/^Not yet: it goes out on \w+day, .* path/).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('replies', () => {
  it('offer no more where there is none', async () => {
    const { page, context, faults } = await desk();
    await screen(page, 'replies?show=all', 'Replies');
    await page.getByText('Said yes').first().waitFor();
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the home page', () => {
  it('says in words what is stopped or paused, why, and who may end it', async () => {
    const { page, context, faults } = await desk();
    const sending = page.getByRole('region', { name: 'Sending', exact: true });
    await sending.getByText('Sending is on').waitFor();
    await api('POST', '/controls/kill', { on: true, reason: 'a drill' });
    await screen(page, '', 'Today');
    await sending.getByText('All sending is stopped').waitFor();
    expect(await sending.innerText()).toMatch(
      /The reason given: a drill\.[\s\S]*An approver or admin can start it again/,
    );
    // Sam and Owen gave a number only.
    const one = (await heldNow()).find(({ firstName }) => !['Sam', 'Owen'].includes(firstName));
    await screen(page, `people/${one?.subscriber}`, one?.firstName ?? '');
    const way = page.getByRole('region', { name: 'Back care for runners by email' });
    await way
      .getByRole('button', { name: /^Why\?/ })
      .last()
      .click();
    await way.getByText(/Until then this has to change: all sending is stopped \(a drill\)\.$/).waitFor();
    const { rev } = await api<{ rev: number }>('GET', '/controls');
    await api('POST', '/controls/kill', { on: false, rev });
    await api('POST', '/series/back-care/pause');
    await screen(page, '', 'Today');
    const paused = page.getByRole('region', { name: 'Back care for runners is paused' });
    await paused.getByText('Staff paused it. People keep their place in it.').waitFor();
    await paused.getByRole('button', { name: 'Let it go on' }).click();
    await confirm(page, 'Let it go on');
    await paused.waitFor({ state: 'detached' });
    await sending.getByText(/Sending is on/).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('leads a viewer through the same words without the acts', async () => {
    const viewer = await house.post<{ token: string }>('/local/api/token', { role: 'viewer' });
    const [one] = await heldNow();
    const answer = await fetch(`${house.url}/staff/api/messages/${one?.subscriber}/${one?.id}/decide`, {
      method: 'POST',
      headers: { authorization: `Bearer ${viewer.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ as: 'skip' }),
    });
    expect(answer.status).toBe(403);
  });
});

describe.each<[Scheme, { width: number; height: number }]>([
  ['light', deskSize],
  ['dark', deskSize],
  ['light', phoneSize],
  ['dark', phoneSize],
])('in %s colours at %j', (scheme, size) => {
  it('doubt, its reasons and its choices can be read by everyone', async () => {
    const { page, context, faults } = await desk(size, scheme);
    const seen: string[] = [];
    const [one] = await heldNow();
    await screen(page, 'messages?outcome=held', 'Messages');
    seen.push(...(await house.look(page, 'doubt-messages')));
    await screen(page, `people/${one?.subscriber}`, one?.firstName ?? '');
    await page
      .getByRole('button', { name: /^Why\?/ })
      .first()
      .click();
    await page.getByText(/^The provider never said whether it took it/).waitFor();
    seen.push(...(await house.look(page, 'doubt-person')));
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
