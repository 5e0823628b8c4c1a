import { StridewellError } from '../../core/base/error';
import { type LinkKeys, openPlace, sealPlace } from '../../core/base/token';

type Asked = Record<string, string>;

/** A cursor belongs to one list with the same filters; the size of a page may change. */
const listOf = (path: string, { cursor: _cursor, limit: _limit, ...filters }: Asked): string =>
  `${path}?${new URLSearchParams(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)))}`;

/** The query with the place its cursor stands for. Throws `invalid` for `cursor`, so that no store ever reads a made-up one. */
export function fromPlace(keys: LinkKeys, path: string, asked: Asked, query: unknown): unknown {
  if (asked.cursor === undefined) return query;
  const cursor = openPlace(keys, listOf(path, asked), asked.cursor);
  if (cursor === undefined)
    throw new StridewellError('invalid', 'This cursor is not of this list. Begin again without one.', 'cursor');
  return { ...(query as object), cursor };
}

/** The answer with its `next` sealed, where it is a page of a list, or of a long work, that goes on. */
export function toPlace(keys: LinkKeys, path: string, asked: Asked, answer: object): object {
  const { next } = answer as { next?: unknown };
  if (typeof next !== 'string') return answer;
  return { ...answer, next: sealPlace(keys, listOf(path, asked), next) };
}
