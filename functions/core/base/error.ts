/** The closed list of things that can go wrong for a caller; http/answer.ts turns each into a status. */
export const errorCodes = [
  'invalid',
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'not-approved',
  'gone',
  'too-many-requests',
  'too-large',
  'unavailable',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** The one error class. `message` is shown to people, so it never holds an address, a name or a token. */
export class StridewellError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** The input field at fault, as the caller spelled it. */
    readonly field?: string,
    /** Of a conflict: what is so now, where the record itself does not show it. */
    readonly now?: Readonly<Record<string, number>>,
  ) {
    super(message);
    this.name = 'StridewellError';
  }
}
