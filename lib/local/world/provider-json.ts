import type { Entry, Kept } from './outbox';
import { bareAddress } from './ses-wire';
import { partsOf } from './sms-wire';

/** What the world can report about a message by itself or when asked. */
const reportTypes = ['send', 'delivery', 'bounce', 'complaint'] as const;
type ReportType = (typeof reportTypes)[number];
type BounceType = 'Permanent' | 'Transient';
export interface Report {
  type: ReportType;
  bounceType?: BounceType;
  /** Virtual time, ISO. */
  at: string;
  /** Unique; becomes the provider's feedback id. */
  id: string;
}

/** How a report is called in its own channel, such as `Bounce` or `TEXT_DELIVERED`. */
export function reportName(entry: Entry, report: Report): string {
  if (entry.channel === 'email')
    return { send: 'Send', delivery: 'Delivery', bounce: 'Bounce', complaint: 'Complaint' }[report.type];
  if (report.type === 'bounce') return report.bounceType === 'Transient' ? 'TEXT_UNREACHABLE' : 'TEXT_INVALID';
  return { send: 'TEXT_SENT', delivery: 'TEXT_DELIVERED', complaint: 'TEXT_SPAM' }[report.type];
}

/** A record of SES event publishing: `eventType`, `mail` and one member named after the event. */
export function sesEvent(kept: Kept, report: Report): Record<string, unknown> {
  const { entry } = kept;
  return { eventType: reportName(entry, report), mail: mailOf(kept), ...sesDetail(entry, report) };
}

function mailOf({ entry, configurationSet }: Kept): Record<string, unknown> {
  const tags: Record<string, string[]> = {
    'ses:source-ip': ['127.0.0.1'],
    'ses:from-domain': [bareAddress(entry.from)?.split('@')[1] ?? 'localhost'],
    'ses:caller-identity': ['local-world'],
    ...(configurationSet === undefined ? {} : { 'ses:configuration-set': [configurationSet] }),
  };
  for (const [name, value] of Object.entries(entry.tags)) tags[name] = [value];
  const standard = [
    { name: 'From', value: entry.from },
    { name: 'To', value: entry.to },
    { name: 'Subject', value: entry.subject ?? '' },
    { name: 'MIME-Version', value: '1.0' },
  ];
  return {
    timestamp: entry.acceptedAt,
    messageId: entry.id,
    source: entry.from,
    sourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/local-world',
    sendingAccountId: '000000000000',
    destination: [entry.to],
    headersTruncated: false,
    headers: [...standard, ...entry.headers],
    commonHeaders: { from: [entry.from], to: [entry.to], messageId: entry.id, subject: entry.subject ?? '' },
    tags,
  };
}

function sesDetail(entry: Entry, report: Report): Record<string, unknown> {
  if (report.type === 'send') return { send: {} };
  if (report.type === 'delivery') {
    return {
      delivery: {
        timestamp: report.at,
        processingTimeMillis: Math.max(0, Date.parse(report.at) - Date.parse(entry.acceptedAt)),
        recipients: [entry.to],
        smtpResponse: '250 2.6.0 Message received',
        reportingMTA: 'local-world',
      },
    };
  }
  if (report.type === 'complaint') {
    return {
      complaint: {
        complainedRecipients: [{ emailAddress: entry.to }],
        timestamp: report.at,
        feedbackId: report.id,
        userAgent: 'local-world',
        complaintFeedbackType: 'abuse',
        arrivalDate: report.at,
      },
    };
  }
  const permanent = report.bounceType !== 'Transient';
  return {
    bounce: {
      bounceType: permanent ? 'Permanent' : 'Transient',
      bounceSubType: permanent ? 'General' : 'MailboxFull',
      bouncedRecipients: [
        {
          emailAddress: entry.to,
          action: 'failed',
          status: permanent ? '5.1.1' : '4.2.2',
          diagnosticCode: permanent ? 'smtp; 550 5.1.1 user unknown' : 'smtp; 452 4.2.2 mailbox full',
        },
      ],
      timestamp: report.at,
      feedbackId: report.id,
      reportingMTA: 'dns; local-world',
    },
  };
}

const statusWords: Record<string, string> = {
  TEXT_SENT: 'Message has been sent to the carrier',
  TEXT_DELIVERED: 'Message has been accepted by phone',
  TEXT_INVALID: 'Invalid phone number',
  TEXT_UNREACHABLE: 'Phone is currently unreachable/unavailable',
  TEXT_SPAM: 'Message was reported as spam',
};

/** A record of the SMS service's event destination. Times are epoch milliseconds there. */
export function smsEvent({ entry }: Kept, report: Report): Record<string, unknown> {
  const eventType = reportName(entry, report);
  const { parts, encoding } = partsOf(entry.text);
  return {
    eventType,
    eventVersion: '1.0',
    eventTimestamp: Date.parse(report.at),
    isFinal: eventType !== 'TEXT_SENT',
    originationPhoneNumber: entry.from,
    destinationPhoneNumber: entry.to,
    isoCountryCode: 'US',
    mcc: '310',
    mnc: '800',
    carrierName: 'Local World Wireless',
    messageId: entry.id,
    messageRequestTimestamp: Date.parse(entry.acceptedAt),
    messageEncoding: encoding,
    messageType: 'TRANSACTIONAL',
    messageStatus: eventType.slice('TEXT_'.length),
    messageStatusDescription: statusWords[eventType],
    context: entry.tags,
    totalMessageParts: parts,
    totalMessagePrice: Number((parts * 0.007).toFixed(5)),
    totalCarrierFee: Number((parts * 0.003).toFixed(5)),
  };
}

/** A two-way text as the service publishes it; dedupe on `inboundMessageId`. */
export function inboundJson(text: {
  id: string;
  from: string;
  to: string;
  body: string;
  answers?: string | undefined;
}): Record<string, unknown> {
  return {
    originationNumber: text.from,
    destinationNumber: text.to,
    messageKeyword: text.body.trim().split(/\s+/)[0]?.toUpperCase() ?? '',
    messageBody: text.body,
    inboundMessageId: text.id,
    ...(text.answers === undefined ? {} : { previousPublishedMessageId: text.answers }),
  };
}
