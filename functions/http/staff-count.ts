import type * as z from 'zod';
import { type Campaign, startsIn } from '../core/campaign';
import type { Asked, Other, Start } from '../core/eligible';
import type { SeriesVersion } from '../core/series';
import { day, iso, second } from '../core/time';
import { countAudience } from '../flows/edit-segment';
import type * as group from './staff-audience-shapes';
import * as view from './staff-audience-view';
import type { StaffPorts, WithBody } from './staff-ports';

/** Counting an audience: for an answer while somebody puts it together, and once more when it is decided about. */

const waitFor = 20 * second;
/** Campaigns looked through for those that send on the same days; the newest come first. */
const looksAt = 300;
const underWay: readonly Campaign['status'][] = ['scheduled', 'enrolling', 'running', 'paused'];

export const count = async ({ ports, body }: WithBody<typeof group.countSchema>) => {
  const { exact, ...wanted } = body;
  const { asked, names } = await inquiryOf(ports, wanted);
  return view.audienceView(await countAudience(ports, asked, exact ? waitFor : undefined), names);
};

type Wanted = Omit<z.output<typeof group.countSchema>, 'exact'>;
interface Inquiry {
  asked: Asked;
  /** Of the campaigns that it may meet. */
  names: ReadonlyMap<string, string>;
}

/** A campaign's people as the flows ask for them, and whom they share with others, which the answer tells. */
export async function counting(ports: StaffPorts, campaign: Campaign | undefined) {
  const { who = {}, channels = [], seriesId, startDate, startTime, restartAfterDays } = campaign ?? {};
  const { asked, names } = await inquiryOf(ports, { who, channels, seriesId, startDate, startTime, restartAfterDays });
  let meets: ReturnType<typeof view.meetsView> = [];
  return {
    meets: () => meets,
    async audience({ who, channels }: Asked) {
      const found = await countAudience(ports, { ...asked, who, channels }, waitFor);
      meets = view.meetsView(found.meets, names);
      return found;
    },
  };
}

/** What would begin, when, and what else is sent on its days. A start that is not known yet is now. */
async function inquiryOf(ports: StaffPorts, wanted: Wanted): Promise<Inquiry> {
  const { who, channels, seriesId, startDate, startTime, restartAfterDays } = wanted;
  const latest = seriesId === undefined ? undefined : await ports.series.latest(seriesId);
  if (!latest) return { asked: { who, channels }, names: new Map() };
  const known = startDate !== undefined && startTime !== undefined ? { startDate, startTime } : undefined;
  const startsAt: Start['startsAt'] = (zone) => (known ? startsIn(zone, known) : ports.now());
  const start = { seriesId: latest.seriesId, kind: latest.kind, restartAfterDays, startsAt };
  if (!known) return { asked: { who, channels, start }, names: new Map() };
  const others = await othersOn(ports, sendDays(latest, known.startDate), channels);
  const { policy, practice } = ports;
  return {
    asked: { who, channels, start, at: { policy, state: practice.state, others } },
    names: new Map(others.map(({ id, name }) => [id, name])),
  };
}

/** Scheduled campaigns that send on one of these days and channels. */
async function othersOn(ports: StaffPorts, days: ReadonlySet<string>, channels: readonly string[]) {
  const open: Campaign[] = [];
  let after: string | undefined;
  let looked = 0;
  do {
    const page = await ports.campaigns.list(100, after);
    open.push(...page.campaigns.filter(({ status }) => underWay.includes(status)));
    looked += 100;
    after = page.next;
  } while (after !== undefined && looked < looksAt);
  const shared = open.filter((one) => one.channels.some((channel) => channels.includes(channel)));
  const found = await Promise.all(
    shared.map(async (one): Promise<(Other & { name: string })[]> => {
      const version = await ports.series.version(one.seriesId, one.version);
      if (!version || ![...sendDays(version, one.startDate)].some((date) => days.has(date))) return [];
      const startsAt: Start['startsAt'] = (zone) => startsIn(zone, one);
      const { id, name, who, seriesId, restartAfterDays } = one;
      const start = { seriesId, kind: version.kind, campaignId: id, restartAfterDays, startsAt };
      return [{ id, name, who, channels: one.channels, start }];
    }),
  );
  return found.flat();
}

/** The calendar days on which a series that starts then sends something, whatever path somebody walks. */
const sendDays = ({ paths }: SeriesVersion, startDate: string): ReadonlySet<string> =>
  new Set(
    paths.flatMap(({ steps }) =>
      steps.map((step) => iso(Date.parse(`${startDate}T00:00:00Z`) + step.day * day).slice(0, 10)),
    ),
  );
