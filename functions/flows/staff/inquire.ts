import { checkWho } from '../../core/audience/who-faults';
import { day, iso } from '../../core/base/time';
import { type Campaign, startsIn } from '../../core/campaigns/campaign';
import type { Asked, Other, Start } from '../../core/campaigns/eligible';
import type { SeriesVersion } from '../../core/series/series';
import type { Policy } from '../../core/time/policy';
import type { Campaigns, Clock, OfPractice, Series } from '../ports';

export type InquirePorts = Clock &
  OfPractice<'state' | 'questions' | 'locations'> &
  Series &
  Campaigns<'list'> & { policy: Policy };

/** What staff put together so far. */
interface Wanted extends Pick<Asked, 'who' | 'channels'> {
  seriesId?: string | undefined;
  startDate?: string | undefined;
  startTime?: string | undefined;
  restartAfterDays?: number | undefined;
}

interface Inquiry {
  asked: Asked;
  /** Of the campaigns that it may meet. */
  names: ReadonlyMap<string, string>;
}

type Named = Other & { name: string };

/** Campaigns looked through for those that send on the same days; the newest come first. */
const looksAt = 300;
const underWay: readonly Campaign['status'][] = ['scheduled', 'enrolling', 'running', 'paused'];

/** What would begin, when, and what else is sent on its days. A start that is not known yet is now. */
export async function inquire(ports: InquirePorts, wanted: Wanted): Promise<Inquiry> {
  const { who, channels, seriesId, startDate, startTime, restartAfterDays } = wanted;
  checkWho(who, ports.practice);
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
async function othersOn(
  { campaigns, series }: InquirePorts,
  days: ReadonlySet<string>,
  channels: readonly string[],
): Promise<Named[]> {
  const open: Campaign[] = [];
  let after: string | undefined;
  let looked = 0;
  do {
    const page = await campaigns.list(100, after);
    open.push(...page.campaigns.filter(({ status }) => underWay.includes(status)));
    looked += 100;
    after = page.next;
  } while (after !== undefined && looked < looksAt);
  const shared = open.filter((one) => one.channels.some((channel) => channels.includes(channel)));
  const found = await Promise.all(
    shared.map(async (one): Promise<Named[]> => {
      const version = await series.version(one.seriesId, one.version);
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
