import type { IncomingMessage, ServerResponse } from 'node:http';
export async function answerPages(_p: unknown, _u: URL, _req: IncomingMessage, res: ServerResponse): Promise<void> {
  res.end();
}
