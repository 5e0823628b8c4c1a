import type { Context } from 'hono';
import { type Locale, localeOf } from '../../core/base/locale';
import { switchName } from '../pages/language';

/** As much of a goodbye's body as is looked at, in bytes. */
const most = 64 * 1024;
/** A body that is slower than this (ms) has had its time: the wish stands in the link. */
const patience = 2000;

/**
 * Tells the page's own button from a mail provider's one-click; an unreadable body is the latter. Nothing about a
 * body can refuse a goodbye (RFC 8058 3.1): one that is too long, broken or never ends is looked at as far as it goes.
 */
export async function fromPage(
  c: Context,
  sleep: (ms: number) => Promise<void>,
): Promise<{ isPage: boolean; chosen?: Locale | undefined }> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')) return { isPage: false };
  const fields = new URLSearchParams(await startOf(c, sleep));
  return { isPage: fields.get('from') === 'page', chosen: localeOf(fields.get(switchName)) };
}

async function startOf(c: Context, sleep: (ms: number) => Promise<void>): Promise<string> {
  const reader = c.req.raw.body?.getReader();
  if (!reader) return '';
  const late = sleep(patience);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    while (size < most) {
      const next = await Promise.race([reader.read(), late]);
      if (!next?.value) break;
      chunks.push(next.value);
      size += next.value.length;
    }
  } catch {
    // The caller hung up or sent what is no body; what came before it is still looked at.
  }
  return Buffer.concat(chunks).toString('utf8', 0, most);
}
