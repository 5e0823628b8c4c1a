import { StridewellError } from '../../../functions/core/base/error';
import type { Entry } from './outbox';

/**
 * Does what a mailbox provider does when a person presses its unsubscribe button (RFC 8058 3.2): one POST to the https
 * address of List-Unsubscribe, no cookies, no redirects followed. Only ever to the practice's own address.
 * Resolves to the status it was answered with.
 */
export async function oneClick(entry: Entry, publicUrl: string): Promise<number> {
  const header = (name: string) => entry.headers.find((one) => one.name.toLowerCase() === name)?.value;
  if (header('list-unsubscribe-post')?.trim() !== 'List-Unsubscribe=One-Click') {
    throw new StridewellError('invalid', 'this message offers no one-click unsubscribe', 'id');
  }
  const target = [...(header('list-unsubscribe') ?? '').matchAll(/<([^<>]+)>/g)]
    .map((match) => match[1]!)
    .find((uri) => uri.startsWith('http'));
  if (target === undefined || !URL.canParse(target) || new URL(target).origin !== new URL(publicUrl).origin) {
    throw new StridewellError('invalid', 'List-Unsubscribe does not lead to this practice', 'id');
  }
  try {
    const response = await fetch(target, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    throw new StridewellError('unavailable', 'the unsubscribe address did not answer');
  }
}
