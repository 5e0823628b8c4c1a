import { day, minute } from '../../../functions/core/base/time';
import type { SignupRequest } from '../../../functions/core/membership/signup';
import { signupSchema } from '../../../functions/core/membership/signup';
import { currentWording } from '../../../functions/core/practice/consent';
import { plan } from '../../../functions/core/sending/plan';
import { prefer, preferences } from '../../../functions/flows/public/preferences';
import { practice } from '../../support/practice';
import { ana, book, link, series, start, world } from './public-world';

const token = link('preferences');
function setting(person = ana()) {
  const here = world([person]);
  const asked: [SignupRequest, object][] = [];
  const ports = {
    ...here.ports,
    signUp: async (request: SignupRequest, context: object) => void asked.push([request, context]),
  };
  return { here, ports, asked };
}

test('the page shows addresses in part only', async () => {
  const { ports } = setting();
  const view = await preferences(ports, token);
  expect(view.channels).toEqual([
    { channel: 'email', state: 'on', address: { email: 'a…@example.com' } },
    { channel: 'sms', state: 'off', address: { digits: '0123' } },
  ]);
  expect(view.topics).toEqual([{ seriesId: 'back-care', name: 'Back care for runners', nameIn: 'en', on: true }]);
});

test('whoever reads Spanish sees the Spanish name of a topic, and is shown the Spanish wording before texts come back', async () => {
  const spanish = { ...ana(), profile: { ...ana().profile!, locale: 'es' as const } };
  const { ports, asked } = setting(spanish);
  const named = { ...book, version: () => ({ ...series, es: { name: 'Cuidado de la espalda' } }) };
  const view = await preferences({ ...ports, book: async () => named }, token);
  expect(view.topics).toMatchObject([{ name: 'Cuidado de la espalda', nameIn: 'es' }]);
  await prefer(ports, token, { set: 'channel', channel: 'sms', on: true }, {});
  expect(asked[0]?.[1]).toMatchObject({ wording: currentWording.es });
});

test('off is leaving', async () => {
  const { ports, here } = setting();
  expect(await prefer(ports, token, { set: 'channel', channel: 'email', on: false }, {})).toEqual({
    did: 'stopped',
    channel: 'email',
    drained: true,
  });
  expect(here.ana().channels.email?.status).toBe('unsubscribed');
  expect(here.did).toEqual(['history preferences', 'evidence: withdrawn email', 'person']);
});

test('on is a fresh sign-up for that channel alone, which must be confirmed', async () => {
  const { ports, asked, here } = setting();
  const before = here.ana();
  await prefer(ports, token, { set: 'channel', channel: 'sms', on: true }, {});
  expect(asked).toHaveLength(1);
  const [request, context] = asked[0]!;
  const { answers, ...rest } = request;
  expect(signupSchema(practice.questions).parse({ ...rest, ...answers })).toMatchObject({
    answers: here.ana().profile!.answers,
    phone: '+17705550123',
    smsConsent: true,
    emailConsent: false,
    timeZone: 'America/New_York',
  });
  expect(context).toEqual({ page: '/preferences', wording: currentWording.en });
  expect(here.ana()).toBe(before);
});

test('a break lasts 30 days, and going on plans the waiting step anew', async () => {
  const { ports, here } = setting();
  await prefer(ports, token, { set: 'pause', on: true }, {});
  expect(here.ana().pausedUntil).toBe(start + minute + 30 * day);
  here.later(9 * day);
  await prefer(ports, token, { set: 'pause', on: false }, {});
  expect(here.ana().pausedUntil).toBeUndefined();
  expect(here.ana().enrollments[0]?.wakeAt).toBeLessThan(start + 12 * day);
  expect(here.did).toContain('wake email');
});

test('a break says so when a message is already on its way', async () => {
  const person = ana();
  const { ports } = setting({ ...person, enrollments: [{ ...person.enrollments[0]!, phase: 'sending' }] });
  expect(await prefer(ports, token, { set: 'pause', on: true }, {})).toEqual({ did: 'paused', underWay: true });
});

