import { changeOf } from '../../../functions/core/reporting/audit-change';

const at = Date.parse('2026-12-01T15:00:00Z');

it('names every field that differs and shows statuses, times and revs', () => {
  const before = { id: 'bkg_1', rev: 3, status: 'requested', firstName: 'Robin', phone: '+17705550123' };
  const after = { ...before, rev: 4, status: 'booked', visitAt: at, phone: '+17705550199' };
  expect(changeOf('booking', 'bkg_1', before, after)).toEqual({
    kind: 'booking',
    id: 'bkg_1',
    rev: { from: 3, to: 4 },
    fields: ['phone', 'status', 'visitAt'],
    values: { status: { from: 'requested', to: 'booked' }, visitAt: { to: '2026-12-01T15:00:00.000Z' } },
  });
});

it('holds no address, name, answer or free text of anybody', () => {
  const person = {
    id: 'sub_1',
    rev: 1,
    channels: { email: { address: 'robin@example.com', status: 'active' } },
    profile: { firstName: 'Robin', pain: 'structural', redFlags: ['fever'], seen: 1 },
  };
  const after = {
    ...person,
    rev: 2,
    channels: { email: { address: 'other@example.com', status: 'unsubscribed' } },
    profile: { firstName: 'Robyn', pain: 'none', redFlags: [], seen: at },
    killReason: 'Robin called',
    status: 'she said: call +1 770 555 0123',
  };
  const change = changeOf('subscriber', 'sub_1', person, after);
  expect(change.fields).toEqual([
    'channels.email.address',
    'channels.email.status',
    'killReason',
    'profile.firstName',
    'profile.pain',
    'profile.redFlags',
    'profile.seen',
    'status',
  ]);
  expect(change.values).toEqual({ 'channels.email.status': { from: 'active', to: 'unsubscribed' } });
  expect(JSON.stringify(change)).not.toMatch(/example|Robin|Robyn|structural|fever|called|555/);
});

it('says of something new what it has, and of words only where they stand', () => {
  const version = { version: 2, approval: 'draft', steps: { rest: { headline: 'Rest well', body: ['a', 'b'] } } };
  expect(changeOf('series', 'back-care', undefined, version)).toEqual({
    kind: 'series',
    id: 'back-care',
    fields: ['approval', 'steps.rest.body', 'steps.rest.headline', 'version'],
    values: { approval: { to: 'draft' }, version: { to: 2 } },
  });
  expect(changeOf('series', 'back-care', version, version).fields).toEqual([]);
});

it('is bounded, whatever the object', () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`field${n}`, n]));
  expect(changeOf('x', 'x', undefined, many).fields).toHaveLength(40);
});
