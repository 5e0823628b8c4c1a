import { StridewellError } from '../functions/core/base/error';

/** Runs a command. What is wrong with its input, the settings or AWS's answer is said in a sentence, with exit 1; a fault of our own keeps its trace. */
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
