import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Subscriber } from '../../functions/core/person/subscriber';
import { documentClient } from '../../functions/store/client';
import { subscriberStore } from '../../functions/store/subscribers';
import { createWorld, sesMount, smsMount } from '../../lib/local/world/world';
import { type Answer, type Message, strangersView } from '../journey/world';
import { bootstrap, deploy, invoke, query, type Resource, synthesise } from './deployment';
import { startEmulator } from './emulator';
import { startRecorder } from './recorder';
import { signIn } from './staff-member';
import { standInNumber } from './transform';

export type Stage = Awaited<ReturnType<typeof openStage>>;

/**
 * The real stacks on the emulated cloud, with the project's outside world answering for SES and carriers. What the
 * world reports goes to the topics that the providers would publish to.
 */
export async function openStage() {
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'stridewell-cloud-'));
  const emulator = await startEmulator(folder);
  Object.assign(process.env, emulator.environment);
  let resources: Resource[] = [];
  const physical = (stack: string, type: string, start: string): string => {
    const found = resources.find(
      (one) =>
        one.stack.endsWith(`-${stack}`) &&
        one.type === `AWS::${type}` &&
        one.logical.replace(/[0-9A-F]{8}$/, '') === start,
    );
    if (!found) throw new Error(`${stack} has no ${type} ${start}`);
    return found.physical;
  };

  const publish = async (topic: string, json: unknown) => {
    const TopicArn = physical('messaging', 'SNS::Topic', topic);
    await query(emulator, 'sns', { Action: 'Publish', TopicArn, Message: JSON.stringify(json) });
  };
  const world = createWorld({
    dataDir: ':memory:',
    now: Date.now,
    smsNumber: standInNumber,
    publicUrl: '',
    ids: randomUUID,
    random: Math.random,
    emit: {
      sesEvent: (event) => publish('EventTopic', event),
      smsEvent: (event) => publish('EventTopic', event),
      inboundSms: (text) => publish('InboundTopic', text),
    },
  });
  const server = createServer((req, res) => void world.handle(req, res));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const recorder = await startRecorder({ emulator: emulator.url, ses: outside + sesMount, sms: outside + smsMount });
  const close = async () => {
    server.close();
    server.closeAllConnections();
    recorder.close();
    await world.close();
    await emulator.stop();
    rmSync(folder, { recursive: true, force: true });
  };

  const assembly = join(folder, 'cdk.out');
  const timings = { synth: 0, deploy: 0 };
  try {
    await Promise.all([synthesise(assembly), bootstrap(emulator, folder)]);
    timings.synth = Date.now() - began;
    resources = await deploy(assembly, emulator, { emulator: emulator.url, recorder: recorder.url });
    timings.deploy = Date.now() - began - timings.synth;
  } catch (error) {
    await close();
    throw error;
  }

  const api = `${emulator.url}/_aws/execute-api/${physical('app', 'ApiGatewayV2::Api', 'WebApi')}/$default`;
  /** A link's path on the API: names under *.localhost do not resolve here. */
  const at = (link: string): string => api + (link.startsWith('http') ? link.replace(/^https?:\/\/[^/]+/, '') : link);
  const stranger = strangersView(outside);
  const people = subscriberStore(documentClient({}), physical('storage', 'DynamoDB::GlobalTable', 'subscribers'));

  return {
    emulator,
    calls: recorder.calls,
    invoke: (door: string) => invoke(emulator, physical('app', 'Lambda::Function', door)),
    resources,
    timings,
    physical,
    sqs: new SQSClient({ useQueueUrlAsEndpoint: false }),
    people,
    close,
    outbox: stranger.outbox,
    text: stranger.text,
    report: stranger.report,
    get: (link: string, headers?: Record<string, string>): Promise<Answer> => stranger.get(at(link), headers),
    post: (link: string, body: object): Promise<Answer> => stranger.post(at(link), body),
    form: (link: string, body: Record<string, string>): Promise<Answer> => stranger.form(at(link), body),
    /** Everything in the bucket that allows no deletion. */
    async archive(): Promise<string> {
      const bucket = `${emulator.url}/${physical('storage', 'S3::Bucket', 'AuditArchive')}`;
      const list = await (await fetch(`${bucket}?list-type=2`)).text();
      const keys = [...list.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key);
      return (await Promise.all(keys.map(async (key) => (await fetch(`${bucket}/${key}`)).text()))).join('');
    },
    token: (name: string, group: string) =>
      signIn(
        emulator,
        {
          pool: physical('storage', 'Cognito::UserPool', 'StaffPool'),
          client: physical('storage', 'Cognito::UserPoolClient', 'StaffPoolConsole'),
        },
        name,
        group,
      ),
    /**
     * Moves a person's whole life back, so that their next step is due now: the emulated cloud knows no other clock. A
     * worker still at its last round would take the step up by itself, so this waits until no function has called
     * anything for three seconds. Then only the tick can find the step.
     */
    async untilDue(id: string): Promise<void> {
      let calls = 0;
      let since = Date.now();
      await eventually(
        'rest',
        60,
        async () => recorder.calls().filter(({ by }) => by !== '').length,
        (now) => {
          if (now !== calls) [calls, since] = [now, Date.now()];
          return Date.now() - since >= 3_000;
        },
      );
      for (;;) {
        const person = await people.load(id);
        if (!person) throw new Error('There is no such person.');
        const wakes = person.enrollments.flatMap(({ wakeAt }) => wakeAt ?? []);
        if (await people.save(movedBack(person, Math.max(...wakes) - Date.now() + 1000))) return;
      }
    },
  };
}

function movedBack(person: Subscriber, by: number): Subscriber {
  const move = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(move);
    if (typeof part === 'number') return part > 1e12 ? part - by : part;
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, move(value)]));
  };
  return move(person) as Subscriber;
}

/** Asks again until it holds; a condition that never does fails with the last value seen. */
export async function eventually<T>(
  what: string,
  seconds: number,
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s.\n${JSON.stringify(seen).slice(0, 2000)}`);
    await new Promise((go) => setTimeout(go, 250));
  }
}

export const sent =
  (...wanted: string[]) =>
  (messages: Message[]): boolean =>
    wanted.every((step) => messages.some(({ tags }) => tags.step === step));
