import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { loadSeries } from '../../functions/providers/templates';
import { practiceFolder } from '../../lib/practice-folder';
import { temporaryFolder } from '../../lib/temporary-folder';
import { type Chance, chance } from './chance';
import { freePort, startHouse } from './house';
import { isMarketing, linkIn, oneClickOf, type Received, type Town, townOf } from './town';
import { type Goodbye, judge, type Runner, type Verdict } from './verdict';

export interface DrillOptions {
  root: string;
  seed: number;
  people: number;
  kills: number;
}

export interface Drilled extends Verdict {
  seed: number;
  kills: number;
  /** Kills that fell while the clock was jumping. */
  inMidJump: number;
  /** Kept where something was wrong. */
  dataDir?: string;
  goodbyes: number;
}

const atOnce = 12;

async function eachOf<T>(list: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const left = [...list];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await run(one);
    }),
  );
}

const runnersOf = (people: number): Runner[] =>
  Array.from({ length: people }, (_, i) => ({
    email: `runner${i}@example.com`,
    // The reserved numbers, 555-0100 to 555-0199, in one area code after another.
    ...(i % 2 === 0
      ? { phone: `+1${['404', '312', '602', '206'][Math.floor(i / 200) % 4]}5550${100 + ((i / 2) % 100)}` }
      : {}),
  }));

/** One house, one data folder, many lives: people join and leave, time jumps, the process is killed at random moments. */
export async function drill({ root, seed, people, kills }: DrillOptions): Promise<Drilled> {
  const dice = chance(seed);
  const folder = temporaryFolder('drill');
  const dataDir = folder.path;
  const port = await freePort();
  let house = await startHouse(root, port, dataDir);
  let well = false;
  try {
    const town = townOf(house);
    const from = Date.now();
    const runners = runnersOf(people);
    const confirmed = new Set<string>();
    let lives = 0;
    let inMidJump = 0;
    /** Runs something, kills the service meanwhile, and starts it again. */
    const killed = async (under: Promise<unknown>, within: number): Promise<void> => {
      await later(dice.between(0, within));
      await house.kill();
      lives += 1;
      await under;
      house = await startHouse(root, port, dataDir);
      if (!(await town.healthy())) throw new Error('the house is not well after a kill');
    };

    if (kills > 1) await killed(joinAll(town, runners, confirmed), 1500);
    await joinAll(town, runners, confirmed);
    const goodbyes: Goodbye[] = [];
    const leaving: Leaving[] = [];
    for (let round = lives; round < kills; round += 1) {
      await trouble(town, dice);
      leaving.push(...(await someLeave(town, dice)));
      let arrived = false;
      const jumping = town.advance(`P${dice.between(3, 12)}D`).then((done) => {
        arrived = done;
      });
      const load = Promise.all([jumping, leave(town, dice, leaving, goodbyes)]);
      await killed(load, 4000);
      if (!arrived) inMidJump += 1;
      await noted(town, goodbyes);
    }
    await leave(town, dice, leaving, goodbyes);
    // Past day 40, past the caps that stretch texts, past 72 hours for the last unknown one.
    for (const span of ['P60D', 'P30D', 'P5D'])
      if (!(await town.advance(span))) throw new Error('the house died by itself');
    const steps = loadSeries(join(practiceFolder(root).series, 'back-care')).paths.find(
      ({ name }) => name === 'Everyone else',
    );
    const to = from + 240 * 86_400_000;
    const verdict = await judge(
      town,
      { from, to: Math.min(to, await nowOf(town)) },
      steps?.steps.map(({ step }) => step) ?? [],
      goodbyes,
      confirmed,
    );
    well = verdict.doubled.length + verdict.lost.length + verdict.afterGoodbye.length === 0;
    return { ...verdict, seed, kills: lives, inMidJump, goodbyes: goodbyes.length, ...(well ? {} : { dataDir }) };
  } finally {
    await house.kill();
    if (well) folder.remove();
    else folder.keep();
  }
}

async function nowOf(town: Town): Promise<number> {
  const answer = await town.post('/local/api/clock', { advance: 'PT0S' });
  return Date.parse((JSON.parse(answer?.body ?? '{}') as { now: string }).now);
}

/** Signs everybody up and proves every channel; what a kill interrupts is done again by the next call. */
async function joinAll(town: Town, runners: readonly Runner[], confirmed: Set<string>): Promise<void> {
  await eachOf(runners, async ({ email, phone }) => {
    if (email && confirmed.has(email)) return;
    await town.post('/subscribe', {
      firstName: 'Robin',
      ...(email ? { email } : {}),
      ...(phone ? { phone } : {}),
      emailConsent: email !== undefined,
      smsConsent: phone !== undefined,
      // Each tip on both channels: as many messages under way as there can be.
      ...(email && phone ? { tipsBy: 'both' } : {}),
      timeZone: 'America/New_York',
      experience: 'regular',
      pain: 'mechanical',
      crossTraining: true,
      adult: true,
    });
  });
  if (!(await town.advance('PT0S'))) return;
  const outbox = await town.outbox().catch(() => []);
  await eachOf(runners, async ({ email, phone }) => {
    const link = linkIn(
      outbox.findLast(({ to, tags }) => to === email && tags.step === 'confirm-email'),
      'confirm',
    );
    if (email && link && (await town.post(link, {}))?.status === 200) confirmed.add(email);
    if (phone) await town.post('/local/api/sms', { from: phone, body: 'YES' });
  });
}

/** The world misbehaves until the next start: what it takes without an answer, and what it refuses without a reason. */
async function trouble(town: Town, dice: Chance): Promise<void> {
  for (const channel of ['email', 'sms'])
    await town.post('/local/api/faults', {
      channel,
      mode: dice.pick(['none', 'acceptThenDrop', 'error5xx', 'throttle']) ?? 'none',
      rate: 0.1,
    });
}

interface Leaving {
  message: Received;
  said?: true;
}

/** Some of those who got a message want no more. */
async function someLeave(town: Town, dice: Chance): Promise<Leaving[]> {
  const outbox = (await town.outbox()).filter(isMarketing);
  return Array.from({ length: 3 }, () => dice.pick(outbox)).flatMap((message) => (message ? [{ message }] : []));
}

async function leave(town: Town, dice: Chance, leaving: Leaving[], goodbyes: Goodbye[]): Promise<void> {
  await Promise.all(
    leaving
      .filter(({ said }) => !said)
      .map(async (one) => {
        await later(dice.between(0, 1500));
        const { channel, to } = one.message;
        const link = oneClickOf(one.message);
        const answer =
          channel === 'email'
            ? link && (await town.post(link, {}))
            : await town.post('/local/api/sms', { from: to, body: 'STOP' });
        // A text is answered when it is durable; it counts as heard once it is handled.
        const heard = answer && answer.status === 200 && !/"handled":false/.test(answer.body);
        if (!heard) return;
        one.said = true;
        const goodbye: Goodbye = { to, channel, before: new Set() };
        goodbyes.push(goodbye);
        await note(town, goodbye).catch(() => undefined);
      }),
  );
}

async function note(town: Town, goodbye: Goodbye): Promise<void> {
  goodbye.before = new Set((await town.outbox(goodbye.to)).map(({ id }) => id));
}

/** Where the kill came between the answer and our looking, what is there at the next start was there before. */
async function noted(town: Town, goodbyes: Goodbye[]): Promise<void> {
  for (const goodbye of goodbyes) if (goodbye.before.size === 0) await note(town, goodbye);
}
