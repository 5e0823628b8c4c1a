import type { IncomingMessage, ServerResponse } from 'node:http';
import { second } from '../../functions/core/base/time';

export interface Patience {
  /** How many bytes of an unwanted body are still read. */
  bytes: number;
  /** Milliseconds without a byte, and in all. */
  pause: number;
  whole: number;
}
const usual: Patience = { bytes: 64 * 1024 * 1024, pause: second, whole: 10 * second };

/**
 * Whoever is answered in the middle of what they send may see a reset in place of the answer: a socket that closes with
 * unread bytes resets the connection (RFC 9112 9.6, the TCP reset problem). So the end of an answer waits for the end
 * of the body, within bounds, and the connection is not used again.
 */
export function answersAfterBody(req: IncomingMessage, res: ServerResponse, patience = usual): void {
  if (req.headers['transfer-encoding'] === undefined && Number(req.headers['content-length'] ?? 0) === 0) return;
  const { writeHead, end } = res;
  res.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    if (!req.complete) res.setHeader('Connection', 'close');
    return writeHead.apply(this, given as Parameters<typeof writeHead>);
  } as typeof writeHead;
  res.end = function (this: ServerResponse, ...given: unknown[]) {
    if (req.complete) return end.apply(this, given as Parameters<typeof end>);
    if (!res.headersSent) res.setHeader('Connection', 'close');
    drain(req, patience, () => end.apply(this, given as Parameters<typeof end>));
    return this;
  } as typeof end;
}

function drain(req: IncomingMessage, { bytes, pause, whole }: Patience, done: () => void): void {
  let left = bytes;
  const stop = () => {
    clearTimeout(idle);
    clearTimeout(late);
    req.off('data', more).off('end', stop).off('close', stop);
    done();
  };
  const more = (chunk: Buffer) => {
    idle.refresh();
    left -= chunk.length;
    if (left < 0) stop();
  };
  const idle = setTimeout(stop, pause);
  const late = setTimeout(stop, whole);
  // Readers that gave up would hold the body back.
  req.removeAllListeners('data').removeAllListeners('readable');
  req
    .on('data', more)
    .on('end', stop)
    .on('close', stop)
    .on('error', () => undefined);
  req.resume();
}
