import * as z from 'zod';
import { channelNames } from '../../core/base/channel';
import { iso } from '../../core/base/time';
import { addressFor } from '../../core/membership/test-recipient';
import { reasonText } from '../../core/reporting/reason';
import { reasonOf } from '../../core/reporting/report';
import { outcomeOf, shownFacts } from '../../core/sending/delivery';
import { sendTest, type TestState, watchTest } from '../../flows/staff/send-test';
import type { Plain, WithBody } from './ports';
import { messageRowSchema, outcomes, previewSchema } from './shapes/api';
import { list } from './view';

const channel = z.enum(channelNames);

/** Who may get tests. Their addresses are the practice's own, from `practice.yaml`. */
export const testRecipientsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      name: z.string(),
      email: z.string().optional(),
      phone: z.string().optional(),
      /** The stage's allow-list keeps these back, so a test there would be refused. */
      notAllowed: z.array(channel),
    }),
  ),
  next: z.string().optional(),
});
export type TestRecipient = z.infer<typeof testRecipientsSchema>['items'][number];

/** A step as the preview takes it, and the name of one of the recipients. */
export const testSendSchema = previewSchema.extend({ recipient: z.string().trim().min(1).max(60) });
export type TestSendRequest = z.infer<typeof testSendSchema>;

export const testStateSchema = z.strictObject({
  /** To ask again with. */
  id: z.string().regex(/^ntc_[0-9a-z]{8,40}$/),
  /** Id of the message, as in the list of messages. */
  message: z.string().regex(/^msg_[0-9a-z]{8,40}$/),
  recipient: z.string(),
  channel,
  seriesId: z.string(),
  version: z.int(),
  stepId: z.string(),
  /** Words that were being edited, not those of the version. */
  draft: z.boolean(),
  at: z.iso.datetime({ offset: true }),
  outcome: z.enum(outcomes),
  reason: z.string().optional(),
  /** It has not left yet; after this moment it is dropped. */
  waitsUntil: z.iso.datetime({ offset: true }).optional(),
  facts: messageRowSchema.shape.facts,
});
export type TestSent = z.infer<typeof testStateSchema>;

export const recipients = ({ ports: { practice, allowed } }: Plain) =>
  list(
    practice.testRecipients.map(({ name, email, phone }) => ({
      name,
      email,
      phone,
      notAllowed: channelNames.filter((one) => {
        const address = addressFor({ email, phone }, one);
        return address !== undefined && !allowed(address);
      }),
    })),
  );

export const send = async ({ ports, body, staff }: WithBody<typeof testSendSchema>) =>
  stateView(await sendTest(ports, body, staff));

export const watch = async ({ ports, params }: Plain) => stateView(await watchTest(ports, params.id));

function stateView({ id, message, channel, test, at, delivery, waits }: TestState): TestSent {
  const facts = Object.entries(shownFacts(delivery?.facts ?? {})).map(([name, fact]) => [
    name,
    { at: iso(fact.at), note: fact.note },
  ]);
  const reason = delivery && reasonOf(delivery);
  return {
    id,
    message,
    recipient: test.recipient,
    channel,
    seriesId: test.seriesId,
    version: test.version,
    stepId: test.stepId,
    draft: test.words !== undefined,
    at: iso(at),
    outcome: delivery ? outcomeOf(delivery) : 'pending',
    ...(waits?.because
      ? { reason: 'All sending is stopped.' }
      : reason === undefined
        ? {}
        : { reason: reasonText(reason) }),
    ...(waits ? { waitsUntil: iso(waits.until) } : {}),
    facts: Object.fromEntries(facts),
  };
}
