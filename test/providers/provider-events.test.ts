import { parseInboundText, parseProviderEvent } from '../../functions/providers/provider-events';

const tags = { subscriber: 'sub_1', target: 'enr_1', step: 'welcome', attempt: 'clm_1' };
const text = (eventType: string) =>
  parseProviderEvent(JSON.stringify({ eventType, eventTimestamp: 1_780_000_000_000, messageId: 'm-1', context: tags }));

describe('an event about a text', () => {
  it.each([
    ['TEXT_INVALID', 'bounced', true],
    ['TEXT_BLOCKED', 'failed', true],
    ['TEXT_CARRIER_BLOCKED', 'failed', false],
    ['TEXT_UNREACHABLE', 'failed', false],
    ['TEXT_TTL_EXPIRED', 'failed', false],
    ['TEXT_DELIVERED', 'delivered', false],
  ])('%s is read as "%s", for good: %s', (eventType, kind, lasting) => {
    expect(text(eventType)).toMatchObject({ channel: 'sms', kind, lasting, tags, detail: eventType });
  });

  it('of no message of ours is none', () => {
    const bare = { eventType: 'TEXT_DELIVERED', eventTimestamp: 1, messageId: 'm-1', context: {} };
    expect(parseProviderEvent(JSON.stringify(bare))).toBeUndefined();
  });
});

describe('a text from a phone', () => {
  const from = (originationNumber: string) =>
    parseInboundText(JSON.stringify({ originationNumber, messageBody: 'STOP', inboundMessageId: 'in-1' }))?.from;

  it.each(['+17705550123', '0017705550123', '001 770 555 0123', '17705550123', '7705550123', '(770) 555-0123'])(
    'is from the same person however the carrier writes the number: %s',
    (spelling) => {
      expect(from(spelling)).toBe('+17705550123');
    },
  );

  it.each(['227898', '+447700900123', 'BANK'])('from %s is from that, and is read all the same', (sender) => {
    expect(from(sender)).toBe(sender);
  });
});

describe('an event about a mail', () => {
  const mail = {
    timestamp: '2026-11-30T16:00:00.000Z',
    messageId: 'm-1',
    destination: ['robin@example.com'],
    tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
  };
  const timestamp = '2026-11-30T16:05:00.000Z';
  const bounce = (bounceType: string, bounceSubType?: string) =>
    parseProviderEvent(JSON.stringify({ eventType: 'Bounce', mail, bounce: { bounceType, bounceSubType, timestamp } }));
  const complaint = (said: object) =>
    parseProviderEvent(JSON.stringify({ eventType: 'Complaint', mail, complaint: { timestamp, ...said } }));

  it.each([
    ['Permanent', 'General', true],
    ['Permanent', 'NoEmail', true],
    ['Permanent', 'OnAccountSuppressionList', true],
    ['Permanent', 'Unheard', true],
    ['Transient', 'General', false],
    ['Transient', 'MailboxFull', false],
    ['Transient', 'Unheard', false],
    ['Undetermined', 'Undetermined', false],
    ['Unheard', 'General', true],
    ['Unheard', undefined, true],
  ])('bounced as %s, %s: for good is %s', (type, subType, lasting) => {
    const detail = [type, subType].filter(Boolean).join('-');
    expect(bounce(type, subType)).toMatchObject({ kind: 'bounced', lasting, detail, recipient: 'robin@example.com' });
  });

  it.each([
    ['not-spam', { complaintFeedbackType: 'not-spam' }],
    ['complained', { complaintFeedbackType: 'abuse' }],
    ['complained', { complaintFeedbackType: 'unheard-of' }],
    ['complained', { complaintFeedbackType: null, complaintSubType: null }],
    ['complained', {}],
  ])('a complaint is read as "%s" from %j', (kind, said) => {
    const { detail, ...event } = complaint(said)!;
    expect([event.kind, event.lasting, detail]).toEqual([kind, false, undefined]);
  });

  it('a complaint that is only an entry of the account’s list says so', () => {
    const event = complaint({ complaintFeedbackType: null, complaintSubType: 'OnAccountSuppressionList' });
    expect(event).toMatchObject({ kind: 'complained', detail: 'Complaint-OnAccountSuppressionList' });
  });
});
