import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { realTime, type Schedule } from '../world/reports';
import { type Consumer, failures, type Message, recordOf } from './queue-batch';
import { answerSqs, type MessageAttribute, type Received, sqsTarget } from './queue-wire';

export interface QueueOptions {
  /** Queues that exist before anyone consumes them. Others are refused, as SQS would. */
  names?: readonly string[];
  /** Virtual time, for the timestamps of records. */
  now?: () => number;
  /** Runs delays, redeliveries and visibility timeouts; real time unless told otherwise. Returns how to call it off. */
  schedule?: Schedule;
}

/** After this many receives a message goes to `<name>-dlq`. */
export const maxReceives = 5;
/** A failed message comes back after this long, doubled each time. */
const comeBack = 200;

interface Queue {
  name: string;
  ready: Message[];
  delayed: Set<Message>;
  inFlight: Map<string, Message>;
  consumer?: { run: Consumer; batchSize: number; concurrency: number };
  running: number;
  planned: boolean;
}

/**
 * SQS and its Lambda poller in one process. In memory only: a queue is a hint, the due index owns recovery; what must
 * outlive a kill (provider events, inbound texts) is sent with `deliver`, whose caller keeps it until it is done.
 */
export class LocalQueues {
  readonly #queues = new Map<string, Queue>();
  readonly #now: () => number;
  readonly #schedule: Schedule;
  readonly #idle = new Set<() => void>();
  readonly #cancels = new Set<() => void>();
  #closed = false;

  constructor(options: QueueOptions = {}) {
    this.#now = options.now ?? Date.now;
    this.#schedule = options.schedule ?? realTime;
    for (const name of options.names ?? []) this.#make(name);
  }

  /** True where the request was an SQS call, once it is answered. SDKs post to `/`, so the target header tells. */
  async handle(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
    if (!String(req.headers['x-amz-target'] ?? '').startsWith(sqsTarget)) return false;
    await answerSqs(this, req, res);
    return true;
  }

  /** Runs a handler on what arrives, as Lambda would: batches, partial failures, redelivery, dead letters. */
  consume(name: string, run: Consumer, options: { batchSize?: number; concurrency?: number } = {}): void {
    const queue = this.#queues.get(name) ?? this.#make(name);
    if (queue.consumer !== undefined) throw new Error(`${name} is consumed already`);
    queue.consumer = { run, batchSize: options.batchSize ?? 10, concurrency: options.concurrency ?? 2 };
    this.#plan(queue);
  }

  /** Sends and resolves once a consumer has dealt with it, or it is in the dead-letter queue. */
  deliver(name: string, body: string): Promise<'done' | 'dead'> {
    return new Promise((settle) => {
      this.#enqueue(this.#must(name), { ...this.#message(body, {}), settle }, 0);
    });
  }

  send(
    name: string,
    body: string,
    attributes: Record<string, MessageAttribute> = {},
    delaySeconds = 0,
  ): { id: string } {
    const message = this.#message(body, attributes);
    this.#enqueue(this.#must(name), message, delaySeconds);
    return { id: message.id };
  }

