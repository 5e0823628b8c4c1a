import { family, rem } from '../functions/core/practice/typeface';

/** What the console takes of the one type family and scale. */
export const type = {
  family,
  note: rem('note'),
  small: rem('small'),
  body: rem('body'),
  lead: rem('lead'),
  heading: rem('heading'),
};
