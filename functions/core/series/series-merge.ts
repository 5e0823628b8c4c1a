import { type Editable, editable } from './change';
import { contentOf, type SeriesVersion, type Step, type Words } from './series';

interface Merged {
  /** What should go out now, without a number: the file's days, paths and flags with the words that staff wrote. */
  version: SeriesVersion;
  /** Steps whose words were changed in both places since the file was last taken; `version` says for them what staff said. */
  clashes: string[];
  /** Steps that staff had edited and that the file no longer has. Older versions keep their words. */
  dropped: string[];
}

/**
 * Joins a changed file with what staff made of the last one. `before` is the file as it was last taken, `now` the newest
 * version. Structure is the file's; of each wording the side that changed it is heard.
 */
export function mergeSeries(before: SeriesVersion, now: SeriesVersion, file: SeriesVersion): Merged {
  const clashes: string[] = [];
  let kept = false;
  /** One language of a wording: the side that changed it is heard. */
  const heard = <T>(step: string, old: T | undefined, staff: T | undefined, filed: T): T => {
    if (staff === undefined || alike(staff, filed) || (old !== undefined && alike(staff, old))) return filed;
    if (old === undefined || !alike(old, filed)) clashes.push(step);
    kept = true;
    return staff;
  };
  const joined = (step: string, old: Words | undefined, staff: Words | undefined, filed: Words): Words => {
    const english = heard(step, old && englishOf(old), staff && englishOf(staff), englishOf(filed));
    // A language that the file does not have yet is none that it has changed.
    const { es: _filed, ...rest } = filed;
    const es = staff?.es && !filed.es && !old?.es ? keptOf(staff.es) : heard(step, old?.es, staff?.es, filed.es);
    return { ...rest, ...english, ...(es ? { es } : {}) };
  };
  const keptOf = <T>(staff: T): T => {
    kept = true;
    return staff;
  };
  const steps = Object.fromEntries(
    Object.entries(file.steps).map(([id, step]) => {
      const [old, staff] = [stepIn(before, id), stepIn(now, id)];
      const variants = step.variants.map((variant) => {
        // Who reads a variant is its name: its place in the list may have changed.
        const same = (one: Step | undefined) => one?.variants.find(({ who }) => alike(who, variant.who))?.words;
        return { ...variant, words: joined(id, same(old), same(staff), variant.words) };
      });
      return [id, { ...step, words: joined(id, old?.words, staff?.words, step.words), variants }];
    }),
  );
  const theirs = kept && now.author !== undefined ? { author: now.author } : {};
  return {
    // Words of staff are a draft again in their new surroundings, and their author may not approve them alone.
    version: { ...contentOf(file), version: file.version, approval: kept ? 'draft' : file.approval, ...theirs, steps },
    clashes: [...new Set(clashes)],
    dropped: Object.keys(now.steps).filter((id) => {
      const [old, staff] = [stepIn(before, id), now.steps[id]!];
      return !stepIn(file, id) && (!old || !alike(old, staff));
    }),
  };
}

/** Whether two versions say the same: everything but their number and who stands for them. */
export const sameContent = (a: SeriesVersion, b: SeriesVersion): boolean => alike(contentOf(a), contentOf(b));

const stepIn = ({ steps }: SeriesVersion, id: string): Step | undefined =>
  Object.hasOwn(steps, id) ? steps[id] : undefined;

type English = Pick<Words, Exclude<Editable, 'es'>>;
/** The words that staff may edit in the first language. Figures and the like always come from the file. */
const englishOf = (words: Words): English =>
  Object.fromEntries(editable.flatMap((field) => (field === 'es' ? [] : [[field, words[field]]]))) as English;

/** Equality that ignores the order of keys, since a table returns maps in an order of its own. */
const alike = (a: unknown, b: unknown): boolean => spelled(a) === spelled(b);
const spelled = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