  receive(name: string, max: number, visibilitySeconds: number): Received[] {
    const queue = this.#must(name);
    return queue.ready.splice(0, max).map((message) => {
      const receiptHandle = randomUUID();
      message.receives++;
      queue.inFlight.set(receiptHandle, message);
      this.#later(visibilitySeconds * 1000, () => {
        if (queue.inFlight.delete(receiptHandle)) this.#putBack(queue, message);
      });
      return { ...message, receiptHandle };
    });
  }

  remove(name: string, receiptHandle: string): void {
    const queue = this.#must(name);
    queue.inFlight.get(receiptHandle)?.settle?.('done');
    queue.inFlight.delete(receiptHandle);
    this.#checkIdle();
  }

  /** Drops what waits; what a handler holds goes on. */
  purge(name: string): void {
    const queue = this.#must(name);
    for (const message of [...queue.ready, ...queue.delayed]) message.settle?.('dead');
    queue.ready = [];
    queue.delayed.clear();
    this.#checkIdle();
  }

  exists(name: string): boolean {
    return this.#queues.has(name);
  }

  counts(name: string): { ready: number; inFlight: number; delayed: number } {
    const { ready, inFlight, delayed } = this.#must(name);
    return { ready: ready.length, inFlight: inFlight.size, delayed: delayed.size };
  }

  /** Everything not yet dealt with. */
  depth(name: string): number {
    const { ready, inFlight, delayed } = this.counts(name);
    return ready + inFlight + delayed;
  }

  /** Bodies that were given up, oldest first. */
  dead(name: string): string[] {
    return (this.#queues.get(`${name}-dlq`)?.ready ?? []).map(({ body }) => body);
  }

  /** Resolves when every consumed queue is empty, delays included, and no handler runs. */
  idle(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise((done) => this.#idle.add(done));
  }

  /** Starts no more handlers; resolves when those that run are through. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const cancel of this.#cancels) cancel();
    while ([...this.#queues.values()].some(({ running }) => running > 0))
      await new Promise((done) => setImmediate(done));
  }

  #make(name: string): Queue {
    const queue: Queue = { name, ready: [], delayed: new Set(), inFlight: new Map(), running: 0, planned: false };
    this.#queues.set(name, queue);
    if (!name.endsWith('-dlq')) this.#make(`${name}-dlq`);
    return queue;
  }

  #must(name: string): Queue {
    const queue = this.#queues.get(name);
    if (queue === undefined) throw new Error(`no queue is called ${name}`);
    return queue;
  }

  #message(body: string, attributes: Record<string, MessageAttribute>): Message {
    return { id: randomUUID(), body, attributes, sentAt: this.#now(), receives: 0 };
  }

  #enqueue(queue: Queue, message: Message, delaySeconds: number): void {
    if (delaySeconds > 0) this.#delay(queue, message, delaySeconds * 1000);
    else {
      queue.ready.push(message);
      this.#plan(queue);
    }
  }

  #delay(queue: Queue, message: Message, ms: number): void {
    queue.delayed.add(message);
    this.#later(ms, () => {
      if (!queue.delayed.delete(message)) return;
      queue.ready.push(message);
      this.#plan(queue);
    });
  }

  #later(ms: number, run: () => void): void {
    const cancel = this.#schedule(ms, () => {
      this.#cancels.delete(cancel);
      if (!this.#closed) run();
    });
    this.#cancels.add(cancel);
  }

  /** Not at once, so that what one tick sends shares a batch. */
  #plan(queue: Queue): void {
    if (queue.planned || queue.consumer === undefined) return;
    queue.planned = true;
    setImmediate(() => {
      queue.planned = false;
      const { consumer } = queue;
      while (
        !this.#closed &&
        consumer !== undefined &&
        queue.ready.length > 0 &&
        queue.running < consumer.concurrency
      ) {
        queue.running++;
        void this.#run(queue, consumer.run, this.#take(queue, consumer.batchSize));
      }
    });
  }

  #take(queue: Queue, max: number): Map<string, Message> {
    const batch = new Map<string, Message>();
    for (const message of queue.ready.splice(0, max)) {
      message.receives++;
      batch.set(message.id, message);
      queue.inFlight.set(message.id, message);
    }
    return batch;
  }

  async #run(queue: Queue, run: Consumer, batch: Map<string, Message>): Promise<void> {
    const failed = await failures(
      run,
      { Records: [...batch.values()].map((message) => recordOf(queue.name, message)) },
      batch,
    );
    queue.running--;
    for (const message of batch.values()) {
      queue.inFlight.delete(message.id);
      if (failed.has(message.id)) this.#putBack(queue, message);
      else message.settle?.('done');
    }
    this.#plan(queue);
    this.#checkIdle();
  }

  #putBack(queue: Queue, message: Message): void {
    if (message.receives < maxReceives) {
      this.#delay(queue, message, comeBack * 2 ** (message.receives - 1));
      return;
    }
    this.#queues.get(`${queue.name}-dlq`)?.ready.push(message);
    message.settle?.('dead');
    this.#checkIdle();
  }

  #isIdle(): boolean {
    return [...this.#queues.values()].every((queue) => {
      if (queue.consumer === undefined) return true;
      return queue.running === 0 && queue.ready.length === 0 && queue.delayed.size === 0 && queue.inFlight.size === 0;
    });
  }

  #checkIdle(): void {
    if (this.#idle.size === 0 || !this.#isIdle()) return;
    for (const done of this.#idle) done();
    this.#idle.clear();
  }
}
