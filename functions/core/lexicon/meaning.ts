/** Words that mean something else in this company; they are taken out before signs are looked for. */
export type OtherMeaning = { says: string; patterns: string };
