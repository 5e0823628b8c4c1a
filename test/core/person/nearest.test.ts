import { matches } from '../../../functions/core/audience/audience';
import { profileOf, signupSchema } from '../../../functions/core/membership/signup';
import { nearestOf, newerOffice, officeByZip } from '../../../functions/core/person/nearest';
import { withAnswers, withFact } from '../../../functions/core/person/profile';
import type { Practice } from '../../../functions/core/practice/practice';
import { aPerson } from '../../support/memory';
import { practice as questioned } from '../../support/practice';
import { practice } from '../../templates/sample';

const office = (id: string, address: string, near?: string[]): Practice['locations'][number] => ({
  id,
  name: id,
  address,
  phone: '+17705550110',
  ...(near ? { near } : {}),
});
const here = {
  locations: [
    office('midtown', '1 Peachtree Street, Atlanta, GA 30309'),
    office('decatur', '2 Church Street, Decatur, GA 30030'),
    office('marietta', '3 Square, Marietta, GA 30060-1234', ['300', '30303']),
  ],
};

it.each([
  ['30309', 'midtown'],
  ['30309-1234', 'midtown'],
  ['30312', 'midtown'],
  ['30030', 'marietta'],
  ['30303', 'marietta'],
  ['30060', 'marietta'],
  ['98101', undefined],
  ['', undefined],
  [undefined, undefined],
])('the office nearest to %s is %s', (zip, id) => expect(officeByZip(here, zip)).toBe(id));

it('guesses nothing where two offices are alike', () => {
  const twins = { locations: [office('a', 'A Street, GA 30309'), office('b', 'B Street, GA 30308')] };
  expect(officeByZip(twins, '30301')).toBeUndefined();
  expect(officeByZip(twins, '30309')).toBe('a');
  expect(officeByZip(practice, '30000')).toBeUndefined();
});

it('takes the office a person names before the one their ZIP code tells, and refuses one that is none', () => {
  expect(nearestOf(here, { location: 'decatur', postalCode: '30309' })).toEqual({
    location: 'decatur',
    locationSource: 'stated',
  });
  expect(nearestOf(here, { postalCode: '30309' })).toEqual({ location: 'midtown', locationSource: 'postal-code' });
  expect(nearestOf(here, {})).toEqual({});
  expect(() => nearestOf(here, { location: 'paris' })).toThrow('Please choose one of our offices.');
});

it('a ZIP code never outdoes what somebody said; the newer word of either kind does', () => {
  const said = (location: string) => ({ location, locationSource: 'stated' as const });
  const told = (location: string) => ({ location, locationSource: 'postal-code' as const });
  expect(newerOffice(told('a'), said('b'))).toEqual(said('b'));
  expect(newerOffice(said('a'), said('b'))).toEqual(said('a'));
  expect(newerOffice(told('a'), told('b'))).toEqual(told('a'));
  expect(newerOffice({}, told('b'))).toEqual(told('b'));
  expect(newerOffice(told('a'), undefined)).toEqual(told('a'));
  expect(newerOffice({}, undefined)).toEqual({});
});

it('whoever signs up near an office is found by its audience, and stays found after another sign-up', () => {
  const wanted = { location: ['midtown'] };
  const form = (over: object) =>
    profileOf(
      signupSchema(questioned.questions).parse({
        firstName: 'Ana',
        email: 'ana@example.com',
        emailConsent: true,
        experience: 'new',
        pain: 'none',
        crossTraining: true,
        adult: true,
        ...over,
      }),
      { ...practice, ...here },
    );
  expect(matches(wanted, form({ postalCode: '30309' }))).toBe(true);
  expect(matches(wanted, form({ location: 'midtown' }))).toBe(true);
  expect(matches(wanted, form({}))).toBe(false);
  const known = withFact(aPerson(), { location: 'midtown' }).profile;
  expect(matches(wanted, withAnswers(form({ postalCode: '30060' }), known))).toBe(true);
  expect(matches(wanted, withAnswers(form({ location: 'decatur' }), known))).toBe(false);
});
