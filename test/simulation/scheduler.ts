import type { Instant } from '../../functions/core/base/time';

/** One process at work: a worker with one hint, a visitor's request, a provider's event. */
export interface Task {
  id: number;
  name: string;
  /** Whom it is about, once it has touched somebody. */
  who?: string | undefined;
  /** How far this machine's clock is off, in ms. */
  skew: number;
  /** Dead processes stay where they were: nothing after that await ever runs, not even a catch. */
  dead: boolean;
  /** Makes several calls at once. A caller that makes one at a time is cheaper to follow. */
  parallel: boolean;
  onDeath?: (() => void) | undefined;
}

/** What becomes of one await. Times are ms. */
export interface Fate {
  /** Until it takes effect. */
  before: number;
  /** From effect to answer. */
  after: number;
  end: 'ok' | 'crash-before' | 'crash-after' | 'error-before' | 'error-after' | 'twice';
}

export interface Hooks {
  fate(task: Task, label: string, who: string | undefined): Fate;
}

interface Event {
  at: Instant;
  seq: number;
  run: () => void;
}

/** A step that failed below the flow, as a store that does not answer fails. */
export class Unreachable extends Error {}

/**
 * Virtual time. Every await of a flow at a port is a step here; between two steps nothing else runs, so the order of
 * all steps of all processes is the seed's choice alone. No timers: the next event runs once the process just resumed
 * has come to its next step or its end.
 */
export class Scheduler {
  now: Instant;
  /** FNV-1a over every step taken: two runs with the same hash did the same. */
  hash = 0x811c9dc5;
  steps = 0;
  readonly log: string[] = [];
  private heap: Event[] = [];
  private seq = 0;
  private taskCount = 0;
  private running = 0;
  private pumpAsked = false;
  private current: Task | undefined;
  private over: (() => void) | undefined;
  private until: Instant = Infinity;
  failure: unknown;

  constructor(
    start: Instant,
    private readonly hooks: Hooks,
    private readonly logged: boolean,
  ) {
    this.now = start;
  }

  /** The clock of the process that asks. */
  readonly clock = (): Instant => this.now + (this.current?.skew ?? 0);

  get task(): Task | undefined {
    return this.current;
  }

