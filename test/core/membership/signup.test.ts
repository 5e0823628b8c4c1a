import fc from 'fast-check';
import {
  adviceFor,
  painOf,
  places,
  signupSchema,
  tinglings,
  triggers,
} from '../../../functions/core/membership/signup';

const good = {
  firstName: 'Ana',
  email: 'ana@example.com',
  emailConsent: true,
  smsConsent: false,
  experience: 'new',
  pain: 'none',
  crossTraining: true,
  adult: true,
};
const fieldOf = (given: unknown) => {
  const parsed = signupSchema.safeParse(given);
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  return issue?.code === 'unrecognized_keys' ? issue.keys[0] : String(issue?.path[0]);
};

test('a whole sign-up is taken as it is', () => {
  expect(signupSchema.parse(good)).toEqual(good);
});

test.each([
  [{ firstName: 'Ana\r\nBcc: x@example.com' }, 'firstName'],
  [{ firstName: 'x'.repeat(10_000) }, 'firstName'],
  [{ firstName: '   ' }, 'firstName'],
  [{ email: 'nobody' }, 'email'],
  [{ email: undefined }, 'email'],
  [{ smsConsent: true }, 'phone'],
  [{ phone: '12' }, 'phone'],
  [{ phone: '+442079460000' }, 'phone'],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  [{ postalCode: 'abc' }, 'postalCode'],
  [{ locale: 'fr' }, 'locale'],
  [{ adult: false }, 'adult'],
  [{ adult: 'true' }, 'adult'],
  [{ redFlags: ['headache'] }, 'redFlags'],
  [{ emailConsent: false }, 'emailConsent'],
  [{ emailConsent: 'yes' }, 'emailConsent'],
  [{ source: 'a b' }, 'source'],
  [{ admin: true }, 'admin'],
  [{ pain: 'sciatica' }, 'pain'],
])('a refusal of %j names its field', (wrong, field) => {
  expect(fieldOf({ ...good, ...wrong })).toBe(field);
});

test('numbers kept for demonstration are accepted', () => {
  expect(fieldOf({ ...good, phone: '(770) 555-0123', smsConsent: true })).toBeUndefined();
});

test('no input whatever makes the check throw anything but its own refusal', () => {
  fc.assert(
    fc.property(
      fc.record({ ...Object.fromEntries(Object.keys(good).map((key) => [key, fc.anything()])), phone: fc.anything() }),
      (given) => {
        expect(typeof signupSchema.safeParse(given).success).toBe('boolean');
      },
    ),
  );
});

test('tingling down a leg is structural whatever else is answered', () => {
  for (const where of places) {
    for (const brings of [...triggers, undefined]) expect(painOf({ where, brings, leg: 'yes' })).toBe('structural');
    for (const leg of tinglings) expect(painOf({ where: 'leg', leg })).toBe('structural');
  }
});

test('pain that rest does not ease is structural, pain after running is mechanical, a gap is unsure', () => {
  expect(painOf({ where: 'low-back', brings: 'always', leg: 'no' })).toBe('structural');
  expect(painOf({ where: 'low-back', brings: 'running', leg: 'no' })).toBe('mechanical');
  expect(painOf({ where: 'low-back', brings: 'running' })).toBe('unsure');
  expect(painOf({ where: 'hip', leg: 'no' })).toBe('unsure');
  expect(painOf({ where: 'none' })).toBe('none');
});

test('an emergency sign outranks a structural answer', () => {
  expect(adviceFor({ pain: 'structural', redFlags: ['fever'] })).toBe('emergency');
  expect(adviceFor({ pain: 'structural', redFlags: [] })).toBe('structural');
  expect(adviceFor({ pain: 'mechanical' })).toBeUndefined();
});
