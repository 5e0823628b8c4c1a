import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { perChannel } from '../../functions/core/base/channel';
import type { Subscriber } from '../../functions/core/person/subscriber';
import { evidenceOf } from '../../functions/core/practice/consent';
import { hourStore } from '../../functions/store/hours';
import { testQuotaStore } from '../../functions/store/test-quotas';
import { aPerson, aRun } from '../support/memory';
import { all, practice } from '../support/practice';
import { onEveryEngine, type Stores } from '../support/tables';

/** Back to the release before: what the newer one wrote is read, kept, and written back as it was. */

const t0 = Date.UTC(2026, 10, 28);
type Item = Record<string, unknown>;
const inner = { since: t0, of: ['a', 'b'] };

/** One noun: its item is written by a store, then by a newer release; `again` reads it and, where this release may, saves it. */
interface Noun {
  table: keyof Stores['names'];
  key: Item;
  /** Where the newer release put fields: paths inside the item. */
  places: string[][];
  write(stores: Stores): Promise<unknown>;
  again(stores: Stores): Promise<unknown>;
}

const taken = { sent: 1, reported: 1, bounced: 0, complained: 0 };
const series = { ...all[0]!, seriesId: 'newer' };
const person: Subscriber = { ...aPerson({ enrollments: [aRun()] }), id: 'sub_0000000000000newer' };
const delivery = {
  subscriber: person.id,
  id: 'd1',
  at: t0,
  target: 'enr_1',
  stepId: 'rest',
  channel: 'email' as const,
  marketing: true,
  facts: { accepted: { at: t0 } },
};
const consent = evidenceOf(
  practice,
  {
    subscriber: person.id,
    channel: 'email',
    action: 'asked',
    at: t0,
    address: 'a@example.com',
    wording: 'w',
    text: 't',
  },
  { page: '/subscribe' },
);
const campaign = {
  id: 'cmp_1',
  rev: 0,
  name: 'Open house',
  seriesId: 'clinic-event',
  version: 1,
  segmentId: 'seg_1',
  who: {},
  channels: ['email' as const],
  startDate: '2026-12-01',
  startTime: '10:00',
  status: 'scheduled' as const,
  createdAt: t0,
  createdBy: 'Kim',
  asked: { at: t0, by: 'kim' },
};
const booking = {
  id: 'bkg_1',
  rev: 0,
  firstName: 'Ada',
  phone: '+12025550142',
  location: 'north',
  days: [1],
  part: 'any' as const,
  status: 'requested' as const,
  createdAt: t0,
  callBackBy: t0,
};
const line = { id: 'aud_1', at: t0, result: 'done' as const, act: 'GET /x', who: { sub: 'kim' } };
const keep = async <T>(read: Promise<T | undefined>, save: (found: T) => Promise<unknown>) => save((await read)!);