  at(at: Instant, run: () => void): void {
    const event = { at: at > this.now ? at : this.now, seq: this.seq++, run };
    const { heap } = this;
    let i = heap.push(event) - 1;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (!earlier(event, heap[up]!)) break;
      heap[i] = heap[up]!;
      i = up;
    }
    heap[i] = event;
  }

  /** Starts a process at `at`. `end` is told whether it came to its end, unless it dies on the way. */
  spawn(
    name: string,
    skew: number,
    at: Instant,
    body: () => Promise<unknown>,
    end?: (error?: unknown) => void,
    onDeath?: () => void,
    parallel = false,
  ): void {
    const task: Task = { id: this.taskCount++, name, skew, dead: false, parallel, onDeath };
    this.at(at, () => {
      this.wake(task);
      body().then(
        () => this.ended(task, end),
        (error: unknown) => this.ended(task, end, error ?? new Error('nothing')),
      );
    });
  }

  /** One await of the running process: `effect` is what the outside world does for it, at one moment. */
  step<T>(label: string, who: string | undefined, effect: () => T): Promise<T> {
    const task = this.current!;
    if (who !== undefined) task.who = who;
    const fate = this.hooks.fate(task, label, who ?? task.who);
    this.blocked(task);
    return new Promise<T>((resolve, reject) => {
      this.at(this.now + fate.before, () => {
        const { end, after } = fate;
        this.note(task, label, who, end);
        if (end === 'crash-before') return this.die(task);
        if (end === 'error-before') return this.resume(task, 0, () => reject(new Unreachable(label)));
        let result = effect();
        if (end === 'ok' && after === 0) {
          this.wake(task);
          return resolve(result);
        }
        if (end === 'crash-after') return this.die(task);
        if (end === 'error-after') return this.resume(task, after, () => reject(new Unreachable(label)));
        // A client that got no answer asks again: what was done is done twice, and the second answer counts.
        if (end === 'twice') result = effect();
        this.resume(task, after, () => resolve(result));
      });
    });
  }

  /** An await whose end the outside world decides by itself: it calls `answer` once, or never for a dead process. */
  wait<T>(
    label: string,
    who: string | undefined,
    begin: (answer: (at: Instant, value: T) => void, task: Task) => void,
  ): Promise<T> {
    const task = this.current!;
    this.blocked(task);
    return new Promise<T>((resolve) => {
      this.note(task, label, who, 'ok');
      begin((at, value) => this.at(at, () => this.resume(task, 0, () => resolve(value))), task);
    });
  }

  die(task: Task): void {
    task.dead = true;
    task.onDeath?.();
  }

  /** Runs until nothing is left to do or `until` is reached. */
  run(until: Instant): Promise<void> {
    this.until = until;
    return new Promise((resolve) => {
      this.over = resolve;
      this.askPump();
    });
  }

  private resume(task: Task, after: number, go: () => void): void {
    if (after > 0) return void this.at(this.now + after, () => this.resume(task, 0, go));
    if (task.dead) return;
    this.wake(task);
    go();
  }

  private wake(task: Task): void {
    this.current = task;
    this.running += 1;
    // With several awaits at once any may be the last, so all of them are finished first.
    if (task.parallel) setImmediate(() => this.rests());
  }

  private blocked(task: Task): void {
    if (!task.parallel) this.rests();
  }

  private rests(): void {
    this.running -= 1;
    this.askPump();
  }

  private ended(task: Task, end: ((error?: unknown) => void) | undefined, error?: unknown): void {
    try {
      end?.(error);
    } catch (failure) {
      this.failure ??= failure;
    }
    if (!task.parallel) this.rests();
  }

  /** After the process has reached its await: several calls in one breath still belong to it. */
  private askPump(): void {
    if (this.pumpAsked) return;
    this.pumpAsked = true;
    // Cheaper than queueMicrotask, which makes an async resource of every call.
    void soon.then(this.onPump);
  }

  private readonly onPump = (): void => {
    this.pumpAsked = false;
    if (this.running <= 0) this.pump();
  };

  private pump(): void {
    try {
      while (
        this.running <= 0 &&
        this.failure === undefined &&
        this.heap.length > 0 &&
        this.heap[0]!.at <= this.until
      ) {
        const event = this.pop();
        this.now = event.at;
        event.run();
      }
    } catch (failure) {
      this.failure = failure;
    }
    if (this.running <= 0 || this.failure !== undefined) {
      const { over } = this;
      this.over = undefined;
      over?.();
    }
  }

  private pop(): Event {
    const { heap } = this;
    const first = heap[0]!;
    const last = heap.pop()!;
    const { length } = heap;
    if (length === 0) return first;
    let i = 0;
    for (;;) {
      let down = 2 * i + 1;
      if (down >= length) break;
      if (down + 1 < length && earlier(heap[down + 1]!, heap[down]!)) down += 1;
      if (!earlier(heap[down]!, last)) break;
      heap[i] = heap[down]!;
      i = down;
    }
    heap[i] = last;
    return first;
  }

  private note(task: Task, label: string, who: string | undefined, end: string): void {
    this.steps += 1;
    let { hash } = this;
    hash = Math.imul(hash ^ task.id, 0x01000193);
    hash = Math.imul(hash ^ (this.now & 0x7fffffff), 0x01000193);
    hash = Math.imul(hash ^ (label.length * 131 + label.charCodeAt(label.length - 1)), 0x01000193);
    this.hash = Math.imul(hash ^ end.length, 0x01000193) >>> 0;
    if (this.logged) this.say(`${task.name}#${task.id} ${label} ${who ?? ''}${end === 'ok' ? '' : ` ${end}`}`);
  }

  /** A line of the story, made only when somebody wants to read it. */
  tell(line: () => string): void {
    if (this.logged) this.say(line());
  }

  private say(line: string): void {
    this.log.push(`${new Date(this.now).toISOString()} ${line}`);
    if (this.log.length > 5_000_000) this.log.splice(0, 20_000);
  }
}

const soon = Promise.resolve();

const earlier = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.seq < b.seq);
