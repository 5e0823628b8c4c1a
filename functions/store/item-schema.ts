import type * as z from 'zod/mini';

/** A type as its fields, each with whether it may be absent: two types with a field more or less are told apart by it. */
type Spelled<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer One)[]
    ? { each: Spelled<One> }
    : {
        [K in keyof T]-?: {
          is: Spelled<Exclude<T[K], undefined>>;
          mayBeAbsent: object extends Pick<T, K> ? true : false;
        };
      };

type Within<A, B> = [A] extends [B] ? true : false;
type Same<A, B> = Within<Spelled<A>, Spelled<B>> extends true ? Within<Spelled<B>, Spelled<A>> : false;

/** What a schema that is not its type is missing; only ever seen in an error of the compiler. */
interface Differs<A, B> {
  schemaDiffersFromType: { onlyInType: Exclude<keyof B, keyof A>; onlyInSchema: Exclude<keyof A, keyof B> };
}

declare const whole: unique symbol;

/** A schema that says exactly what the type says: the only kind the store reads by. */
export type ItemSchema<T> = z.ZodMiniType<T> & { readonly [whole]: T };

/** Lets a schema read items of type T. A field that one of the two has and the other has not does not compile. */
export const itemSchema =
  <T>() =>
  <S extends z.ZodMiniType>(
    schema: S & (Same<z.output<S>, T> extends true ? unknown : Differs<z.output<S>, T>),
    { who }: { who: 'an audience' | 'a member of staff' } = { who: 'an audience' },
  ): ItemSchema<T> => {
    if (who !== 'an audience') withoutAudience.add(schema);
    return schema as unknown as ItemSchema<T>;
  };

/** Schemas whose `who` is somebody, not a rule of whom to reach. */
const withoutAudience = new WeakSet<object>();

type Place = { path: readonly PropertyKey[]; keys: readonly PropertyKey[] };

/**
 * Reads a value as the schema says and keeps the fields it does not know: a newer release wrote them, and after a
 * rollback they wait where they were (ADR 0025). Undefined for anything else that is wrong. An audience (`who`) is never
 * read in part, for a condition left out would let in people it was to keep out.
 */
export function tolerantly<T>(schema: z.ZodMiniType<T>, value: unknown): T | undefined {
  const strict = schema.safeParse(value);
  if (strict.success) return strict.data;
  const newer = unknownIn(strict.error.issues, !withoutAudience.has(schema));
  if (!newer) return undefined;
  const bare = structuredClone(value);
  for (const { path, keys } of newer) for (const key of keys) delete at(bare, path)?.[key];
  const known = schema.safeParse(bare);
  if (!known.success) return undefined;
  for (const { path, keys } of newer)
    for (const key of keys)
      Object.defineProperty(at(known.data, path) ?? {}, key, {
        value: at(value, path)?.[key],
        enumerable: true,
        writable: true,
        configurable: true,
      });
  return known.data;
}

/** Where the fields stand that nobody knows, if nothing else is wrong. */
function unknownIn(issues: readonly z.core.$ZodIssue[], whoIsAudience: boolean): Place[] | undefined {
  const places: Place[] = [];
  for (const issue of issues) {
    if (whoIsAudience && issue.path.includes('who')) return undefined;
    if (issue.code === 'unrecognized_keys') places.push({ path: issue.path, keys: issue.keys });
    else if (issue.code === 'invalid_key') places.push({ path: issue.path.slice(0, -1), keys: issue.path.slice(-1) });
    else return undefined;
  }
  return places;
}

const at = (value: unknown, path: readonly PropertyKey[]): Record<PropertyKey, unknown> | undefined =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key as string], value) as
    | Record<PropertyKey, unknown>
    | undefined;