let evidenceAt = '';
const nouns: Record<string, Noun> = {
  'a person': {
    table: 'subscribers',
    key: { id: person.id },
    places: [[], ['prof'], ['to', 'email'], ['to', 'email', 'ok'], ['runs', '0']],
    write: ({ subscribers }) => subscribers.save({ ...person, rev: 0 }),
    again: ({ subscribers }) => keep(subscribers.load(person.id), (found) => subscribers.save(found)),
  },
  'a guard': {
    table: 'guards',
    key: { key: 'newer' },
    places: [[], ['suppressed']],
    write: ({ guards }) =>
      guards.save({ key: 'newer', rev: 0, channel: 'email', asked: [], suppressed: { reason: 'stop', at: t0 } }),
    again: ({ guards }) => keep(guards.load('newer'), (found) => guards.save(found)),
  },
  'a booking': {
    table: 'records',
    key: { kind: 'booking', key: 'bkg_1' },
    places: [[]],
    write: ({ bookings }) => bookings.create(booking),
    again: ({ bookings }) => keep(bookings.get('bkg_1'), (found) => bookings.save(found)),
  },
  'a campaign': {
    table: 'records',
    key: { kind: 'campaign', key: 'cmp_1' },
    places: [[], ['asked']],
    write: ({ campaigns }) => campaigns.save(campaign),
    again: ({ campaigns }) => keep(campaigns.get('cmp_1'), (found) => campaigns.save(found)),
  },
  'an audience': {
    table: 'records',
    key: { kind: 'segment', key: 'seg_1' },
    places: [[]],
    write: ({ segments }) =>
      segments.save({ id: 'seg_1', rev: 0, name: 'All', who: {}, createdAt: t0, createdBy: 'Kim' }),
    again: ({ segments }) => keep(segments.get('seg_1'), (found) => segments.save(found)),
  },
  'the tests somebody sent': {
    table: 'records',
    key: { kind: 'test-quota', key: 'kim' },
    places: [[]],
    write: ({ client, names }) =>
      testQuotaStore(client, names.records).save({ id: 'kim', rev: 0, createdAt: t0, times: [t0] }),
    again: ({ client, names }) => {
      const quotas = testQuotaStore(client, names.records);
      return keep(quotas.get('kim'), (found) => quotas.save(found));
    },
  },
  'the controls': {
    table: 'records',
    key: { kind: 'controls#0', key: 'controls' },
    places: [[]],
    write: ({ controls }) => controls.save({ rev: 0, kill: false, pausedSeries: [], campaigns: {} }),
    async again({ controls }) {
      // Reads go round the copies, and the newer field stands in the first alone.
      for (let n = 0; n < 4; n += 1) {
        const found = await controls.read();
        if (found.rev === 1 && 'newer' in found) return controls.save(found);
      }
      throw new Error('no copy has the field');
    },
  },
  'an hour': {
    table: 'records',
    key: { kind: 'hour', key: '2026-11-28T00' },
    places: [['count'], ['count', 'email']],
    write: ({ client, names }) =>
      hourStore(client, names.records).save({ at: t0, ...perChannel(() => taken), series: {} }),
    again: ({ client, names }) => {
      const hours = hourStore(client, names.records);
      return keep(hours.get(t0), (found) => hours.save(found));
    },
  },
  'what the watch saw': {
    table: 'records',
    key: { kind: 'watch', key: 'state' },
    places: [['watched'], ['watched', 'stuck']],
    write: ({ client, names }) =>
      hourStore(client, names.records).saveWatched({
        at: t0,
        countedTo: t0,
        stuck: { count: 0, more: false, ids: [] },
        warnings: [],
      }),
    again: ({ client, names }) => {
      const hours = hourStore(client, names.records);
      return keep(hours.watched(), (found) => hours.saveWatched(found));
    },
  },
  'a version of a series': {
    table: 'records',
    key: { kind: 'series#newer', key: 'v000001' },
    places: [['body'], ['body', 'steps', 'rest'], ['body', 'steps', 'rest', 'words'], ['body', 'paths', '0']],
    write: ({ series: store }) => store.publish({ ...series, version: 1, approval: 'draft' }),
    async again({ series: store }) {
      expect(await store.version('newer', 1)).toHaveProperty('steps.rest.words.newer');
      await store.approve('newer', 1, 'dr');
    },
  },
  'the file of a series': {
    table: 'records',
    key: { kind: 'series#newer', key: 'file' },
    places: [['body'], ['body', 'steps', 'rest']],
    write: ({ series: store }) => store.take(series),
    again: ({ series: store }) => keep(store.taken('newer'), (found) => store.take(found)),
  },
  'a message': {
    table: 'ledger',
    key: { subscriber: person.id, key: 'msg#d1' },
    places: [['message'], ['message', 'facts'], ['message', 'facts', 'accepted']],
    write: ({ ledger }) => ledger.mergeDelivery(delivery),
    again: ({ ledger }) => ledger.mergeDelivery({ ...delivery, facts: { delivered: { at: t0 + 1 } } }),
  },
  'evidence of consent': {
    table: 'ledger',
    get key() {
      return { subscriber: person.id, key: evidenceAt };
    },
    places: [['consent']],
    async write({ ledger }) {
      evidenceAt = await ledger.addEvidence(consent);
    },
    again: async ({ ledger }) => expect((await ledger.ofPerson(person.id, 50)).entries.length).toBeGreaterThan(0),
  },
  'an entry of history': {
    table: 'ledger',
    key: { subscriber: person.id, key: 'his#h1' },
    places: [['history'], ['history', 'happening']],
    write: ({ ledger }) =>
      ledger.addHistory({ subscriber: person.id, id: 'h1', at: t0, happening: { what: 'preferences', change: 'x' } }),
    again: async ({ ledger }) => expect((await ledger.ofPerson(person.id, 50)).entries.length).toBeGreaterThan(0),
  },
  'a departure': {
    table: 'departures',
    key: { key: 'newer', entry: '2026-11-28T00:00:00.000Z#left' },
    places: [[]],
    write: ({ departures }) => departures.append({ key: 'newer', at: t0, what: 'left', channel: 'email' }),
    again: async ({ departures }) => expect((await departures.page(10)).departures).toHaveLength(1),
  },
  'a line of the audit trail': {
    table: 'audit',
    key: { month: '2026-11', entry: '2026-11-28T00:00:00.000Z#aud_1#1' },
    places: [['line'], ['line', 'who']],
    write: ({ audit }) => audit.append(line),
    again: async ({ audit }) =>
      expect((await audit.list(10, { from: t0 - 1, to: t0 + 1 })).entries[0]).toHaveProperty('who.newer'),
  },
};

