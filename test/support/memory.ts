import { type ChannelName, channelNames, perChannel } from '../../functions/core/base/channel';
import { day, hour, type Instant } from '../../functions/core/base/time';
import type { LinkKeys } from '../../functions/core/base/token';
import type { SignupRequest } from '../../functions/core/membership/signup';
import { composeMessage } from '../../functions/core/messages/compose-message';
import { guardKey } from '../../functions/core/person/address';
import type { Guard } from '../../functions/core/person/guard';
import type { Enrollment, Notice, Profile, Subscriber } from '../../functions/core/person/subscriber';
import type { ConsentEvidence } from '../../functions/core/practice/consent';
import { type Controls, openControls } from '../../functions/core/sending/controls';
import { type Delivery, deliveryId, mergeDelivery } from '../../functions/core/sending/delivery';
import { dueOf } from '../../functions/core/sending/due';
import { type HistoryEntry, type LedgerEntry, testIn } from '../../functions/core/sending/journal';
import type { Answer, Outgoing, ProviderEvent } from '../../functions/core/sending/outgoing';
import type { SeriesVersion } from '../../functions/core/series/series';
import { defaultPolicy } from '../../functions/core/time/policy';
import { type ConfirmPorts, confirmChannel } from '../../functions/flows/public/confirm';
import { eraseUnproven } from '../../functions/flows/public/erase';
import { type LeaveContext, leaveChannel } from '../../functions/flows/public/leave';
import { receiveSms } from '../../functions/flows/public/receive-sms';
import { signUp } from '../../functions/flows/public/signup';
import { dispatch } from '../../functions/flows/sending/dispatch';
import { receiveEvent } from '../../functions/flows/sending/receive-event';
import { type SendPorts, wake } from '../../functions/flows/sending/send';
import { bookkeeper } from '../../functions/store/book';
import { guardEditors, people } from '../../functions/store/people';
import { all, practice as shipped } from '../templates/sample';
import { type Answered, meant, told } from './answered';

/** Monday, 11:00 in New York: both windows are open there. */
export const monday = Date.parse('2026-11-30T16:00:00Z');
export const keys: LinkKeys = [{ id: 'k1', secret: 'a secret of the tests' }];
export const publicUrl = 'https://tips.practice.example';
export const evergreen = 'back-care';

/** Somebody of whom the frozen practice's questions are answered; answers may be given beside the rest, by their id. */
export const aProfile = (given: Partial<Profile> & Answered = {}): Profile => ({
  firstName: 'Robin',
  locale: 'en',
  state: 'NY',
  zones: ['America/New_York'],
  zoneSource: 'stated',
  zoneConfidence: 0.9,
  ...told(given),
});

export const aRun = (given: Partial<Enrollment> = {}): Enrollment => ({
  id: 'enr_0000000000000001',
  seriesId: evergreen,
  version: 1,
  channel: 'email',
  status: 'active',
  phase: 'waiting',
  startedAt: monday,
  stepId: 'welcome',
  dueAt: monday,
  wakeAt: monday,
  completedSteps: [],
  ...given,
});

/** A service text that is due. */
export const aNotice = (given: Partial<Notice> = {}): Notice => ({
  id: 'ntc_1',
  kind: 'sms-help',
  channel: 'sms',
  phase: 'waiting',
  dueAt: monday,
  expiresAt: monday + day,
  ...given,
});

/** Somebody confirmed on both channels; every test says what is different. */
export const aPerson = (given: Partial<Subscriber> = {}): Subscriber => {
  const consent = { at: monday, wording: '2026-11-a', ref: 'con#1' };
  return {
    id: 'sub_0000000000000001',
    rev: 0,
    kind: 'runner',
    createdAt: monday,
    channels: {
      email: { address: 'robin@example.com', status: 'active', since: monday, consent },
      // Longer ago than the pause between agreeing to texts and the first.
      sms: { address: '+17705550123', status: 'active', since: monday - hour, consent },
    },
    profile: aProfile(),
    enrollments: [],
    notices: [],
    recentSends: [],
    ...given,
  };
};

