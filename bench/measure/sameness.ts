import { performance } from 'node:perf_hooks';
import { setTimeout as later } from 'node:timers/promises';
import { freePort, startHouse } from '../kill/house';
import { linkIn, oneClickOf, type Town, townOf } from '../kill/town';
import { type Line, median, quantile } from './table';

const kinds = ['new', 'pending', 'active', 'suppressed'] as const;
type Kind = (typeof kinds)[number];
/** Addresses of each known kind, asked about in turn. */
const ofEach = 10;
const goal = 2;

/** `npm start` from outside: whether the answer to a sign-up, or its time, tells who is known here. */
export async function sameness(root: string, samples: number): Promise<Line[]> {
  const running = await startHouse(root, await freePort(), ':memory:');
  try {
    await people(townOf(running));
    const times: Record<Kind, number[]> = { new: [], pending: [], active: [], suppressed: [] };
    const answers = new Set<string>();
    for (let n = 0; n < samples; n += 1) {
      const kind = kinds[n % kinds.length]!;
      const turn = Math.floor(n / kinds.length);
      const { ms, answer } = await signUp(running.url, `${kind}${kind === 'new' ? turn : turn % ofEach}@example.com`);
      times[kind].push(ms);
      answers.add(answer);
    }
    const medians = kinds.map((kind) => median(times[kind]));
    const apart = Math.max(...medians) - Math.min(...medians);
    const said = kinds.map((kind, i) => `${kind} ${medians[i]!.toFixed(2)}`).join(', ');
    const slow = Math.max(...kinds.map((kind) => quantile(times[kind], 0.99)));
    return [
      {
        what: 'Answer to a sign-up: medians of new, pending, active and suppressed addresses apart',
        measured: `${apart.toFixed(2)} ms`,
        beside: `${said} ms; p99 ${slow.toFixed(0)} ms; ${samples} sign-ups by turns, npm start`,
        goal: `≤ ${goal} ms`,
        met: apart <= goal,
      },
      {
        what: 'Answer to a sign-up: different answers (status, headers, length, body)',
        measured: String(answers.size),
        goal: '1',
        met: answers.size === 1,
      },
    ];
  } finally {
    await running.kill();
  }
}

/** A few addresses of each kind that is known: asked, confirmed, confirmed and left again. */
async function people(town: Town): Promise<void> {
  const numbers = Array.from({ length: ofEach }, (_, n) => n);
  for (const n of numbers)
    for (const kind of kinds.slice(1)) await town.post('/subscribe', body(`${kind}${n}@example.com`));
  await town.advance('PT1M');
  for (const n of numbers) {
    for (const kind of ['active', 'suppressed'] as const) {
      const to = `${kind}${n}@example.com`;
      const asked = (await town.outbox(to))[0];
      await town.post(linkIn(asked, 'confirm')!, {});
    }
  }
  await town.advance('P2D');
  for (const n of numbers) {
    const mail = (await town.outbox(`suppressed${n}@example.com`)).find((one) => oneClickOf(one));
    if (!mail) throw new Error('no mail with a way out has come');
    await town.post(oneClickOf(mail)!, {});
  }
  await later(1000);
}

async function signUp(url: string, email: string): Promise<{ ms: number; answer: string }> {
  const from = performance.now();
  const answer = await fetch(`${url}/subscribe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body(email)),
  });
  const text = await answer.text();
  const ms = performance.now() - from;
  const headers = [...answer.headers].filter(([name]) => name !== 'date');
  return { ms, answer: JSON.stringify([answer.status, headers, text]) };
}

const body = (email: string) => ({
  firstName: 'Robin',
  email,
  emailConsent: true,
  smsConsent: false,
  timeZone: 'America/New_York',
  experience: 'regular',
  pain: 'mechanical',
  crossTraining: true,
  adult: true,
});
