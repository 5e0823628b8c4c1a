import { linesOf, unmarked } from '../base/lines';
import { asSentences, gradesOf, sentences } from './grade';
import type { WordsProblem } from './merge';
import type { SeriesVersion, Words } from './series';

/**
 * What words may not say, in files, the console or an import. An error breaks law or safety and is
 * refused; a warning is for the approver, who ticks it by name.
 */
export type LintRule =
  | 'emergency'
  | 'promise'
  | 'condition'
  | 'exercise'
  | 'link'
  | 'paid'
  | 'grade'
  | 'shouting'
  | 'spam'
  | 'date'
  | 'preheader';

export interface Finding extends WordsProblem {
  rule: LintRule;
  level: 'error' | 'warning';
}

/** An error unless said otherwise. */
type Found = WordsProblem & { rule: LintRule; level?: 'warning' };

const walkIn = /walk.?in|urgent ?care/i;
const inNeed =
  /\b(emergenc\w*|911|numb\w*|bladder|bowel|groin|fever|(can ?not|can['’]t) (feel|move|walk|hold|go)|crash|accident|gives? way)\b/i;
const sentElsewhere = /\b(911|ER|emergency room|hospital)\b|\b(not|never|no) (for|an?)\b/i;
// 15 USC 45: what helps may be said, what it does for everybody may not.
const promise =
  /\bcures?\b|\bcured\b|guarantee\w*|\btreats? (your )?(back|pain)|stronger spine|\bheals?\b|\bprove[ns]\b|you should have|your fault|best in|pain.?free|100 ?%/i;
const condition =
  /\b(sciatica|stenosis|scoliosis|spondyl\w*|herniat\w*|(slipped|bulging|ruptured|torn) dis[ck]s?|pinched nerves?|arthritis|osteoporosis|(stress )?fractures?|cauda equina|cancer|tumou?rs?|radiculopathy|degenerative|disc disease)\b/i;
const backPain = /\bback pain\b/i;
const link =
  /https?:|\bwww\.|\b(bit\.ly|tinyurl|t\.co|goo\.gl|ow\.ly|is\.gd|t\.ly|rb\.gy|cutt\.ly|rebrand\.ly|lnkd\.in)\b/i;
// 45 CFR 164.508(a)(3): what somebody else pays for needs an authorisation that says so, and nobody here has given one.
const paid =
  /\bsponsored (by|content|message|post)\b|\bpaid for by\b|\bpaid (promotion|partnership|advertisement|ad)\b|\bbrought to you by\b|\ba (message|word|offer) from our (sponsor|partner)s?\b|\baffiliate link/i;
const spam =
  /act now|click here|buy now|order now|limited time|free money|risk.?free|winner|lowest price|once in a lifetime|no obligation|special promotion|exclusive (deal|offer)|discounts?\b|don['’]t delete|this is not spam/i;
const mayShout = new Set(['STOP', 'HELP', 'START', 'YES', 'MRI', 'TTY', 'FAQ']);
const event =
  /\b(open house|event|workshop|seminar|screening|clinic day|race day|join us|come and meet|meet our team)\b/i;
const dated =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\b\d{1,2}\/\d{1,2}\b|\b(mon|tues|wednes|thurs|fri|satur|sun)day\b/i;
const exercise =
  /\b(stretch\w*|lift\w*|swim\w*|bike|biking|weights|lean\w*|plank\w*|squats?|lunges?|crunch\w*|sit.?ups?)\b/i;

/** Where and how one wording breaks a rule of its own; fields are paths inside the words. */
export function lintWords(words: Words, kind: SeriesVersion['kind']): Finding[] {
  const found: Found[] = [];
  for (const [field, whole] of spoken(words)) {
    const text = whole.replace(/\{\{.*?\}\}/g, '');
    found.push(...everywhere(field, text, kind), ...inOneField(field, text));
  }
  found.push(...grade(words), ...noDate(words, kind), ...emptyPromise(words));
  return found.map((one) => ({ level: 'error', ...one }));
}

function everywhere(field: string, text: string, kind: SeriesVersion['kind']): Found[] {
  const found: Found[] = [];
  const promised = promise.exec(text)?.[0];
  if (promised)
    found.push({
      rule: 'promise',
      field,
      message: `"${promised}" promises or blames; say what helps, not what it does`,
    });
  const typed = link.exec(text)?.[0];
  if (typed)
    found.push({ rule: 'link', field, message: `"${typed}" is a link typed by hand; use the button or {{link}}` });
  const sponsored = paid.exec(text)?.[0];
  if (sponsored)
    found.push({
      rule: 'paid',
      field,
      message: `"${sponsored}" tells of a third party who pays; nobody has authorised that (45 CFR 164.508(a)(3))`,
    });
  const offered = walkIn.exec(text)?.[0];
  // A tip reaches people in trouble too, and an emergency is never the walk-in's (safety tiers).
  if (offered && kind === 'drip')
    found.push({
      rule: 'emergency',
      field,
      message: `"${offered}" offers the walk-in in a series; tell of it in a broadcast`,
    });
  else if (offered && together(text).some((two) => walkIn.test(two) && inNeed.test(two) && !sentElsewhere.test(two)))
    found.push({
      rule: 'emergency',
      field,
      message: 'offers the walk-in for an emergency; send people to 911 or the ER',
    });
  const sold = spam.exec(text)?.[0];
  if (sold) found.push({ rule: 'spam', level: 'warning', field, message: `"${sold}" is how spam speaks` });
  return found;
}

function inOneField(field: string, text: string): Found[] {
  const found: Found[] = [];
  // Lock screens and inbox lists show these to anyone (45 CFR 164.502(b), minimum necessary).
  if (field === 'subject' || field === 'preheader' || field === 'text') {
    const named = condition.exec(text)?.[0];
    if (named)
      found.push({ rule: 'condition', field, message: `"${named}" names a condition where others can see it` });
    else if (field !== 'text' && backPain.test(text))
      found.push({
        rule: 'condition',
        level: 'warning',
        field,
        message: '"back pain" can be read on a locked screen beside the reader’s name',
      });
  }
  const loud = (text.match(/\b[A-Z]{3,}\b/g) ?? []).filter((word) => !mayShout.has(word));
  const most = field === 'text' || field === 'subject' ? 0 : 1;
  if (loud.length > most || /!{2,}|\?{2,}/.test(text))
    found.push({
      rule: 'shouting',
      level: 'warning',
      field,
      message: `"${loud[0] ?? '!!'}" shouts, and filters count that against a message`,
    });
  return found;
}

/** Where these words speak of an exercise at all, and where they tell the reader to do one. */
export function exerciseIn(words: Words): (WordsProblem & { told: boolean })[] {
  return spoken(words).flatMap(([field, text]) => {
    const verb = exercise.exec(text)?.[0];
    const told = linesOf(text).some((one) => sentences(unmarked(one)).some((said) => exercise.exec(said)?.index === 0));
    return verb ? [{ field, message: `"${verb}" is an exercise`, told }] : [];
  });
}

/** Above grade 8 by either of two formulas. */
function grade({ headline, paragraphs, figures = [] }: Words): Found[] {
  const parts = [
    headline,
    ...paragraphs.filter((line) => !line.startsWith('Hi ')).flatMap(linesOf),
    ...figures.flatMap(({ title, text }) => [title, ...linesOf(text)]),
  ];
  const grades = gradesOf(asSentences(parts.map((part) => unmarked(part.replace(/\{\{.*?\}\}/g, 'us')))));
  const worst = grades ? Math.max(grades.automated, grades.colemanLiau) : 0;
  if (worst <= 8) return [];
  const message = `reads at grade ${worst.toFixed(1)}; 8 is the most, 6 is better. Shorter sentences and words help`;
  return [{ rule: 'grade', level: 'warning', field: 'paragraphs', message }];
}

function noDate(words: Words, kind: SeriesVersion['kind']): Found[] {
  const all = spoken(words).map(([, text]) => text);
  if (kind !== 'broadcast' || !all.some((text) => event.test(text)) || all.some((text) => dated.test(text))) return [];
  return [{ rule: 'date', level: 'warning', field: 'paragraphs', message: 'invites to an event and names no day' }];
}

const things =
  /\b(video|checklist|calendar|map|hours|drawing|picture|coupon|list|plan|stretch|move|tip|question)(e?s)?\b/i;
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** What the preheader speaks of has to be in the mail. */
function emptyPromise({ preheader, headline, paragraphs, figures = [], button }: Words): Found[] {
  const inside = [
    headline,
    ...paragraphs,
    button.label,
    ...figures.flatMap(({ title, text, alt }) => [title, text, alt]),
  ]
    .join(' ')
    .toLowerCase();
  const thing = things.exec(preheader)?.[1]?.toLowerCase();
  const drawn = figures.length > 0 && /^(drawing|picture|move|stretch)$/.test(thing ?? '');
  const say = (what: string): Found[] => [
    {
      rule: 'preheader',
      level: 'warning',
      field: 'preheader',
      message: `promises ${what}, which the mail does not hold`,
    },
  ];
  const counted = new RegExp(`\\b(${numbers.join('|')}|\\d+) (?:\\w+ ){0,2}?${things.source}`, 'i').exec(preheader);
  if (counted) {
    const n = /\d/.test(counted[1]!) ? Number(counted[1]) : numbers.indexOf(counted[1]!.toLowerCase()) + 1;
    const holds = figures.length === n || inside.includes(counted[1]!.toLowerCase());
    return n > 1 && !holds ? say(`"${counted[0]}"`) : [];
  }
  return thing && !drawn && !inside.includes(thing) ? say(`a ${thing}`) : [];
}

/** Each sentence with the one after it: "Lost feeling? Walk in." */
const together = (text: string): string[] => sentences(text).map((one, i, all) => `${one} ${all[i + 1] ?? ''}`);

/** Every field that people read, with its path. */
export const spoken = (words: Words): [string, string][] => [
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
