import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { answersAfterBody, type Patience } from '../../lib/local/drain';

const ample: Patience = { bytes: 1_000_000, pause: 60_000, whole: 60_000 };
let server: Server;

/** Answers at once, whatever comes after the headers; under `/read` when it has the body. */
async function hasty(patience: Patience): Promise<Socket> {
  server = createServer((req, res) => {
    answersAfterBody(req, res, patience);
    const answer = () => res.writeHead(413, { 'content-type': 'text/plain' }).end('too much');
    if (req.url === '/read') req.resume().on('end', answer);
    else answer();
    server.emit('asked');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return connect((server.address() as AddressInfo).port, '127.0.0.1');
}
afterEach(() => server.close().closeAllConnections());

const head = (size: number, path = '/') => `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${size}\r\n\r\n`;
/** All that comes back; a reset is an error. */
async function heard(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket) text += chunk;
  return text;
}

test('the answer waits until the body has been sent, and the connection ends in order', async () => {
  const socket = await hasty(ample);
  socket.write(head(500_000));
  socket.write('x'.repeat(499_999));
  await once(server, 'asked');
  expect(socket.bytesRead).toBe(0);
  socket.write('x');
  const answer = await heard(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toMatch(/\r\nconnection: close\r\n/i);
  expect(answer).toContain('too much');
});

test.each([
  ['a body that stops half-way', { ...ample, pause: 20 }],
  ['a body that never ends', { ...ample, whole: 20 }],
])('%s has its answer all the same', async (_, patience) => {
  const socket = await hasty(patience);
  socket.write(`${head(500_000)}half`);
  const answer = await heard(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toMatch(/\r\nconnection: close\r\n/i);
  expect(answer).toContain('too much');
});

test('a body far beyond all bounds is answered before it ends', async () => {
  const socket = await hasty({ ...ample, bytes: 1000 });
  const answered = once(socket, 'data');
  socket.write(`${head(50_000_000)}${'x'.repeat(2000)}`);
  expect(String((await answered)[0])).toMatch(/^HTTP\/1\.1 413 /);
  socket.destroy();
});

test('a request without a body, or with one that is read, keeps its connection', async () => {
  const socket = await hasty(ample);
  for (const request of ['GET / HTTP/1.1\r\nHost: x\r\n\r\n', `${head(4, '/read')}body`]) {
    const answered = once(socket, 'data');
    socket.write(request);
    const answer = String((await answered)[0]);
    expect(answer).toMatch(/connection: keep-alive/i);
  }
  socket.destroy();
});
