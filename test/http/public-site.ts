import { StridewellError } from '../../functions/core/base/error';
import { type LinkKeys, readToken, signToken } from '../../functions/core/base/token';
import { publicApp } from '../../functions/http/public/app';
import type { PublicFlows, PublicSite } from '../../functions/http/public/ports';
import { practice } from '../support/practice';

export { practice };

export const keys: LinkKeys = [{ id: 'k1', secret: 'a secret for tests only' }];
export const now = Date.parse('2026-11-23T15:00:00Z');
export const token = {
  confirm: signToken(keys, 'confirm', ['abc', 'e', 'x1']),
  unsubscribe: signToken(keys, 'unsubscribe', ['abc', 'e']),
  preferences: signToken(keys, 'preferences', ['abc']),
  click: signToken(keys, 'click', ['abc', 'msg1', 'book']),
  'check-in': signToken(keys, 'check-in', ['abc', 'msg1']),
  book: signToken(keys, 'book', ['abc', 'msg1']),
  tips: signToken(keys, 'tips', ['abc', 'msg1']),
  dates: signToken(keys, 'dates', ['abc', 'e']),
  profile: signToken(keys, 'profile', ['abc', 'zzzzzz']),
  data: signToken(keys, 'data', ['abc', 'download', 'zzzzzz']),
};

/** The one short link that leads anywhere. */
export const textLink = 'abc12mm1234567';

/** Writes down every call that would change something; what a test has not foreseen fails. */
export function fakeFlows(over: Partial<PublicFlows> = {}) {
  const calls: [string, ...unknown[]][] = [];
  const note = (...call: [string, ...unknown[]]) => void calls.push(call);
  const read: PublicFlows['read'] = (purpose, given) => readToken(keys, purpose, given);
  const flows: PublicFlows = {
    read,
    localeOf: async () => undefined,
    signUp: async (request, asked) => note('signUp', request, asked),
    confirmation: async (given) => {
      read('confirm', given);
      return { state: 'ready', channel: 'email' };
    },
    confirm: async (given, asked, alone) => {
      read('confirm', given);
      note('confirm', asked, alone);
      return {
        subscriber: 'sub_abc',
        channel: 'email',
        firstName: 'Ana',
        dates: [
          { at: now, zone: 'America/New_York', title: 'Welcome', titleIn: 'en' },
          { at: now + 7 * 86_400_000, zone: 'America/New_York', title: 'Stretch first', titleIn: 'en' },
        ],
        structural: false,
        emergency: false,
        datesPath: `/dates/${token.dates}`,
      };
    },
    leave: async (given, asked) => {
      read('unsubscribe', given);
      note('leave', asked);
      return { found: true, drained: true, channel: 'email' };
    },
    leaveByAddress: async (address, asked) => {
      note('leaveByAddress', address, asked);
      return { found: true, drained: true, channel: address.includes('@') ? 'email' : 'sms' };
    },
    completeProfile: async (given, answers) => {
      read('profile', given);
      note('completeProfile', answers);
    },
    click: async (given, visit) => {
      read('click', given);
      if (visit.method === 'POST') throw new StridewellError('internal', 'never');
      return { to: '/book/x' };
    },
    checkIn: async (given, reply) => {
      read('check-in', given);
      note('checkIn', reply);
      return { bookPath: `/book/${token.book}` };
    },
    bookingView: async (given) => {
      if (given !== undefined) read('book', given);
      return given === undefined ? { known: false } : { known: true, phoneEnding: '0123' };
    },
    book: async (given, request) => {
      if (given !== undefined) read('book', given);
      note('book', request);
      return { callBackBy: now + 4 * 3_600_000 };
    },
    tip: async (given) => {
      read('tips', given);
      return {
        wordsIn: 'en',
        headline: 'Stretch your calves',
        paragraphs: ['Hi Ana,', 'Stand tall & lean in. Stop if it hurts.'],
        figures: [
          {
            drawing: 'calf',
            alt: 'A runner leans on a wall',
            title: 'Calf',
            text: '1. Hold for 20 seconds. 2. Switch legs. Stop if it hurts.',
          },
        ],
        choices: true,
        locations: true,
        bookPath: `/book/${token.book}`,
        checkInPath: `/check-in/${token['check-in']}`,
        preferencesPath: `/preferences/${token.preferences}`,
      };
    },
    textTip: async (given) => {
      if (given !== textLink) throw new StridewellError('not-found', 'We do not find this tip.');
      return { ...(await flows.tip(token.tips)), paragraphs: ['Hi there,'] };
    },
    dates: async (given) => {
      read('dates', given);
      return {
        sequence: 7,
        days: [
          { uid: 'abc1@stridewell', day: '2026-11-23' },
          { uid: 'abc2@stridewell', day: '2026-11-30' },
        ],
      };
    },
    preferences: async (given) => {
      read('preferences', given);
      return {
        channels: [
          { channel: 'email', state: 'on', address: { email: 'a…@example.com' } },
          { channel: 'sms', state: 'off', address: { digits: '0123' } },
        ],
        topics: [{ seriesId: 'back-care', name: 'Back care for runners', nameIn: 'en', on: true }],
        zone: 'America/New_York',
        locale: 'en',
      };
    },
    prefer: async (given, wanted) => {
      read('preferences', given);
      note('prefer', wanted);
      return { did: 'resumed' };
    },
    dataPage: async (given) => ({
      action: read('data', given)[1] === 'delete' ? 'delete' : 'download',
      channel: 'email',
    }),
    myData: async (given) => {
      read('data', given);
      note('myData');
      return { person: { firstName: 'Ana' } };
    },
    deleteMyData: async (given) => {
      read('data', given);
      note('deleteMyData');
    },
    ...over,
  };
  return { flows, calls };
}

export const fakeSite = (over: Partial<PublicSite> = {}): PublicSite => ({
  practice,
  publicUrl: 'https://tips.practice.example',
  now: () => now,
  answersEvery: 0,
  elapsed: () => 0,
  // Nobody waits here: a test that wants time to pass says so.
  sleep: () => new Promise(() => undefined),
  assets: () => undefined,
  limit: async () => true,
  perMinute: { signUps: 20, forms: 60, guesses: 20 },
  ipOf: () => '192.0.2.1',
  sourceOf: () => 'a-keyed-hash',
  note: () => undefined,
  unexpected: (name) => {
    throw new Error(`an error nobody foresaw: ${name}`);
  },
  ...over,
});

export function serve(over: Partial<PublicFlows> = {}, site: Partial<PublicSite> = {}) {
  const { flows, calls } = fakeFlows(over);
  return { app: publicApp(flows, fakeSite(site)), calls };
}
