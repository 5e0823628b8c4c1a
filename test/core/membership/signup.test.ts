import fc from 'fast-check';
import { profileSchema, signupSchema } from '../../../functions/core/membership/signup';
import { practice } from '../../support/practice';

const schema = signupSchema(practice.questions);
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
  const parsed = schema.safeParse(given);
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  return issue?.code === 'unrecognized_keys' ? issue.keys[0] : String(issue?.path[0]);
};

test('a whole sign-up is taken as it is', () => {
  const { experience, pain, crossTraining, ...rest } = good;
  expect(schema.parse(good)).toEqual({ ...rest, answers: { experience, pain, crossTraining } });
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
        expect(typeof schema.safeParse(given).success).toBe('boolean');
      },
    ),
  );
});

test('the answers come with what they mean for safety; an emergency sign outranks a structural answer', () => {
  expect(schema.parse({ ...good, pain: 'structural', redFlags: ['fever'] }).safety).toBe('emergency');
  expect(schema.parse({ ...good, pain: 'structural', redFlags: [] }).safety).toBe('structural');
  expect(schema.parse({ ...good, pain: 'mechanical' })).not.toHaveProperty('safety');
  expect(schema.parse({ ...good, redFlags: [] }).answers).not.toHaveProperty('redFlags');
});

test('a refusal is said in the words of the question, in the language that is asked for', () => {
  const { pain: _pain, ...open } = good;
  const said = (locale: 'en' | 'es') =>
    signupSchema(practice.questions, locale).safeParse(open).error?.issues[0]?.message;
  expect([said('en'), said('es')]).toEqual(['Please tell us where it hurts.', 'Díganos dónde le duele.']);
});

test('the profile asks the same, and no way to reach anybody', () => {
  const { email: _email, emailConsent: _yes, smsConsent: _no, ...about } = good;
  expect(profileSchema(practice.questions).parse(about).answers).toEqual({
    experience: 'new',
    pain: 'none',
    crossTraining: true,
  });
  expect(profileSchema(practice.questions).safeParse(good).success).toBe(false);
});
