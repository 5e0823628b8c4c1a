import { numbers } from '../functions/core/lexicon/degrees';
import { otherMeanings } from '../functions/core/lexicon/meanings';
import { excuses } from '../functions/core/triage/excuses';
import { signs } from '../functions/core/triage/signs';
import { concepts, linesOf } from '../functions/core/triage/urgency';
import { type Count, countOf, type LabelledText, type Part, partOf, textsOf } from './safety-texts';

const MADE = 'Made by `npm run safety`; do not edit by hand.';

/** In a cell of a table a bar must not end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

const patternRows = (table: string): string[] => linesOf(table).map((line) => `- \`${line}\``);

/** The tables of the recogniser as a page that a clinician can check without reading code. */
export function conceptsPage(): string {
  return `${[
    '# How texts are read for emergencies',
    MADE,
    'A text is read for **signs**. A sign is met when one of its patterns stands in the text and nothing takes it back. Where a part of the body and a loss of function meet, guidance wins: an answer nobody needed costs one text. Self-harm gets 988 and 911, everything else 911 and the ER. Cancer, loss of weight, and pain or tingling down one leg are no emergency here: they belong to the spine doctor. Figures of how well this works: [safety-texts.md](safety-texts.md).',
    '**How to read a pattern.** A word in capitals is a concept, any of the words listed for it below; small letters are that word itself. `A|B` is either, `A?` perhaps, `~3` up to three other words between, `~3.` also across the end of a sentence, `A <6> B` both in any order with up to six words between, `^` and `$` the ends of a sentence. Long words (from six letters) are also found misspelt, and words whose letters stand apart. A text of several lines is read twice: its line ends once end sentences and once are spaces, and the more urgent reading counts.',
    '## Signs',
    ...signs.flatMap(({ name, kind, says, patterns }) => [
      `### ${name} (${kind})`,
      `${says}.`,
      patternRows(patterns).join('\n'),
    ]),
    '## Concepts',
    [
      '| Concept | Means | English | Spanish |',
      '|---|---|---|---|',
      ...Object.entries(concepts).map(
        ([name, { says, en, es }]) => `| ${name} | ${says} | ${listed(en)} | ${listed(es)} |`,
      ),
      ...Object.entries(numbers).map(([name, says]) => `| ${name} | ${cell(says)} | | |`),
    ].join('\n'),
    '## What is denied',
    'A sign is taken back when a NOT stands before what is wrong, within seven words and before a new thought (DENIAL_ENDS): "no fever, chills or numbness". A "no" before I, my or a pause denies nothing: "no, I can\'t pee". "Fever? No." and "none of those" afterwards deny as well. What is itself made of a "no" (cannot, no feeling) is not denied by another.',
    '## Other meanings',
    'Words that stand like this are taken out before signs are looked for.',
    ...otherMeanings.flatMap(({ says, patterns }) => [`### ${says}`, patternRows(patterns).join('\n')]),
    '## What takes a sign back',
    'Looked for in the same sentence as the sign, or in the whole text where it says so.',
    ...excuses.flatMap(({ says, signs: which, reach, around, unless }) => [
      `### ${says}`,
      `Takes back: ${which.join(', ')}${reach === 'text' ? '; anywhere in the text' : ''}.`,
      patternRows(around).join('\n'),
      ...(unless ? ['Unless:', patternRows(unless).join('\n')] : []),
    ]),
  ].join('\n\n')}\n`;
}

const listed = (table: string): string =>
  table
    .split('|')
    .map((term) => term.trim())
    .filter((term) => term !== '')
    .join(', ');

const percent = (of: number, all: number): string => (all === 0 ? '–' : `${((100 * of) / all).toFixed(1)} %`);

const countRow = (name: string, { urgent, found, harmless, alarms }: Count): string =>
  `| ${name} | ${urgent} | ${found} | ${percent(found, urgent)} | ${harmless} | ${alarms} | ${percent(alarms, harmless)} |`;

const says: Record<Part, string> = {
  tuned: 'tuned: looked at while the tables were written',
  counted: 'counted: half of the first file, only ever counted',
  fresh: 'fresh: written after the tables, nothing was changed for them',
};

/** How many texts are read as what they are, part by part. */
export function textsPage(root: string): string {
  const byPart = (['tuned', 'counted', 'fresh'] as const).map((part) => [part, partOf(root, part)] as const);
  const all = byPart.flatMap(([, texts]) => texts);
  const spanish = all.filter(({ language }) => language === 'es').length;
  const abouts = [...new Set(all.filter(({ kind }) => kind !== 'harmless').map(({ about }) => about))];
  const harmless = [...new Set(all.filter(({ kind }) => kind === 'harmless').map(({ about }) => about))];
  const found = (texts: LabelledText[]): string => {
    const { urgent, found, harmless, alarms } = countOf(texts);
    if (urgent > 0) return `${found} of ${urgent}`;
    return harmless > 0 ? `${harmless - alarms} of ${harmless}` : '–';
  };
  const cells = (pick: (text: LabelledText) => boolean): string =>
    byPart.map(([, texts]) => found(texts.filter(pick))).join(' | ');
  return `${[
    '# How well texts are read for emergencies',
    MADE,
    `${all.length} labelled texts, ${spanish} of them in Spanish (${percent(spanish, all.length)}), none by a patient: one author wrote them all, so real texts will be read worse than these. An urgent text counts as found when it is read as its own kind: self-harm as self-harm, anything else as an emergency.`,
    [
      '| Part | Urgent | Found | Recall | Harmless | False alarms | Rate |',
      '|---|---|---|---|---|---|---|',
      ...byPart.map(([part, texts]) => countRow(says[part], countOf(texts))),
      ...(['en', 'es'] as const).flatMap((language) =>
        byPart.map(([part, texts]) =>
          countRow(
            `${part}, ${language === 'en' ? 'English' : 'Spanish'}`,
            countOf(texts.filter((t) => t.language === language)),
          ),
        ),
      ),
    ].join('\n'),
    '## By sign',
    [
      '| Urgent | Tuned | Counted | Fresh |',
      '|---|---|---|---|',
      ...abouts.map((about) => `| ${about} | ${cells((t) => t.kind !== 'harmless' && t.about === about)} |`),
    ].join('\n'),
    [
      '| Harmless, read as such | Tuned | Counted | Fresh |',
      '|---|---|---|---|',
      ...harmless.map((about) => `| ${about} | ${cells((t) => t.kind === 'harmless' && t.about === about)} |`),
    ].join('\n'),
    '## How it was done',
    `\`test/core/triage/texts.tsv\` (${textsOf(root, 'texts').length} texts) was written and committed before the recogniser. The last bit of a text's SHA-256 says whether it is counted. The counted part is frozen by a hash in \`test/core/triage/texts.test.ts\`, and \`npm run safety\` prints only its totals. \`test/core/triage/more-texts.tsv\` was written later, in six batches; each was first read cold (figures in [ADR 17](adr/0017-emergencies-are-read-by-concepts.md)), then tuned on. \`test/core/triage/fresh-texts.tsv\` was written last, by the same author, and nothing was changed for it.`,
  ].join('\n\n')}\n`;
}
