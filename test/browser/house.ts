import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Local } from '../../lib/local/start';

const root = join(__dirname, '../..');
const shots = join(root, '.build/shots');
const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

export type Scheme = 'light' | 'dark';
export const phoneSize = { width: 390, height: 844 };
export const deskSize = { width: 1280, height: 800 };

/** What the outside world received, as the contract words it. */
export interface Kept {
  id: string;
  channel: 'email' | 'sms';
  to: string;
  subject?: string;
  text: string;
  html?: string;
  headers: { name: string; value: string }[];
}

/** What a page did that no page may do; a test ends with this list empty. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  faults: string[];
}

/** One house and one browser for a test file. */
export class House {
  private constructor(
    readonly local: Local,
    private readonly browser: Browser,
  ) {}

  static async open(seed: boolean): Promise<House> {
    Object.assign(process.env, {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    });
    mkdirSync(shots, { recursive: true });
    const { start } = await import('../../lib/local/start');
    const local = await start({ root, port: 0, dataDir: ':memory:', seed });
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    return new House(local, browser);
  }

  get url(): string {
    return this.local.url;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.local.close();
  }

  /** A browser nobody has used yet, which notes every request elsewhere, error and page without a policy. */
  async visit(viewport: { width: number; height: number }, scheme: Scheme = 'light'): Promise<Visit> {
    const context = await this.browser.newContext({
      viewport,
      colorScheme: scheme,
      timezoneId: 'America/New_York',
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(20_000);
    const faults: string[] = [];
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:' && origin !== this.url) faults.push(`asked ${request.url()}`);
    });
    context.on('response', (response) => {
      const type = response.request().resourceType();
      if (type !== 'document') return;
      const redirect = response.status() >= 300 && response.status() < 400;
      if (!redirect && !response.headers()['content-security-policy']) faults.push(`no policy on ${response.url()}`);
      if (response.status() >= 500) faults.push(`${response.status()} from ${response.url()}`);
    });
    context.on('weberror', (error) => faults.push(`threw ${error.error().message}`));
    context.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()} at ${message.location().url}`);
    });
    return { page: await context.newPage(), context, faults };
  }

  /** Keeps a picture, and names every violation of WCAG 2.1 A and AA with the element that shows it. */
  async look(page: Page, name: string): Promise<string[]> {
    const { width } = page.viewportSize() ?? phoneSize;
    const scheme = await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'");
    await page.screenshot({ path: join(shots, `${name}-${width}-${scheme}.png`), fullPage: true });
    await page.evaluate(axe);
    const found = (await page.evaluate(
      `axe.run(document, { iframes: false, runOnly: ${JSON.stringify(standards)}, resultTypes: ['violations'] })`,
    )) as { violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] };
    const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    return [
      ...(wide ? [`${name}: wider than the screen`] : []),
      ...found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${name} ${width} ${scheme}: ${id} at ${target} (${failureSummary})`),
      ),
    ];
  }

  /** The same page as it stands, on a desk and on a phone, in light and in dark colours. */
  async lookEverywhere(page: Page, name: string): Promise<string[]> {
    const seen: string[] = [];
    for (const size of [deskSize, phoneSize])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        // Colours fade from one scheme to the other; they are judged when they stand.
        await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
        const stands = "document.getAnimations().every(({ playState }) => playState !== 'running')";
        await until(async () => (await page.evaluate(stands)) || undefined);
        seen.push(...(await this.look(page, name)));
      }
    return seen;
  }

  /** A mail as a page of its own, the only way to ask axe about one: its frame runs no script. */
  async lookAtMail(visit: Visit, mail: Kept, name: string): Promise<string[]> {
    const address = `${this.url}/mail-as-a-page`;
    await visit.context.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': "default-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:" },
        body: mail.html ?? '',
      }),
    );
    await visit.page.goto(address, { waitUntil: 'load' });
    return this.look(visit.page, name);
  }

  async post<T>(path: string, body: object): Promise<T> {
    const answer = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  jump(advance: string): Promise<{ now: string }> {
    return this.post('/local/api/clock', { advance });
  }

  async received(to: string): Promise<Kept[]> {
    const answer = await fetch(`${this.url}/local/api/outbox?to=${encodeURIComponent(to)}`);
    return (await answer.json()) as Kept[];
  }

  /** Signs somebody up without a browser, the way the demo runners join, and confirms what is asked. */
  async join(runner: { firstName: string; email?: string; phone?: string; [answer: string]: unknown }): Promise<void> {
    await this.post('/subscribe', {
      experience: 'regular',
      pain: 'mechanical',
      crossTraining: true,
      timeZone: 'America/New_York',
      emailConsent: runner.email !== undefined,
      smsConsent: runner.phone !== undefined,
      adult: true,
      ...runner,
    });
    if (runner.phone) await this.post('/local/api/sms', { from: runner.phone, body: 'YES' });
    if (!runner.email) return;
    const email = runner.email;
    const link = await until(async () => linkIn(await this.received(email), '/confirm/'));
    await this.post(new URL(link).pathname, {});
    await until(async () => (await this.received(email))[1]);
  }
}

/** The first link of that kind in anything received. */
export const linkIn = (received: Kept[], path: string): string | undefined =>
  received
    .flatMap(({ text }) => text.match(/https?:\/\/[^\s<>")]+/g) ?? [])
    .find((link) => new URL(link).pathname.startsWith(path));

/** Asks again until there is an answer; what never comes is an error after twenty seconds. */
export async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + 20_000;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error('waited twenty seconds for something that did not come');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Presses Tab until the keyboard stands on what `name` describes; how many presses it took. */
export async function tabTo(page: Page, name: RegExp, most = 80): Promise<number> {
  for (let presses = 1; presses <= most; presses += 1) {
    await page.keyboard.press('Tab');
    const here = (await page.evaluate(
      "(() => { const e = document.activeElement; return e?.getAttribute('aria-label') ?? e?.labels?.[0]?.innerText ?? e?.innerText ?? ''; })()",
    )) as string;
    if (name.test(here.trim())) return presses;
  }
  throw new Error(`the keyboard does not reach ${name} within ${most} presses`);
}
