import { matches, ruleText, sameWho } from '../../../functions/core/audience/audience';
import type { Who } from '../../../functions/core/audience/who';
import { whoFaults } from '../../../functions/core/audience/who-faults';
import type { Profile } from '../../../functions/core/person/subscriber';
import { practice } from '../../support/practice';

const sam: Profile = {
  firstName: 'Sam',
  answers: { experience: 'new', pain: 'structural', crossTraining: false },
  safety: 'structural',
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

describe('a rule about any question', () => {
  const jo: Profile = { ...sam, answers: { weeklyMiles: 20, nextRace: '2027-04-30', redFlags: ['fever', 'trauma'] } };

  it.each<[Who, boolean]>([
    [{ weeklyMiles: { is: 20 } }, true],
    [{ weeklyMiles: { isNot: 20 } }, false],
    [{ weeklyMiles: { moreThan: 19 } }, true],
    [{ weeklyMiles: { moreThan: 20 } }, false],
    [{ weeklyMiles: { lessThan: 20 } }, false],
    [{ weeklyMiles: { between: [20, 30] } }, true],
    [{ weeklyMiles: { between: [21, 30] } }, false],
    [{ weeklyMiles: { moreThan: 10, lessThan: 30 } }, true],
    [{ weeklyMiles: { answered: true } }, true],
    [{ weeklyMiles: { answered: false } }, false],
    [{ nextRace: { moreThan: '2027-01-01' } }, true],
    [{ nextRace: { lessThan: '2027-01-01' } }, false],
    [{ redFlags: ['trauma'] }, true],
    [{ redFlags: { isNot: ['trauma'] } }, false],
    [{ redFlags: { isNot: ['leg-weakness'] } }, true],
    [{ safety: ['structural'] }, true],
    [{ safety: ['none'] }, false],
    [{ weeklyMiles: { moreThan: '3' } }, false],
  ])('%j', (who, fits) => {
    expect(matches(who, jo)).toBe(fits);
  });

  it('lets nobody in by an answer that was not given, but "not answered"', () => {
    for (const rule of [['a'], true, { is: 5 }, { isNot: 5 }, { moreThan: 0 }, { between: [0, 9] }, { answered: true }])
      expect(matches({ shoe: rule } as Who, jo)).toBe(false);
    expect(matches({ shoe: { answered: false } }, jo)).toBe(true);
    expect(matches({ shoe: { answered: false, moreThan: 1 } }, jo)).toBe(false);
    expect(matches({ toString: { answered: true } } as unknown as Who, jo)).toBe(false);
  });

  it('is the same in any order, but for the ends of a stretch', () => {
    expect(sameWho({ pain: { isNot: ['b', 'a'] }, seen: true }, { seen: true, pain: { isNot: ['a', 'b'] } })).toBe(
      true,
    );
    expect(ruleText({ miles: { between: [1, 2] } })).not.toBe(ruleText({ miles: { between: [2, 1] } }));
  });

  it.each<[Who, string | undefined]>([
    [{ pain: ['structural'], experience: { isNot: ['new'] }, crossTraining: true, seen: false }, undefined],
    [{ pian: ['none'] }, 'pian: there is no question pian'],
    [{ pain: ['none', 'sore'] }, 'pain.1: there is no answer sore to pain'],
    [{ redFlags: { isNot: ['cough'] } }, 'redFlags.isNot.0: there is no answer cough to redFlags'],
    [{ crossTraining: ['yes'] }, 'crossTraining.0: is true or false'],
    [{ pain: { moreThan: 3 } }, 'pain.moreThan: pain is no number and no date'],
    [{ location: ['north', 'moon'] }, 'location.1: there is no office moon'],
  ])('is held against what the practice asks: %j', (who, fault) => {
    const [found] = whoFaults(who, practice);
    expect(found && `${found.path.join('.')}: ${found.message}`).toBe(fault);
  });
});
