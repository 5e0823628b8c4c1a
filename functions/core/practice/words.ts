import * as z from 'zod/mini';

const said = (max = 120) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(max), z.regex(/^[^\p{Cc}]*$/u, 'one line'));

/** How a practice speaks of what it writes about, in one language. Each is a piece of a sentence of the service's own. */
const wordsSchema = z.strictObject({
  /** The title of the sign-up page. */
  tipsForReaders: said(60),
  /** "This policy is about {…} by email and text." */
  theTips: said(),
  /** "You get this because you asked us for {…}." */
  askedFor: said(60),
  /** Says on the sign-up page what the questions are about. */
  aboutYou: said(),
  /** The title of the page for those who began by text. */
  aboutYouTitle: said(60),
  /** "You type {…} into our forms." */
  yourAnswers: said(),
  /** "{…} should make the diagnosis and the plan." */
  doctor: said(60),
  /** A heading, over the advice for people who should see a doctor before anything else. */
  seeDoctorFirst: said(60),
  /** "Texts with {…}." */
  whatTheyAreFor: said(60),
  /** Said to somebody who feels worse, before they have been seen. */
  restFirst: said(),
});
export type PracticeWords = z.infer<typeof wordsSchema>;

/** `words.yaml`: the practice's own words, in every language. */
export const practiceWordsSchema = z.strictObject({ en: wordsSchema, es: wordsSchema });
