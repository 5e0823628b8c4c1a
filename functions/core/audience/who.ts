import * as z from 'zod/mini';
import { locales } from '../base/locale';
import { checkInAnswers } from '../person/subscriber';

const value = z.union([z.array(z.string()).check(z.minLength(1)), z.string(), z.number(), z.boolean()]);
const bound = z.union([z.number(), z.string()]);

/** Several must all hold. Dates are compared as they are written, `2026-12-24`. */
const comparison = z
  .strictObject({
    is: z.optional(value),
    isNot: z.optional(value),
    moreThan: z.optional(bound),
    lessThan: z.optional(bound),
    /** Both ends count. */
    between: z.optional(z.tuple([bound, bound])),
    answered: z.optional(z.boolean()),
  })
  .check(z.refine((given) => Object.values(given).some((one) => one !== undefined), 'says nothing to compare with'));

/** One of these answers; yes or no; or a comparison. */
const condition = z.union([z.array(z.string()).check(z.minLength(1)), z.boolean(), comparison], {
  error: 'a list of answers, true or false, or a comparison such as { moreThan: 20 }',
});
export type Condition = z.infer<typeof condition>;

/** What the service itself knows of everybody. Any other name is that of a question of the practice. */
const known = () => ({
  /** `structural`: an answer says that a doctor should see the person first. */
  safety: z.optional(z.array(z.enum(['structural', 'none'])).check(z.minLength(1))),
  seen: z.optional(z.boolean()),
  checkIn: z.optional(z.array(z.enum(checkInAnswers)).check(z.minLength(1))),
  locale: z.optional(z.array(z.enum(locales)).check(z.minLength(1))),
  location: z.optional(z.array(z.string()).check(z.minLength(1))),
  source: z.optional(z.array(z.string()).check(z.minLength(1))),
});

/**
 * Who something is for: every condition given must hold. An empty `who` is everyone. Whether the practice asks what it
 * names is for `whoFaults` to say, who knows the practice.
 */
export const whoSchema = z.lazy(() => z.catchall(z.object(known()), condition));
export type Who = z.infer<typeof whoSchema>;

export const isKnownFact = (name: string): boolean => Object.hasOwn(known(), name);
