import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultMode, Faults } from './faults';
import type { Attachment, Channel, Entry } from './outbox';
import type { Schedule } from './reports';
import type { State } from './state';
import type { WireError } from './wire-error';

/** Longer than any sane client waits. */
const slowFor = 30_000;

export interface Taking {
  state: State;
  faults: Faults;
  now: () => number;
  schedule: Schedule;
}

/** How one channel's provider speaks. */
export interface Speech {
  channel: Channel;
  throttled: WireError;
  broken: WireError;
  refused: WireError;
  refuse(res: ServerResponse, error: WireError, requestId: string): Promise<void>;
  accepted(res: ServerResponse, id: string, requestId: string): Promise<void>;
}

export interface Wanted {
  message: Pick<Entry, 'channel' | 'to' | 'from' | 'text' | 'headers' | 'tags'> & Partial<Entry>;
  attachments?: Attachment[];
  configurationSet?: string;
}

export const freshRequestId = (): string => randomUUID();

/** Draws the fate of a request that is in order: takes it (durable first) and answers, or fails as told. */
export async function take(
  world: Taking,
  speech: Speech,
  wanted: Wanted,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const requestId = freshRequestId();
  const fate = world.faults.draw(speech.channel);
  if (fate === 'throttle') return speech.refuse(res, speech.throttled, requestId);
  if (fate === 'error5xx') return speech.refuse(res, speech.broken, requestId);
  if (fate === 'refuse') return speech.refuse(res, speech.refused, requestId);
  const id = world.state.freshId();
  const acceptedAt = new Date(world.now()).toISOString();
  const entry: Entry = { id, ...wanted.message, acceptedAt, requestId };
  const kept = await world.state.accept(entry, wanted.attachments ?? [], wanted.configurationSet);
  if (fate === 'none') await speech.accepted(res, id, requestId);
  // Events come after the answer, as they do outside; without an answer they are the only proof.
  world.state.answered(kept);
  await withhold(world, fate, req, async () => speech.accepted(res, id, requestId));
}

async function withhold(
  world: Taking,
  fate: FaultMode,
  req: IncomingMessage,
  late: () => Promise<void>,
): Promise<void> {
  if (fate === 'acceptThenDrop') req.socket.destroy();
  if (fate !== 'slow' || req.socket.destroyed) return;
  await new Promise<void>((done) => {
    const cancel = world.schedule(slowFor, done);
    req.socket.once('close', () => {
      cancel();
      done();
    });
  });
  if (!req.socket.destroyed) await late();
}
