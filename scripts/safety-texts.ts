import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { urgencyOf } from '../functions/core/triage/urgency';

export type Kind = 'emergency' | 'crisis' | 'harmless';
export type LabelledText = { kind: Kind; about: string; language: 'en' | 'es'; text: string };

/** `tuned` texts may be looked at while the tables are written, `counted` only counted, `fresh` came after the tables. */
export type Part = 'tuned' | 'counted' | 'fresh';

/** The files of labelled texts: `texts` was written first and is split by hash, `more-texts` later and tuned on. */
export type File = 'texts' | 'more-texts' | 'fresh-texts';

export function textsOf(root: string, file: File): LabelledText[] {
  const [, ...rows] = readFileSync(join(root, 'test/core/triage', `${file}.tsv`), 'utf8')
    .trim()
    .split('\n');
  return rows.map((row) => {
    const [kind, about, language, text] = row.split('\t') as [Kind, string, LabelledText['language'], string];
    return { kind, about, language, text };
  });
}

/** Which part a text of the first file is in: the last bit of its SHA-256. */
const isCounted = (text: string): boolean => (createHash('sha256').update(text).digest().at(-1)! & 1) === 1;

export function partOf(root: string, part: Part): LabelledText[] {
  if (part === 'fresh') return textsOf(root, 'fresh-texts');
  const first = textsOf(root, 'texts').filter(({ text }) => isCounted(text) === (part === 'counted'));
  return part === 'counted' ? first : [...first, ...textsOf(root, 'more-texts')];
}

export function readAs(text: string): Kind {
  const urgency = urgencyOf(text);
  if (!urgency) return 'harmless';
  return urgency.kind === 'crisis' ? 'crisis' : 'emergency';
}

export const misread = (texts: LabelledText[]): LabelledText[] =>
  texts.filter(({ kind, text }) => readAs(text) !== kind);

/** Urgent texts that were read as what they are, and harmless ones that were not. */
export type Count = { urgent: number; found: number; harmless: number; alarms: number };

export function countOf(texts: LabelledText[]): Count {
  const urgent = texts.filter(({ kind }) => kind !== 'harmless');
  const harmless = texts.filter(({ kind }) => kind === 'harmless');
  return {
    urgent: urgent.length,
    found: urgent.length - misread(urgent).length,
    harmless: harmless.length,
    alarms: misread(harmless).length,
  };
}
