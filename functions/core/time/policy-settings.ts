import * as z from 'zod/mini';
import { type ChannelTraits, perChannel, traits } from '../base/channel';
import { timeOfDay } from '../base/fields';
import { hour, minute } from '../base/time';
import { type Cap, defaultPolicy, type Hours } from './policy';

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

const windows: Record<ChannelTraits['hours'], typeof window> = { law: textWindow, courtesy: window };

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
      // The item remembers 40 sends of all channels together: more could not be counted.
      per30d: z._default(z.int().check(z.minimum(1), z.maximum(20)), shipped.per30d),
    }),
    shipped,
  );

/** What `practice.yaml` may change. Settings it leaves out keep the shipped default. */
export const policySchema = z._default(
  z.strictObject({
    ...perChannel((name) => hoursOf(windows[traits[name].hours], defaultPolicy[name])),
    caps: z._default(z.strictObject(perChannel((name) => capOf(3, defaultPolicy.caps[name]))), defaultPolicy.caps),
    guard: z._default(z.int().check(z.minimum(minute), z.maximum(15 * minute)), defaultPolicy.guard),
    lateness: z._default(z.int().check(z.minimum(hour), z.maximum(240 * hour)), defaultPolicy.lateness),
    firstTextAfter: z._default(z.int().check(z.minimum(0), z.maximum(24 * hour)), defaultPolicy.firstTextAfter),
  }),
  defaultPolicy,
);
