import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { hour } from '../../functions/core/base/time';
import { chargesOf, defaultBudgets } from '../../functions/core/membership/budget';
import { budgetKey } from '../../functions/core/person/address';
import { budgetStore } from '../../functions/store/budgets';
import { onEveryEngine } from '../support/tables';

const now = Date.UTC(2026, 10, 23, 15, 20);
let marks = 0;

onEveryEngine((stores) => {
  /** Budgets of a practice of their own. */
  function practice(over: Partial<(typeof defaultBudgets)['signUps']> = {}) {
    marks += 1;
    const secret = `a secret of practice ${marks}`;
    const { spend } = budgetStore(stores().client, stores().names.guards, (of) => budgetKey(secret, of));
    const budgets = { ...defaultBudgets, signUps: { ...defaultBudgets.signUps, ...over } };
    const signUp = (address: string, ip = '192.0.2.1', at = now) =>
      spend(chargesOf(budgets, 'signUps', { ip, addresses: [address] }, at));
    return { signUp };
  }
  const counted = (answers: boolean[]) => answers.filter(Boolean).length;

  test('of a crowd at once exactly as many are let through as the budget has', async () => {
    const { signUp } = practice({ network: 7 });
    expect(counted(await Promise.all(Array.from({ length: 20 }, (_, i) => signUp(`r${i}@example.com`))))).toBe(7);
    expect(await signUp('other@example.com', '198.51.100.1')).toBe(true);
  });

  test('one network that floods leaves the budget of everybody to the others', async () => {
    const { signUp } = practice({ network: 2, everyone: 4 });
    for (let i = 0; i < 10; i += 1) await signUp(`r${i}@example.com`);
    expect(await signUp('b@example.com', '198.51.100.1')).toBe(true);
    expect(await signUp('c@example.com', '2001:db8::1')).toBe(true);
    expect(await signUp('d@example.com', '203.0.113.1')).toBe(false);
  });

  test('spellings of one mailbox, and numbers of one block, share a budget from wherever they are asked', async () => {
    const { signUp } = practice({ address: 2, numberBlock: 2 });
    const spellings = ['ana@gmail.com', 'a.n.a@gmail.com', 'ana+tips@gmail.com'];
    const numbers = ['+14045550101', '+14045550102', '+14045550103'];
    for (const three of [spellings, numbers]) {
      const answers = [];
      for (const [i, address] of three.entries()) answers.push(await signUp(address, `10.0.${i}.1`));
      expect(answers).toEqual([true, true, false]);
    }
  });

  test('the next hour begins anew', async () => {
    const { signUp } = practice({ network: 1 });
    expect([await signUp('a@example.com'), await signUp('b@example.com')]).toEqual([true, false]);
    expect(await signUp('b@example.com', '192.0.2.1', now + hour)).toBe(true);
  });

  test('what is stored tells nobody, and ends by itself', async () => {
    const { signUp } = practice();
    await signUp('ana@example.com', '192.0.2.1');
    const { client, names } = stores();
    const { Items = [] } = await client.send(new ScanCommand({ TableName: names.guards }));
    expect(JSON.stringify(Items)).not.toMatch(/ana|example|192\.0|signUps/);
    for (const item of Items) {
      expect(item.key).toMatch(/^budget#[\w-]{43}$/);
      expect(Object.keys(item).sort()).toEqual(['ends', 'key', 'n']);
      expect([Date.UTC(2026, 10, 23, 17) / 1000, Date.UTC(2026, 10, 23, 18) / 1000]).toContain(item.ends);
    }
  });
});
