import { day, hour } from '../../../functions/core/base/time';
import type { Enrollment, Subscriber } from '../../../functions/core/person/subscriber';
import { explain, type Question } from '../../../functions/core/reporting/explain';
import type { Controls } from '../../../functions/core/sending/controls';
import type { Delivery, Facts } from '../../../functions/core/sending/delivery';
import type { Book } from '../../../functions/core/series/enrollment';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { aPerson, aProfile, aRun, monday } from '../../support/memory';
import { all } from '../../templates/sample';

const series = all.find(({ seriesId }) => seriesId === 'back-care')!;
const book: Book = { policy: defaultPolicy, state: 'GA', version: () => series };
const asked: Question = { seriesId: 'back-care', stepId: 'welcome', channel: 'email' };
const facts = (given: Facts): Delivery => ({
  subscriber: 'sub_0000000000000001',
  id: 'msg_1',
  target: 'enr_0000000000000001',
  stepId: 'welcome',
  channel: 'email',
  marketing: true,
  at: monday,
  facts: given,
});
const at = monday;
const why = (
  given: Partial<Subscriber> = {},
  run: Partial<Enrollment> | undefined = {},
  delivery?: Delivery,
  question: Partial<Question> = {},
) =>
  explain(
    aPerson({ enrollments: run ? [aRun(run)] : [], ...given }),
    delivery,
    { ...asked, ...question },
    book,
    monday,
  );
const past: Partial<Enrollment> = { stepId: 'stretching', completedSteps: ['welcome'] };
const none = null as unknown as undefined;
const channel = (status: 'pending' | 'active' | 'unsubscribed' | 'suppressed') => ({
  channels: { email: { address: 'robin@example.com', status, since: monday - day } },
});

describe('what is written down', () => {
  test.each<[Facts, string]>([
    [
      { accepted: { at } },
      'It was sent on November 30, 2026 at 11:00 AM EST; the provider has not reported its delivery.',
    ],
    [{ accepted: { at }, delivered: { at } }, 'It was sent and delivered on November 30, 2026 at 11:00 AM EST.'],
    [
      { bounced: { at, note: 'Permanent-NoEmail' } },
      'It was sent, and came back as undeliverable on November 30, 2026 at 11:00 AM EST. It came back: there is no such address.',
    ],
    [
      { accepted: { at }, failed: { at, note: 'TEXT_UNREACHABLE' } },
      'It was sent, and could not be delivered. The phone could not be reached.',
    ],
    [
      { assumed: { at, note: 'no-event' } },
      'It was handed to the provider on November 30, 2026 at 11:00 AM EST, and nobody knows whether it went out. The provider never reported what became of it.',
    ],
    [
      { held: { at, note: 'no-event' } },
      'The provider never said whether it took it on November 30, 2026 at 11:00 AM EST, so it is held until staff decide.',
    ],
    [
      { unknown: { at } },
      'It was handed to the provider on November 30, 2026 at 11:00 AM EST, who has not answered yet; it is not sent again meanwhile.',
    ],
    [
      { skipped: { at, note: 'too-late' } },
      'It was skipped on November 30, 2026 at 11:00 AM EST. It could not go out in time.',
    ],
    [
      { held: { at }, skipped: { at, note: 'staff-decided' } },
      'It was skipped on November 30, 2026 at 11:00 AM EST. Staff decided so.',
    ],
    [
      { blocked: { at, note: 'MessageRejected' } },
      'It was refused on November 30, 2026 at 11:00 AM EST. The provider refused its content.',
    ],
    [
      { stopped: { at, note: 'campaign-cancelled' } },
      'The series ended for this person before it, on November 30, 2026 at 11:00 AM EST. The campaign was cancelled.',
    ],
  ])('%j', (given, wanted) => {
    expect(why({}, past, facts(given))).toBe(wanted);
  });

  test('says nothing where nothing became of it yet, nor of a step that waits again', () => {
    expect(why({}, past, facts({}))).toBe('It is behind the person, and nothing else is recorded of it.');
    expect(why({}, {}, facts({ held: { at } }))).toBe('It is due now and goes out within minutes.');
  });
});

describe('somebody without a run', () => {
  test.each([
    [{ channels: {} }, 'The person never asked for emails.'],
    [channel('pending'), 'The person has not confirmed emails yet.'],
    [channel('unsubscribed'), 'The person left emails on November 29, 2026 at 11:00 AM EST.'],
    [
      channel('suppressed'),
      'The address has been suppressed since November 29, 2026 at 11:00 AM EST: a message came back, was reported as spam, or was refused.',
    ],
    [channel('active'), 'The person is not enrolled in this series by email.'],
  ])('%j', (given, wanted) => {
    expect(why(given, none)).toBe(wanted);
  });
});

