import { isDeepStrictEqual } from 'node:util';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { StridewellError } from '../core/base/error';
import type { ConsentEvidence } from '../core/practice/consent';
import { type Delivery, mergeDelivery } from '../core/sending/delivery';
import { type HistoryEntry, type LedgerEntry, testIn } from '../core/sending/journal';
import { type TestSend, testSendSchema } from '../core/series/test-send';
import { cursor, fromCursor, held, type Item, nextPage, parsed, putAtRev } from './item';
import { itemSchema } from './item-schema';
import { type LedgerPage, ledgerDays } from './ledger-days';
import { deliveryKey, evidenceKey, historyKey, ledgerEntry, ledgerItem } from './ledger-item';

const storedTest = itemSchema<TestSend>()(testSendSchema);

/** How often a merge is tried again when another writer was quicker. */
const mergeTries = 6;

/** What was sent, consented to and done: messages merge, everything else is written once and never changed. */
export function ledgerStore(client: DynamoDBDocumentClient, table: string) {
  const get = async (subscriber: string, key: string): Promise<Item | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { subscriber, key }, ConsistentRead: true }),
    );
    return Item;
  };

  const deliveryIn = (item: Item): Delivery | undefined => {
    const entry = ledgerEntry(table, item);
    return entry.kind === 'message' ? entry.delivery : undefined;
  };

  const append = (item: Item): Promise<boolean> =>
    held(
      client.send(
        new PutCommand({
          TableName: table,
          Item: item,
          ConditionExpression: 'attribute_not_exists(#k)',
          ExpressionAttributeNames: { '#k': 'key' },
        }),
      ),
    );

  /** All a person has, in pages of DynamoDB's own size (1 MB). */
  async function* collection(subscriber: string): AsyncGenerator<Item[]> {
    let start: Item | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'subscriber = :subscriber',
          ExpressionAttributeValues: { ':subscriber': subscriber },
          ConsistentRead: true,
          ExclusiveStartKey: start,
        }),
      );
      yield Items;
      start = LastEvaluatedKey;
    } while (start);
  }

  return {
    /**
     * Adds what is known of a message to its record, in any order, any number of times; answers the whole record. With
     * `likelyNew` it is written before anything is read: a first fact costs no read, any other a refused write more.
     */
    async mergeDelivery(delivery: Delivery, likelyNew = false): Promise<Delivery> {
      const key = deliveryKey(delivery.id);
      const put = (whole: Delivery, rev: number): Promise<boolean> =>
        putAtRev(client, table, 'key', { ...ledgerItem(key, { kind: 'message', delivery: whole }), rev: rev + 1 }, rev);
      if (likelyNew && (await put(delivery, 0))) return delivery;
      for (let tries = 0; tries < mergeTries; tries += 1) {
        const stored = await get(delivery.subscriber, key);
        const known = stored && deliveryIn(stored);
        const merged = known ? mergeDelivery(known, delivery) : delivery;
        if (known && isDeepStrictEqual(known, merged)) return known;
        const rev = Number(stored?.rev ?? 0);
        if (await put(merged, rev)) return merged;
      }
      throw new StridewellError('conflict', `The record of message ${delivery.id} is changing too fast; try again.`);
    },

    async delivery(subscriber: string, id: string): Promise<Delivery | undefined> {
      const stored = await get(subscriber, deliveryKey(id));
      return stored && deliveryIn(stored);
    },

    /** The ids under which messages or tests of this item stand, as far as they begin so. */
    async idsFrom(subscriber: string, begins: string): Promise<string[]> {
      const key = begins.startsWith('ntc_') ? historyKey(begins) : deliveryKey(begins);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'subscriber = :subscriber AND begins_with(#k, :key)',
          ExpressionAttributeNames: { '#k': 'key' },
          ExpressionAttributeValues: { ':subscriber': subscriber, ':key': key },
          ConsistentRead: true,
        }),
      );
      return Items.map((item) => String(item.key).slice(key.length - begins.length));
    },

    /** Writes the evidence unless this very evidence is there; answers its key, which the consent then points at. */
    async addEvidence(evidence: ConsentEvidence): Promise<string> {
      const key = evidenceKey(evidence);
      await append(ledgerItem(key, { kind: 'consent', evidence }));
      return key;
    },

    /** False if the entry was there already. */
    addHistory(entry: HistoryEntry): Promise<boolean> {
      return append(ledgerItem(historyKey(entry.id), { kind: 'history', entry }));
    },

    /** The test this notice of a test's item stands for. */
    async test(subscriber: string, notice: string): Promise<TestSend | undefined> {
      const stored = await get(subscriber, historyKey(notice));
      const entry = stored && ledgerEntry(table, stored);
      const test = entry?.kind === 'history' ? testIn(entry.entry) : undefined;
      return test && parsed(storedTest, table, `${subscriber}/${historyKey(notice)}`, test);
    },

    /** Whether a happening was written down before. */
    async hasHistory(subscriber: string, id: string): Promise<boolean> {
      return (await get(subscriber, historyKey(id))) !== undefined;
    },

    /**
     * A person's entries, newest first. Keys follow what is recorded and not time (an event that knows only its message
     * must find the record), so one person's entries are read through and the newest `limit` kept.
     */
    async ofPerson(subscriber: string, limit: number, after?: string): Promise<LedgerPage> {
      const from = fromCursor(after) as { at: number; key: string } | undefined;
      const newestFirst = (a: Item, b: Item) =>
        Number(b.at) - Number(a.at) || (String(a.key) < String(b.key) ? -1 : String(a.key) > String(b.key) ? 1 : 0);
      let kept: Item[] = [];
      for await (const items of collection(subscriber)) {
        const wanted = from ? items.filter((item) => newestFirst(from, item) < 0) : items;
        kept = [...kept, ...wanted].sort(newestFirst).slice(0, limit + 1);
      }
      const shown = kept.slice(0, limit);
      const last = shown.at(-1);
      const next = kept.length > limit && last ? cursor({ at: last.at, key: last.key }) : undefined;
      return { entries: shown.map((item) => ledgerEntry(table, item)), ...nextPage(next) };
    },

    ...ledgerDays(client, table),

    /** Deletes all of a person's entries but those the law has us keep; answers how many went. Safe to repeat. */
    async erasePerson(subscriber: string, keep: (entry: LedgerEntry) => boolean): Promise<number> {
      let erased = 0;
      for await (const items of collection(subscriber)) {
        const going = items.filter((item) => !keep(ledgerEntry(table, item)));
        for (let i = 0; i < going.length; i += 25) {
          const slice = going.slice(i, i + 25);
          await Promise.all(
            slice.map(({ key }) => client.send(new DeleteCommand({ TableName: table, Key: { subscriber, key } }))),
          );
          erased += slice.length;
        }
      }
      return erased;
    },
  };
}
