import fc from 'fast-check';
import { typedName, typedZip, typedZone } from '../../../functions/core/base/typed';

it.each([
  ['30309', '30309'],
  [' 30309 ', '30309'],
  ['303 09', '30309'],
  ['30309 1234', '30309-1234'],
  ['303091234', '30309-1234'],
  ['30309-1234', '30309-1234'],
  ['30309 - 1234', '30309-1234'],
  ['３０３０９', '30309'],
  ['3030', '3030'],
  ['30309-12', '30309-12'],
  ['SW1A 1AA', 'SW1A 1AA'],
])('the ZIP code %j is %s', (given, zip) => expect(typedZip(given)).toBe(zip));

it.each([
  ['Etc/Unknown', undefined],
  ['etc/unknown', undefined],
  [' ', undefined],
  [' America/New_York\u200b', 'America/New_York'],
  ['Mars/Base', 'Mars/Base'],
])('the zone %j is %s', (given, zone) => expect(typedZone(given)).toBe(zone));

it.each([
  ['  Ana ', 'Ana'],
  ['\u200bAna\ufeff', 'Ana'],
  ['\u202eanA', 'anA'],
  ['\u200b', ''],
  // Persian parts with a joiner, Sinhala and Malayalam shape letters with one.
  ['علی\u200cرضا', 'علی\u200cرضا'],
  ['ශ්\u200dරී', 'ශ්\u200dරී'],
  ['രമേശന്\u200d', 'രമേശന്\u200d'],
  ['\u200dAna\u200c', 'Ana'],
])('the name %j is %j', (given, name) => expect(typedName(given)).toBe(name));

it('reads what it wrote as it is', () => {
  const bits = fc.string({
    unit: fc.constantFrom('a', 'ශ', '\u0dca', 'ع', '\u200c', '\u200d', '\u200b', ' ', '\ue000'),
  });
  fc.assert(
    fc.property(bits, (given) => {
      for (const read of [typedName, typedZip, typedZone]) expect(read(read(given) ?? '')).toBe(read(given));
    }),
  );
});
