import type { IncomingMessage, ServerResponse } from 'node:http';
import { Faults } from './faults';
import { answerLocalApi } from './local-api';
import type { Bounds, Entry } from './outbox';
import { answerPages } from './pages';
import { realTime, type Schedule } from './reports';
import { answerSes } from './ses-server';
import { answerSms } from './sms-server';
import { type Emit, State } from './state';

export interface WorldOptions {
  /** A folder, or `:memory:` to keep nothing. */
  dataDir: string;
  /** Virtual time, epoch ms. */
  now: () => number;
  /** The practice's number in E.164. */
  smsNumber: string;
  /** Where links in messages point; the one-click button goes nowhere else. */
  publicUrl: string;
  /** Each resolves once the practice has taken the event for good; a rejection is tried again, also after a restart. */
  emit: Emit;
  /** Message ids. */
  ids: () => string;
  /** Decides whom a fault hits. */
  random: () => number;
  /** Retries, slowness and patience; real time unless a test says otherwise. */
  schedule?: Schedule;
  bounds?: Bounds;
  /** Told of what could not be written to the disk. */
  unsaved?: (error: unknown) => void;
  /** Told of what should not happen: a fault of the world itself. */
  onError?: (error: unknown) => void;
}

export interface World {
  /** True where the path was the world's own, once it is answered. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
  /** What the providers accepted, oldest first. */
  outbox(): Entry[];
  /** Resolves when no report is owed any more. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export const sesMount = '/local/aws/ses';
export const smsMount = '/local/aws/sms';

/** Mailboxes, phones and carriers as the practice meets them: it answers SES and SMS calls and reports back. */
export function createWorld(options: WorldOptions): World {
  const schedule = options.schedule ?? realTime;
  const state = new State({ ...options, schedule });
  const faults = new Faults(options.random);
  const taking = { state, faults, now: options.now, schedule };
  const api = { state, faults, schedule, publicUrl: options.publicUrl };
  const pages = { state, faults, now: options.now, publicUrl: options.publicUrl, smsNumber: options.smsNumber };

  async function route(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
    const url = new URL(req.url ?? '/', 'http://local');
    const path = url.pathname;
    if (path.startsWith(`${sesMount}/`)) await answerSes(taking, path.slice(sesMount.length), req, res);
    else if (path === smsMount || path === `${smsMount}/`) await answerSms(taking, options.smsNumber, req, res);
    else if (path.startsWith('/local/api/')) return answerLocalApi(api, url, req, res);
    else if (path === '/outside' || path.startsWith('/outside/')) await answerPages(pages, url, req, res);
    else return false;
    return true;
  }

  return {
    async handle(req, res) {
      try {
        return await route(req, res);
      } catch (error) {
        // A client that hung up while it was still talking asked for nothing.
        if (!req.complete) return true;
        options.onError?.(error);
        // Nothing half done is shown; a provider's own failures look like this from outside too.
        if (!res.headersSent) res.writeHead(500);
        res.end();
        return true;
      }
    },
    outbox: () => [...state.outbox.list()].map(({ entry }) => entry),
    quiet: () => state.reports.quiet(),
    close: () => state.close(),
  };
}
