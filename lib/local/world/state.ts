import { join } from 'node:path';
import { type Journal, openJournal } from './journal';
import { type Attachment, type Bounds, type Entry, type Inbound, type Kept, Outbox } from './outbox';
import { inboundJson, type Report, reportName, sesEvent, smsEvent } from './provider-json';
import { Reports, type Schedule } from './reports';

export interface Emit {
  /** Resolves once the practice has taken the event for good; a rejection is tried again. */
  sesEvent(json: unknown): Promise<void>;
  smsEvent(json: unknown): Promise<void>;
  inboundSms(json: unknown): Promise<void>;
}

interface StateOptions {
  dataDir: string | ':memory:';
  now: () => number;
  ids: () => string;
  smsNumber: string;
  emit: Emit;
  schedule: Schedule;
  bounds?: Bounds;
  /** Told of what could not be written to the disk. */
  unsaved?: (error: unknown) => void;
}

type Line =
  | { t: 'accepted'; entry: Entry; attachments: Attachment[]; configurationSet?: string }
  | { t: 'report'; of: string; report: Report }
  | { t: 'inbound'; text: Omit<Inbound, 'seq'>; answers?: string }
  | { t: 'optOut'; number: string; out: boolean }
  | { t: 'done'; key: string };

/** Outdated lines; beyond this many the log is rewritten at the next start. */
const enoughWaste = 20_000;

/**
 * Everything the world has seen, durable before anyone hears of it. What it owes the practice (events, inbound texts)
 * follows from the same log: whatever has no `done` line is handed over again after a restart, so a kill loses nothing.
 */
export class State {
  readonly outbox: Outbox;
  readonly optedOut = new Set<string>();
  readonly reports: Reports;
  readonly #options: StateOptions;
  readonly #journal: Journal;

  constructor(options: StateOptions) {
    this.#options = options;
    this.outbox = new Outbox(options.bounds);
    this.reports = new Reports(options.schedule, (key) => {
      this.#journal.append({ t: 'done', key } satisfies Line).catch(() => {}); // a lost line means one repeated event
    });
    const lines = new Map<string, Exclude<Line, { t: 'done' }>>();
    const done = new Set<string>();
    let read = 0;
    const file = options.dataDir === ':memory:' ? options.dataDir : join(options.dataDir, 'outside-world.jsonl');
    const take = (record: unknown) => {
      const line = record as Line;
      read++;
      if (line.t === 'done') done.add(line.key);
      else lines.set(keyOf(line), line);
    };
    this.#journal = openJournal(file, take, options.unsaved);
    for (const line of lines.values()) this.#replay(line, done);
    this.#compact(read, lines, done);
  }

  /** An id no message has had. */
  freshId(): string {
    for (let n = 0; ; n++) {
      const id = n < 8 ? this.#options.ids() : `${this.#options.ids()}-${n}`;
      if (!this.outbox.has(id)) return id;
    }
  }

  /** On the disk when it resolves; from then on its events are owed, but they wait for `answered`. */
  async accept(entry: Entry, attachments: Attachment[], configurationSet?: string): Promise<Kept> {
    const message = { entry, attachments, ...(configurationSet === undefined ? {} : { configurationSet }) };
    await this.#journal.append({ t: 'accepted', ...message } satisfies Line);
    const kept = this.outbox.add(message);
    this.#oweFirst(kept, new Set());
    return kept;
  }

  /** The provider has answered, or never will: its events may leave. */
  answered(kept: Kept): void {
    this.reports.release(kept.entry.id);
  }

