import * as z from 'zod/mini';
import { whoSchema } from '../core/audience/who';
import { type Locale, locales } from '../core/base/locale';
import { bookVisit } from '../core/practice/book-visit';
import { copyShape, drawingName, type LinkKey, type Words, wordsShape } from '../core/series/series';
import type { YamlFile } from './yaml-file';

const words = wordsShape();
const copy = copyShape();

/** What a step is made of, whatever its language. */
const structure = z.strictObject({
  /** Names of drawings; each language says what they show. */
  figures: z.optional(z.array(drawingName()).check(z.maxLength(6))),
  button: words.shape.button.shape.link,
  choices: words.shape.choices,
  locations: words.shape.locations,
});
/** What stands on the button may be left out where it asks for a visit: that has one name (`bookVisit`). */
const copyFile = z.extend(copy, { button: z.optional(copy.shape.button) });
const variantFile = z.strictObject({
  who: whoSchema,
  ...z.partial(structure).shape,
  en: z._default(z.partial(copy), {}),
  es: z.optional(z.partial(copy)),
});
type VariantFile = z.infer<typeof variantFile>;
/** `NN-step.yaml`: its structure once, its words in each language. A variant gives only what differs. */
export const stepFile = z.extend(structure, {
  en: copyFile,
  es: z.optional(copyFile),
  variants: z._default(z.array(variantFile), []),
});
export type StepFile = z.infer<typeof stepFile>;
type PartialCopy = NonNullable<VariantFile['es']>;

/** The words of a step, or of a variant: what it says anew in its place. */
export function wordsOf(own: Omit<StepFile, 'variants'>, variant?: VariantFile): Words {
  const { figures, button, choices, locations } = { ...own, ...given(variant) };
  const { button: named, ...english } = { ...own.en, ...given(variant?.en) };
  const es = variant ? spanishOf(own, variant) : own.es;
  const inSpanish = es && { ...es, button: labelOn(button, es.button, 'es') };
  return {
    ...english,
    // A drawing without words is named by `wholeFiles`.
    ...(figures
      ? {
          figures: figures.map((drawing, i) => ({
            drawing,
            ...(english.figures?.[i] ?? { alt: '', title: '', text: '' }),
          })),
        }
      : {}),
    button: { label: labelOn(button, named, 'en'), link: button },
    ...(choices === undefined ? {} : { choices }),
    ...(locations === undefined ? {} : { locations }),
    ...(inSpanish ? { es: inSpanish } : {}),
  } as Words;
}

/** What a file says stands on the button, or the one name of asking for a visit; what is missing is named by `wholeFiles`. */
const labelOn = (link: LinkKey | undefined, label: string | undefined, locale: Locale): string | undefined =>
  label ?? (link === 'book' ? bookVisit[locale] : undefined);

const given = <T extends object>(part: T | undefined): T =>
  Object.fromEntries(Object.entries(part ?? {}).filter(([, value]) => value !== undefined)) as T;

/** A variant that speaks anew in English alone is English for everybody: the step's own Spanish says something else. */
function spanishOf({ es }: Pick<StepFile, 'es'>, variant: VariantFile): StepFile['es'] {
  const isAnew = Object.keys(given(variant.en)).length > 0 || variant.figures !== undefined;
  if (isAnew && !variant.es) return undefined;
  return es || variant.es ? ({ ...es, ...given(variant.es) } as StepFile['es']) : undefined;
}

/** Names what a language of a file lacks: words of a drawing, or what a variant has to say anew because English does. */
export function wholeFiles({ value: { variants, ...own }, fault }: YamlFile<StepFile>): void {
  const drawn = (
    at: readonly (string | number)[],
    figures: readonly string[] = [],
    one: Pick<PartialCopy, 'figures'>,
    locale: string,
  ) => {
    const count = one.figures?.length ?? 0;
    if (count !== figures.length)
      throw fault([...at, locale, 'figures'], `${locale}.figures: ${figures.length} drawings, and words for ${count}`);
  };
  const labelled = (at: readonly (string | number)[], link: LinkKey, label: string | undefined, locale: Locale) => {
    if (labelOn(link, label, locale) === undefined)
      throw fault([...at, locale], `${locale}.button: what stands on the button is missing; only for book it may be`);
  };
  for (const locale of locales) {
    const one = own[locale];
    if (!one) continue;
    drawn([], own.figures, one, locale);
    labelled([], own.button, one.button, locale);
  }
  variants.forEach((variant, i) => {
    const at = ['variants', i];
    const figures = variant.figures ?? own.figures;
    const link = variant.button ?? own.button;
    const english = { ...own.en, ...given(variant.en) };
    drawn(at, figures, english, 'en');
    labelled(at, link, english.button, 'en');
    const spanish = spanishOf(own, variant);
    if (spanish) labelled(at, link, spanish.button, 'es');
    if (!variant.es) return;
    const said = given(variant.es);
    const asked = own.es ? Object.keys(given(variant.en)) : Object.keys(own.en);
    const missing = asked.find((field) => !Object.hasOwn(said, field));
    if (missing)
      throw fault([...at, 'es'], `es.${missing}: this variant says it anew in English, so it has to in Spanish`);
    drawn(at, figures, { ...own.es, ...said }, 'es');
  });
}

/** Where a field of the words stands in the file of its step. */
export function inFile([first = '', ...rest]: string[]): string[] {
  if (['es', 'who', 'choices', 'locations'].includes(first)) return [first, ...rest];
  if (first === 'button') return rest[0] === 'link' ? ['button'] : ['en', 'button'];
  if (first === 'figures' && rest[1] === 'drawing') return ['figures', rest[0] ?? ''];
  return ['en', first, ...rest];
}
