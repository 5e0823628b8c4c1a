import { sameWho } from '../../core/audience/audience';
import type { Who } from '../../core/audience/who';
import { checkWho } from '../../core/audience/who-faults';
import { StridewellError } from '../../core/base/error';
import { newId } from '../../core/base/id';
import { atRev, begin, revise } from '../../core/base/revise';
import { second } from '../../core/base/time';
import { withAuthors } from '../../core/campaigns/approval';
import type { Segment } from '../../core/campaigns/campaign';
import type { Asked } from '../../core/campaigns/eligible';
import { addedHeads, countHead, type Headcount, noHeads } from '../../core/campaigns/headcount';
import { isCalledOff } from '../../core/campaigns/runs';
import type { Subscriber } from '../../core/person/subscriber';
import type { Staff } from '../../core/practice/staff';
import { cancelledIn } from '../../core/sending/controls';
import type { Clock, ControlSwitches, OfPractice, People, Random, Segments } from '../ports';

export type EditSegmentPorts = Clock & OfPractice<'questions' | 'locations'> & Random & Segments<'get' | 'save'>;

export type CountPorts = Clock & ControlSwitches<'read'> & People<'page'>;

export interface Audience extends Headcount {
  sampled: boolean;
  exact: boolean;
}

export async function createSegment(ports: EditSegmentPorts, name: string, who: Who, staff: Staff): Promise<Segment> {
  checkWho(who, ports.practice);
  return begin(ports.segments, {
    id: newId('seg', ports.bytes),
    rev: 0,
    name,
    who,
    createdAt: ports.now(),
    createdBy: staff.name,
    authors: [staff.sub],
  });
}

/** Campaigns already scheduled keep the audience they were scheduled with. `rev` is that of the segment as it was seen. */
export async function changeSegment(
  ports: EditSegmentPorts,
  id: string,
  { rev, name, who }: { rev: number; name: string; who: Who },
  staff: Pick<Staff, 'sub'>,
): Promise<Segment> {
  checkWho(who, ports.practice);
  const saved = await revise(ports.segments, id, (segment) => {
    atRev(segment, rev);
    if (sameWho(segment.who, who)) return { ...segment, name };
    return { ...segment, name, who, authors: withAuthors(segment, staff.sub) };
  });
  if (!saved) throw new StridewellError('not-found', 'There is no such segment.');
  return saved;
}

/** Long enough for a useful sample, short enough to type along with. */
const sampleFor = 1.5 * second;
const pageSize = 500;
const slices = 32;
const readers = 4;

/** Counts an audience: exact if all people could be read in `patience` ms, else estimated from those who were. */
export async function countAudience(ports: CountPorts, asked: Asked, patience: number = sampleFor): Promise<Audience> {
  const moment = { now: ports.now(), cancelled: cancelledIn(await ports.controls.read()) };
  const { sums, of } = await bySlice(ports, patience, noHeads, (sum, person) => countHead(sum, person, asked, moment));
  const exact = sums.length === of;
  return { ...addedHeads(sums, of / sums.length), sampled: !exact, exact };
}

export interface Waiting {
  /** People with a step still to come, by series. */
  bySeries: Record<string, number>;
  exact: boolean;
}

/** How many people each series still has something for. */
export async function countWaiting(ports: CountPorts, patience: number = sampleFor): Promise<Waiting> {
  const none = (): Record<string, number> => ({});
  const cancelled = cancelledIn(await ports.controls.read());
  const { sums, of } = await bySlice(ports, patience, none, (sum, { enrollments }) => {
    const ids = enrollments
      .filter((run) => run.status === 'active' && run.stepId !== undefined && !isCalledOff(run, { cancelled }))
      .map((run) => run.seriesId);
    for (const id of new Set(ids)) sum[id] = (sum[id] ?? 0) + 1;
  });
  const bySeries: Record<string, number> = {};
  for (const sum of sums) for (const [id, n] of Object.entries(sum)) bySeries[id] = (bySeries[id] ?? 0) + n;
  for (const id of Object.keys(bySeries)) bySeries[id] = Math.round(((bySeries[id] ?? 0) * of) / sums.length);
  return { bySeries, exact: sums.length === of };
}

/** Reads whole slices, a few at a time, until all are read or patience ends; at least one is always read. */
async function bySlice<T>(
  ports: CountPorts,
  patience: number,
  none: () => T,
  visit: (sum: T, person: Subscriber) => void,
): Promise<{ sums: T[]; of: number }> {
  const until = ports.now() + patience;
  const sums: T[] = [];
  let segment = 0;
  const reader = async () => {
    while (segment < slices) {
      const slice = { segment, of: slices };
      segment += 1;
      const sum = none();
      let after: string | undefined;
      do {
        if (sums.length > 0 && ports.now() >= until) return;
        const page = await ports.people.page(pageSize, after, slice);
        for (const person of page.subscribers) visit(sum, person);
        after = page.next;
      } while (after !== undefined);
      sums.push(sum);
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  return { sums, of: slices };
}
