export type Channel = 'email' | 'sms';

/** One request that the provider accepted, as `/local/api/outbox` shows it. */
export interface Entry {
  /** The provider's message id. */
  id: string;
  channel: Channel;
  /** The bare address or number. */
  to: string;
  from: string;
  subject?: string;
  text: string;
  html?: string;
  headers: { name: string; value: string }[];
  tags: Record<string, string>;
  /** SMS: how many parts the carrier bills. */
  parts?: number;
  /** Virtual time, ISO. */
  acceptedAt: string;
  requestId: string;
}

export interface Attachment {
  name: string;
  type: string;
  base64: string;
  inline: boolean;
  contentId?: string;
}

/** An entry and what the world knows beside it. */
export interface Kept {
  /** Counts everything the world sees, so that a page can ask for the rest. */
  seq: number;
  entry: Entry;
  attachments: Attachment[];
  configurationSet?: string;
  /** What the provider has reported so far, such as `Delivery`. */
  reported: string[];
  /** Changes when something is reported. */
  touched: number;
}

/** A text that a person sent. */
export interface Inbound {
  seq: number;
  id: string;
  from: string;
  body: string;
  at: string;
}

export interface Bounds {
  entries: number;
  bytes: number;
}

/**
 * At most 100,000 messages, or 512 MB of their text (some 20,000 full mails), whichever comes first: the oldest leave.
 * A world that runs for weeks must not eat the desk it stands on.
 */
const defaultBounds: Bounds = { entries: 100_000, bytes: 512 * 1024 * 1024 };

export class Outbox {
  readonly #kept = new Map<string, Kept>();
  readonly #inbound: Inbound[] = [];
  readonly #lastText = new Map<string, string>();
  readonly #bounds: Bounds;
  #bytes = 0;
  #seq = 0;

  constructor(bounds: Bounds = defaultBounds) {
    this.#bounds = bounds;
  }

  get seq(): number {
    return this.#seq;
  }

  get size(): number {
    return this.#kept.size;
  }

  has(id: string): boolean {
    return this.#kept.has(id);
  }

  get(id: string): Kept | undefined {
    return this.#kept.get(id);
  }

  add(message: Pick<Kept, 'entry' | 'attachments' | 'configurationSet'>): Kept {
    const seq = ++this.#seq;
    const kept: Kept = { ...message, seq, touched: seq, reported: [] };
    this.#kept.set(kept.entry.id, kept);
    this.#bytes += weight(kept);
    if (kept.entry.channel === 'sms') this.#lastText.set(kept.entry.to, kept.entry.id);
    this.#evict();
    return kept;
  }

  report(id: string, what: string): void {
    const kept = this.#kept.get(id);
    if (kept === undefined || kept.reported.includes(what)) return;
    kept.reported.push(what);
    kept.touched = ++this.#seq;
  }

  hear(text: Omit<Inbound, 'seq'>): Inbound {
    const inbound = { ...text, seq: ++this.#seq };
    this.#inbound.push(inbound);
    if (this.#inbound.length > this.#bounds.entries) this.#inbound.shift();
    return inbound;
  }

  /** The id of the last text this number was sent. */
  lastTextTo(number: string): string | undefined {
    return this.#lastText.get(number);
  }

  /** Oldest first. */
  *list(filter: { channel?: Channel | undefined; to?: string | undefined } = {}): Generator<Kept> {
    const to = filter.to?.toLowerCase();
    for (const kept of this.#kept.values()) {
      if (filter.channel !== undefined && kept.entry.channel !== filter.channel) continue;
      if (to !== undefined && kept.entry.to.toLowerCase() !== to) continue;
      yield kept;
    }
  }

  inbound(): readonly Inbound[] {
    return this.#inbound;
  }

  #evict(): void {
    for (const [id, oldest] of this.#kept) {
      if (this.#kept.size <= this.#bounds.entries && this.#bytes <= this.#bounds.bytes) return;
      if (this.#kept.size === 1) return;
      this.#kept.delete(id);
      this.#bytes -= weight(oldest);
      if (this.#lastText.get(oldest.entry.to) === id) this.#lastText.delete(oldest.entry.to);
    }
  }
}

function weight({ entry, attachments }: Kept): number {
  const files = attachments.reduce((sum, file) => sum + file.base64.length, 0);
  return 1000 + entry.text.length + (entry.html?.length ?? 0) + files;
}
