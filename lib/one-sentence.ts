import { StridewellError } from '../functions/core/base/error';

/** Runs a command. Errors in its input, the settings or AWS's answer become one sentence and exit 1; our own bugs keep their trace. */
export async function inOneSentence(main: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    const said =
      error instanceof Error && ('code' in error || '$metadata' in error || error instanceof StridewellError);
    if (!said) throw error;
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
