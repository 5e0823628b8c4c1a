import { checkInAnswers, noticeKinds } from '../../../functions/core/person/subscriber';
import { meaningOf } from '../../../functions/core/replies/keyword';
import { meaningKinds, noticeNames } from '../../../functions/core/reporting/spoken';
import { timelineItem } from '../../../functions/core/reporting/timeline';
import { type Delivery, type FactName, outcomeOf } from '../../../functions/core/sending/delivery';
import type { Happening, LedgerEntry } from '../../../functions/core/sending/journal';
import { linkKeys } from '../../../functions/core/series/series';

const at = Date.parse('2026-11-30T15:00:00Z');
const message = (stepId: string, facts: Partial<Record<FactName, { at: number; note?: string }>>): LedgerEntry => ({
  kind: 'message',
  delivery: {
    subscriber: 'sub_1',
    id: 'msg_1',
    target: 't',
    stepId,
    channel: 'sms',
    marketing: true,
    at,
    facts,
  } as Delivery,
});
const happened = (happening: Happening): LedgerEntry => ({
  kind: 'history',
  entry: { subscriber: 'sub_1', id: 'h', at, happening },
});
const titleOf = (entry: LedgerEntry) => timelineItem(entry).title;
/** A code of ours, such as `sms-not-understood`, that nobody put into words. */
const code = /\b[a-z]+-(?:[a-z]+-)*[a-z]+\b|[A-Z]{2,}_|[a-z][A-Z]/;
const words = (entry: LedgerEntry) => {
  const { title, detail = '', reason = '' } = timelineItem(entry);
  return [title, detail, reason].join(' ').replace(/opt-out|check-in|sign-up/g, '');
};

describe('everything that can stand in a person’s history is said in words', () => {
  test.each(noticeKinds)('service message %s', (kind) => {
    expect(words(message(kind, { accepted: { at } }))).not.toMatch(code);
    expect(titleOf(message(kind, { accepted: { at } }))).toBe(`Text sent: ${noticeNames[kind]}`);
  });

  test.each(meaningKinds)('a text read as %s', (meaning) => {
    const entry = happened({ what: 'reply', body: 'Hi', meaning, forStaff: false, providerId: 'p' });
    expect(words(entry)).not.toMatch(code);
    expect(titleOf(entry)).toMatch(/^Texted us, read as /);
  });

  test('every meaning a text can have is among them', () => {
    for (const body of ['stop', 'help', 'start', 'yes', 'tips', 'better', 'seen', 'hello', 'I want to kill myself'])
      expect(meaningKinds).toContain(meaningOf(body).kind);
  });

  test.each(linkKeys)('a click on %s', (link) => {
    expect(words(happened({ what: 'click', delivery: 'm', link, human: true }))).not.toMatch(code);
  });

  test.each([...checkInAnswers, 'seen'])('a check-in: %s', (answer) => {
    expect(titleOf(happened({ what: 'check-in', answer }))).toMatch(/^(Checked in: |Said that a doctor)/);
  });

  test.each([
    'email off',
    'sms off',
    'email asked for',
    'sms asked for',
    'topic back-care off',
    'paused for 30 days',
    'resumed',
    'language es',
    'asked to download data',
    'asked to delete data',
    'profile completed',
  ])('a choice: %s', (change) => {
    const said = timelineItem(happened({ what: 'preferences', change })).detail ?? '';
    expect(said).toMatch(/^[A-Z]/);
    expect(said).not.toMatch(/sms|language es|profile/);
  });

  test.each([
    ['booking booked', 'Kim booked the visit'],
    ['booking visited', 'Kim noted that the visit took place'],
    ['booking closed', 'Kim closed the booking request'],
    ['marked as seen by a doctor', 'Kim marked as seen by a doctor'],
    ['recorded an opt-out from sms: by phone', 'Kim recorded an opt-out from texts: by phone'],
    ['decided to send a held message again (spine-doctor)', 'Kim decided to send a held message again: “Spine doctor”'],
  ])('staff: %s', (action, wanted) => {
    expect(titleOf(happened({ what: 'staff', actor: 'Kim', action }))).toBe(wanted);
  });

  test('leaving that could not be waited out', () => {
    expect(titleOf(happened({ what: 'undrained', channel: 'email' }))).toBe(
      'Left while an email could still be on its way',
    );
  });

  const outcomes: Partial<Record<FactName, { at: number; note?: string }>>[] = [
    { accepted: { at } },
    { assumed: { at, note: 'no-event' } },
    { skipped: { at, note: 'no-common-hour' } },
    { blocked: { at, note: 'MessageRejected' } },
    { held: { at, note: 'no-event' } },
    { stopped: { at, note: 'campaign-cancelled' } },
    { unknown: { at, note: 'no-answer' } },
    {},
  ];
  test('every outcome', () => {
    const said = outcomes.map((facts) => message('spine-doctor', facts));
    expect(new Set(said.map(titleOf)).size).toBe(outcomes.length);
    for (const entry of said) expect(words(entry)).not.toMatch(code);
    expect(new Set(outcomes.map((facts) => outcomeOf({ facts }))).size).toBe(8);
  });

  test('what came later, with its reason', () => {
    const all = { delivered: { at }, clicked: { at }, booked: { at }, bounced: { at, note: 'Permanent-NoEmail' } };
    const item = timelineItem(message('rest', { accepted: { at }, ...all, failed: { at }, complained: { at } }));
    expect(item.detail).toBe(
      'Then: delivered, a link was opened, a visit was asked for, came back as undeliverable, could not be delivered, reported as spam',
    );
    expect(item.reason).toBe('It came back: there is no such address.');
  });

  test.each([
    ['/subscribe', '2026-11-a', 'On the sign-up page, having read disclosure 2026-11-a'],
    ['one-click', 'one-click', 'With the unsubscribe button of their mail program'],
    ['api', 'api', 'Through the API of the sign-up'],
    ['text', 'text', 'By text'],
    ['erasure', 'erasure', 'By deleting their data'],
  ])('consent by %s', (page, wording, wanted) => {
    const evidence = { subscriber: 's', channel: 'sms', action: 'withdrawn', at, page, wording } as never;
    expect(timelineItem({ kind: 'consent', evidence })).toMatchObject({ title: 'Stopped texts', detail: wanted });
  });

  test('a message of a series goes by its subject where it is known', () => {
    expect(timelineItem(message('rest', { accepted: { at } }), () => 'Rest is part').title).toBe(
      'Text sent: “Rest is part”',
    );
  });
});
