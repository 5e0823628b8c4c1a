import * as z from 'zod/mini';
import { perChannel, traits } from './channel';

/** A local time of day on a 24-hour clock, "HH:mm". */
export const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 10:00'));

/** A time of day for each channel. */
export const channelTimes = () =>
  z.strictObject(
    perChannel((name) => {
      const { tipHour } = traits[name];
      return (tipHour === undefined ? timeOfDay : z._default(timeOfDay, tipHour)) as typeof timeOfDay;
    }),
  );
