import { textLinkStore } from '../../functions/store/text-links';
import { freshStore } from '../support/tables';

let store: Awaited<ReturnType<typeof freshStore>>;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const owner = 'sub_abcde00000000001';
const besides = 'sub_abcde00000000002';

it('owners whose ids begin alike stand on one shelf, however often they are added, until they are removed', async () => {
  const links = textLinkStore(store.client, store.names.records);
  for (const one of [owner, besides, owner, 'sub_zzzzz00000000001']) await links.add(one);
  expect(await links.ownersOn('abcde')).toEqual([owner, besides]);
  await links.remove(owner);
  await links.remove(owner);
  expect(await links.ownersOn('abcde')).toEqual([besides]);
  expect(await links.ownersOn('99999')).toEqual([]);
});

it('finds the ids of messages and tests by how they begin, each of its own item', async () => {
  const at = 1;
  for (const id of ['msg_ab1', 'msg_ab2', 'msg_zz1'])
    await store.ledger.mergeDelivery({
      subscriber: owner,
      id,
      target: 'enr_1',
      stepId: 's',
      channel: 'sms',
      marketing: true,
      at,
      facts: {},
    });
  await store.ledger.addHistory({
    subscriber: owner,
    id: 'ntc_ab1',
    at,
    happening: { what: 'preferences', change: 'x' },
  });
  expect(await store.ledger.idsFrom(owner, 'msg_ab')).toEqual(['msg_ab1', 'msg_ab2']);
  expect(await store.ledger.idsFrom(owner, 'ntc_ab')).toEqual(['ntc_ab1']);
  expect(await store.ledger.idsFrom(besides, 'msg_ab')).toEqual([]);
});
