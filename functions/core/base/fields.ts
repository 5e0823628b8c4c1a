import * as z from 'zod/mini';

/** A local time of day on a 24-hour clock, "HH:mm". */
export const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 10:00'));
