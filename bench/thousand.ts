import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import '../lib/sdk-notice';
import { start } from '../lib/local/start';
import { practiceFolder } from '../lib/practice-folder';
import { loadPractice } from '../lib/settings';
import { temporaryFolder } from '../lib/temporary-folder';
import { isMarketing, linkIn, type Message, oneClickOf, strangersView } from '../test/journey/world';
import { runners, waves } from './runners';
import { verify } from './thousand-check';
import { type Kept, report, type Seen } from './thousand-report';

// One thousand runners through the public door, six virtual weeks, and a look into every mailbox at the end.
process.env.AWS_REGION ??= 'us-east-1';
process.env.AWS_ACCESS_KEY_ID = 'local';
process.env.AWS_SECRET_ACCESS_KEY = 'local';

const count = Number(process.env.COUNT ?? 1000);
const seed = Number(process.env.SEED ?? 20261122);
const root = join(import.meta.dirname, '..');
const { questions } = loadPractice(practiceFolder(root).settings);
const day = 86_400_000;
let ahead = 0;

const { path: dataDir } = temporaryFolder('thousand');
const began = performance.now();
const timings: [string, number][] = [];
async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await run();
  timings.push([what, performance.now() - from]);
  process.stderr.write(`${what}: ${((performance.now() - from) / 1000).toFixed(1)} s\n`);
  return result;
}

const house = await timed('Start', () => start({ root, port: 0, dataDir, seed: false, withConsole: false }));
const town = strangersView(house.url);
const seen: Seen[] = runners(count, seed, questions).map((runner) => ({ runner, email: [], sms: [] }));
const problems: string[] = [];

try {
  await timed('Jump to the first day', () => moveTo(firstDay(Date.now())));
  for (let wave = 0; wave < waves; wave += 1)
    await timed(`Sign-ups, wave ${wave + 1} of ${waves}`, () => signUps(wave));
  const start = moved(await town.settle());
  const campaign = { day: 16, status: '' };
  const stops: string[] = [];
  for (let n = 1; n <= 42; n += 1) {
    await timed(`Day ${n}`, async () => {
      if (n === campaign.day) campaign.status = await broadcast(start + n * day);
      await each(
        seen.filter(({ runner }) => runner.does?.day === n),
        act,
      );
      await moveTo(start + n * day);
      const stopped = await lookIn();
      if (stopped) stops.push(`day ${n}: ${stopped}`);
    });
  }
  await timed('Reading every mailbox', () => each(seen, read));
  const totals: Kept = {
    seed,
    timings,
    seconds: (performance.now() - began) / 1000,
    memory: process.memoryUsage().rss,
    disk: sizeOf(dataDir),
    from: start,
    campaign: campaign.status,
    stops,
  };
  const page = report(seen, totals, problems, verify(seen, problems));
  writeFileSync(join(root, 'docs/thousand-runners.md'), page);
  process.stdout.write(page);
} finally {
  await house.close();
}
for (const problem of problems.slice(0, 20)) process.stderr.write(`✗ ${problem}\n`);
process.exit(problems.length > 0 ? 1 : 0);

/** The Monday of Presidents' Day that comes next: six weeks from it hold a holiday and a change of the clocks. */
function firstDay(now: number): number {
  for (let year = new Date(now).getUTCFullYear(); ; year += 1) {
    const first = new Date(Date.UTC(year, 1, 1, 13)).getUTCDay();
    const monday = Date.UTC(year, 1, 1 + ((8 - first) % 7) + 14, 13);
    if (monday > now) return monday;
  }
}

/** A dozen at a time, as a web server sees people. */
async function each<T>(all: T[], run: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all];
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      for (let one = rest.shift(); one !== undefined; one = rest.shift()) await run(one);
    }),
  );
}

async function signUps(wave: number): Promise<void> {
  const now = seen.filter(({ runner }) => runner.wave === wave);
  await each(now, async ({ runner: { signup, answers } }) => {
    const { status, text } = await town.post('/subscribe', { ...signup, ...answers });
    if (status !== 202) problems.push(`a sign-up was refused: ${text}`);
  });
  moved(await town.settle());
  await each(now, async ({ runner: { signup, confirms } }) => {
    if (signup.email && confirms.email) {
      const [mail] = await town.outbox(signup.email, 'email');
      if (!mail) problems.push(`no confirmation mail reached ${signup.email}`);
      else if ((await town.post(linkIn(mail, 'confirm'), {})).status !== 200)
        problems.push(`${signup.email} could not confirm`);
    }
    if (signup.phone && confirms.sms) await town.text(signup.phone, 'YES');
  });
  moved(await town.settle());
  // Some sign up over lunch, some late in the evening, some at the weekend.
  moved(await town.advance(wave % 2 === 0 ? 'PT9H' : 'PT15H'));
}

