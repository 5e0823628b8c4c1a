import { StridewellError } from './error';

/** A place that saves only what nobody else has saved since: `save` answers undefined when somebody did. */
export interface Revisable<T> {
  get(id: string): Promise<T | undefined>;
  save(next: T): Promise<T | undefined>;
}

const tries = 6;

/**
 * Reads, edits and saves, again from the start when someone else was quicker. An edit that answers undefined saves
 * nothing. Resolves to the record as it now is, undefined when there is none.
 */
export async function revise<T>(
  place: Revisable<T>,
  id: string,
  edit: (record: T) => T | undefined,
): Promise<T | undefined> {
  for (let n = 0; n < tries; n += 1) {
    const record = await place.get(id);
    if (record === undefined) return undefined;
    const next = edit(record);
    if (next === undefined || next === record) return record;
    const saved = await place.save(next);
    if (saved !== undefined) return saved;
  }
  throw new StridewellError('conflict', 'Others are changing this at the same time. Please try again.');
}

/**
 * Throws `conflict` naming `rev` when the record has been saved since the caller read it. Stopping never asks this: it
 * must not be refused because somebody else saved something.
 */
export function atRev({ rev }: { rev: number }, seen: number): void {
  if (rev !== seen)
    throw new StridewellError(
      'conflict',
      'Someone else has saved this since you opened it. Compare both versions, then save again.',
      'rev',
    );
}

/** Saves something new; ids are random, so a refusal means that this very record is there already. */
export async function begin<T>(place: Pick<Revisable<T>, 'save'>, record: T): Promise<T> {
  const saved = await place.save(record);
  if (saved === undefined) throw new StridewellError('conflict', 'This was saved already.');
  return saved;
}
