import { randomBytes } from 'node:crypto';
import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { composeReconcile } from '../../functions/compose-reconcile';
import type { Config } from '../../functions/config';
import { type ChannelName, channelNames, perChannel } from '../../functions/core/base/channel';
import type { Edges } from '../../functions/core/base/edges';
import { day, type Instant, minute } from '../../functions/core/base/time';
import type { SignupRequest } from '../../functions/core/membership/signup';
import { composeMessage } from '../../functions/core/messages/compose-message';
import type { Subscriber } from '../../functions/core/person/subscriber';
import { dueOf } from '../../functions/core/sending/due';
import type { Answer, Outgoing, ProviderEvent } from '../../functions/core/sending/outgoing';
import { defaultPolicy } from '../../functions/core/time/policy';
import { seedSeries } from '../../functions/flows/care/seed-series';
import { confirmChannel } from '../../functions/flows/public/confirm';
import { eraseUnproven } from '../../functions/flows/public/erase';
import { leaveChannel } from '../../functions/flows/public/leave';
import { signUp } from '../../functions/flows/public/signup';
import { dispatch } from '../../functions/flows/sending/dispatch';
import { receiveEvent } from '../../functions/flows/sending/receive-event';
import { type Waiting, wake } from '../../functions/flows/sending/send';
import { sweepCampaigns } from '../../functions/flows/sending/sweep';
import { setKill } from '../../functions/flows/staff/edit-controls';
import { ground } from '../../functions/ground';
import { renderMail } from '../../functions/providers/render';
import { bookingStore } from '../../functions/store/bookings';
import { campaignStore } from '../../functions/store/campaigns';
import { type TableName, type TableNames, tableNames } from '../../functions/store/schema';
import { createTables } from '../../lib/local/aws/dynamo';
import { copyTable } from '../../lib/restore';
import { type Answered, meant } from '../support/answered';
import type { Engine } from '../support/tables';
import { all, practice } from '../templates/sample';

/** Monday, 11:00 in New York. */
export const monday = Date.parse('2026-11-30T16:00:00Z');

export interface Request {
  at: Instant;
  message: Outgoing;
}

const namesOf = (mark: string): TableNames =>
  Object.fromEntries(tableNames.map((name) => [name, `${name}-${mark}`])) as TableNames;

/**
 * A whole practice on real tables: the flows and stores as they are composed for the cloud, a clock that hops from due
 * moment to due moment, and a provider that writes down what it took. Tables can be copied, destroyed and put back.
 */
