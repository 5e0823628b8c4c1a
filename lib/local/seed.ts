import { StridewellError } from '../../functions/core/base/error';
import { type Answers, askedOn, type Questions } from '../../functions/core/practice/questions';
import { demoRunners } from './demo-runners';
import type { World } from './world/world';

/** Signs the demo runners up as a browser and a phone would: the public page, the link in the mail, YES by text. */
export async function seedRunners(
  url: string,
  world: World,
  questions: Questions,
  quiet: () => Promise<void>,
): Promise<void> {
  await Promise.all(
    demoRunners.map((runner, n) =>
      post(`${url}/subscribe`, {
        ...runner,
        ...signUpAnswers(questions, n),
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

/** What the nth of them answers: what one of the practice's sample people does, as far as the sign-up asks it. */
function signUpAnswers(questions: Questions, n: number): Answers {
  const { answers } = questions.samples[n % questions.samples.length]!;
  const asked = askedOn(questions, 'sign-up').filter(({ id }) => Object.hasOwn(answers, id));
  return Object.fromEntries(asked.map(({ id }) => [id, answers[id]!]));
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
