import { afterLosing } from '../core/base/back-off';
import type { ChannelName } from '../core/base/channel';
import { StridewellError } from '../core/base/error';
import type { RandomBytes } from '../core/base/id';
import type { Instant } from '../core/base/time';
import { channelOfAddress } from '../core/person/address';
import { type Departure, departuresOf } from '../core/person/departure';
import type { Guard } from '../core/person/guard';
import type { Subscriber } from '../core/person/subscriber';

/** How often a conditional write is tried again on what somebody else has saved meanwhile: 22 seconds of waiting at the very most, eleven as a rule. */
const attempts = 32;

/** How losers of a write step aside; without it they try again at once, as a world of one thread may. */
export interface Waiting {
  sleep(ms: number): Promise<void>;
  bytes: RandomBytes;
}

/**
 * One after another for each key: rivals within one process need not lose to each other first. Without `waiting` all go
 * at once, since a simulated world stands for many processes.
 */
function queues(waiting?: Waiting) {
  const last = new Map<string, Promise<unknown>>();
  return <T>(key: string, run: () => Promise<T>): Promise<T> => {
    if (!waiting) return run();
    const mine = (last.get(key) ?? Promise.resolve()).then(run);
    const settled = mine.catch(() => undefined);
    last.set(key, settled);
    void settled.then(() => last.get(key) === settled && last.delete(key));
    return mine;
  };
}

const stepAside = async (losses: number, waiting?: Waiting): Promise<void> => {
  const ms = waiting ? afterLosing(losses, waiting.bytes) : 0;
  if (ms > 0) await waiting?.sleep(ms);
};

interface Subscribers {
  load(id: string): Promise<Subscriber | undefined>;
  save(person: Subscriber): Promise<Subscriber | undefined>;
}

/** Reads, edits and saves one person under its `rev`, and tries again on the newest item while other writers win. */
export function people<S extends Subscribers>(subscribers: S, waiting?: Waiting) {
  const inTurn = queues(waiting);
  return {
    ...subscribers,
    async create(person: Subscriber): Promise<Subscriber> {
      const created = await subscribers.save(person);
      if (!created) throw new StridewellError('conflict', 'A person with this id is there already.');
      return created;
    },
    /**
     * The person as it now is; an edit that answers undefined or the same object saves nothing. Whoever has just saved
     * the person gives it as `known`, which spares the read: if somebody was quicker, `rev` says so.
     */
    async change(
      id: string,
      edit: (person: Subscriber) => Subscriber | undefined,
      known?: Subscriber,
    ): Promise<Subscriber | undefined> {
      return inTurn(id, async () => {
        for (let tries = 0; tries < attempts; tries += 1) {
          const current = (tries === 0 && known) || (await subscribers.load(id));
          if (!current) return undefined;
          const edited = edit(current);
          if (!edited || edited === current) return current;
          const saved = await subscribers.save({ ...edited, id, rev: current.rev });
          if (saved) return saved;
          await stepAside(tries + 1, waiting);
        }
        throw new StridewellError('conflict', 'This person is being changed by others just now. Please try again.');
      });
    },
  };
}

interface Guards {
  load(key: string): Promise<Guard | undefined>;
  save(guard: Guard): Promise<Guard | undefined>;
}

/** Where departures are written down for good. */
export interface Journal {
  now(): Instant;
  append(departure: Departure): Promise<void>;
}

/**
 * The same for an address's guard; one that was never there starts blank, and reading it writes nothing. Each change is
 * noted as of before its reading: whoever leaves meanwhile is newer in the journal, whatever is written there later.
 */
export function guardEditors(guards: Guards, keyOf: (address: string) => string, journal?: Journal, waiting?: Waiting) {
  const note = async (entries: Departure[]): Promise<void> => {
    for (const entry of entries) await journal?.append(entry);
  };
  const inTurn = queues(waiting);
  const changed = async (
    key: string,
    channel: ChannelName,
    edit: (guard: Guard) => Guard | undefined,
  ): Promise<Guard> => {
    for (let tries = 0; tries < attempts; tries += 1) {
      const began = journal?.now() ?? 0;
      const current = (await guards.load(key)) ?? { key, rev: 0, channel, asked: [] };
      const edited = edit(current);
      if (!edited || edited === current) return current;
      const { ahead, behind } = departuresOf(current, edited, began);
      await note(ahead);
      const saved = await guards.save({ ...edited, key, rev: current.rev });
      if (saved) await note(behind);
      if (saved) return saved;
      await stepAside(tries + 1, waiting);
    }
    throw new StridewellError('conflict', 'This address is being changed just now. Please try again.');
  };
  /** By the key itself, for links and events that know no more of their address; a key does not tell its channel. */
  const guardAt = (key: string, channel: ChannelName, edit: (guard: Guard) => Guard | undefined): Promise<Guard> =>
    inTurn(key, () => changed(key, channel, edit));
  return {
    guardAt,
    guardOf: (address: string, edit: (guard: Guard) => Guard | undefined): Promise<Guard> =>
      guardAt(keyOf(address), channelOfAddress(address), edit),
  };
}
