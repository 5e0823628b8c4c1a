import type { MiddlewareHandler } from 'hono';

export interface Metronome {
  /** ms; 0 answers at once. */
  answersEvery: number;
  /** ms of a clock that never jumps. */
  elapsed(): number;
  sleep(ms: number): Promise<void>;
}

/**
 * Answers at the next full beat after a request came in. New, pending, known and suppressed addresses take different
 * paths through the store, and whoever measures them could read from it who is a patient here; so what a path costs
 * must not show. Work that takes longer than a beat is answered at the one after: under load people wait, and the
 * answers still come in steps. ADR 14.
 */
export const onTheBeat =
  ({ answersEvery, elapsed, sleep }: Metronome): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method !== 'POST' || answersEvery === 0) return next();
    const from = elapsed();
    await next();
    const spent = elapsed() - from;
    await sleep(Math.max(1, Math.ceil(spent / answersEvery)) * answersEvery - spent);
  };
