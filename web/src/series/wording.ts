import type { EditedWords, EditSeries, SeriesDetail } from '../../../functions/http/staff/app';

/** What of a step staff may write. Figures, drawings, choices and the legal parts stay as they are. */
export type Version = SeriesDetail['version'];
export type Wording = Pick<Version['steps'][string]['words'], Exclude<keyof EditedWords, 'es'>>;

/** Names one wording: the step's own (`variant` absent), or the one for some people. */
export interface Place {
  stepId: string;
  variant?: number;
}
export const keyOf = ({ stepId, variant }: Place): string => (variant === undefined ? stepId : `${stepId}#${variant}`);
export const placeOf = (key: string): Place => {
  const [stepId = '', variant] = key.split('#');
  return variant === undefined ? { stepId } : { stepId, variant: Number(variant) };
};

export function wordingAt(version: Version, { stepId, variant }: Place): Wording | undefined {
  const step = version.steps[stepId];
  const words = variant === undefined ? step?.words : step?.variants[variant]?.words;
  if (!words) return undefined;
  const { subject, preheader, headline, paragraphs, button, text } = words;
  return { subject, preheader, headline, paragraphs, button, text };
}

/** Only the fields that differ travel to the server. */
export function changed(before: Wording, after: Wording): EditedWords {
  const fields = (Object.keys(after) as (keyof Wording)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  return Object.fromEntries(fields.map((key) => [key, after[key]])) as EditedWords;
}

export function editOf(version: Version, drafts: Record<string, Wording>): EditSeries {
  const edit = {
    rev: version.version,
    steps: {} as Record<string, EditedWords>,
    variants: {} as Record<string, Record<string, EditedWords>>,
  };
  for (const [key, draft] of Object.entries(drafts)) {
    const place = placeOf(key);
    const before = wordingAt(version, place);
    if (!before) continue;
    if (place.variant === undefined) edit.steps[place.stepId] = changed(before, draft);
    else edit.variants[place.stepId] = { ...edit.variants[place.stepId], [place.variant]: changed(before, draft) };
  }
  return edit;
}

/** The server names a wrong field by its path in the version; this finds the wording and the field inside it. */
export function fieldIn(path: string): { key: string; field: string } | undefined {
  const inStep = /^steps\.([^.]+)\.(?:variants\.(\d+)\.)?(?:words\.)?(.+)$/.exec(path);
  const inVariants = /^variants\.([^.]+)\.(\d+)\.(?:words\.)?(.+)$/.exec(path);
  const [, stepId, variant, field] = inStep ?? inVariants ?? [];
  if (stepId === undefined || field === undefined) return undefined;
  return { key: keyOf(variant === undefined ? { stepId } : { stepId, variant: Number(variant) }), field };
}

/** Which wording of the step this sample person reads, as the server says. */
export function placeFor(reads: SeriesDetail['reads'], stepId: string, sample: string): Place {
  const variant = reads[sample]?.[stepId];
  return variant === undefined ? { stepId } : { stepId, variant };
}