  /** The provider reports Send, then Delivery, by itself. */
  #oweFirst(kept: Kept, done: ReadonlySet<string>): void {
    for (const type of ['send', 'delivery'] as const) {
      const report: Report = { type, id: `${kept.entry.id}/${type}`, at: kept.entry.acceptedAt };
      if (done.has(report.id)) this.outbox.report(kept.entry.id, reportName(kept.entry, report));
      else void this.#owe(kept, report, true);
    }
  }

  /** A report somebody asked for. `handedOver` settles when the practice has taken it. */
  async report(kept: Kept, what: Omit<Report, 'id' | 'at'>): Promise<{ handedOver: Promise<void> }> {
    const report: Report = { ...what, id: `rep-${this.#options.ids()}`, at: this.#nowIso() };
    await this.#journal.append({ t: 'report', of: kept.entry.id, report } satisfies Line);
    return { handedOver: this.#owe(kept, report) };
  }

  /** A person sends a text to the practice's number. */
  async hear(from: string, body: string): Promise<{ id: string; handedOver: Promise<void> }> {
    const text = { id: `in-${this.#options.ids()}`, from, body, at: this.#nowIso() };
    const answers = this.outbox.lastTextTo(from);
    await this.#journal.append({ t: 'inbound', text, ...(answers === undefined ? {} : { answers }) } satisfies Line);
    this.outbox.hear(text);
    return { id: text.id, handedOver: this.#oweText(text, answers) };
  }

  async optOut(number: string, out: boolean): Promise<void> {
    await this.#journal.append({ t: 'optOut', number, out } satisfies Line);
    if (out) this.optedOut.add(number);
    else this.optedOut.delete(number);
  }

  async close(): Promise<void> {
    this.reports.close();
    await this.#journal.close();
  }

  #nowIso(): string {
    return new Date(this.#options.now()).toISOString();
  }

  #owe(kept: Kept, report: Report, held = false): Promise<void> {
    const { emit } = this.#options;
    const hand = async () => {
      const email = kept.entry.channel === 'email';
      await (email ? emit.sesEvent(sesEvent(kept, report)) : emit.smsEvent(smsEvent(kept, report)));
      this.outbox.report(kept.entry.id, reportName(kept.entry, report));
    };
    return this.reports.owe({ key: report.id, thread: kept.entry.id, emit: hand }, held);
  }

  #oweText(text: Omit<Inbound, 'seq'>, answers: string | undefined): Promise<void> {
    const json = inboundJson({ ...text, to: this.#options.smsNumber, answers });
    return this.reports.owe({ key: text.id, thread: text.from, emit: () => this.#options.emit.inboundSms(json) });
  }

  #replay(line: Exclude<Line, { t: 'done' }>, done: ReadonlySet<string>): void {
    if (line.t === 'optOut') {
      if (line.out) this.optedOut.add(line.number);
      else this.optedOut.delete(line.number);
      return;
    }
    if (line.t === 'accepted') {
      const kept = this.outbox.add(line);
      this.#oweFirst(kept, done);
      this.answered(kept);
      return;
    }
    if (line.t === 'inbound') {
      this.outbox.hear(line.text);
      if (!done.has(line.text.id)) void this.#oweText(line.text, line.answers);
      return;
    }
    const kept = this.outbox.get(line.of);
    if (kept === undefined) return;
    if (done.has(line.report.id)) this.outbox.report(line.of, reportName(kept.entry, line.report));
    else void this.#owe(kept, line.report);
  }

  #compact(read: number, lines: Map<string, Exclude<Line, { t: 'done' }>>, done: ReadonlySet<string>): void {
    const live = [...lines.values()].filter((line) => {
      if (line.t === 'accepted') return this.outbox.has(line.entry.id);
      return line.t !== 'report' || this.outbox.has(line.of);
    });
    const owners = live.flatMap((line) =>
      line.t === 'accepted' ? [`${line.entry.id}/send`, `${line.entry.id}/delivery`] : [keyOf(line)],
    );
    const settled = owners.filter((key) => done.has(key)).map((key): Line => ({ t: 'done', key }));
    if (read - live.length - settled.length < enoughWaste) return;
    this.#journal.rewrite([...live, ...settled]);
  }
}

/** One line per key survives; a number's later opt-out line replaces the earlier. */
function keyOf(line: Exclude<Line, { t: 'done' }>): string {
  if (line.t === 'accepted') return line.entry.id;
  if (line.t === 'report') return line.report.id;
  if (line.t === 'inbound') return line.text.id;
  return `optOut/${line.number}`;
}
