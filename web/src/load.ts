import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from './api';

export interface Loading<T> {
  data: T | undefined;
  error: ApiError | undefined;
  /** True on the first load and on every reload; `data` stays meanwhile. */
  busy: boolean;
  reload: () => void;
}

export const asError = (cause: unknown): ApiError =>
  cause instanceof ApiError ? cause : new ApiError(0, 'unknown', 'Something went wrong in this page. Try again.');

/** Asks the server whenever `key` changes; an answer that comes too late is dropped. `every` repeats it, in ms. */
export function useLoad<T>(ask: (signal: AbortSignal) => Promise<T>, key: string, every?: number): Loading<T> {
  const [answer, setAnswer] = useState<{ key: string; data?: T; error?: ApiError }>({ key });
  const [busy, setBusy] = useState(true);
  const [turn, setTurn] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  const reload = useCallback(() => setTurn((n) => n + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is how a reload is asked for.
  useEffect(() => {
    const stop = new AbortController();
    setBusy(true);
    latest.current(stop.signal).then(
      (data) => {
        if (stop.signal.aborted) return;
        setAnswer({ key, data });
        setBusy(false);
      },
      (cause: unknown) => {
        if (stop.signal.aborted) return;
        setAnswer((before) => ({ ...(before.key === key ? before : { key }), error: asError(cause) }));
        setBusy(false);
      },
    );
    return () => stop.abort();
  }, [key, turn]);

  useEffect(() => {
    if (every === undefined) return;
    // A hidden tab asks nothing.
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), every);
    return () => clearInterval(timer);
  }, [every, reload]);

  const fresh = answer.key === key ? answer : undefined;
  return { data: fresh?.data, error: fresh?.error, busy, reload };
}

/** The value once it has stood still for a moment. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: compared by content, since callers build a new object each time.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return settled;
}