/** Walk-in hours to everybody with a mechanical or unsure back, at ten in the morning where they are. */
async function broadcast(today: number): Promise<string> {
  const staff = await town.staff('marketer');
  const date = new Date(today + day).toISOString().slice(0, 10);
  const draft = {
    name: 'Walk-in hours',
    seriesId: 'walk-in-hours',
    who: { pain: ['mechanical', 'unsure'] },
    channels: ['email', 'sms'],
    startDate: date,
    startTime: '13:00',
  };
  const made = await staff.post('/campaigns', draft);
  const { who, channels, seriesId } = draft;
  const { people } = (await staff.post('/segments/count', { who, channels, seriesId, exact: true })).json;
  const seen = { rev: made.json.rev, count: people, confirmCount: people };
  const scheduled = await staff.post(`/campaigns/${made.json.id}/schedule`, seen);
  if (scheduled.status !== 200) problems.push(`the campaign was refused: ${scheduled.text}`);
  return scheduled.json.status;
}

/** Staff look in once a day. If spam reports have stopped the service, they resume it. */
async function lookIn(): Promise<string | undefined> {
  const staff = await town.staff('approver');
  const { controls } = (await staff.get('/home')).json;
  if (!controls.kill) return undefined;
  const lifted = await staff.post('/controls/kill', { on: false, rev: controls.rev });
  if (lifted.status !== 200) problems.push(`sending could not be let go on: ${lifted.text}`);
  return controls.killReason;
}

async function act(one: Seen): Promise<void> {
  const { signup, does } = one.runner;
  const mails = signup.email ? (await town.outbox(signup.email, 'email')).filter(isMarketing) : [];
  const mail = mails.at(-1);
  const texts = signup.phone ? (await town.outbox(signup.phone, 'sms')).filter(isMarketing) : [];
  const asked = clock();
  // From the answer on, any later message is a broken promise.
  const done = (how: NonNullable<Seen['did']>['how'], channel: 'email' | 'sms') => {
    one.did = { how, channel, asked, at: clock() };
  };
  switch (does?.what) {
    case 'one-click':
      if (!mail) return;
      expectOk(
        await town.ask('POST', oneClickOf(mail), 'List-Unsubscribe=One-Click', {
          'content-type': 'application/x-www-form-urlencoded',
        }),
        'one-click',
      );
      return done('one-click', 'email');
    case 'stop':
      if (texts.length === 0) return;
      await town.text(signup.phone!, 'STOP');
      return done('stop', 'sms');
    case 'bounce':
    case 'complaint':
      if (!mail) return;
      await town.report(mail.id, does.what);
      return done(does.what, 'email');
    case 'book': {
      if (!mail) return;
      const page = await placeIn(mail, '/book/');
      if (!page) return;
      expectOk(
        await town.post(page, {
          location: 'north',
          days: [1, 3],
          part: 'morning',
          phone: '+17705550150',
        }),
        'booking',
      );
      return done('book', 'email');
    }
    case 'seen':
      if (signup.phone && texts.length > 0) await town.text(signup.phone, 'I have been seen');
      else if (mail && (await placeIn(mail, '/check-in/')))
        expectOk(await town.post(await placeIn(mail, '/check-in/'), { answer: 'seen' }), 'seen');
      else return;
      one.seenAt = asked;
  }
}

/** Where the first button of a mail leads that leads to such a page; empty if none does. */
async function placeIn(mail: Message, kind: string): Promise<string> {
  for (const link of mail.text.match(/https?:\/\/\S+\/c\/\S+/g) ?? []) {
    const to = (await town.get(link)).headers.get('location') ?? '';
    if (to.startsWith(kind)) return to.split('?')[0]!;
  }
  return '';
}

function expectOk({ status, text }: { status: number; text: string }, what: string): void {
  if (status !== 200) problems.push(`${what} was answered ${status}: ${text.slice(0, 200)}`);
}

/** Virtual time runs at real speed between the jumps, and only this script makes it jump. */
function clock(): number {
  return Date.now() + ahead;
}

async function moveTo(at: number): Promise<number> {
  const { status, json, text } = await town.goTo(new Date(at).toISOString());
  if (status !== 200) throw new Error(`the clock did not move: ${text}`);
  return moved(Date.parse(json.now));
}

function moved(now: number): number {
  ahead = now - Date.now();
  return now;
}

async function read(one: Seen): Promise<void> {
  const { email, phone } = one.runner.signup;
  if (email) one.email = await town.outbox(email, 'email');
  if (phone) one.sms = await town.outbox(phone, 'sms');
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}
