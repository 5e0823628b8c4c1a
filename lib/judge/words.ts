import { disclosedMaximum } from '../../functions/core/consent';
import type { WordsProblem } from '../../functions/core/merge';
import type { Practice } from '../../functions/core/practice';
import type { Path, SeriesVersion, Who, Words } from '../../functions/core/series';
import { checkSeries, isUnseen, mayBeUnseen } from '../../functions/core/series-check';
import { bodyOf, type Grades, tooHard } from './reading';

/** One wording of a step: its own, or a variant's. */
interface Wording {
  at: string;
  who: Who;
  words: Words;
}

const exercise = /\b(stretch\w*|lift\w*|swim\w*|bike|biking|weights|lean\w*)\b/i;
const promise =
  /\bcures?\b|guarantee|treats? back pain|stronger spine|heals?\b|prove[ns]|you should have|your fault|best in/i;
const walkIn = /walk.?in|urgent ?care/i;
const shouted = /\b(?!STOP\b|HELP\b|START\b|YES\b)[A-Z]{3,}\b/;

/** Every reason not to send a series as it is written, the build's own rules first. Fields are paths inside the version. */
export function judgeSeries(version: SeriesVersion, practice: Practice, grades: Grades): WordsProblem[] {
  const broken = checkSeries(version, practice);
  // What cannot be merged cannot be read either.
  if (broken.length > 0) return broken;
  const all = Object.keys(version.steps).flatMap((id) => wordingsOf(version, id));
  const problems = all.flatMap(({ at, words }) =>
    [
      ...judgeWords(words, version.kind),
      ...tooHard(bodyOf(words, practice), grades).map((message) => ({ field: 'headline', message })),
    ].map(({ field, message }) => ({ field: `${at}.${field}`, message })),
  );
  return version.kind === 'drip' ? [...problems, ...exercises(version), ...version.paths.flatMap(tooMany)] : problems;
}

function wordingsOf({ steps }: SeriesVersion, id: string): Wording[] {
  const { words, variants } = steps[id]!;
  return [
    { at: `steps.${id}.words`, who: {}, words },
    ...variants.map(({ who, words: said }, i) => ({ at: `steps.${id}.variants.${i}.words`, who, words: said })),
  ];
}

function judgeWords(words: Words, kind: SeriesVersion['kind']): WordsProblem[] {
  const problems: WordsProblem[] = [];
  for (const [field, text] of spoken(words)) {
    const said = (pattern: RegExp) => pattern.exec(text.replace(/\{\{.*?\}\}/g, ''))?.[0];
    const promised = said(promise);
    if (promised)
      problems.push({ field, message: `"${promised}" promises or blames; say what helps, not what it does` });
    // A tip reaches people in trouble too, and an emergency is never the walk-in's (safety tiers).
    const offered = kind === 'drip' && said(walkIn);
    if (offered)
      problems.push({ field, message: `"${offered}" offers the walk-in in a series; tell of it in a broadcast` });
    const loud = field === 'text' && said(shouted);
    if (loud) problems.push({ field, message: `"${loud}" shouts, and carriers filter that` });
  }
  return problems;
}

/** Exercise words that a person may read whom no doctor has seen. */
function exercises(version: SeriesVersion): WordsProblem[] {
  const read = version.paths
    .filter((path) => mayBeUnseen(version, path))
    .flatMap(({ who, steps }) => steps.flatMap(({ step }) => readBy(who, wordingsOf(version, step))));
  return [...new Map(read.map((one) => [one.at, one])).values()].flatMap(({ at, words }) =>
    spoken(words).flatMap(([field, text]) => {
      const verb = exercise.exec(text)?.[0];
      return verb
        ? [
            {
              field: `${at}.${field}`,
              message: `"${verb}" is an exercise, and a person no doctor has seen may read it`,
            },
          ]
        : [];
    }),
  );
}

/** The wordings that somebody unseen on a path may get: variants in their order, up to the first that takes everyone left. */
function readBy(path: Who, [own, ...variants]: Wording[]): Wording[] {
  const takesAll = variants.findIndex(({ who }) =>
    Object.entries(who).every(([key, wanted]) => {
      const given = path[key as keyof Who];
      return Array.isArray(given) && Array.isArray(wanted)
        ? given.every((one) => (wanted as unknown[]).includes(one))
        : given === wanted;
    }),
  );
  const reached = takesAll === -1 ? [...variants, own!] : variants.slice(0, takesAll + 1);
  return reached.filter(({ who }) => isUnseen(who));
}

/** The consent wording names a number a month; more are another program than the one agreed to. */
function tooMany({ steps }: Path, at: number): WordsProblem[] {
  return steps.flatMap(({ day }, j) => {
    const month = steps.filter((other) => other.day >= day && other.day < day + 30).length;
    return month > disclosedMaximum
      ? [
          {
            field: `paths.${at}.steps.${j}`,
            message: `${month} messages in 30 days; sign-up names ${disclosedMaximum}`,
          },
        ]
      : [];
  });
}

const spoken = (words: Words): [string, string][] => [
  ['subject', words.subject],
  ['preheader', words.preheader],
  ['headline', words.headline],
  ...words.paragraphs.map((text, i): [string, string] => [`paragraphs.${i}`, text]),
  ...(words.figures ?? []).flatMap(({ alt, title, text }, i): [string, string][] => [
    [`figures.${i}.alt`, alt],
    [`figures.${i}.title`, title],
    [`figures.${i}.text`, text],
  ]),
  ['button.label', words.button.label],
  ['text', words.text],
];