export async function openPractice(engine: Engine) {
  process.env.AWS_REGION ??= 'us-east-1';
  process.env.AWS_ACCESS_KEY_ID ??= 'local';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'local';
  const mark = randomBytes(4).toString('hex');
  const config = {
    stage: 'rehearsal',
    practice,
    policy: defaultPolicy,
    publicUrl: 'https://tips.practice.example',
    tables: namesOf(mark),
    shards: 1,
    linkKeys: [{ id: 'k1', secret: 'a secret of the rehearsal' }],
    guardSecret: 'another secret of the rehearsal',
    allowList: ['*'],
    evergreen: ['back-care'],
    endpoints: { dynamodb: engine.endpoint, sqs: '', ses: '', sms: '' },
  } as unknown as Config;
  const state = {
    now: monday,
    requests: [] as Request[],
    /** The provider's answer; what it takes is in `requests` either way. */
    answer: (_message: Outgoing): Answer => ({ is: 'accepted', providerId: `p${state.requests.length}` }),
  };
  const edges: Edges = {
    now: () => state.now,
    bytes: (n) => randomBytes(n),
    sleep: async (ms) => {
      state.now += ms;
    },
  };
  const base = ground(config, edges);
  const { client } = base;
  await createTables(client, config.tables);
  await seedSeries(base, all);

  const flows = { ...base, wake: async () => undefined };
  const sending = {
    ...base,
    compose: (waiting: Waiting, now: Instant) => composeMessage({ ...base, render: renderMail }, waiting, now),
    hadReports: async () => true,
    pace: { take: async () => true, throttled: () => undefined },
    send: async (message: Outgoing): Promise<Answer> => {
      state.requests.push({ at: state.now, message });
      return state.answer(message);
    },
    report: (error: unknown) => {
      throw error;
    },
    alarm: () => undefined,
    erase: (person: Subscriber) => eraseUnproven(base, person),
  };

  const ownerOf = async (address: string): Promise<string> => {
    const { owner: proven, wish } = await base.guardOf(address, (guard) => guard);
    const owner = wish ?? proven;
    if (!owner) throw new Error(`Nobody owns ${address}.`);
    return owner;
  };

  async function tick(): Promise<number> {
    const due: string[] = [];
    await dispatch({
      now: edges.now,
      channels: channelNames,
      shards: 1,
      people: base.people,
      queue: { depth: async () => 0, wakeAll: async (_channel, ids) => void due.push(...ids) },
      room: perChannel(() => 1000),
    });
    for (const id of due) await wake(sending, id);
    return due.length;
  }

  const campaigns = campaignStore(client, config.tables.records);
  const bookings = bookingStore(client, config.tables.records);
  return {
    state,
    base,
    client,
    tables: config.tables,
    campaigns,
    bookings,
    ownerOf,
    people: base.people,
    restoring: composeReconcile(config, edges),
    async signUp(request: Partial<SignupRequest> & Answered, confirmed: ChannelName[]): Promise<string> {
      const wanted: SignupRequest = {
        firstName: 'Robin',
        adult: true,
        emailConsent: request.email !== undefined,
        smsConsent: request.phone !== undefined,
        timeZone: 'America/New_York',
        ...meant(request),
      };
      await signUp(flows, wanted, { page: '/subscribe', wording: '2026-11-a' });
      const form = await ownerOf((request.email ?? request.phone)!);
      // A YES counts for both addresses only once the question that names them has gone out.
      await wake(sending, form);
      let id = form;
      for (const channel of confirmed)
        ({ subscriber: id } = await confirmChannel(flows, form, channel, { page: '/confirm' }));
      return id;
    },
    confirm: (id: string, channel: ChannelName) => confirmChannel(flows, id, channel, { page: '/confirm' }),
    leave: (id: string, channel: ChannelName) => leaveChannel(flows, id, channel, { means: 'page' }),
    async forget(id: string): Promise<void> {
      const person = await base.people.load(id);
      for (const channel of Object.keys(person?.channels ?? {}) as ChannelName[])
        await leaveChannel(flows, id, channel, { means: 'erasure' });
      await eraseUnproven(base, (await base.people.load(id))!);
      for (const one of (await bookings.list()).bookings) await bookings.remove(one.id, one.rev);
    },
    report: (request: Request, kind: ProviderEvent['kind'], lasting = false) =>
      receiveEvent(base, {
        channel: request.message.channel,
        tags: request.message.tags,
        providerId: 'p',
        at: state.now,
        kind,
        lasting,
      }),
    kill: (on: boolean) => setKill(base, on, 'rehearsal'),
    /** Lets virtual time go on, from due moment to due moment, campaigns swept on the way. */
    async runFor(days: number): Promise<void> {
      const end = state.now + days * day;
      while (state.now < end) {
        await sweepCampaigns({ ...base, stage: 'prod', campaigns }, state.now + minute);
        while ((await tick()) > 0) state.now += minute;
        state.now = Math.min(end, (await base.people.nextDue(state.now)) ?? end);
      }
    },
    /** Everybody, as they now are. */
    async everyone(): Promise<Subscriber[]> {
      const found: Subscriber[] = [];
      let after: string | undefined;
      do {
        const page = await base.people.page(100, after);
        found.push(...page.subscribers);
        after = page.next;
      } while (after);
      return found;
    },
    stuck: (person: Subscriber): boolean => (dueOf(person)?.at ?? Infinity) < state.now - day,
    async backUp(): Promise<TableNames> {
      const copies = namesOf(`${mark}-copy-${randomBytes(2).toString('hex')}`);
      await createTables(client, copies);
      for (const name of tableNames) await copyTable(client, name, config.tables[name], copies[name]);
      return copies;
    },
    /** Gone for good, and made again empty, as restoring under the old name or deploying anew would. */
    async destroy(names: TableName[]): Promise<void> {
      for (const name of names) await client.send(new DeleteTableCommand({ TableName: config.tables[name] }));
      await createTables(client, config.tables);
    },
    copy: (name: TableName, from: string) => copyTable(client, name, from, config.tables[name]),
    close: () => client.destroy(),
  };
}

export type PracticeWorld = Awaited<ReturnType<typeof openPractice>>;

/** Marketing requests, by person, run and step. */
export const marketing = (requests: Request[]): Request[] =>
  requests.filter(({ message }) => message.tags.target.startsWith('enr_'));

export function doubled(requests: Request[]): string[] {
  const seen = new Map<string, number>();
  for (const { message } of marketing(requests)) {
    const { subscriber, target, step } = message.tags;
    const name = `${subscriber} ${target} ${step}`;
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return [...seen].filter(([, times]) => times > 1).map(([name]) => name);
}
