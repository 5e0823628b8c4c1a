import type { ChannelName } from '../../functions/core/base/channel';
import { type Instant, second } from '../../functions/core/base/time';
import type { Booking } from '../../functions/core/bookings/booking';
import type { Guard } from '../../functions/core/person/guard';
import type { Subscriber } from '../../functions/core/person/subscriber';
import type { ConsentEvidence } from '../../functions/core/practice/consent';
import type { Controls } from '../../functions/core/sending/controls';
import { openControls } from '../../functions/core/sending/controls';
import type { Delivery } from '../../functions/core/sending/delivery';
import { dueOf } from '../../functions/core/sending/due';
import type { HistoryEntry, LedgerEntry } from '../../functions/core/sending/journal';
import { DueIndex } from './due-index';
import type { Weather } from './faults';
import type { Random } from './random';
import type { Scheduler } from './scheduler';

export interface StoreWatcher {
  saved(before: Subscriber | undefined, after: Subscriber, by: string): void;
  erased(ids: Iterable<string>): void;
  guarded(before: Guard | undefined, after: Guard, by: string): void;
  merged(record: Delivery, told: Delivery): void;
  happened(entry: HistoryEntry): void;
  removed(person: Subscriber): void;
}

/** The database as the flows see it: conditional writes, consistent reads, and an index that lags behind. */
export class Store {
  readonly people = new Map<string, Subscriber>();
  readonly guards = new Map<string, Guard>();
  readonly deliveries = new Map<string, Map<string, Delivery>>();
  readonly history = new Map<string, HistoryEntry>();
  readonly bookings = new Map<string, Booking>();
  /** What people agreed to and how, by record. */
  readonly evidence = new Map<string, ConsentEvidence[]>();
  /** What the index shows of each person: the truth, or an older one. */
  private readonly index: DueIndex;
  /** Which write of each person the index shows; removing is a write too. */
  private readonly indexed = new Map<string, number>();
  private writes = 0;
  /** All ids in order; rebuilt when a person is added or removed. */
  private sorted: string[] | undefined;
  private readonly copies: Controls[] = [openControls, openControls, openControls, openControls];

  constructor(
    private readonly time: Scheduler,
    private readonly weather: Weather,
    private readonly random: Random,
    private readonly watch: StoreWatcher,
    /** Told when somebody becomes due, so that idle minutes cost nothing. */
    private readonly dueSoon: (at: Instant) => void,
    readonly shards: number,
    private readonly merge: (known: Delivery, told: Delivery) => Delivery,
  ) {
    this.index = new DueIndex(shards);
  }

  load(id: string): Promise<Subscriber | undefined> {
    return this.time.step('people.load', id, () => this.people.get(id));
  }

  save(next: Subscriber): Promise<Subscriber | undefined> {
    const by = this.time.task?.name ?? '';
    return this.time.step('people.save', next.id, () => this.put(next, by));
  }

  /** What one conditional put does. */
  put(next: Subscriber, by: string): Subscriber | undefined {
    const before = this.people.get(next.id);
    if ((before?.rev ?? 0) !== next.rev) return undefined;
    const after: Subscriber = { ...next, rev: next.rev + 1 };
    this.watch.saved(before, after, by);
    if (!before) this.sorted = undefined;
    this.people.set(after.id, after);
    this.reindex(after);
    return after;
  }

  private reindex(person: Subscriber): void {
    const { id } = person;
    const due = dueOf(person);
    this.writes += 1;
    const write = this.writes;
    const show = () => {
      if ((this.indexed.get(id) ?? 0) >= write) return;
      this.indexed.set(id, write);
      if (!due) return void this.index.delete(id);
      this.index.set(id, due);
      this.dueSoon(due.at);
    };
    if (this.weather.hits('staleIndex')) this.time.at(this.time.now + this.random.between(20, 90 * second), show);
    else show();
  }

  /** What staff see on their page. */
  get stopped(): boolean {
    return this.copies[0]!.kill;
  }

  /** Whether any copy of the controls says so: a writer may have died before the others heard. */
  isCancelled(campaign: string): boolean {
    return this.copies.some(({ campaigns }) => campaigns[campaign] === 'cancelled');
  }

  remove(id: string, rev: number): Promise<boolean> {
    return this.time.step('people.remove', id, () => {
      const going = this.people.get(id);
      if (going?.rev !== rev) return false;
      this.people.delete(id);
      this.watch.removed(going);
      this.sorted = undefined;
      this.index.delete(id);
      this.writes += 1;
      this.indexed.set(id, this.writes);
      return true;
    });
  }

  due(
    channel: ChannelName,
    shard: number,
    now: Instant,
    limit: number,
    after?: string,
  ): Promise<{ ids: string[]; next?: string }> {
    return this.time.step('people.due', undefined, () => this.index.due(channel, shard, now, limit, after));
  }

  /** All people, a page at a time; a new person may land on a page that was already read. */
  page(limit: number, after = ''): Promise<{ subscribers: Subscriber[]; next?: string }> {
    return this.time.step('people.page', undefined, () => {
      this.sorted ??= [...this.people.keys()].sort();
      const from = this.sorted.findIndex((id) => id > after);
      const ids = from < 0 ? [] : this.sorted.slice(from);
      const page = ids.slice(0, limit);
      const subscribers = page.map((id) => this.people.get(id)!);
      return { subscribers, ...(ids.length > limit ? { next: page.at(-1)! } : {}) };
    });
  }

