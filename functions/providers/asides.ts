import * as z from 'zod/mini';

/**
 * What providers say beside reports and texts: genuine, about no message of ours, and no fault. Each is logged by its
 * code and forgotten; whatever is none of these and cannot be read still goes where a person finds it.
 */
export type Aside =
  /** The sentence that AWS publishes to a topic when it is set up. */
  | 'topic-validated'
  | 'subscription'
  /** Of a domain or an address, which SES sends beside event publishing and without our tags. */
  | 'identity-notification'
  /** A mail that somebody sent through our configuration set, such as the console's test. */
  | 'no-tags'
  | 'no-context';

const aside = z.lazy(() =>
  z.looseObject({
    Type: z.optional(z.string()),
    Message: z.optional(z.string()),
    notificationType: z.optional(z.string()),
    eventType: z.optional(z.string()),
    messageId: z.optional(z.string()),
    mail: z.nullish(
      z.looseObject({ messageId: z.optional(z.string()), tags: z.nullish(z.record(z.string(), z.unknown())) }),
    ),
    context: z.nullish(z.record(z.string(), z.unknown())),
    detail: z.optional(z.unknown()),
  }),
);

const validated = /^"?Successfully validated SNS topic\b/;
const subscribed = new Set(['SubscriptionConfirmation', 'UnsubscribeConfirmation']);
const ofIdentities = new Set(['AmazonSnsSubscriptionSucceeded', 'Bounce', 'Complaint', 'Delivery', 'Received']);
/** Any of these, and it is about a message of ours, complete or not. */
const ours = ['subscriber', 'target', 'step', 'attempt'];
const namesOurs = (tags: Record<string, unknown> | null | undefined) =>
  ours.some((name) => Object.hasOwn(tags ?? {}, name));

/** Which of these the body is, bare or in an envelope; undefined for a report, a text or an unreadable body. */
export function asideOf(body: string): Aside | undefined {
  if (validated.test(body.trim())) return 'topic-validated';
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return undefined;
  }
  return said(json);
}

function said(json: unknown): Aside | undefined {
  const read = aside.safeParse(json);
  if (!read.success) return undefined;
  const { Type = '', Message, notificationType = '', eventType, mail, messageId, context, detail } = read.data;
  if (subscribed.has(Type)) return 'subscription';
  if (Message !== undefined) return asideOf(Message);
  if (detail !== undefined) return said(detail);
  if (ofIdentities.has(notificationType)) return 'identity-notification';
  if (eventType !== undefined && mail?.messageId) return namesOurs(mail.tags) ? undefined : 'no-tags';
  return messageId && eventType?.startsWith('TEXT_') && !namesOurs(context) ? 'no-context' : undefined;
}
