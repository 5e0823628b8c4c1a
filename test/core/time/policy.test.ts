import { hour, minute } from '../../../functions/core/base/time';
import { defaultPolicy, type Policy } from '../../../functions/core/time/policy';
import { policySchema } from '../../../functions/core/time/policy-settings';

const refused = (input: unknown): string => {
  const result = policySchema.safeParse(input);
  return result.success
    ? 'accepted'
    : result.error.issues
        .map((issue) => {
          const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
          return `${[...issue.path, ...unknown].join('.')}: ${issue.message}`;
        })
        .join('\n');
};

test('the shipped policy is the strictest state: texts Monday to Friday ten to six, never on a holiday', () => {
  expect(Object.keys(defaultPolicy.sms.days)).toEqual(['1', '2', '3', '4', '5']);
  for (const window of Object.values(defaultPolicy.sms.days)) expect(window).toEqual({ from: '10:00', to: '18:00' });
  expect(defaultPolicy.sms.holidays).toBe(true);
  expect(defaultPolicy.caps.sms).toMatchObject({ per24h: 1, per30d: 6 });
  expect(defaultPolicy.guard).toBe(2 * minute);
  expect(defaultPolicy.lateness).toBe(48 * hour);
  expect(defaultPolicy.firstTextAfter).toBe(10 * minute);
});

test('the shipped policy passes its own checks', () => {
  expect(policySchema.parse(defaultPolicy)).toEqual(defaultPolicy);
});

test('a practice that says nothing gets the shipped policy', () => {
  const parsed: Policy = policySchema.parse(undefined);
  expect(parsed).toEqual(defaultPolicy);
  expect(policySchema.parse({})).toEqual(defaultPolicy);
});

test('a practice may open Saturday and keep the rest', () => {
  const days = { 6: { from: '10:00', to: '17:00' } };
  const parsed = policySchema.parse({ sms: { days } });
  expect(parsed.sms).toEqual({ days, holidays: true });
  expect(parsed.email).toEqual(defaultPolicy.email);
});

test.each([
  ['a window that closes before it opens', { email: { days: { 1: { from: '18:00', to: '10:00' } } } }, 'email.days.1'],
  ['a window of ten minutes', { email: { days: { 1: { from: '10:00', to: '10:10' } } } }, 'email.days.1'],
  ['a time that is none', { email: { days: { 1: { from: '8:00', to: '25:00' } } } }, 'email.days.1.from'],
  ['an eighth day', { email: { days: { 8: { from: '08:00', to: '20:00' } } } }, 'email.days'],
  ['no day at all', { sms: { days: {} } }, 'sms.days'],
  ['texts at seven in the morning', { sms: { days: { 1: { from: '07:00', to: '18:00' } } } }, '64.1200'],
  ['texts until ten at night', { sms: { days: { 1: { from: '10:00', to: '22:00' } } } }, '64.1200'],
  ['four texts a day', { caps: { sms: { per24h: 4 } } }, 'caps.sms.per24h'],
  ['a cap of nothing', { caps: { email: { per30d: 0 } } }, 'caps.email.per30d'],
  ['more sends than are remembered', { caps: { email: { per30d: 41 } } }, 'caps.email.per30d'],
  ['no guard', { guard: 0 }, 'guard'],
  ['lateness in hours instead of ms', { lateness: 48 }, 'lateness'],
  ['a first text before it was agreed to', { firstTextAfter: -1 }, 'firstTextAfter'],
  ['a misspelt line', { smss: {} }, 'smss'],
])('%s is refused by name', (_, input, named) => {
  expect(refused(input)).toContain(named);
});
