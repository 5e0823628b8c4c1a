import type { Profile } from '../../../functions/core/person/subscriber';
import { matches } from '../../../functions/core/series/audience';

const sam: Profile = {
  firstName: 'Sam',
  experience: 'new',
  pain: 'structural',
  crossTraining: false,
  locale: 'en',
  zones: ['America/New_York'],
  zoneSource: 'stated',
  zoneConfidence: 1,
};

describe('who is meant', () => {
  it('is everyone when nothing is asked', () => {
    expect(matches({}, sam)).toBe(true);
  });

  it('needs every field to match', () => {
    expect(matches({ pain: ['structural'], experience: ['new'] }, sam)).toBe(true);
    expect(matches({ pain: ['structural'], experience: ['regular'] }, sam)).toBe(false);
  });

  it('takes any value of a list', () => {
    expect(matches({ pain: ['none', 'structural'] }, sam)).toBe(true);
  });

  it('reads a missing visit as not seen', () => {
    expect(matches({ seen: false }, sam)).toBe(true);
    expect(matches({ seen: true }, sam)).toBe(false);
    expect(matches({ seen: false }, { ...sam, seen: true })).toBe(false);
  });

  it('matches no list with an answer not given', () => {
    expect(matches({ checkIn: ['better', 'same', 'worse'] }, sam)).toBe(false);
    expect(matches({ location: ['north'] }, sam)).toBe(false);
    expect(matches({ source: ['qr-1'] }, sam)).toBe(false);
    expect(matches({ checkIn: ['worse'] }, { ...sam, checkIn: 'worse' })).toBe(true);
  });

  it('tells open to cross-training from not', () => {
    expect(matches({ crossTraining: false }, sam)).toBe(true);
    expect(matches({ crossTraining: true }, sam)).toBe(false);
  });

  it('reads locale, location and source', () => {
    const ana: Profile = { ...sam, locale: 'es', location: 'north', source: 'race' };
    expect(matches({ locale: ['es'], location: ['north'], source: ['race'] }, ana)).toBe(true);
    expect(matches({ locale: ['en'] }, ana)).toBe(false);
  });
});
