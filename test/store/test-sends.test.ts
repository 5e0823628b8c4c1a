import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { TestSend } from '../../functions/core/series/test-send';
import { testQuotaStore } from '../../functions/store/test-quotas';
import { onEveryEngine } from '../support/tables';

const t0 = Date.UTC(2026, 10, 22);
const test_: TestSend = {
  recipient: 'Kim',
  seriesId: 'back-care',
  version: 3,
  stepId: 'rest',
  sample: 'new-runner',
  words: { subject: 'A quiet day', paragraphs: ['One.', 'Two.'] },
};

onEveryEngine((stores) => {
  test('what a test shows comes back as it was written, and only for its own notice', async () => {
    const { ledger } = stores();
    const entry = (id: string, test: TestSend) =>
      ({ subscriber: 'sub_t', id, at: t0, happening: { what: 'test', actor: 'Kim', test } }) as const;
    const { words: _words, ...saved } = test_;
    expect(await ledger.addHistory(entry('ntc_1', test_))).toBe(true);
    await ledger.addHistory(entry('ntc_2', saved));
    await ledger.addHistory({
      subscriber: 'sub_t',
      id: 'ntc_3',
      at: t0,
      happening: { what: 'staff', actor: 'Kim', action: 'looked' },
    });
    expect(await ledger.test('sub_t', 'ntc_1')).toStrictEqual(test_);
    expect(await ledger.test('sub_t', 'ntc_2')).toStrictEqual(saved);
    for (const [subscriber, id] of [
      ['sub_t', 'ntc_3'],
      ['sub_t', 'ntc_4'],
      ['sub_other', 'ntc_1'],
    ] as const)
      expect(await ledger.test(subscriber, id)).toBeUndefined();
  });

  test('of two tests counted at once the second is told', async () => {
    const { client, names } = stores();
    const quotas = testQuotaStore(client, names.records);
    const fresh = { id: '6f1c-sub', rev: 0, createdAt: t0, times: [t0] };
    expect(await quotas.save(fresh)).toStrictEqual({ ...fresh, rev: 1 });
    expect(await quotas.save(fresh)).toBeUndefined();
    expect(await quotas.save({ ...fresh, rev: 1, times: [t0, t0 + 1] })).toMatchObject({ rev: 2 });
    expect(await quotas.get('6f1c-sub')).toStrictEqual({ ...fresh, rev: 2, times: [t0, t0 + 1] });
    expect(await quotas.get('nobody')).toBeUndefined();
  });

  test('a test that cannot be read is named by its key and shows nothing of itself', async () => {
    const { ledger, client, names } = stores();
    const Item = {
      subscriber: 'sub_b',
      key: 'his#ntc_9',
      at: t0,
      history: { id: 'ntc_9', happening: { what: 'test', test: { recipient: 'Secret' } } },
    };
    await client.send(new PutCommand({ TableName: names.ledger, Item }));
    await expect(ledger.test('sub_b', 'ntc_9')).rejects.toMatchObject({
      code: 'internal',
      message: expect.not.stringContaining('Secret'),
    });
  });
});
