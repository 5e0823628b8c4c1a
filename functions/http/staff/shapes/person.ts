import * as z from 'zod';
import { channelNames } from '../../../core/base/channel';
import { checkInAnswers } from '../../../core/person/subscriber';
import {
  channel,
  count,
  id,
  line,
  listOf,
  messageRowSchema,
  moment,
  outcomes,
  page,
  rev,
  seriesId,
  stepId,
} from './api';

/** People: the list, one of them, and what staff do for them. */

const channelStatus = z.enum(['pending', 'active', 'unsubscribed', 'suppressed']);
/** One answer, and how staff read question and answer. */
const answerSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  answer: z.union([z.string(), z.array(z.string()), z.number(), z.boolean()]),
  text: z.string(),
});
export const subscriberRowSchema = z.strictObject({
  id: id('sub'),
  rev,
  firstName: z.string(),
  channels: z.array(z.strictObject({ channel, status: channelStatus })),
  /** In the order of the questions. */
  answers: z.array(answerSchema),
  createdAt: moment,
  /** Nobody has confirmed any of its addresses, so it may be of a person who has a record already. */
  signUp: z.boolean(),
  nextAt: moment.optional(),
  nextStep: z.string().optional(),
});
export type SubscriberRow = z.infer<typeof subscriberRowSchema>;
export const subscribersQuery = z.strictObject({ ...page, status: channelStatus.optional(), q: id('sub').optional() });
export const subscriberListSchema = listOf(subscriberRowSchema);
export const findSchema = z.strictObject({ address: z.string().trim().min(3).max(254) });
export const subscriberDetailSchema = z.strictObject({
  subscriber: z.strictObject({
    id: id('sub'),
    rev,
    kind: z.enum(['runner', 'unknown', 'desk']),
    createdAt: moment,
    pausedUntil: moment.optional(),
    channels: z.array(
      z.strictObject({
        channel,
        address: z.string(),
        status: channelStatus,
        since: moment,
        consentAt: moment.optional(),
        wording: z.string().optional(),
      }),
    ),
    profile: z
      .strictObject({
        firstName: z.string(),
        answers: z.array(answerSchema),
        /** An answer says that a doctor should see them first. */
        safety: z.literal('structural').optional(),
        seen: z.boolean(),
        checkIn: z.enum(checkInAnswers).optional(),
        locale: z.enum(['en', 'es']),
        location: z.string().optional(),
        locationSource: z.enum(['stated', 'postal-code']).optional(),
        postalCode: z.string().optional(),
        state: z.string().optional(),
        zones: z.array(z.string()),
        zoneSource: z.string(),
        zoneConfidence: z.number(),
        source: z.string().optional(),
      })
      .optional(),
    enrollments: z.array(
      z.strictObject({
        id: id('enr'),
        seriesId: z.string(),
        version: z.int(),
        channel,
        status: z.enum(['active', 'paused', 'stopped', 'finished']),
        phase: z.enum(['waiting', 'sending', 'unknown', 'held']),
        completedSteps: z.array(z.string()),
        stepId: z.string().optional(),
        dueAt: moment.optional(),
        pausedUntil: moment.optional(),
        campaignId: z.string().optional(),
        reason: z.string().optional(),
      }),
    ),
  }),
  /** Newest first, in sentences. */
  timeline: z.array(
    z.strictObject({
      at: moment,
      kind: z.enum(['message', 'consent', 'history']),
      title: z.string(),
      detail: z.string().optional(),
      reason: z.string().optional(),
      messageId: id('msg').optional(),
      /** Version of the disclaimer that went with the message. */
      disclaimer: z.string().optional(),
      /** The message is held: staff decide. */
      held: z.literal(true).optional(),
    }),
  ),
  /** Each run and every step of its path, those behind the person first. */
  paths: z.array(
    z.strictObject({
      enrollment: id('enr'),
      seriesId: z.string(),
      seriesName: z.string(),
      channel,
      path: z.string(),
      steps: z.array(
        z.strictObject({
          stepId: z.string(),
          subject: z.string(),
          /** Day of the path; absent when the step is not on it. */
          day: count.optional(),
          state: z.enum([...outcomes, 'behind', 'planned', 'waiting', 'not-coming']),
          at: moment.optional(),
          reason: z.string().optional(),
          messageId: id('msg').optional(),
          facts: messageRowSchema.shape.facts,
        }),
      ),
    }),
  ),
  next: z.array(z.strictObject({ channel, seriesId: z.string(), stepId: z.string(), subject: z.string(), at: moment })),
});
export type SubscriberDetail = z.infer<typeof subscriberDetailSchema>;
export const explainQuery = z.strictObject({ seriesId, stepId, channel, run: id('enr').optional() });
export const explainedSchema = z.strictObject({ why: z.string() });
export type Explained = z.infer<typeof explainedSchema>;
export const optOutSchema = z.strictObject({ channel: z.enum([...channelNames, 'all']), reason: line(200) });
export type OptOut = z.infer<typeof optOutSchema>;
/** The office that is nearest to a person, by its id. */
export const officeSchema = z.strictObject({ rev, location: z.string().min(1).max(40) });
export type OfficeWish = z.infer<typeof officeSchema>;

export const askSchema = z.strictObject({ channel });