  earliest(held: ReadonlyMap<string, Instant>): Instant {
    return this.index.earliest(held);
  }

  readonly guardStore = {
    load: (key: string): Promise<Guard | undefined> =>
      this.time.step('guard.load', undefined, () => this.guards.get(key)),
    save: (next: Guard): Promise<Guard | undefined> => {
      const by = this.time.task?.name ?? '';
      return this.time.step('guard.save', undefined, () => {
        if ((this.guards.get(next.key)?.rev ?? 0) !== next.rev) return undefined;
        const saved = { ...next, rev: next.rev + 1 };
        this.watch.guarded(this.guards.get(next.key), saved, by);
        this.guards.set(next.key, saved);
        this.time.tell(
          () =>
            `  guard ${saved.key}: owner ${saved.owner}, ${saved.suppressed?.reason ?? 'open'}, asked ${saved.asked.map((at) => new Date(at).toISOString())}`,
        );
        return saved;
      });
    },
  };

  /** Whose texts' links can be found. */
  readonly linked = new Set<string>();
  readonly textLinks = {
    add: (owner: string): Promise<void> => this.time.step('link.add', owner, () => void this.linked.add(owner)),
    remove: (owner: string): Promise<void> =>
      this.time.step('link.remove', owner, () => void this.linked.delete(owner)),
  };

  readonly ledger = {
    mergeDelivery: (told: Delivery): Promise<Delivery> =>
      this.time.step('ledger.merge', told.subscriber, () => {
        const of = this.deliveries.get(told.subscriber) ?? new Map<string, Delivery>();
        this.deliveries.set(told.subscriber, of);
        const known = of.get(told.id);
        const merged = known ? this.merge(known, told) : told;
        of.set(told.id, merged);
        this.watch.merged(merged, told);
        return merged;
      }),
    delivery: (subscriber: string, id: string): Promise<Delivery | undefined> =>
      this.time.step('ledger.read', subscriber, () => this.deliveries.get(subscriber)?.get(id)),
    addEvidence: (evidence: ConsentEvidence): Promise<string> =>
      this.time.step('ledger.evidence', evidence.subscriber, () => {
        const known = this.evidence.get(evidence.subscriber) ?? [];
        this.evidence.set(evidence.subscriber, [...known, evidence]);
        return `consent#${evidence.subscriber}#${known.length}`;
      }),
    ofPerson: (subscriber: string): Promise<{ entries: LedgerEntry[] }> =>
      this.time.step('ledger.of', subscriber, () => ({
        entries: (this.evidence.get(subscriber) ?? []).map((evidence): LedgerEntry => ({ kind: 'consent', evidence })),
      })),
    addHistory: (entry: HistoryEntry): Promise<boolean> =>
      this.time.step('ledger.history', entry.subscriber, () => {
        const key = `${entry.subscriber}/${entry.id}`;
        if (this.history.has(key)) return false;
        this.history.set(key, entry);
        this.watch.happened(entry);
        return true;
      }),
    hasHistory: (subscriber: string, id: string): Promise<boolean> =>
      this.time.step('ledger.has', subscriber, () => this.history.has(`${subscriber}/${id}`)),
    erasePerson: (subscriber: string, keep: (entry: LedgerEntry) => boolean): Promise<number> =>
      this.time.step('ledger.erase', subscriber, () => {
        const of = this.deliveries.get(subscriber) ?? new Map<string, Delivery>();
        const messages = [...of].filter(([, delivery]) => !keep({ kind: 'message', delivery })).map(([id]) => id);
        const happened = [...this.history]
          .filter(([key, entry]) => key.startsWith(`${subscriber}/`) && !keep({ kind: 'history', entry }))
          .map(([key]) => key);
        this.watch.erased(messages);
        for (const id of messages) of.delete(id);
        for (const key of happened) this.history.delete(key);
        return messages.length + happened.length;
      }),
  };

  /** Identical copies, the first decides; acknowledged when all have it, so a writer may die in between. */
  readonly controls = {
    read: (): Promise<Controls> => this.time.step('controls.read', undefined, () => this.copies[this.random.below(4)]!),
    save: async (next: Controls): Promise<Controls | undefined> => {
      const saved = { ...next, rev: next.rev + 1 };
      const won = await this.time.step('controls.save', undefined, () => {
        if (this.copies[0]!.rev !== next.rev) return false;
        this.copies[0] = saved;
        return true;
      });
      for (let copy = 1; copy < 4; copy += 1) {
        await this.time.step('controls.follow', undefined, () => {
          const first = won ? saved : this.copies[0]!;
          if (this.copies[copy]!.rev < first.rev) this.copies[copy] = first;
        });
      }
      return won ? saved : undefined;
    },
  };

  readonly bookingStore = {
    get: (id: string): Promise<Booking | undefined> =>
      this.time.step('booking.get', undefined, () => this.bookings.get(id)),
    create: (booking: Booking): Promise<Booking | undefined> =>
      this.time.step('booking.create', undefined, () => {
        if (this.bookings.has(booking.id)) return undefined;
        const made = { ...booking, rev: 1 };
        this.bookings.set(booking.id, made);
        return made;
      }),
    save: (next: Booking): Promise<Booking | undefined> =>
      this.time.step('booking.save', undefined, () => {
        if ((this.bookings.get(next.id)?.rev ?? 0) !== next.rev) return undefined;
        const saved = { ...next, rev: next.rev + 1 };
        this.bookings.set(next.id, saved);
        return saved;
      }),
  };
}
