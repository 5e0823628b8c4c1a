import type { EditedWords, EditSeries, PreviewRequest, SeriesDetail } from '../../../functions/http/staff/app';

export type Version = SeriesDetail['version'];
type Words = Version['steps'][string]['words'];
type Spanish = NonNullable<Words['es']>;
/** A language of ours, as the API names them. */
export type Locale = NonNullable<PreviewRequest['locale']>;

/**
 * What of a step staff may write in one language. Drawings, choices and the legal parts stay as they are; what the
 * drawings show is said anew in each language beside English.
 */
export type Wording = Pick<Words, Exclude<keyof EditedWords, 'es'>> & { figures?: Spanish['figures'] };

/** Names one wording: the step's own (`variant` absent), or the one for some people; in English unless it says otherwise. */
export interface Place {
  stepId: string;
  variant?: number;
  locale?: 'es';
}
export const keyOf = ({ stepId, variant, locale }: Place): string =>
  `${stepId}${variant === undefined ? '' : `#${variant}`}${locale ? `@${locale}` : ''}`;
export const placeOf = (key: string): Place => {
  const [place = '', locale] = key.split('@');
  const [stepId = '', variant] = place.split('#');
  return {
    stepId,
    ...(variant === undefined ? {} : { variant: Number(variant) }),
    ...(locale === 'es' ? { locale } : {}),
  };
};
/** The same place in another language. */
export const inLocale = ({ locale: _was, ...place }: Place, locale: Locale): Place =>
  locale === 'es' ? { ...place, locale } : place;

const wordsAt = (version: Version, { stepId, variant }: Place): Words | undefined =>
  variant === undefined ? version.steps[stepId]?.words : version.steps[stepId]?.variants[variant]?.words;

/** Whether somebody has written this place in its language; where nobody has, its readers get English. */
export const isWritten = (version: Version, place: Place): boolean =>
  place.locale === undefined || wordsAt(version, place)?.es !== undefined;

/** What stands at a place; empty fields where nobody has written its language yet. */
export function wordingAt(version: Version, place: Place): Wording | undefined {
  const words = wordsAt(version, place);
  if (!words) return undefined;
  const { subject, preheader, headline, paragraphs, button, text, figures } = words;
  if (place.locale === undefined) return { subject, preheader, headline, paragraphs, button, text };
  const blank = { subject: '', preheader: '', headline: '', paragraphs: [''], button: '', text: '' };
  const { button: label, ...es } = words.es ?? {
    ...blank,
    ...(figures ? { figures: figures.map(() => ({ alt: '', title: '', text: '' })) } : {}),
  };
  return { ...es, button: { label, link: button.link } };
}

/** Only the fields that differ travel to the server; of a language that is new, all of them. */
export function changed(before: Wording, after: Wording): Partial<Wording> {
  const fields = (Object.keys(after) as (keyof Wording)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  return Object.fromEntries(fields.map((key) => [key, after[key]])) as Partial<Wording>;
}

/** A wording as the server takes it: where a button leads is said once, whatever the language. */
export function asEdit(words: Partial<Wording>, { locale }: Place): EditedWords {
  const { figures, button, ...rest } = words;
  if (locale === undefined) return { ...rest, ...(button ? { button } : {}) };
  return { es: { ...rest, ...(button ? { button: button.label } : {}), ...(figures ? { figures } : {}) } };
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
    const words = asEdit(isWritten(version, place) ? changed(before, draft) : draft, place);
    const { stepId, variant } = place;
    if (variant === undefined) edit.steps[stepId] = { ...edit.steps[stepId], ...words };
    else
      edit.variants[stepId] = {
        ...edit.variants[stepId],
        [variant]: { ...edit.variants[stepId]?.[variant], ...words },
      };
  }
  return edit;
}

/** The server names a wrong field by its path in the version; this finds the wording and the field inside it. */
export function fieldIn(path: string): { key: string; field: string } | undefined {
  const inStep = /^steps\.([^.]+)\.(?:variants\.(\d+)\.)?(?:words\.)?(.+)$/.exec(path);
  const inVariants = /^variants\.([^.]+)\.(\d+)\.(?:words\.)?(.+)$/.exec(path);
  const [, stepId, variant, field] = inStep ?? inVariants ?? [];
  if (stepId === undefined || field === undefined) return undefined;
  const place = variant === undefined ? { stepId } : { stepId, variant: Number(variant) };
  const [, inSpanish] = /^es\.(.+)$/.exec(field) ?? [];
  if (inSpanish === undefined) return { key: keyOf(place), field };
  return { key: keyOf({ ...place, locale: 'es' }), field: inSpanish === 'button' ? 'button.label' : inSpanish };
}

/** Which wording of the step this sample person reads, as the server says. */
export function placeFor(reads: SeriesDetail['reads'], stepId: string, sample: string): Place {
  const variant = reads[sample]?.[stepId];
  return variant === undefined ? { stepId } : { stepId, variant };
}
