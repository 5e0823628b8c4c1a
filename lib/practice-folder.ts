import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StridewellError } from '../functions/core/base/error';

/** The practice's own files, apart from the software's: a new release changes none of them (ADR 0024). */
export interface PracticeFolder {
  /** Who the practice is: `practice.yaml`. */
  settings: string;
  /** What it asks people: `questions.yaml`. */
  questions: string;
  /** Where it is deployed: `stages.yaml`. */
  stages: string;
  /** What it calls the things it writes about: `words.yaml`. */
  words: string;
  /** One folder a series: `series.yaml` and the words of each step. */
  series: string;
  /** Line drawings and the logo, as SVG and PNG. */
  drawings: string;
}

/** `practice/` in the project, unless `PRACTICE_DIR` names another; a relative one counts from where the command runs. */
export function practiceFolder(root: string, named = process.env.PRACTICE_DIR): PracticeFolder {
  const folder = named ? resolve(named) : join(root, 'practice');
  if (!existsSync(folder)) {
    throw new StridewellError(
      'invalid',
      `There is no folder ${folder}${named ? ', which PRACTICE_DIR names' : ''}: it holds the practice's settings, questions and words.`,
      'PRACTICE_DIR',
    );
  }
  return {
    settings: join(folder, 'practice.yaml'),
    questions: join(folder, 'questions.yaml'),
    words: join(folder, 'words.yaml'),
    stages: join(folder, 'stages.yaml'),
    series: join(folder, 'series'),
    drawings: join(folder, 'drawings'),
  };
}
