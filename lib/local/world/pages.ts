import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { eml } from './eml';
import { answer, answerJson } from './exchange';
import type { Faults } from './faults';
import type { Kept } from './outbox';
import { outsidePage } from './outside-page';
import type { State } from './state';

export interface Pages {
  state: State;
  faults: Faults;
  now: () => number;
  publicUrl: string;
  smsNumber: string;
}

/** A page shows this many of the newest messages; the rest stay in the outbox. */
const shown = 2000;

/** Tells a page that the world was restarted, so numbers begin again. */
const run = randomUUID();

const assets: Record<string, string> = {
  'local.css': 'text/css; charset=utf-8',
  'outside.js': 'text/javascript; charset=utf-8',
  'dom.js': 'text/javascript; charset=utf-8',
  'controls.js': 'text/javascript; charset=utf-8',
  'mailbox.js': 'text/javascript; charset=utf-8',
  'reading.js': 'text/javascript; charset=utf-8',
  'phone.js': 'text/javascript; charset=utf-8',
};

const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

/** `/outside` and what it is made of. */
export async function answerPages(pages: Pages, url: URL, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.method !== 'GET' && req.method !== 'HEAD')
    return answer(res, 405, 'text/plain', 'GET only', { allow: 'GET' });
  const path = url.pathname.replace(/^\/outside\/?/, '');
  if (path === '') return answer(res, 200, 'text/html; charset=utf-8', outsidePage(pages.smsNumber), pageHeaders);
  if (path === 'state.json') return answerJson(res, 200, stateSince(pages, url));
  const type = assets[path];
  if (type !== undefined) return answer(res, 200, type, asset(path));
  const [, view, id] = /^(mail|message)\/(.+)$/.exec(path) ?? [];
  const kept = id === undefined ? undefined : pages.state.outbox.get(decodeURIComponent(id));
  if (kept === undefined) return answer(res, 404, 'text/plain', 'There is nothing here.');
  if (view === 'message') return answerJson(res, 200, await detail(kept));
  await answer(res, 200, 'text/html; charset=utf-8', inNewTabs(kept.entry.html ?? ''), mailHeaders(pages.publicUrl));
}

/** Everything new since `since`, in the few words a list needs. */
function stateSince({ state, faults, now }: Pages, url: URL): unknown {
  const since = url.searchParams.get('run') === run ? Number(url.searchParams.get('since')) || 0 : 0;
  const { outbox } = state;
  const fresh = outbox.seq === since ? [] : [...outbox.list()].filter(({ touched }) => touched > since);
  return {
    run,
    seq: outbox.seq,
    now: new Date(now()).toISOString(),
    faults: faults.all(),
    owed: state.reports.pending,
    messages: fresh.slice(-shown).map(line),
    texts: outbox
      .inbound()
      .filter(({ seq }) => seq > since)
      .slice(-shown),
  };
}

const line = ({ entry, seq, reported }: Kept) => ({
  id: entry.id,
  channel: entry.channel,
  to: entry.to,
  at: entry.acceptedAt,
  seq,
  reported,
  ...(entry.channel === 'email' ? { subject: entry.subject } : { body: entry.text, parts: entry.parts }),
});

async function detail(kept: Kept): Promise<unknown> {
  const { entry, attachments, configurationSet, reported } = kept;
  const { simpleParser } = await import('mailparser');
  const source = (await eml(kept)).toString('latin1');
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return {
    ...entry,
    // As a mail program shows it; the headers below are as they were sent.
    from: (await simpleParser(source)).from?.text || entry.from,
    html: entry.html !== undefined,
    reported,
    configurationSet,
    attachments: attachments.map(({ name, type }) => ({ name, type })),
    oneClick: entry.headers.some(({ name }) => name.toLowerCase() === 'list-unsubscribe-post'),
    head: head.split('\r\n').map((one) => {
      const colon = one.indexOf(':');
      return { name: one.slice(0, colon), value: one.slice(colon + 1).trim() };
    }),
  };
}

/** A mail is somebody else's page: no scripts, no forms, pictures only from the practice's own address. */
const mailHeaders = (publicUrl: string) => ({
  'content-security-policy': `sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src 'self' ${new URL(publicUrl).origin} data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
  'x-frame-options': 'SAMEORIGIN',
});

/** Links of a mail open beside it, as in a mail program. */
function inNewTabs(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html;
}

/** Read on every request, so that a developer sees changes at once. */
const asset = (name: string): Buffer => readFileSync(fileURLToPath(new URL(`./assets/${name}`, import.meta.url)));
