import * as z from 'zod';
import { bookingRowSchema, count, id, line, messageRowSchema, moment, perChannel, replySchema, rev } from './api';

/** What is stopped, and the home page. */

export const controlsSchema = z.strictObject({
  rev,
  kill: z.boolean(),
  /** In words. */
  killReason: z.string().optional(),
  /** Who stopped it: staff, or the service because of the account or of the rates of bounces and complaints. */
  killedBy: z.enum(['staff', 'account', 'rates']).optional(),
  /** Not even STOP, HELP and emergencies are answered; a switch of its own. */
  total: z.boolean(),
  /** In words. */
  totalReason: z.string().optional(),
  pausedSeries: z.array(z.string()),
  /** Series that the service paused by itself, and why, in words. */
  pauseReasons: z.record(z.string(), z.string()).optional(),
  campaigns: z.record(z.string(), z.enum(['paused', 'cancelled'])),
});
export type ControlsView = z.infer<typeof controlsSchema>;
/** Stopping needs no rev and heeds none. */
const switchSchema = z
  .strictObject({ on: z.boolean(), reason: line(200).optional(), rev: rev.optional() })
  .refine(({ on, rev }) => on || rev !== undefined, {
    path: ['rev'],
    message: 'letting sending go on takes the rev of the controls that was seen',
  });
export const killSchema = switchSchema;
export const totalSchema = switchSchema;
const rate = z.strictObject({ count, share: z.number(), warn: z.number(), stop: z.number() });
export const homeSchema = z.strictObject({
  now: moment,
  counts: z.strictObject({
    signups: count,
    confirmed: count,
    sent: perChannel,
    skipped: count,
    /** Refused, sent back or not delivered. */
    failed: count,
    /** Of the last seven days: proof is waited for longer than a day. */
    unconfirmed: count,
    /** Waiting for staff now, of any day. */
    held: count,
    optOuts: count,
    /** Told that one more message may still arrive; absent when none was. */
    undrained: count.optional(),
    clicks: count,
    bookings: count,
  }),
  /** Texts of an emergency or a crisis of the last days whose answer is not known to be out: somebody has to call. */
  unanswered: z.array(replySchema),
  recentMessages: z.array(messageRowSchema),
  /** Campaigns that wait for somebody other than their author; the one that starts first comes first. */
  approvals: z.array(
    z.strictObject({
      id: id('cmp'),
      name: z.string(),
      startDate: z.string(),
      startTime: z.string(),
      /** It was approved before, and has changed since. */
      changed: z.boolean(),
      askedBy: z.string().optional(),
      /** The caller has made or changed it. */
      yours: z.boolean(),
    }),
  ),
  newBookings: z.array(bookingRowSchema),
  controls: controlsSchema,
  /** Set when the counts do not reach to now: they end there. */
  countedTo: moment.optional(),
  pausedSeries: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  pausedCampaigns: z.array(z.strictObject({ id: id('cmp'), rev, name: z.string() })),
  /** People due for more than half an hour who do not move, as of the last look; absent when there are none. */
  stuck: z
    .strictObject({
      count,
      /** There are more than were counted. */
      more: z.boolean(),
      since: moment.optional(),
      people: z.array(z.strictObject({ id: id('sub'), firstName: z.string() })),
    })
    .optional(),
  /** Since when the oldest message waits for staff. */
  heldSince: moment.optional(),
  /** Mail of the last seven days, and at which shares staff are warned and sending stops. */
  health: z.strictObject({ sent: count, bounced: rate, complained: rate }).optional(),
  /** When the service last looked at itself; it does so every five minutes. */
  lookedAt: moment.optional(),
  /** What the last look found, in sentences. */
  warnings: z.array(z.string()).optional(),
});
export type Home = z.infer<typeof homeSchema>;
