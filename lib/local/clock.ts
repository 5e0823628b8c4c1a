import { join } from 'node:path';
import type { Instant } from '../../functions/core/base/time';
import { damaged, textIn } from './data-folder';
import { saveWhole } from './save-whole';

/**
 * Virtual time: real time plus an offset that only grows. It is saved as it moves and goes on at real speed, so a
 * restart finds the world no earlier than it was left.
 */
export class Clock {
  #offset = 0;
  readonly #file: string | undefined;

  constructor(
    dataDir: string,
    private readonly real: () => number = Date.now,
    private readonly unsaved: (error: unknown) => void = () => undefined,
  ) {
    if (dataDir === ':memory:') return;
    this.#file = join(dataDir, 'clock.json');
    const saved = savedOffset(this.#file);
    this.#offset = saved ?? 0;
    if (saved === undefined) this.#save(0);
  }

  now = (): Instant => this.real() + this.#offset;

  /** Moves ahead to a moment; one in the past changes nothing. Time that cannot be saved stands still, and throws. */
  moveTo(at: Instant): void {
    const ahead = at - this.now();
    if (ahead <= 0) return;
    this.#save(this.#offset + ahead);
    this.#offset += ahead;
  }

  #save(offset: number): void {
    if (!this.#file) return;
    try {
      saveWhole(this.#file, JSON.stringify({ offset }));
    } catch (error) {
      this.unsaved(error);
      throw error;
    }
  }
}

function savedOffset(file: string): number | undefined {
  const text = textIn(file);
  if (text === undefined) return undefined;
  const offset = (safeJson(text) as { offset?: unknown } | undefined)?.offset;
  if (typeof offset !== 'number' || !Number.isFinite(offset)) throw damaged(file);
  return offset;
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