const at = (item: unknown, place: string[]): Item =>
  place.reduce<unknown>((value, key) => (value as Item)[key], item) as Item;

onEveryEngine((stores) => {
  const get = async ({ table, key }: Noun): Promise<Item> => {
    const { client, names } = stores();
    const { Item } = await client.send(new GetCommand({ TableName: names[table], Key: key, ConsistentRead: true }));
    return Item!;
  };

  test.each(Object.entries(nouns))('%s keeps what a newer release wrote into it', async (_, noun) => {
    await noun.write(stores());
    const item = await get(noun);
    for (const place of noun.places) at(item, place).newer = inner;
    const { client, names } = stores();
    await client.send(new PutCommand({ TableName: names[noun.table], Item: item }));
    await noun.again(stores());
    const now = await get(noun);
    for (const place of noun.places) expect(at(now, place).newer).toEqual(inner);
  });

  test('a person with a notice of a kind that only a newer release knows says STOP, and the notice waits', async () => {
    const { subscribers, client, names } = stores();
    const id = 'sub_000000000000notice';
    await subscribers.save({ ...person, id, rev: 0 });
    const key = { TableName: names.subscribers, Key: { id }, ConsistentRead: true };
    const notes = [{ id: 'ntc_1', kind: 'sms-poem', ch: 'sms', ph: 'waiting', due: t0, ends: t0 + 1, mood: 'well' }];
    const { Item } = await client.send(new GetCommand(key));
    await client.send(new PutCommand({ TableName: names.subscribers, Item: { ...Item, notes } }));
    const found = (await subscribers.load(id))!;
    expect(found.notices).toEqual([]);
    const left = { ...found.channels.email!, status: 'unsubscribed' as const };
    expect(await subscribers.save({ ...found, channels: { email: left } })).toBeDefined();
    const now = (await client.send(new GetCommand(key))).Item!;
    expect(now.notes).toEqual(notes);
    expect(now.to.email.st).toBe('unsubscribed');
    expect(now).not.toHaveProperty('laterNotices');
  });

  test('a history entry of a kind that only a newer release knows can be shown, and erased with its person', async () => {
    const { ledger, client, names } = stores();
    const subscriber = 'sub_00000000000history';
    await ledger.addHistory({ subscriber, id: 'h1', at: t0, happening: { what: 'preferences', change: 'x' } });
    const key = { TableName: names.ledger, Key: { subscriber, key: 'his#h1' }, ConsistentRead: true };
    const { Item } = await client.send(new GetCommand(key));
    Item!.history.happening = { what: 'poem', verses: 3 };
    await client.send(new PutCommand({ TableName: names.ledger, Item: Item! }));
    expect((await ledger.ofPerson(subscriber, 10)).entries).toHaveLength(1);
    expect(await ledger.erasePerson(subscriber, ({ kind }) => kind === 'consent')).toBe(1);
  });
});
