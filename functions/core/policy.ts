import * as z from 'zod/mini';
import { timeOfDay } from './fields';
import type { ChannelName } from './subscriber';
import { hour, minute } from './time';

/** Local times of day "HH:mm": open from `from`, closed at `to`. */
export interface Window {
  from: string;
  to: string;
}

/** ISO weekday, 1 = Monday. A day without a window is closed. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface Hours {
  days: Partial<Record<Weekday, Window>>;
  /** true: closed on federal holidays and those of the person's state. */
  holidays: boolean;
}

/** Most messages on one channel in rolling time, across series and campaigns. */
export interface Cap {
  per24h: number;
  per7d: number;
  per30d: number;
}

/** When and how often marketing may go out. Service messages are exempt. */
export interface Policy {
  sms: Hours;
  email: Hours;
  caps: Record<ChannelName, Cap>;
  /** ms on both sides of a send in which the window must hold: clocks differ and requests take time. */
  guard: number;
  /** ms of open time after which a step that could not go is skipped. */
  lateness: number;
  /** ms between saying YES to texts and the first tip: what was agreed to (CTIA 5.1.2.1) is read on its own. */
  firstTextAfter: number;
}

/** Texts from 10:00 is Kentucky's rule; until 18:00 and never on a holiday is Rhode Island's (§ 5-61-3.6). */
const textHours: Window = { from: '10:00', to: '18:00' };
const mailHours: Window = { from: '08:00', to: '20:00' };

/**
 * Satisfies the strictest state everywhere, so that a wrong guess of a person's state cannot break a law. Weekends
 * have no texts: Alabama, Louisiana and Mississippi forbid Sunday, and sources disagree about Saturday. Six texts in
 * 30 days is the number told at sign-up.
 */
export const defaultPolicy: Policy = {
  sms: { days: { 1: textHours, 2: textHours, 3: textHours, 4: textHours, 5: textHours }, holidays: true },
  email: {
    days: { 1: mailHours, 2: mailHours, 3: mailHours, 4: mailHours, 5: mailHours, 6: mailHours, 7: mailHours },
    holidays: false,
  },
  caps: { sms: { per24h: 1, per7d: 6, per30d: 6 }, email: { per24h: 1, per7d: 6, per30d: 6 } },
  guard: 2 * minute,
  lateness: 48 * hour,
  firstTextAfter: 10 * minute,
};

const anyHour: Window = { from: '00:00', to: '23:59' };
const anyDay = { 1: anyHour, 2: anyHour, 3: anyHour, 4: anyHour, 5: anyHour, 6: anyHour, 7: anyHour };

/** For rehearsals on an emulated cloud, which cannot wait for morning. No law allows it towards a person. */
export const allDay: Policy = {
  sms: { days: anyDay, holidays: false },
  email: { days: anyDay, holidays: false },
  caps: { sms: { per24h: 3, per7d: 20, per30d: 20 }, email: { per24h: 3, per7d: 20, per30d: 20 } },
  guard: minute,
  lateness: 48 * hour,
  firstTextAfter: 0,
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const window = z
  .strictObject({ from: timeOfDay, to: timeOfDay })
  .check(
    z.refine(
      ({ from, to }) => minutesOf(to) - minutesOf(from) >= 60,
      'a window opens at least an hour before it closes',
    ),
  );

/** 47 CFR 64.1200(c)(1): no telephone solicitation before 08:00 or after 21:00 at the called party's place. */
const textWindow = window.check(
  z.refine(
    ({ from, to }) => minutesOf(from) >= 8 * 60 && minutesOf(to) <= 21 * 60,
    'texts may only go between 08:00 and 21:00 (47 CFR 64.1200(c)(1))',
  ),
);

const daysOf = (open: typeof window) =>
  z
    .strictObject({
      1: z.exactOptional(open),
      2: z.exactOptional(open),
      3: z.exactOptional(open),
      4: z.exactOptional(open),
      5: z.exactOptional(open),
      6: z.exactOptional(open),
      7: z.exactOptional(open),
    })
    .check(z.refine((days) => Object.keys(days).length > 0, 'at least one day is open (1 = Monday … 7 = Sunday)'));

const hoursOf = (open: typeof window, shipped: Hours) =>
  z._default(
    z.strictObject({
      days: z._default(daysOf(open), shipped.days),
      holidays: z._default(z.boolean(), shipped.holidays),
    }),
    shipped,
  );

/** Florida § 501.616(6)(b), Oklahoma, Oregon and Maryland: at most 3 texts in 24 hours. */
const capOf = (mostPer24h: number, shipped: Cap) =>
  z._default(
    z.strictObject({
      per24h: z._default(z.int().check(z.minimum(1), z.maximum(mostPer24h)), shipped.per24h),
      per7d: z._default(z.int().check(z.minimum(1), z.maximum(21)), shipped.per7d),
      // The item remembers 40 sends of both channels together: more could not be counted.
      per30d: z._default(z.int().check(z.minimum(1), z.maximum(20)), shipped.per30d),
    }),
    shipped,
  );

/** What `practice.yaml` may change; whatever it leaves out keeps the shipped default. */
export const policySchema = z._default(
  z.strictObject({
    sms: hoursOf(textWindow, defaultPolicy.sms),
    email: hoursOf(window, defaultPolicy.email),
    caps: z._default(
      z.strictObject({ sms: capOf(3, defaultPolicy.caps.sms), email: capOf(3, defaultPolicy.caps.email) }),
      defaultPolicy.caps,
    ),
    guard: z._default(z.int().check(z.minimum(minute), z.maximum(15 * minute)), defaultPolicy.guard),
    lateness: z._default(z.int().check(z.minimum(hour), z.maximum(240 * hour)), defaultPolicy.lateness),
    firstTextAfter: z._default(z.int().check(z.minimum(0), z.maximum(24 * hour)), defaultPolicy.firstTextAfter),
  }),
  defaultPolicy,
);
