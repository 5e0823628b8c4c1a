import { derivedId } from '../base/id';
import type { Locale } from '../base/locale';
import type { Instant } from '../base/time';
import type { WantedNotice } from '../person/notice';
import type { NoticeKind } from '../person/subscriber';
import { type Delivery, deliveryId, notDelivered, outcomeOf } from './delivery';
import type { HistoryEntry, LedgerEntry } from './journal';
import { mustArrive, redAfter, triedFor } from './safety-answer';

/** The id of the answer to a text. The text's own id makes one that comes twice one answer. */
export const answerId = (kind: NoticeKind, subscriber: string, textId: string): string =>
  derivedId('ntc', kind, subscriber, textId);

/**
 * The answer to a text, due now. What waited behind the kill switch longer than it lives is not said any more: small talk
 * an hour, everything else a day. 911 and 988 late are better than never, and staff see the text at once whatever holds
 * the answer back.
 */
export const answerNotice = (
  kind: NoticeKind,
  subscriber: string,
  textId: string,
  now: Instant,
  lives: number,
  /** The language of the text, where its words tell; else the person's. */
  locale?: Locale,
): WantedNotice => ({
  id: answerId(kind, subscriber, textId),
  kind,
  channel: 'sms',
  dueAt: now,
  expiresAt: now + lives,
  ...(mustArrive({ kind }) || locale
    ? { data: { ...(mustArrive({ kind }) ? { saidAt: String(now) } : {}), ...(locale ? { locale } : {}) } }
    : {}),
});

const kinds: Record<string, NoticeKind> = { crisis: 'sms-crisis', emergency: 'sms-emergency' };

/** The message that answers this text, if it speaks of an emergency or a crisis. */
export function answerTo({ subscriber, happening }: HistoryEntry): string | undefined {
  const kind = happening.what === 'reply' ? kinds[happening.meaning] : undefined;
  if (kind === undefined || happening.what !== 'reply') return undefined;
  return deliveryId(answerId(kind, subscriber, happening.providerId), kind);
}

export const answerStates = ['queued', 'trying', 'sent', 'unconfirmed', 'not-sent', 'not-delivered'] as const;
export type AnswerState = (typeof answerStates)[number];

export interface Answered {
  state: AnswerState;
  /** Somebody has to call: the person may not have been told where to get help. */
  red: boolean;
}

/** What became of the answer to an emergency: by its delivery alone, never by what was read in the text. */
export function answered(text: Pick<HistoryEntry, 'at'>, delivery: Delivery | undefined, now: Instant): Answered {
  const state = stateOf(text.at, delivery, now);
  return { state, red: state === 'queued' ? now - text.at > redAfter : state !== 'sent' };
}

function stateOf(at: Instant, delivery: Delivery | undefined, now: Instant): AnswerState {
  if (!delivery) return 'queued';
  if (notDelivered(delivery)) return 'not-delivered';
  switch (outcomeOf(delivery)) {
    case 'sent':
      return 'sent';
    case 'pending':
      return 'queued';
    case 'unconfirmed':
      return 'unconfirmed';
    case 'unknown':
    case 'held':
      return now < at + triedFor ? 'trying' : 'unconfirmed';
    case 'blocked':
      return now < at + triedFor ? 'trying' : 'not-sent';
    case 'skipped':
    case 'stopped':
      return 'not-sent';
  }
}

export interface Unanswered {
  text: HistoryEntry;
  state: AnswerState;
}

/** Texts of an emergency among these entries whose answer somebody has to make good by calling. */
export function unansweredIn(entries: Iterable<LedgerEntry>, now: Instant): Unanswered[] {
  const texts: HistoryEntry[] = [];
  const deliveries = new Map<string, Delivery>();
  for (const entry of entries) {
    if (entry.kind === 'message' && mustArrive({ kind: entry.delivery.stepId }))
      deliveries.set(entry.delivery.id, entry.delivery);
    if (entry.kind === 'history' && answerTo(entry.entry) !== undefined) texts.push(entry.entry);
  }
  return texts.flatMap((text) => {
    const { state, red } = answered(text, deliveries.get(answerTo(text) ?? ''), now);
    return red ? [{ text, state }] : [];
  });
}