export const aSignup = (given: Partial<SignupRequest> & Answered = {}): SignupRequest => ({
  firstName: 'Robin',
  adult: true,
  email: 'robin@example.com',
  emailConsent: true,
  smsConsent: false,
  timeZone: 'America/New_York',
  ...meant(given),
});

/** Records under their rev, copied in and out as a store would. */
function table<T extends { rev: number }>(keyOf: (record: T) => string) {
  const rows = new Map<string, T>();
  return {
    rows,
    load: async (key: string): Promise<T | undefined> => structuredClone(rows.get(key)),
    save: async (next: T): Promise<T | undefined> => {
      const key = keyOf(next);
      if ((rows.get(key)?.rev ?? 0) !== next.rev) return undefined;
      const saved = structuredClone({ ...next, rev: next.rev + 1 });
      rows.set(key, saved);
      return structuredClone(saved);
    },
  };
}

export interface Given {
  now?: Instant;
  practice?: typeof shipped;
  series?: SeriesVersion[];
  production?: boolean;
  people?: Subscriber[];
}

/** Everything the flows ask for, in memory, with the shipped series: time stands still until a test moves it. */
export function memory(given: Given = {}) {
  const practice = given.practice ?? shipped;
  const versions = new Map((given.series ?? all).map((one) => [`${one.seriesId}#${one.version}`, one]));
  const subscribers = table<Subscriber>(({ id }) => id);
  const guards = table<Guard>(({ key }) => key);
  const deliveries = new Map<string, Delivery>();
  const history = new Map<string, HistoryEntry>();
  const evidence: ConsentEvidence[] = [];
  /** What tests look at and turn. */
  const state = {
    now: given.now ?? monday,
    controls: { ...openControls } as Controls,
    allowed: (_address: string): boolean => true,
    /** Answers to small talk that the budgets still let out. */
    answersLeft: Number.POSITIVE_INFINITY,
    /** The provider's answer to each request; every message it took is in `sent`. */
    answer: (_message: Outgoing): Answer | Promise<Answer> => ({
      is: 'accepted',
      providerId: `p${state.requests.length}`,
    }),
    /** Whether it is a message's turn at the provider's rate. */
    turn: (_channel: ChannelName, _cost: number): boolean | Promise<boolean> => true,
    throttled: [] as ChannelName[],
    /** Whether reports on other messages of that hour arrived. */
    hadReports: (_channel: ChannelName, _at: Instant): boolean => true,
    requests: [] as { at: Instant; message: Outgoing }[],
    woken: [] as { id: string; channel: ChannelName }[],
    reports: [] as unknown[],
    /** Tries of answers to an emergency that came to nothing, as staff are alarmed about them. */
    alarms: [] as { kind: string; reason: string }[],
    slept: 0,
    /** Runs before every read and write, named after it: throw to crash there, or do something first. */
    before: async (_step: string): Promise<void> => undefined,
  };
  /** Whose texts' links can be found. */
  const linked = new Set<string>();
  let dice = 0;
  const at = async <T>(step: string, act: () => Promise<T> | T): Promise<T> => {
    await state.before(step);
    return act();
  };
  const store = {
    load: (id: string) => at('load', () => subscribers.load(id)),
    save: (next: Subscriber) => at('save', () => subscribers.save(next)),
    remove: (id: string, rev: number) =>
      at('remove', () => subscribers.rows.get(id)?.rev === rev && subscribers.rows.delete(id)),
    due: async (channel: ChannelName, shard: number, now: Instant, limit: number, after = '0') => {
      const rows = [...subscribers.rows.values()]
        .map((person) => ({ id: person.id, due: dueOf(person) }))
        .filter(({ due }) => shard === 0 && due?.channel === channel && due.at <= now)
        .sort((a, b) => a.due!.at - b.due!.at);
      const to = Number(after) + limit;
      return {
        ids: rows.slice(Number(after), to).map(({ id }) => id),
        ...(to < rows.length ? { next: String(to) } : {}),
      };
    },
  };
  const guardStore = {
    load: (key: string) => at('guard-load', () => guards.load(key)),
    save: (next: Guard) => at('guard-save', () => guards.save(next)),
  };
  const base = {
    now: () => state.now,
    bytes: (n: number) => {
      dice += 1;
      return Uint8Array.from({ length: n }, (_, i) => (dice * 37 + (dice >> 3) * 101 + i * 11) % 256);
    },
    sleep: async (ms: number) => {
      state.slept += ms;
      state.now += ms;
      await state.before('sleep');
    },
    practice,
    keys,
    publicUrl,
    evergreen: [evergreen],
    people: people(store),
    addressKey: (address: string) => guardKey('secret', address),
    ...guardEditors(guardStore, (address) => guardKey('secret', address)),
    textLinks: {
      add: (owner: string) => at('link-add', () => void linked.add(owner)),
      remove: (owner: string) => at('link-remove', () => void linked.delete(owner)),
    },
    ledger: {
      mergeDelivery: (delivery: Delivery) =>
        at('merge', () => {
          const key = `${delivery.subscriber}/${delivery.id}`;
          const known = deliveries.get(key);
          const merged = structuredClone(known ? mergeDelivery(known, delivery) : delivery);
          deliveries.set(key, merged);
          return merged;
        }),
      delivery: (subscriber: string, id: string) => at('delivery', () => deliveries.get(`${subscriber}/${id}`)),
      addEvidence: (one: ConsentEvidence) => at('evidence', () => `con#${evidence.push(structuredClone(one))}`),
      addHistory: (entry: HistoryEntry) =>
        at('history', () => {
          const key = `${entry.subscriber}/${entry.id}`;
          if (history.has(key)) return false;
          history.set(key, structuredClone(entry));
          return true;
        }),
      ofPerson: async (subscriber: string) => ({
        entries: evidence
          .filter((one) => one.subscriber === subscriber)
          .map((one): LedgerEntry => ({ kind: 'consent', evidence: one })),
      }),
      hasHistory: (subscriber: string, id: string) => at('has-history', () => history.has(`${subscriber}/${id}`)),
      test: async (subscriber: string, id: string) => testIn(history.get(`${subscriber}/${id}`)),
      erasePerson: (subscriber: string, keep: (entry: LedgerEntry) => boolean) =>
        at('erase', () => {
          let gone = 0;
          const drop = <T>(rows: Map<string, T>, entryOf: (row: T) => LedgerEntry) => {
            for (const [key, row] of rows)
              if (key.startsWith(`${subscriber}/`) && !keep(entryOf(row)) && rows.delete(key)) gone += 1;
          };
          drop(deliveries, (delivery) => ({ kind: 'message', delivery }));
          drop(history, (entry) => ({ kind: 'history', entry }));
          return gone;
        }),
    },
    latest: async (id: string) =>
      [...versions.values()].filter((one) => one.seriesId === id).sort((a, b) => b.version - a.version)[0],
    book: bookkeeper(
      { version: async (id, n) => versions.get(`${id}#${n}`) },
      defaultPolicy,
      practice.state,
      given.production,
      async (subscriber, notice) => testIn(history.get(`${subscriber}/${notice}`)),
    ),
    wake: async (id: string, channel: ChannelName) => void state.woken.push({ id, channel }),
  };
  const composer = {
    keys,
    publicUrl,
    practice,
    addressKey: base.addressKey,
    render: (_look: string, view: { subject: string }) => ({ html: `<p>${view.subject}</p>`, text: view.subject }),
  };
  const sending: SendPorts = {
    ...base,
    controls: {
      read: () => at('controls', () => structuredClone(state.controls)),
      save: async (next) => {
        state.controls = next;
        return next;
      },
    },
    compose: (waiting, now) => composeMessage(composer, waiting, now),
    hadReports: async (channel, at) => state.hadReports(channel, at),
    allowed: (address) => state.allowed(address),
    pace: {
      take: async (channel, cost) => state.turn(channel, cost),
      throttled: (channel) => void state.throttled.push(channel),
    },
    send: async (message) => {
      await state.before('send');
      state.requests.push({ at: state.now, message });
      return state.answer(message);
    },
    alarm: (kind, reason) => void state.alarms.push({ kind, reason }),
    report: (error) => state.reports.push(error),
    erase: (person) => eraseUnproven(base, person),
  };
  const confirming: ConfirmPorts = base;
  const texting = {
    ...base,
    everyVersion: async () => [...versions.values()],
    mayAnswer: async () => {
      state.answersLeft -= 1;
      return state.answersLeft >= 0;
    },
  };
  for (const person of given.people ?? []) subscribers.rows.set(person.id, structuredClone({ ...person, rev: 1 }));

  const inbound: string[] = [];
  const act = {
    wake: (id: string) => wake(sending, id),
    /** Wakes hinted people until no hint is left. */
    async settle(): Promise<void> {
      for (let hint = state.woken.shift(); hint; hint = state.woken.shift()) await wake(sending, hint.id);
    },
    signUp: (request: SignupRequest) => signUp(base, request, { page: '/subscribe', wording: '2026-11-a' }),
    confirm: (id: string, channel: ChannelName = 'email') =>
      confirmChannel(confirming, id, channel, { page: '/confirm' }),
    leave: (id: string, channel: ChannelName, context: LeaveContext = { means: 'page' }) =>
      leaveChannel(base, id, channel, context),
    text: (from: string, body: string, id = `in-${inbound.push(body)}`) => receiveSms(texting, { from, body, id }),
    event: (event: ProviderEvent) => receiveEvent(base, event),
    /** One tick: hands out due people and lets the worker send. */
    async tick(): Promise<number> {
      const queue: string[] = [];
      await dispatch({
        now: base.now,
        channels: channelNames,
        shards: 1,
        people: store,
        queue: { depth: async () => queue.length, wakeAll: async (_channel, ids) => void queue.push(...ids) },
        room: perChannel(() => 100),
      });
      for (const id of queue) await wake(sending, id);
      return queue.length;
    },
  };
  const see = {
    person: (id = 'sub_0000000000000001'): Subscriber => {
      const found = subscribers.rows.get(id);
      if (!found) throw new Error(`There is no ${id}`);
      return structuredClone(found);
    },
    /** The person who owns this address, according to the guard. */
    ownerOf: async (address: string): Promise<string | undefined> =>
      base.guardOf(address, (guard) => guard).then(({ owner, wish }) => owner ?? wish),
    /** The sign-up that waits for this address. */
    wishOf: async (address: string): Promise<string | undefined> =>
      (await base.guardOf(address, (guard) => guard)).wish,
    guard: (address: string) => base.guardOf(address, (guard) => guard),
    delivery: (target: string, stepId: string, id = 'sub_0000000000000001') =>
      deliveries.get(`${id}/${deliveryId(target, stepId)}`),
    everyone: () => [...subscribers.rows.values()].map((person) => structuredClone(person)),
    /** Steps and kinds of the provider requests, in order. */
    steps: () => state.requests.map(({ message }) => message.tags.step),
  };
  /** What the provider reports about the newest request. */
  const eventOf = (kind: ProviderEvent['kind'], given: Partial<ProviderEvent> = {}): ProviderEvent => {
    const { message } = state.requests.at(-1)!;
    return {
      channel: message.channel,
      tags: message.tags,
      providerId: 'p1',
      at: state.now,
      kind,
      lasting: false,
      ...given,
    };
  };
  return {
    state,
    base,
    sending,
    texting,
    store,
    act,
    see,
    eventOf,
    publish: (one: SeriesVersion): void => void versions.set(`${one.seriesId}#${one.version}`, one),
    kept: { subscribers: subscribers.rows, guards: guards.rows, deliveries, history, evidence, linked },
  };
}

export type World = ReturnType<typeof memory>;
