import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { addressIn, normalisePhone } from '../../functions/core/address';

it.each([
  '(770) 555-0123',
  '770.555.0123',
  '+1 770 555 0123',
  '1-770-555-0123',
  'tel:+17705550123',
  '770 555 0123 ext 5',
])('%s is a way to write one number', (written) => expect(normalisePhone(written)).toBe('+17705550123'));

it.each([
  ['+44 20 7946 0000', 'Texts can only go to a US mobile number.'],
  ['011 44 20 7946 0000', 'Texts can only go to a US mobile number.'],
  ['+1 416 555 0199', 'Texts can only go to a US mobile number.'],
  ['1 900 555 0199', 'Texts can only go to a US mobile number.'],
  ['310-1234', 'does not look right'],
  ['call me', 'does not look right'],
  ['+', 'does not look right'],
])('%s is refused in words of its own', (written, words) => {
  expect(() => normalisePhone(written)).toThrow(words);
});

it('a field for either says so when neither was typed', () => {
  for (const typed of ['call me', 'Robin', '+', ''])
    expect(() => addressIn(typed)).toThrow('Please give an email address, for example name@example.com, or a mobile');
  expect(() => addressIn('310-1234')).toThrow('The mobile number does not look right');
  expect(() => addressIn('robin@')).toThrow('The email address does not look right');
});

/** What is known of +1 alone decides as the whole world's plans do. */
it('reads what a person types as the full plans read it', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'0123456789'.repeat(3), ...' ()-.+x/'), maxLength: 16 });
  fc.assert(
    fc.property(
      fc.oneof(
        typed,
        typed.map((rest) => `770${rest}`),
      ),
      (written) => {
        const full = parsePhoneNumberFromString(written, 'US');
        const expected =
          full?.countryCallingCode === '1' && /^\+1[2-9]\d{2}[2-9]\d{6}$/.test(full.number) ? full.number : undefined;
        let own: string | undefined;
        try {
          own = normalisePhone(written);
        } catch {
          own = undefined;
        }
        expect(own === undefined || own === expected).toBe(true);
        if (expected?.startsWith('+1770')) expect(own).toBe(expected);
      },
    ),
    { numRuns: 2000 },
  );
});
