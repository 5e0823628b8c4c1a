import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from '../lib/cloud/synth';
import { tool } from './tools';

export interface Emulator {
  url: string;
  /** For the CDK's command line and the SDK. */
  environment: Record<string, string>;
  log(): string;
  stop(): Promise<void>;
}

/** Longer than the suite ever runs: an emulator whose suite was killed ends by itself. */
const life = '900';

/** MiniStack on a free loopback port, in a process group of its own so that its functions end with it. */
export async function startEmulator(folder: string): Promise<Emulator> {
  const port = await freePort();
  const logFile = join(folder, 'emulator.log');
  const out = openSync(logFile, 'w');
  const child = spawn('timeout', ['--kill-after', '5', life, tool('ministack')], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', out, out],
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      TMPDIR: folder,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_HOST: 'localhost',
      LAMBDA_EXECUTOR: 'local',
      NODE_PATH: join(root, 'node_modules'),
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      // The SDK's word about the Node of this machine; the functions ask for Node 24.
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
  });
  closeSync(out);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}`;
  const log = () => readFileSync(logFile, 'utf8');
  await answers(`${url}/_ministack/health`, log);
  return {
    url,
    environment: {
      AWS_ENDPOINT_URL: url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
    log,
    async stop() {
      if (child.exitCode === null) process.kill(-child.pid!, 'SIGTERM');
      await ended;
    },
  };
}

async function answers(url: string, log: () => string): Promise<void> {
  for (let n = 0; n < 120; n += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((go) => setTimeout(go, 250));
  }
  throw new Error(`MiniStack does not answer.\n${log().slice(-2000)}`);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))));
    });
  });
}
