import type { ChannelName } from '../../functions/core/base/channel';
import type { Instant } from '../../functions/core/base/time';
import type { Due } from '../../functions/core/sending/due';

interface Row {
  id: string;
  at: Instant;
}

/** The sparse index: one row for each due person, in order of time within each partition. */
export class DueIndex {
  private readonly places = new Map<string, Row[]>();
  private readonly rows = new Map<string, { row: Row; place: Row[] }>();

  constructor(private readonly shards: number) {}

  set(id: string, { channel, at }: Due): void {
    this.delete(id);
    const row = { id, at };
    const place = this.place(channel, id.charCodeAt(id.length - 1) % this.shards);
    place.splice(position(place, row), 0, row);
    this.rows.set(id, { row, place });
  }

  delete(id: string): void {
    const known = this.rows.get(id);
    if (!known) return;
    known.place.splice(position(known.place, known.row), 1);
    this.rows.delete(id);
  }

  /** A page of those due by `now`, the longest waiting first. */
  due(
    channel: ChannelName,
    shard: number,
    now: Instant,
    limit: number,
    after?: string,
  ): { ids: string[]; next?: string } {
    const place = this.place(channel, shard);
    const from = after === undefined ? 0 : place.findIndex(({ id }) => id === after) + 1;
    const ids: string[] = [];
    for (let n = from; n < place.length && place[n]!.at <= now; n += 1) {
      if (ids.length === limit) return { ids, next: ids.at(-1)! };
      ids.push(place[n]!.id);
    }
    return { ids };
  }

  /** The earliest moment anybody is due; of people whose hints are all lost until then, then. */
  earliest(held: ReadonlyMap<string, Instant>): Instant {
    let earliest = Infinity;
    for (const place of this.places.values()) {
      for (const { id, at } of place) {
        if (at >= earliest) break;
        earliest = Math.min(earliest, Math.max(at, held.get(id) ?? 0));
      }
    }
    return earliest;
  }

  private place(channel: ChannelName, shard: number): Row[] {
    const key = `${channel}#${shard}`;
    const known = this.places.get(key);
    if (known) return known;
    const fresh: Row[] = [];
    this.places.set(key, fresh);
    return fresh;
  }
}

/** Where the row stands, or would. */
function position(place: readonly Row[], { id, at }: Row): number {
  let [low, high] = [0, place.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = place[middle]!;
    if (row.at < at || (row.at === at && row.id < id)) low = middle + 1;
    else high = middle;
  }
  return low;
}
