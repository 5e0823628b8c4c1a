import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StridewellError } from '../../functions/core/error';
import type { Instant } from '../../functions/core/time';

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
  ) {
    if (dataDir === ':memory:') return;
    mkdirSync(dataDir, { recursive: true });
    this.#file = join(dataDir, 'clock.json');
    this.#offset = savedOffset(this.#file);
  }

  now = (): Instant => this.real() + this.#offset;

  /** Moves ahead to a moment; one in the past changes nothing. */
  moveTo(at: Instant): void {
    const ahead = at - this.now();
    if (ahead <= 0) return;
    this.#offset += ahead;
    if (!this.#file) return;
    // Written beside and renamed, so that a kill in mid-write leaves the old file whole.
    writeFileSync(`${this.#file}.new`, JSON.stringify({ offset: this.#offset }));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function savedOffset(file: string): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return 0;
  }
  const offset = (safeJson(text) as { offset?: unknown } | undefined)?.offset;
  if (typeof offset !== 'number' || !Number.isFinite(offset)) {
    throw new StridewellError(
      'unavailable',
      `${file} is damaged. Delete the data folder, or choose another with DATA_DIR.`,
    );
  }
  return offset;
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
