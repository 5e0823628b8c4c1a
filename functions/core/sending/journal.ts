import type { ChannelName } from '../base/channel';
import type { Instant } from '../base/time';
import type { ConsentEvidence } from '../practice/consent';
import type { Learned } from '../replies/check-in';
import type { TestSend } from '../series/test-send';
import type { Delivery } from './delivery';

/** What a person's history holds beside messages. Entries are written once and never changed. */
export type Happening =
  | { what: 'check-in'; answer: string; delivery?: string }
  /** `location`: the office asked for, theirs from then on. Entries of older releases have none. */
  | { what: 'booking'; booking: string; delivery?: string; stepId?: string; location?: string }
  /** An open request asked for something else: where, when or whom to call. */
  | { what: 'booking-changed'; booking: string; location?: string }
  /** `learned`: what a check-in or the like taught. Entries of older releases have none. */
  | { what: 'reply'; body: string; meaning: string; forStaff: boolean; providerId: string; learned?: Learned }
  | { what: 'click'; delivery: string; link: string; human: boolean }
  | { what: 'preferences'; change: string }
  | { what: 'provider-event'; event: string; detail?: string; delivery?: string }
  /** The bound was hit: a message claimed before the person left may still reach them, and they were told so. */
  | { what: 'undrained'; channel: ChannelName }
  | { what: 'staff'; actor: string; action: string }
  | { what: 'test'; actor: string; test: TestSend };

export interface HistoryEntry {
  subscriber: string;
  /** Deterministic, so that a repeat writes the same entry. */
  id: string;
  at: Instant;
  happening: Happening;
}

/** How the history says that staff marked somebody as seen. */
export const markedSeen = 'marked as seen by a doctor';

/** How the history says that staff recorded an office, and which one it says. */
export const officeRecorded = (location: string): string => `recorded ${location} as the nearest office`;
export const officeIn = (action: string): string | undefined =>
  /^recorded (\S+) as the nearest office$/.exec(action)?.[1];

/** One line of the ledger, as stored under the person and listed by day. */
export type LedgerEntry =
  | { kind: 'message'; delivery: Delivery }
  | { kind: 'consent'; evidence: ConsentEvidence }
  | { kind: 'history'; entry: HistoryEntry };

/** On which channel this happened, or undefined for what is about the person whichever way it came. */
export function channelOfEntry(entry: LedgerEntry, all: readonly LedgerEntry[]): ChannelName | undefined {
  if (entry.kind === 'message') return entry.delivery.channel;
  if (entry.kind === 'consent') return entry.evidence.channel;
  const { happening } = entry.entry;
  if (happening.what === 'reply') return 'sms';
  if (happening.what === 'undrained') return happening.channel;
  const delivery = 'delivery' in happening ? happening.delivery : undefined;
  const message = all.find((one) => one.kind === 'message' && one.delivery.id === delivery);
  return message?.kind === 'message' ? message.delivery.channel : undefined;
}

/** The test an entry is about. */
export const testIn = (entry: HistoryEntry | undefined): TestSend | undefined =>
  entry?.happening.what === 'test' ? entry.happening.test : undefined;
