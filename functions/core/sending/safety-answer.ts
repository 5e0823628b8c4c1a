import { day, type Instant, minute, second } from '../base/time';
import type { Notice, NoticeKind } from '../person/subscriber';

/**
 * The answers that say "call 911" and "call 988". For them alone a double is harmless and a loss is not, so they are
 * the one exception to "never twice": without proof that the provider took one, it is tried again.
 */
const lifelines: ReadonlySet<NoticeKind> = new Set(['sms-emergency', 'sms-crisis']);
export const mustArrive = ({ kind }: { kind: string }): boolean => lifelines.has(kind as NoticeKind);

/** Stop-all is about outreach. What answers a person's own STOP, HELP or emergency goes on. */
const answers: ReadonlySet<NoticeKind> = new Set([...lifelines, 'sms-stop', 'sms-help']);
export const passesStopAll = ({ kind }: { kind: string }): boolean => answers.has(kind as NoticeKind);

/** A try that nobody answered is over after this long; longer than any request lasts. */
export const lifelineLease = minute;

/** An answer is tried again for this long after the text came in. Then staff have to call. */
export const triedFor = 30 * minute;

/** Staff see an answer in red that is not out this long after the text came in. */
export const redAfter = 2 * minute;

/** 30 s, 1, 2, 4 and 8 minutes after a try; then every 8. */
const pauseAfter = (tries: number): number => Math.min(30 * second * 2 ** tries, 8 * minute);

/** When the text came in that this answers. */
const saidAt = ({ data, expiresAt }: Pick<Notice, 'data' | 'expiresAt'>): Instant =>
  Number(data?.saidAt ?? expiresAt - day);

/** When no further try begins by itself. */
export const lastTryBefore = (notice: Pick<Notice, 'data' | 'expiresAt'>): Instant => saidAt(notice) + triedFor;

/** When to try again after a try that was not taken; undefined once its time is over. */
export function nextTry(notice: Notice, at: Instant): Instant | undefined {
  const next = at + pauseAfter(notice.tries ?? 0);
  return next < lastTryBefore(notice) ? next : undefined;
}

/** When the silence about a try is over: it is tried again, or the last word is written. */
export function silenceEnds(
  notice: Notice,
  { claimedAt, leaseUntil }: { claimedAt: Instant; leaseUntil: Instant },
): Instant {
  const end = Math.min(claimedAt + pauseAfter(notice.tries ?? 0), lastTryBefore(notice));
  return Math.max(leaseUntil, end);
}
