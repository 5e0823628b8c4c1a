import type { SignName } from './sign';

/**
 * Circumstances that take a sign back. `around` is looked for in the sentence (or the text) of the sign; `unless` in
 * the same place keeps the sign all the same. No circumstance takes back a cry for help or self-harm but the named.
 */
export type Excuse = {
  says: string;
  signs: readonly SignName[];
  reach: 'sentence' | 'text';
  around: string;
  unless?: string;
};

/** All signs of the body. */
export const bodily: readonly SignName[] = ['bladder', 'bowel', 'saddle', 'leg', 'fever', 'injury', 'chest'];
