import { afterLosing } from '../../../functions/core/base/back-off';

const most = () => Uint8Array.of(255);
const least = () => Uint8Array.of(0);

test('who lost a write once tries again at once; after that losers spread over a span that doubles up to 0.8 s', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 20].map((losses) => afterLosing(losses, most))).toEqual([
    0, 20, 40, 80, 160, 320, 640, 800, 800,
  ]);
  expect(afterLosing(9, least)).toBe(0);
});

test('all 32 tries together wait 22 seconds at the very most, within the 30 of a request', () => {
  const waits = Array.from({ length: 32 }, (_, i) => afterLosing(i + 1, most));
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(22_100);
});
