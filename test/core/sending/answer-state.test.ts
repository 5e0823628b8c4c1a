import { minute } from '../../../functions/core/base/time';
import { answered, answerId, answerTo } from '../../../functions/core/sending/answer-state';
import { type Delivery, deliveryId, type Facts } from '../../../functions/core/sending/delivery';
import type { HistoryEntry } from '../../../functions/core/sending/journal';
import { monday } from '../../support/memory';

const text = (meaning: string): HistoryEntry => ({
  subscriber: 'sub_1',
  id: 'msg_1',
  at: monday,
  happening: { what: 'reply', body: '…', meaning, forStaff: true, providerId: 'in-1' },
});
const told = (facts: Facts): Delivery => ({
  subscriber: 'sub_1',
  id: 'msg_2',
  target: 'ntc_1',
  stepId: 'sms-emergency',
  channel: 'sms',
  marketing: false,
  at: monday,
  facts,
});
const at = (after: number) => ({ at: monday + after });

describe('the answer to an emergency', () => {
  it('is found by the text it answers, and only an emergency or a crisis has one', () => {
    expect(answerTo(text('emergency'))).toBe(deliveryId(answerId('sms-emergency', 'sub_1', 'in-1'), 'sms-emergency'));
    expect(answerTo(text('crisis'))).toBe(deliveryId(answerId('sms-crisis', 'sub_1', 'in-1'), 'sms-crisis'));
    expect(answerTo(text('other'))).toBeUndefined();
    expect(answerTo({ ...text('crisis'), happening: { what: 'preferences', change: 'crisis' } })).toBeUndefined();
  });

  it.each<[string, Facts | undefined, number, string, boolean]>([
    ['waits a moment', undefined, minute, 'queued', false],
    ['waits too long', undefined, 3 * minute, 'queued', true],
    ['is on its way', {}, minute, 'queued', false],
    ['was taken', { accepted: at(0) }, minute, 'sent', false],
    ['was refused first and then taken', { blocked: at(0), accepted: at(minute) }, 2 * minute, 'sent', false],
    ['was taken and reached nobody', { accepted: at(0), failed: at(minute) }, 2 * minute, 'not-delivered', true],
    ['went to a number that takes none', { accepted: at(0), bounced: at(minute) }, 2 * minute, 'not-delivered', true],
    ['was delivered on a second try', { failed: at(0), delivered: at(minute) }, 2 * minute, 'sent', false],
    ['has no answer yet', { unknown: at(0) }, minute, 'trying', true],
    ['was refused just now', { blocked: at(0) }, minute, 'trying', true],
    ['was refused for half an hour', { blocked: at(0) }, 31 * minute, 'not-sent', true],
    ['never had an answer', { unknown: at(0), assumed: at(30 * minute) }, 31 * minute, 'unconfirmed', true],
    [
      'was refused and once unanswered',
      { unknown: at(0), blocked: at(1), assumed: at(2) },
      31 * minute,
      'unconfirmed',
      true,
    ],
    ['has no answer and no last word either', { unknown: at(0) }, 31 * minute, 'unconfirmed', true],
    ['outlived its use', { skipped: at(0) }, minute, 'not-sent', true],
  ])('that %s says so', (_what, facts, after, state, red) => {
    expect(answered({ at: monday }, facts && told(facts), monday + after)).toEqual({ state, red });
  });
});
