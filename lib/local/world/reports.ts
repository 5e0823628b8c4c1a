/** One thing the world owes the practice: a provider event or a text a person sent. */
interface Owed {
  /** Unique, also across restarts. */
  key: string;
  /** Owed things of one thread leave in order; different threads do not wait for each other. */
  thread: string;
  emit(): Promise<void>;
}

/** Runs something later and returns how to call it off. Real time; tests pass their own. */
export type Schedule = (ms: number, run: () => void) => () => void;

export const realTime: Schedule = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

const atOnce = 16;
const firstRetry = 100;
const lastRetry = 5000;

/** Delivers reports until the practice has taken them: at least once, in order within a thread. */
export class Reports {
  readonly #threads = new Map<string, Owed[]>();
  readonly #waiting = new Set<() => void>();
  readonly #handedOver = new Map<string, () => void>();
  readonly #cancels = new Set<() => void>();
  readonly #ready: string[] = [];
  readonly #held = new Set<string>();
  readonly #schedule: Schedule;
  readonly #onDone: (key: string) => void;
  #running = 0;
  #closed = false;

  constructor(schedule: Schedule, onDone: (key: string) => void) {
    this.#schedule = schedule;
    this.#onDone = onDone;
  }

  /** Resolves once it is handed over; that may take until the practice works again. A held thread waits for `release`. */
  owe(owed: Owed, held = false): Promise<void> {
    const handed = new Promise<void>((done) => this.#handedOver.set(owed.key, done));
    const thread = this.#threads.get(owed.thread);
    if (thread !== undefined) {
      thread.push(owed);
      return handed;
    }
    this.#threads.set(owed.thread, [owed]);
    if (held) this.#held.add(owed.thread);
    else this.#start(owed.thread);
    return handed;
  }

  release(thread: string): void {
    if (this.#held.delete(thread)) this.#start(thread);
  }

  get pending(): number {
    return this.#handedOver.size;
  }

  /** Resolves when nothing is owed. */
  quiet(): Promise<void> {
    if (this.#threads.size === 0) return Promise.resolve();
    return new Promise((done) => this.#waiting.add(done));
  }

  close(): void {
    this.#closed = true;
    for (const cancel of this.#cancels) cancel();
  }

  #start(thread: string): void {
    this.#ready.push(thread);
    this.#pump();
  }

  #pump(): void {
    while (!this.#closed && this.#running < atOnce) {
      const thread = this.#ready.shift();
      if (thread === undefined) return;
      this.#running++;
      void this.#try(thread, firstRetry);
    }
  }

  async #try(thread: string, pause: number): Promise<void> {
    const owed = this.#threads.get(thread)![0]!;
    try {
      await owed.emit();
    } catch {
      // Lets others pass while it waits, so that one bad event does not delay the rest.
      this.#running--;
      this.#retry(thread, pause);
      this.#pump();
      return;
    }
    this.#running--;
    this.#settle(thread, owed);
    this.#pump();
  }

  #retry(thread: string, pause: number): void {
    if (this.#closed) return;
    const cancel = this.#schedule(pause, () => {
      this.#cancels.delete(cancel);
      if (this.#closed) return;
      this.#running++;
      void this.#try(thread, Math.min(pause * 2, lastRetry));
    });
    this.#cancels.add(cancel);
  }

  #settle(thread: string, owed: Owed): void {
    this.#onDone(owed.key);
    this.#handedOver.get(owed.key)?.();
    this.#handedOver.delete(owed.key);
    const rest = this.#threads.get(thread)!;
    rest.shift();
    if (rest.length > 0) this.#ready.push(thread);
    else this.#threads.delete(thread);
    if (this.#threads.size > 0) return;
    for (const done of this.#waiting) done();
    this.#waiting.clear();
  }
}