describe('a run', () => {
  const later = { stepId: 'welcome', dueAt: monday + day, wakeAt: monday + day };
  test.each<[string, Partial<Subscriber>, Partial<Enrollment>, string]>([
    ['due', {}, {}, 'It is due now and goes out within minutes.'],
    ['turned away', {}, { tries: 1 }, 'It is due now and goes out within minutes. The provider turned it away before.'],
    [
      'not yet',
      {},
      { ...later, startedAt: monday + day },
      'Not yet: it goes out on Tuesday, December 1, 2026 at 11:00 AM EST. It is the first message of the series.',
    ],
    [
      'turned away for now',
      {},
      { tries: 3, wakeAt: monday + hour },
      'Not yet: it goes out on Monday, November 30, 2026 at 12:00 PM EST. The provider turned it away 3 times, so it is tried again then.',
    ],
    [
      'not moving',
      {},
      { wakeAt: monday - hour },
      'It has been due since November 30, 2026 at 10:00 AM EST and does not move. Something keeps this person from being planned; the service’s log names it.',
    ],
    [
      'stopped',
      {},
      { status: 'stopped', reason: 'booked' },
      'The series has stopped for this person. A visit is booked.',
    ],
    ['finished', {}, { status: 'finished' }, 'The person has finished the series without it.'],
    ['paused', {}, { status: 'paused' }, 'The series is paused for this person until staff let it go on.'],
    [
      'paused for a while',
      {},
      { status: 'paused', pausedUntil: monday + day },
      'The series is paused for this person until December 1, 2026 at 11:00 AM EST.',
    ],
    [
      'own pause',
      { pausedUntil: monday + day },
      { wakeAt: monday + day },
      'Not yet: it goes out on Tuesday, December 1, 2026 at 11:00 AM EST. Its own day was day 0 of their path, but the person asked for quiet until December 1, 2026 at 11:00 AM EST.',
    ],
    ['left', channel('unsubscribed'), {}, 'The person left emails on November 29, 2026 at 11:00 AM EST.'],
    ['sending', {}, { phase: 'sending' }, 'It is being sent right now.'],
    [
      'held',
      {},
      { phase: 'held', stepId: 'other' },
      'An earlier message is held until staff decide, and this one waits behind it.',
    ],
    [
      'unknown',
      {},
      { phase: 'unknown', stepId: 'other' },
      'An earlier message has no answer from the provider yet, and this one waits behind it.',
    ],
    [
      'capped',
      { recentSends: [{ at: monday - hour, channel: 'email' }] },
      {},
      'Not yet: it goes out on Tuesday, December 1, 2026 at 10:00 AM EST. Its own day was day 0 of their path, but no more than 1 email a day, 6 a week and 6 in 30 days were promised.',
    ],
  ])('%s', (_name, person, run, wanted) => {
    const planned = run.wakeAt === undefined && person.recentSends ? { ...run, wakeAt: monday + 23 * hour } : run;
    expect(why(person, planned)).toBe(wanted);
  });

  test('does not reach a step off the path, one of another version, or one that is far', () => {
    const path = series.paths.find(({ name }) => name !== series.paths.at(-1)?.name)!;
    const elsewhere = Object.keys(series.steps).find(
      (step) => !series.paths.find(({ who }) => Object.keys(who).length === 0)!.steps.some((one) => one.step === step),
    );
    expect(path).toBeDefined();
    expect(why({}, {}, undefined, { stepId: 'no-such-step' })).toBe(
      'Version 1 of the series, which this person gets, has no such step.',
    );
    if (elsewhere)
      expect(why({}, {}, undefined, { stepId: elsewhere })).toMatch(/^(It is not on this person's path|Not yet)/);
    expect(why({}, {}, undefined, { stepId: 'stretching' })).toMatch(
      /^Not yet: it goes out on Monday, December 7, 2026 at 10:00 AM EST. That is day 7 of their path, at the hour/,
    );
  });

  test('waits for a doctor before exercises', () => {
    const exercise = Object.entries(series.steps).find(([, step]) => step.exercises)![0];
    const said = why({ profile: aProfile({ pain: 'structural' }) }, {}, undefined, { stepId: exercise });
    expect(said).toMatch(/^(It will be skipped unless a doctor|It is not on this person's path)/);
  });

  test('a text for a weekend or a holiday says which hours texts have', () => {
    const saturday = monday + 5 * day;
    const run = {
      channel: 'sms' as const,
      stepId: 'welcome',
      startedAt: saturday,
      dueAt: saturday,
      wakeAt: monday + 7 * day,
    };
    expect(why({}, run, undefined, { channel: 'sms' })).toBe(
      'Not yet: it goes out on Monday, December 7, 2026 at 11:00 AM EST. Its own day was day 0 of their path, but texts go only Monday to Friday from 10:00 to 18:00, never on a holiday, wherever the person may be.',
    );
  });

  test('the first text leaves time to read what was agreed to', () => {
    const run = { channel: 'sms' as const, wakeAt: monday + 10 * 60_000 };
    const { email } = aPerson().channels;
    const sms = { ...email!, address: '+17705550123', since: monday };
    expect(why({ channels: { sms } }, run, undefined, { channel: 'sms' })).toBe(
      'Not yet: it goes out on Monday, November 30, 2026 at 11:10 AM EST. Its own day was day 0 of their path, but the person had just agreed to texts, and what they agreed to is read first.',
    );
  });

  test('that comes after one that was late keeps its distance, and says so', () => {
    const late = {
      stepId: 'stretching',
      completedSteps: ['welcome'],
      lastSentAt: monday + 3 * day,
      wakeAt: monday + 10 * day,
    };
    expect(why({}, late, undefined, { stepId: 'stretching' })).toMatch(
      /day 7 of their path, but it keeps its distance to the message before it\.$/,
    );
  });
});

describe('what holds everybody back', () => {
  const due = aPerson({ enrollments: [aRun({ campaignId: 'cmp_1', wakeAt: monday + 10 * 60_000 })] });
  const soon = aPerson({ enrollments: [aRun({ dueAt: monday + day, wakeAt: monday + day, startedAt: monday + day })] });
  const open = { rev: 0, kill: false, pausedSeries: [], campaigns: {} };
  const ask = (controls: Controls, person = due, from: Book = book) =>
    explain(person, undefined, asked, from, monday, controls);

  test.each<[Controls, string]>([
    [{ ...open, kill: true, killReason: 'a drill' }, 'It is due, but all sending is stopped (a drill).'],
    [{ ...open, kill: true }, 'It is due, but all sending is stopped.'],
    [
      { ...open, kill: true, killReason: 'AccountSuspendedException' },
      'It is due, but all sending is stopped (Amazon has suspended sending for this account).',
    ],
    [{ ...open, pausedSeries: ['back-care'] }, 'It is due, but staff have paused the series.'],
    [
      { ...open, pausedSeries: ['back-care'], pauseReasons: { 'back-care': '300 messages in an hour' } },
      'It is due, but the service paused the series by itself (300 messages in an hour).',
    ],
    [{ ...open, campaigns: { cmp_1: 'paused' } }, 'It is due, but the campaign is paused.'],
  ])('%j', (controls, wanted) => {
    expect(ask(controls)).toBe(`${wanted} It goes on by itself once that ends.`);
  });

  test('for good is a cancelled campaign', () => {
    expect(ask({ ...open, campaigns: { cmp_1: 'cancelled' } })).toBe(
      'It will not be sent. The campaign was cancelled.',
    );
  });

  test('is said of a step to come as well', () => {
    expect(ask({ ...open, kill: true }, soon)).toMatch(
      /It is the first message of the series\. Until then this has to change: all sending is stopped\.$/,
    );
  });

  test('in production is a version that nobody approved', () => {
    const production = { ...book, production: true, version: () => ({ ...series, approval: 'draft' as const }) };
    expect(ask(open, due, production)).toMatch(/^It is due, but nobody has approved this version yet\./);
  });
});

describe('a person who rests', () => {
  const next = { completedSteps: ['welcome'], stepId: 'stretching', lastSentAt: monday - day, startedAt: monday - day };
  const until = monday + 14 * day;

  test('for a visit gets the next step of a series when that is over', () => {
    expect(why({ visitUntil: until }, next, undefined, { stepId: 'stretching' })).toMatch(
      /^Not yet: it goes out on Monday, December 14.*the person has asked us for a visit, and everything else waits until/,
    );
  });

  test('gets no broadcast whose day comes meanwhile', () => {
    const event: Book = { ...book, version: () => ({ ...series, kind: 'broadcast' }) };
    const tomorrow = { dueAt: monday + day, wakeAt: monday + day, startedAt: monday + day };
    const told = (given: Partial<Subscriber>) =>
      explain(aPerson({ ...given, enrollments: [aRun(tomorrow)] }), undefined, asked, event, monday);
    expect(told({ visitUntil: until })).toBe(
      'It will be skipped unless that changes before its day. The person has asked us for a visit, so nothing invites them meanwhile.',
    );
    expect(told({ pausedUntil: until })).toMatch(/^The person takes a break until .* It is skipped unless its day/);
  });
});

test('of several runs of one series and channel the one that is asked about answers', () => {
  const [first, second] = [aRun({ id: 'enr_1', status: 'stopped', reason: 'booked' }), aRun({ id: 'enr_2' })];
  const about = (run: string) =>
    explain(aPerson({ enrollments: [first, second] }), undefined, { ...asked, run }, book, monday);
  expect(about('enr_1')).toBe('The series has stopped for this person. A visit is booked.');
  expect(about('enr_2')).toMatch(/^It is due now/);
});
