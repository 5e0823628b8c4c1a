import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Config } from './config';
import type { ChannelName } from './core/base/channel';
import type { Edges } from './core/base/edges';
import { type Budgeted, type Caller, chargesOf } from './core/membership/budget';
import { budgetKey, guardKey } from './core/person/address';
import { mayGoOut, production } from './core/series/change';
import { officeOf } from './core/time/office';
import { log } from './log';
import { wakeQueue } from './providers/queue';
import { bookkeeper } from './store/book';
import { budgetStore } from './store/budgets';
import { documentClient } from './store/client';
import { controlStore } from './store/controls';
import { departureWriter } from './store/departures';
import { guardStore } from './store/guards';
import { ledgerStore } from './store/ledger';
import { guardEditors, people } from './store/people';
import { seriesStore } from './store/series';
import { subscriberStore } from './store/subscribers';
import { textLinkStore } from './store/text-links';

/** The system clock and random source. Tests, the simulator and `npm start` bring their own. */
export const systemEdges: Edges = {
  now: () => Date.now(),
  bytes: (n) => randomBytes(n),
  sleep: (ms) => setTimeout(ms),
};

/** What nearly every flow reads and writes. */
export function ground(config: Config, edges: Edges, keepDrafts = config.stage !== production) {
  const endpoint = config.endpoints?.dynamodb;
  const client = documentClient(endpoint ? { endpoint } : {});
  const { tables, shards, practice } = config;
  const policy = { ...config.policy, office: officeOf(practice) };
  const series = seriesStore(client, tables.records, keepDrafts);
  const ledger = ledgerStore(client, tables.ledger);
  const addressKey = (address: string) => guardKey(config.guardSecret, address);
  const guards = guardStore(client, tables.guards);
  const journal = { now: edges.now, append: departureWriter(client, tables.departures) };
  const everyone = config.stage === production || config.allowList.includes('*');
  return {
    ...edges,
    client,
    practice,
    policy,
    keys: config.linkKeys,
    publicUrl: config.publicUrl,
    evergreen: config.evergreen,
    people: people(subscriberStore(client, tables.subscribers, shards), edges),
    addressKey,
    ...guardEditors(guards, addressKey, journal, edges),
    ledger,
    textLinks: textLinkStore(client, tables.records),
    /** Outside production only listed addresses get anything. */
    allowed: (address: string): boolean => everyone || config.allowList.includes(address),
    series,
    /** What new people begin; in production the newest approved version, else the gate holds the draft back. */
    latest: async (id: string) => {
      const newest = await series.latest(id);
      if (!newest || mayGoOut(newest, config.stage)) return newest;
      const { versions } = await series.versions(id);
      return versions.find((one) => mayGoOut(one, config.stage)) ?? newest;
    },
    book: bookkeeper(series, policy, practice.state, config.stage === production, ledger.test),
    controls: controlStore(client, tables.records),
  };
}

/** Hints for the worker; one that cannot be queued is no loss, since the due index finds the person anyway. */
export function hints(config: Config) {
  const endpoint = config.endpoints?.sqs;
  const queue = wakeQueue({ urls: config.queues, ...(endpoint ? { endpoint } : {}) });
  return {
    queue,
    wake: (subscriber: string, channel: ChannelName): Promise<void> =>
      queue.wakeAll(channel, [subscriber]).catch(() => undefined),
  };
}

/** Whether the budgets of this hour let one more through; each asking counts. What they refuse is told to the log, which rings. */
export function budgets(config: Config, { client, now }: Pick<ReturnType<typeof ground>, 'client' | 'now'>) {
  const store = budgetStore(client, config.tables.guards, (of) => budgetKey(config.guardSecret, of));
  return async (what: Budgeted, caller: Caller): Promise<boolean> => {
    const within = await store.spend(chargesOf(config.budgets, what, caller, now()));
    if (!within) log('over-budget', { what });
    return within;
  };
}
