import * as fc from 'fast-check';
import { isHoliday } from '../../../functions/core/time/holidays';
import { anywhere, stateZones, zoneOfLetter } from '../../../functions/core/time/us-zones';
import { type Clues, isUsZone, isZone, placeOf, sameRules } from '../../../functions/core/time/zone';

const here = (clues: Clues) => placeOf(clues, 'America/New_York', 'GA');
const E = 'America/New_York';
const C = 'America/Chicago';
const M = 'America/Denver';
const P = 'America/Los_Angeles';

describe('one clue', () => {
  test.each([
    ['30303', 'GA', [E]],
    ['30303-1234', 'GA', [E]],
    ['90210', 'CA', [P]],
    ['85001', 'AZ', ['America/Phoenix']],
    ['86515', 'AZ', ['America/Phoenix', M]],
    ['96813', 'HI', ['Pacific/Honolulu']],
    ['99501', 'AK', ['America/Anchorage']],
    ['99546', 'AK', ['America/Adak']],
    ['00901', 'PR', ['America/Puerto_Rico']],
    ['00802', 'VI', ['America/Puerto_Rico']],
    ['96910', 'GU', ['Pacific/Guam']],
    ['96950', 'MP', ['Pacific/Guam']],
    ['96799', 'AS', ['Pacific/Pago_Pago']],
    ['47901', 'IN', [E, C]],
    ['46201', 'IN', [E]],
    ['46401', 'IN', [C]],
    ['42101', 'KY', [C]],
    ['40202', 'KY', [E]],
    ['42701', 'KY', [E, C]],
    ['37201', 'TN', [C]],
    ['37902', 'TN', [E]],
    ['37402', 'TN', [E, C]],
    ['32501', 'FL', [C]],
    ['32401', 'FL', [E, C]],
    ['33101', 'FL', [E]],
    ['79901', 'TX', [C, M]],
    ['75201', 'TX', [C]],
    ['58601', 'ND', [C, M]],
    ['57701', 'SD', [M]],
    ['69361', 'NE', [M]],
    ['67735', 'KS', [C, M]],
    ['83814', 'ID', [P]],
    ['83702', 'ID', [M]],
    ['97914', 'OR', [M, P]],
    ['49801', 'MI', [E, C]],
    ['48201', 'MI', [E]],
    ['89883', 'NV', [M]],
    ['89101', 'NV', [P]],
    ['06390', 'NY', [E]],
    ['20500', 'DC', [E]],
  ])('postal code %s is %s', (postalCode, state, zones) => {
    expect(here({ postalCode })).toMatchObject({ state, zones, zoneSource: 'postal-code' });
  });

  test.each([
    ['+12125550100', 'NY', [E]],
    ['+14155550100', 'CA', [P]],
    ['+18085550100', 'HI', ['Pacific/Honolulu']],
    ['+19075550100', 'AK', ['America/Anchorage', 'America/Adak']],
    ['+16025550100', 'AZ', ['America/Phoenix']],
    ['+19285550100', 'AZ', ['America/Phoenix', M]],
    ['+17875550100', 'PR', ['America/Puerto_Rico']],
    ['+16715550100', 'GU', ['Pacific/Guam']],
    ['+19155550100', 'TX', [M]],
    ['+15125550100', 'TX', [C]],
    ['+18505550100', 'FL', [E, C]],
    ['+13055550100', 'FL', [E]],
    ['+12705550100', 'KY', [E, C]],
    ['+15025550100', 'KY', [E]],
    ['+19065550100', 'MI', [E, C]],
    ['+12085550100', 'ID', [M, P]],
    ['+17015550100', 'ND', [C, M]],
    ['+17025550100', 'NV', [P]],
  ])('number %s is %s', (phone, state, zones) => {
    expect(here({ phone })).toMatchObject({ state, zones, zoneSource: 'area-code' });
  });

  test('a stated zone stands, and the practice’s state lends its holidays', () => {
    expect(here({ stated: 'America/Boise' })).toEqual({
      zones: ['America/Boise'],
      zoneSource: 'stated',
      zoneConfidence: 0.9,
      state: 'GA',
    });
  });
});

