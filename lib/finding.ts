/** One thing looked at. `look` is what no call can tell: a person must. */
export interface Finding {
  is: 'well' | 'ill' | 'look';
  what: string;
  /** What to do next; absent where all is well. */
  todo?: string;
}

export const well = (what: string): Finding => ({ is: 'well', what });
export const ill = (what: string, todo: string): Finding => ({ is: 'ill', what, todo });
export const when = (holds: boolean, what: string, wrong: string, todo: string): Finding =>
  holds ? well(what) : ill(wrong, todo);
