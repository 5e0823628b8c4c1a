import type { AuditChange } from '../../core/reporting/audit';
import { changeOf } from '../../core/reporting/audit-change';
import type { StaffPorts } from './ports';

interface Kept {
  id: string;
  rev: number;
}
interface Place<T extends Kept> {
  get(id: string): Promise<T | undefined>;
  save(next: T): Promise<T | undefined>;
}

/**
 * The ports of one call, and what is changed through them: each save is held against what was read before it. It stands
 * between all handlers and all stores, so that no route has to say what it changes, or can forget to.
 */
export function witnessed(ports: StaffPorts): { ports: StaffPorts; changes(): AuditChange[] } {
  const changes: AuditChange[] = [];
  const note = (...given: Parameters<typeof changeOf>): void => void changes.push(changeOf(...given));
  const place = <T extends Kept>(kind: string, { get, save }: Place<T>): Place<T> => {
    const read = new Map<string, T>();
    return {
      async get(id) {
        const found = await get(id);
        if (found) read.set(id, found);
        return found;
      },
      async save(next) {
        const saved = await save(next);
        if (saved) note(kind, saved.id, read.get(saved.id), saved);
        return saved;
      },
    };
  };
  return {
    changes: () => changes,
    ports: {
      ...ports,
      segments: { ...ports.segments, ...place('segment', ports.segments) },
      campaigns: { ...ports.campaigns, ...place('campaign', ports.campaigns) },
      bookings: { ...ports.bookings, ...place('booking', ports.bookings) },
      controls: controls(ports.controls, note),
      people: people(ports.people, note),
      series: series(ports.series, note),
      ledger: {
        ...ports.ledger,
        async mergeDelivery(delivery) {
          const merged = await ports.ledger.mergeDelivery(delivery);
          note('message', delivery.id, undefined, {
            facts: Object.fromEntries(Object.keys(delivery.facts).map((one) => [one, 1])),
          });
          return merged;
        },
      },
      async leave(id, channel, context) {
        const left = await ports.leave(id, channel, context);
        note('subscriber', id, undefined, { channels: { [channel]: { status: 'unsubscribed' } } });
        return left;
      },
    },
  };
}

type Note = (...given: Parameters<typeof changeOf>) => void;

function controls(own: StaffPorts['controls'], note: Note): StaffPorts['controls'] {
  let before: object | undefined;
  return {
    ...own,
    async read() {
      const found = await own.read();
      before = found;
      return found;
    },
    async save(next) {
      const saved = await own.save(next);
      if (saved) note('controls', 'controls', before, saved);
      return saved;
    },
  };
}

function people(own: StaffPorts['people'], note: Note): StaffPorts['people'] {
  return {
    ...own,
    async create(person) {
      const created = await own.create(person);
      note('subscriber', created.id, undefined, created);
      return created;
    },
    async change(id, edit, ...more) {
      let before: Kept | undefined;
      const after = await own.change(
        id,
        (person) => {
          before = person;
          return edit(person);
        },
        ...more,
      );
      if (before && after && after.rev !== before.rev) note('subscriber', id, before, after);
      return after;
    },
  };
}

function series(own: StaffPorts['series'], note: Note): StaffPorts['series'] {
  const read = new Map<string, object>();
  return {
    ...own,
    async latest(id) {
      const found = await own.latest(id);
      if (found) read.set(id, found);
      return found;
    },
    async publish(next) {
      const isNew = await own.publish(next);
      if (isNew) note('series', next.seriesId, read.get(next.seriesId), next);
      return isNew;
    },
    async approve(id, version, by, accepted) {
      await own.approve(id, version, by, accepted);
      note('series', id, { approval: 'draft' }, { approval: 'approved', version, accepted });
    },
  };
}
