import { StridewellError } from '../../functions/core/base/error';
import { demoRunners } from './demo-runners';
import type { World } from './world/world';

/** Signs the demo runners up as a browser and a phone would: the public page, the link in the mail, YES by text. */
export async function seedRunners(url: string, world: World, quiet: () => Promise<void>): Promise<void> {
  await Promise.all(
    demoRunners.map((runner) =>
      post(`${url}/subscribe`, {
        ...runner,
        emailConsent: 'email' in runner,
        smsConsent: 'phone' in runner,
        adult: true,
      }),
    ),
  );
  await quiet();
  const links = world.outbox().flatMap(({ text }) => /https?:\/\/\S+\/confirm\/\S+/.exec(text)?.[0] ?? []);
  await Promise.all(links.map((link) => post(link, {})));
  for (const runner of demoRunners) {
    if ('phone' in runner) await post(`${url}/local/api/sms`, { from: runner.phone, body: 'YES' });
  }
  await quiet();
}

async function post(to: string, body: object): Promise<void> {
  const answer = await fetch(to, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  if (!answer.ok)
    throw new StridewellError(
      'unavailable',
      `The demo runners could not sign up: ${answer.status} ${await answer.text()}`,
    );
}