describe('no clue', () => {
  test('an email sign-up that says nothing is where the practice is', () => {
    expect(here({})).toMatchObject({ zones: [E], zoneSource: 'practice', state: 'GA' });
  });

  test.each(['+18005550100', '+15005550100', '+14165550100', '+442079460000', '+1212'])(
    'number %s may ring anywhere in the US, Hawaii and Puerto Rico included',
    (phone) => {
      const place = here({ phone });
      expect(place.zoneSource).toBe('practice');
      expect(place.zones).toEqual(
        expect.arrayContaining([E, P, 'Pacific/Honolulu', 'America/Puerto_Rico', 'America/Adak']),
      );
      expect(place.zones).toHaveLength(anywhere.length);
      expect(place.zoneConfidence).toBeLessThan(0.2);
    },
  );

  test.each(['UTC', 'Etc/GMT+5', 'GMT', 'Mars/Olympus', '+05:00', '', 'x'.repeat(500)])(
    '%s as stated zone tells nothing',
    (stated) => {
      expect(here({ stated })).toMatchObject({ zones: [E], zoneSource: 'practice' });
    },
  );

  test.each(['09001', '34001', '96201', '96970', '00000', '3030', 'SW1A 1AA'])(
    'postal code %s tells no place',
    (postalCode) => {
      expect(here({ postalCode })).toMatchObject({ zones: [E], zoneSource: 'practice' });
    },
  );
});

describe('several clues', () => {
  test('a 212 number in California: open in both, the state of the postal code', () => {
    const place = here({ phone: '+12125550100', postalCode: '90210' });
    expect(place).toMatchObject({ zones: [P, E], zoneSource: 'postal-code', state: 'CA' });
    expect(place.zoneConfidence).toBeLessThan(0.5);
  });

  test('a browser that names one of the postal code’s two zones decides', () => {
    expect(here({ stated: C, postalCode: '42701' })).toMatchObject({
      zones: [C],
      zoneSource: 'stated',
      state: 'KY',
      zoneConfidence: 1,
    });
  });

  test('a browser far from the postal code adds up', () => {
    expect(here({ stated: 'Europe/London', postalCode: '30303' }).zones).toEqual(['Europe/London', E]);
  });

  test('all three apart: all three', () => {
    expect(here({ stated: P, postalCode: '80202', phone: '+12125550100' }).zones).toEqual([P, M, E]);
  });

  test('Detroit and New York are one time, Phoenix and Denver are not', () => {
    expect(here({ stated: 'America/Detroit', phone: '+12125550100' })).toMatchObject({
      zones: ['America/Detroit'],
      zoneConfidence: 1,
    });
    expect(here({ stated: 'America/Phoenix', postalCode: '80202' }).zones).toEqual(['America/Phoenix', M]);
    expect(sameRules('America/Havana', E)).toBe(false);
    expect(sameRules('America/Indiana/Indianapolis', E)).toBe(true);
  });

  test('a number that tells nothing takes nothing away from a postal code', () => {
    expect(here({ postalCode: '90210', phone: '+18885550100' })).toMatchObject({ zones: [P], zoneConfidence: 0.9 });
  });

  test('whatever is given, there is a known zone, a state with holidays and a confidence', () => {
    const clue = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
    fc.assert(
      fc.property(
        clue(fc.oneof(fc.string(), fc.constantFrom(E, P, 'Asia/Tokyo'))),
        clue(
          fc.oneof(
            fc.string(),
            fc.integer({ min: 0, max: 99999 }).map((n) => String(n).padStart(5, '0')),
          ),
        ),
        clue(
          fc.oneof(
            fc.string(),
            fc.integer({ min: 200, max: 999 }).map((n) => `+1${n}5550100`),
          ),
        ),
        (stated, postalCode, phone) => {
          const place = here({ stated, postalCode, phone });
          expect(place.zones.length).toBeGreaterThan(0);
          expect(place.zones.every(isZone)).toBe(true);
          expect(() => isHoliday('2026-06-02', place.state)).not.toThrow();
          expect(place.zoneConfidence).toBeGreaterThan(0);
          expect(place.zoneConfidence).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('every postal code and area code of the tables leads to zones of its own state', () => {
  let codes = 0;
  for (let n = 0; n < 1000; n++) {
    const prefix = String(n).padStart(3, '0');
    for (const clues of [{ postalCode: `${prefix}12` }, { phone: `+1${prefix}5550100` }]) {
      const place = here(clues);
      if (place.zoneSource === 'practice') continue;
      codes++;
      const ofState = [...stateZones[place.state]!].map((letter) => zoneOfLetter[letter]);
      for (const zone of place.zones) expect([clues, ofState.includes(zone)]).toEqual([clues, true]);
    }
  }
  expect(codes).toBeGreaterThan(1200);
});

test('US zones are known by new and old names', () => {
  for (const zone of [
    ...Object.values(zoneOfLetter),
    'America/Detroit',
    'America/Indiana/Knox',
    'US/Eastern',
    'Pacific/Saipan',
  ]) {
    expect([zone, isUsZone(zone)]).toEqual([zone, true]);
  }
  for (const zone of ['Europe/London', 'America/Toronto', 'America/Havana', 'UTC'])
    expect([zone, isUsZone(zone)]).toEqual([zone, false]);
});
