import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conceptsPage, textsPage } from './safety-pages';
import { countOf, misread, type Part, partOf, readAs } from './safety-texts';

/**
 * Writes the pages about the reading of emergencies and prints the totals: `npm run safety`. Misread texts are printed
 * for the tuned part alone; the others stay unknown to the author.
 */
const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'docs/safety-concepts.md'), conceptsPage());
writeFileSync(join(root, 'docs/safety-texts.md'), textsPage(root));
for (const part of ['tuned', 'counted', 'fresh'] satisfies Part[]) {
  const { urgent, found, harmless, alarms } = countOf(partOf(root, part));
  console.log(`${part}: ${found} of ${urgent} found, ${alarms} false alarms in ${harmless}`);
}
for (const { kind, text } of misread(partOf(root, 'tuned'))) console.log(`${kind} read as ${readAs(text)}: ${text}`);
