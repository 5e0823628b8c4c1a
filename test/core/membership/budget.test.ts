import { hour } from '../../../functions/core/base/time';
import { atLeast, blockOf, chargesOf, defaultBudgets, networkOf } from '../../../functions/core/membership/budget';

const now = Date.UTC(2026, 10, 23, 15, 20);

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:DB8:0:0:ffff:ffff:ffff:ffff', '2001:db8:0:0::/64'],
  ['[2001:db8::1]', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['local', 'local'],
])('%s is of the network %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

test('numbers that a carrier is given together are of one block', () => {
  expect(blockOf('+14045550142')).toBe(blockOf('+14045550999'));
  expect(blockOf('+14045551142')).not.toBe(blockOf('+14045550142'));
});

test('the asker and whom they name are charged before the world, so that one flood spends only its own', () => {
  const rounds = chargesOf(
    defaultBudgets,
    'signUps',
    { ip: '192.0.2.77', addresses: ['a.na+tips@gmail.com', '+14045550142'] },
    now,
  );
  const hours = Math.floor(now / hour);
  expect(rounds.map((round) => round.map(({ of, most }) => [of.split('\n'), most]))).toEqual([
    [[['signUps', 'network', '192.0.2.0/24', String(hours)], 300]],
    [
      [['signUps', 'address', 'ana@gmail.com', String(hours)], 40],
      [['signUps', 'address', '+14045550142', String(hours)], 40],
      [['signUps', 'numberBlock', '+14045550', String(hours)], 100],
    ],
    [[['signUps', 'everyone', '', String(hours)], 3000]],
  ]);
  expect(rounds[0]![0]!.until).toBe(Date.UTC(2026, 10, 23, 16));
});

test('a text has no network', () => {
  expect(chargesOf(defaultBudgets, 'answers', { addresses: ['+14045550142'] }, now)).toHaveLength(2);
});

test('budgets are raised where one machine asks for everybody, and never lowered', () => {
  const raised = atLeast(defaultBudgets, 500);
  expect(raised.signUps).toEqual({ network: 500, address: 500, numberBlock: 500, everyone: 3000 });
  expect(raised.bookings.network).toBe(500);
});
