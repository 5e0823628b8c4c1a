import * as z from 'zod/mini';
import { StridewellError } from '../core/base/error';
import { senderNumber } from '../core/person/address';
import type { InboundText } from '../core/practice/text';
import type { ProviderEvent } from '../core/sending/outgoing';
import { asideOf } from './asides';

/** Provider JSON to core: SES event publishing and End User Messaging events, bare or in an SNS or EventBridge envelope. */

const envelope = z.lazy(() => z.looseObject({ Message: z.optional(z.string()), detail: z.optional(z.unknown()) }));

function unwrap(body: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw new StridewellError('invalid', 'The event is not JSON.');
  }
  const outer = envelope.safeParse(json);
  if (outer.success && outer.data.Message !== undefined) return unwrap(outer.data.Message);
  return outer.success && outer.data.detail !== undefined ? outer.data.detail : json;
}

const stamp = z.looseObject({ timestamp: z.optional(z.string()) });
const sesEvent = z.lazy(() =>
  z.looseObject({
    eventType: z.string(),
    mail: z.looseObject({
      timestamp: z.string(),
      messageId: z.string(),
      destination: z.optional(z.array(z.string())),
      tags: z.record(z.string(), z.array(z.string())),
    }),
    bounce: z.optional(z.extend(stamp, { bounceType: z.string(), bounceSubType: z.optional(z.string()) })),
    complaint: z.optional(
      z.extend(stamp, {
        complaintFeedbackType: z.nullish(z.string()),
        complaintSubType: z.nullish(z.string()),
      }),
    ),
    delivery: z.optional(stamp),
    reject: z.optional(z.looseObject({ reason: z.optional(z.string()) })),
  }),
);

const smsEvent = z.lazy(() =>
  z.looseObject({
    eventType: z.string(),
    eventTimestamp: z.number(),
    messageId: z.string(),
    destinationPhoneNumber: z.optional(z.string()),
    context: z.record(z.string(), z.string()),
  }),
);

const sesKinds: Record<string, ProviderEvent['kind']> = {
  Send: 'accepted',
  Delivery: 'delivered',
  Bounce: 'bounced',
  Complaint: 'complained',
  Reject: 'failed',
  'Rendering Failure': 'failed',
  DeliveryDelay: 'delayed',
};

/** Bounces after which an address may work again, or an answer to a mail that arrived. */
const mayPass: ReadonlySet<string> = new Set(['Transient', 'Undetermined']);

const smsKinds: Record<string, ProviderEvent['kind']> = {
  TEXT_QUEUED: 'accepted',
  TEXT_SENT: 'accepted',
  TEXT_PENDING: 'accepted',
  TEXT_SUCCESSFUL: 'accepted',
  TEXT_DELIVERED: 'delivered',
  TEXT_BLOCKED: 'failed',
  TEXT_CARRIER_BLOCKED: 'failed',
  TEXT_CARRIER_UNREACHABLE: 'failed',
  TEXT_INVALID: 'bounced',
  TEXT_INVALID_MESSAGE: 'failed',
  TEXT_PROTECT_BLOCKED: 'failed',
  // A carrier that calls our text spam is taken at its word, like a complaint.
  TEXT_SPAM: 'complained',
  TEXT_TTL_EXPIRED: 'failed',
  TEXT_UNREACHABLE: 'failed',
  TEXT_UNKNOWN: 'delayed',
};

/** The event, or undefined for one that is genuine but not about a message of ours (`asideOf` says what it is). */
export function parseProviderEvent(body: string): ProviderEvent | undefined {
  if (asideOf(body)) return undefined;
  const json = unwrap(body);
  const ses = sesEvent.safeParse(json);
  if (ses.success) return timed(fromSes(ses.data));
  const sms = smsEvent.safeParse(json);
  if (sms.success) return timed(fromSms(sms.data));
  throw new StridewellError('invalid', 'The event is neither an SES nor an SMS event.');
}

/** Facts are kept by their time: without one an event could not be merged, now or at any later try. */
function timed(event: ProviderEvent | undefined): ProviderEvent | undefined {
  if (event && !Number.isSafeInteger(event.at)) throw new StridewellError('invalid', 'The event says no time.');
  return event;
}

function fromSes({
  eventType,
  mail,
  bounce,
  complaint,
  delivery,
  reject,
}: z.infer<typeof sesEvent>): ProviderEvent | undefined {
  const tags = tagsOf(Object.fromEntries(Object.entries(mail.tags).map(([name, [value = '']]) => [name, value])));
  const kind = complaint?.complaintFeedbackType === 'not-spam' ? 'not-spam' : sesKinds[eventType];
  if (!tags || !kind) return undefined;
  const at = Date.parse((bounce ?? complaint ?? delivery)?.timestamp ?? mail.timestamp);
  const detail = bounce
    ? [bounce.bounceType, bounce.bounceSubType].filter(Boolean).join('-')
    : complaint?.complaintSubType
      ? `Complaint-${complaint.complaintSubType}`
      : reject?.reason;
  const [recipient] = mail.destination ?? [];
  return {
    channel: 'email',
    tags,
    ...(recipient ? { recipient } : {}),
    providerId: mail.messageId,
    at,
    kind,
    // What SES may call a bounce one day is taken to be for good.
    lasting: bounce !== undefined && !mayPass.has(bounce.bounceType),
    ...(detail ? { detail } : {}),
  };
}

function fromSms({
  eventType,
  eventTimestamp,
  messageId,
  destinationPhoneNumber: recipient,
  context,
}: z.infer<typeof smsEvent>): ProviderEvent | undefined {
  const tags = tagsOf(context);
  const kind = smsKinds[eventType];
  if (!tags || !kind) return undefined;
  return {
    channel: 'sms',
    tags,
    ...(recipient ? { recipient } : {}),
    providerId: messageId,
    at: eventTimestamp,
    kind,
    // Blocked: by the recipient's own phone or carrier, for this recipient (a carrier that dislikes the text says so).
    lasting: kind === 'bounced' || eventType === 'TEXT_BLOCKED',
    detail: eventType,
  };
}

function tagsOf({
  subscriber,
  target,
  step,
  attempt,
  to,
  disclaimer,
}: Record<string, string>): ProviderEvent['tags'] | undefined {
  if (!subscriber || !target || !step || !attempt) return undefined;
  return { subscriber, target, step, attempt, ...(to ? { to } : {}), ...(disclaimer ? { disclaimer } : {}) };
}

const inbound = z.lazy(() =>
  z.looseObject({ originationNumber: z.string(), messageBody: z.nullish(z.string()), inboundMessageId: z.string() }),
);

/**
 * A two-way SMS notification (docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html), or undefined
 * for what AWS says of the topic. A picture or a file without words is a text with none.
 */
export function parseInboundText(body: string): InboundText | undefined {
  if (asideOf(body)) return undefined;
  const read = inbound.safeParse(unwrap(body));
  if (!read.success) throw new StridewellError('invalid', 'The inbound text has no number or no id.');
  const { originationNumber, messageBody, inboundMessageId } = read.data;
  return { from: senderNumber(originationNumber), body: messageBody ?? '', id: inboundMessageId };
}
