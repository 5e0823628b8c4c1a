import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SESv2Client, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { createWorld, type World, type WorldOptions } from '../../../lib/local/world/world';

export const smsNumber = '+17705550101';
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** A world behind a real socket, the clock standing still, its timers in the test's hands. */
export interface Stand {
  url: string;
  world: World;
  emitted: { ses: Json[]; sms: Json[]; inbound: Json[] };
  /** Requests that reached a path, to see what a client does by itself. */
  hits: string[];
  timers: { ms: number; run: () => void }[];
  ses(options?: { maxAttempts?: number }): SESv2Client;
  sms(options?: { maxAttempts?: number }): PinpointSMSVoiceV2Client;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<{ status: number; json: Json }>;
  get(path: string): Promise<{ status: number; type: string; text: string; json: () => Json }>;
  close(): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads provider JSON freely
export type Json = any;

export async function stand(options: Partial<WorldOptions> = {}): Promise<Stand> {
  const emitted: Stand['emitted'] = { ses: [], sms: [], inbound: [] };
  const hits: string[] = [];
  const timers: Stand['timers'] = [];
  const keep = (list: Json[]) => async (json: unknown) => {
    list.push(json);
  };
  let n = 0;
  let world: World | undefined;
  const server: Server = createServer((req, res) => {
    hits.push(`${req.method} ${req.url}`);
    void world!.handle(req, res).then((own) => {
      if (!own) res.writeHead(404).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world = createWorld({
    dataDir: ':memory:',
    now: () => Date.parse('2026-12-01T15:00:00Z'),
    smsNumber,
    publicUrl: url,
    emit: { sesEvent: keep(emitted.ses), smsEvent: keep(emitted.sms), inboundSms: keep(emitted.inbound) },
    ids: () => `m-${++n}`,
    random: () => 0.5,
    schedule: (ms, run) => {
      const timer = { ms, run };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
    onError: (error) => {
      throw error;
    },
    ...options,
  });
  const clients: { destroy(): void }[] = [];
  const client = <T extends { destroy(): void }>(made: T): T => {
    clients.push(made);
    return made;
  };
  return {
    url,
    world,
    emitted,
    hits,
    timers,
    ses: (more = {}) =>
      client(new SESv2Client({ region: 'us-east-1', credentials, endpoint: `${url}/local/aws/ses`, ...more })),
    sms: (more = {}) =>
      client(
        new PinpointSMSVoiceV2Client({ region: 'us-east-1', credentials, endpoint: `${url}/local/aws/sms`, ...more }),
      ),
    async post(path, body, headers = {}) {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.status, json: await response.json() };
    },
    async get(path) {
      const response = await fetch(url + path);
      const text = await response.text();
      return {
        status: response.status,
        type: response.headers.get('content-type') ?? '',
        text,
        json: () => JSON.parse(text),
      };
    },
    async close() {
      for (const one of clients) one.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await world!.close();
    },
  };
}

/** A mail that is in order; `over` spoils it. */
export const mail = (over: Partial<SendEmailCommandInput> = {}): SendEmailCommandInput => ({
  FromEmailAddress: 'Back Tips <tips@practice.example>',
  Destination: { ToAddresses: ['Runner <runner@example.com>'] },
  ReplyToAddresses: ['desk@practice.example'],
  Content: {
    Simple: {
      Subject: { Data: 'Your first tip' },
      Body: { Text: { Data: 'Stretch first.\nStop if it hurts.' }, Html: { Data: '<p>Stretch first.</p>' } },
      Headers: [
        { Name: 'List-Unsubscribe', Value: '<https://tips.practice.example/unsubscribe/abc>' },
        { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
      ],
    },
  },
  EmailTags: [{ Name: 'attempt', Value: 'att_1' }],
  ConfigurationSetName: 'practice-events',
  ...over,
});

export const mailWithHeaders = (headers: { Name: string; Value: string }[]): SendEmailCommandInput =>
  mail({ Content: { Simple: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } }, Headers: headers } } });
