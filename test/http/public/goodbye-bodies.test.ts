import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { serve, token } from '../public-site';

let server: Server;
let calls: unknown[][];
beforeEach(async () => {
  // Half a moment instead of the two seconds that a slow body is given.
  const { app, calls: noted } = serve({}, { sleep: () => setTimeout(50) });
  calls = noted;
  server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

interface Seen {
  answer: string;
  /** Bytes that the server let come in before it had answered. */
  taken: number;
}

/** Writes a request by hand, the body in pieces for as long as the other side takes them, and reads the answer. */
function say(headers: string[], pieces: Iterable<string>): Promise<Seen> {
  return new Promise((done) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    let answer = '';
    let taken = 0;
    const end = () => {
      socket.destroy();
      done({ answer, taken });
    };
    socket.on('data', (chunk) => {
      answer += chunk;
      if (answer.includes('\r\n\r\n')) end();
    });
    socket.on('error', end);
    socket.on('close', end);
    socket.write(
      [`POST /unsubscribe/${token.unsubscribe} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n'),
    );
    const body = pieces[Symbol.iterator]();
    const go = () => {
      for (;;) {
        const { done: over, value } = body.next();
        if (over || socket.destroyed) return;
        taken += value.length;
        if (!socket.write(value, 'latin1')) return void socket.once('drain', go);
      }
    };
    go();
  });
}

const form = 'Content-Type: application/x-www-form-urlencoded';
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
function* endless(piece: string): Generator<string> {
  for (;;) yield piece;
}

test.each<[string, string[], Iterable<string>]>([
  ['a form of a megabyte', [form, 'Content-Length: 1000000'], ['List-Unsubscribe=One-Click&x='.padEnd(1_000_000, 'x')]],
  ['a chunked form', [form, 'Transfer-Encoding: chunked'], [chunk('List-Unsubscribe=One-Click'), '0\r\n\r\n']],
  ['a chunked body without an end', [form, 'Transfer-Encoding: chunked'], endless(chunk('x'.repeat(16_384)))],
  ['a body that never comes', [form, 'Content-Length: 500'], ['List-']],
  ['a chunked body that stops half-way', [form, 'Transfer-Encoding: chunked'], [chunk('List-Unsub')]],
  ['a packed body', [form, 'Content-Encoding: gzip', 'Content-Length: 4'], ['\x1f\x8b\x08\x00']],
  ['two gigabytes announced', ['Content-Type: multipart/form-data; boundary=x', 'Content-Length: 2000000000'], ['--x']],
])('%s is a goodbye all the same', async (_what, headers, pieces) => {
  const { answer, taken } = await say(headers, pieces);
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(calls.map(([what]) => what)).toEqual(['leave']);
  expect(taken).toBeLessThan(16_000_000);
});

test.each([
  ['with its length', ['Content-Length: 9'], ['from=page']],
  ['in pieces', ['Transfer-Encoding: chunked'], [chunk('from'), chunk('=page'), '0\r\n\r\n']],
])('the button of the page is known %s', async (_how, headers, pieces) => {
  const { answer } = await say([form, ...headers], pieces);
  expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*Content-Type: text\/html/i);
});