test('a topic stops and starts again where it was', async () => {
  const { ports, here } = setting();
  await prefer(ports, token, { set: 'topic', seriesId: 'back-care', on: false }, {});
  expect(here.ana().enrollments[0]).toMatchObject({ status: 'stopped', reason: 'preferences' });
  expect((await preferences(ports, token)).topics[0]?.on).toBe(false);
  await prefer(ports, token, { set: 'topic', seriesId: 'back-care', on: true }, {});
  expect(here.ana().enrollments[0]).toMatchObject({ status: 'active', stepId: 'rest', completedSteps: ['welcome'] });
});

test('a topic that is off stays off for runs that begin later, and one message may be turned off before the next comes', async () => {
  const shout = { ...series, seriesId: 'events', name: 'Events', kind: 'broadcast' as const };
  const person = ana();
  const [run] = person.enrollments;
  const past = { ...run!, id: 'enr_8', seriesId: 'events', status: 'finished' as const };
  const { ports, here } = setting({ ...person, enrollments: [past] });
  const lore = { ...book, version: () => shout };
  const asked = { ...ports, book: async () => lore };
  expect((await preferences(asked, token)).topics).toEqual([
    { seriesId: 'events', name: 'Events', nameIn: 'en', on: true },
  ]);
  await prefer(asked, token, { set: 'topic', seriesId: 'events', on: false }, {});
  expect(here.ana()).toMatchObject({ topicsOff: ['events'] });
  expect((await preferences(asked, token)).topics[0]?.on).toBe(false);
  const next = { ...run!, id: 'enr_9', seriesId: 'events', stepId: 'welcome', completedSteps: [] };
  const due = { ...here.ana(), enrollments: [past, next] };
  expect(plan(due, lore, start + 9 * day)).toEqual({ do: 'stop', target: 'enr_9', reason: 'preferences' });
  await prefer(asked, token, { set: 'topic', seriesId: 'events', on: true }, {});
  expect(here.ana()).not.toHaveProperty('topicsOff');
});

test('a message that a topic held back is not sent once its day is past', async () => {
  const shout = { ...series, seriesId: 'events', kind: 'broadcast' as const };
  const person = ana();
  const waits = { ...person.enrollments[0]!, seriesId: 'events', stepId: 'welcome', completedSteps: [] };
  const { ports, here } = setting({ ...person, enrollments: [{ ...waits, dueAt: start }] });
  const lore = { ...book, version: () => shout };
  const asked = { ...ports, book: async () => lore };
  await prefer(asked, token, { set: 'topic', seriesId: 'events', on: false }, {});
  here.later(20 * day);
  await prefer(asked, token, { set: 'topic', seriesId: 'events', on: true }, {});
  expect(plan(here.ana(), lore, start + 21 * day)).toMatchObject({ do: 'skip', reason: 'too-late' });
});

test('a topic brings no channel back, and nothing that staff have stopped', async () => {
  const person = ana();
  const stopped = { ...person.enrollments[0]!, status: 'stopped' as const, reason: 'staff' };
  const { ports, here } = setting({ ...person, enrollments: [stopped] });
  await prefer(ports, token, { set: 'topic', seriesId: 'back-care', on: true }, {});
  expect(here.ana().enrollments).toEqual([stopped]);
});

test('the data link goes to the address itself, once in ten minutes', async () => {
  const { ports, here } = setting();
  for (let n = 0; n < 3; n += 1) await prefer(ports, token, { set: 'data', action: 'delete' }, {});
  expect(here.ana().notices).toMatchObject([
    { kind: 'data-link', channel: 'email', data: { action: 'delete' }, expiresAt: start + minute + 30 * minute },
  ]);
});

test('a number that said STOP gets no link', async () => {
  const { email: _email, ...channels } = ana().channels;
  const { ports } = setting(ana({ channels }));
  await expect(prefer(ports, token, { set: 'data', action: 'download' }, {})).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('the language is kept', async () => {
  const { ports, here } = setting();
  await prefer(ports, token, { set: 'locale', locale: 'es' }, {});
  expect(here.ana().profile?.locale).toBe('es');
});
