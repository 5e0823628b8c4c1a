import { join } from 'node:path';
import type { Practice } from '../../functions/core/practice/practice';
import { loadAllSeries } from '../../functions/providers/templates';
import { practiceFolder } from '../../lib/practice-folder';
import { loadPractice, loadStage, type Stage } from '../../lib/settings';

/**
 * The practice of every software test: frozen, so that no owner's change of words or settings fails one. What ships in
 * `practice/` is judged by `npm run templates`. Commands that a test starts find it by `PRACTICE_DIR` (jest.config.js).
 */
export const practiceDir = join(process.cwd(), 'test/fixtures/practice');
export const folder = practiceFolder(process.cwd(), practiceDir);
export const practice: Practice = loadPractice(folder.settings);
export const all = loadAllSeries(folder.series, practice);
export const stageOf = (name: string): Stage => loadStage(name, folder.stages);
