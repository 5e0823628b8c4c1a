import { StridewellError } from '../../../functions/core/base/error';

/** What keeps data from being saved, once something does. */
export interface Unsaved {
  /** Something could not be written; the first one counts. */
  tell(error: unknown): void;
  problem(): StridewellError | undefined;
  /** Resolves with the sentence for a person; never while all can be saved. */
  happened: Promise<StridewellError>;
}

const full = /\b(ENOSPC|EDQUOT|EFBIG)\b|no space left|quota exceeded|file too large/i;
const forbidden = /\b(EACCES|EPERM|EROFS)\b|permission denied|read-only|not permitted/i;

/** Whether a disk said this, and in which words a person is told; a fault of our own stays what it is. */
export function diskProblem(dataDir: string, error: unknown): StridewellError | undefined {
  const said = spoken(error);
  const why = full.test(said) ? 'the disk is full' : forbidden.test(said) ? 'that is not permitted' : undefined;
  if (why === undefined) return undefined;
  return new StridewellError(
    'unavailable',
    `The data folder ${dataDir} cannot be written because ${why}; nothing goes on unsaved, so mend that and start again.`,
  );
}

/** An error's own words and those of what caused it: LevelDB's are two causes deep. */
function spoken(error: unknown): string {
  const { code = '', message = '', cause } = (error ?? {}) as { code?: string; message?: string; cause?: unknown };
  return `${code} ${message} ${cause === undefined ? '' : spoken(cause)}`;
}

/** One for all that is written below a data folder: after the first failure none of it can be relied on. */
export function watchSaving(dataDir: string): Unsaved {
  let problem: StridewellError | undefined;
  let settle: (problem: StridewellError) => void = () => undefined;
  const happened = new Promise<StridewellError>((resolve) => {
    settle = resolve;
  });
  return {
    tell(error) {
      if (problem) return;
      problem =
        diskProblem(dataDir, error) ??
        new StridewellError('unavailable', `The data folder ${dataDir} cannot be written; nothing goes on unsaved.`);
      settle(problem);
    },
    problem: () => problem,
    happened,
  };
}
