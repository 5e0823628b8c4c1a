import { type ChannelName, traits } from '../base/channel';
import { type Instant, minute } from '../base/time';
import type { Enrollment, Profile, Subscriber } from '../person/subscriber';
import type { Book } from '../series/enrollment';
import { datesToCome, homeZone, pathFor, restsUntil, whereOf } from '../series/enrollment';
import type { Policy, Weekday } from '../time/policy';
import { addLocalDays, capAllowsAt, isOpenWithGuard } from '../time/schedule';

/** When an upcoming step will be sent, and why then. Undefined while its day is unknown. */
export interface Planned {
  at: Instant;
  /** Day of the person's path, and whether it goes on that very day and hour. */
  day: number;
  onTime: boolean;
  /** What moved it, in words that follow "because". */
  because: string[];
}

/** The planner's own moments are minutes after the full hour: the guard at an opening window, the tick. */
const nearly = 5 * minute;

export function plannedFor(
  person: Subscriber,
  profile: Profile,
  run: Enrollment,
  stepId: string,
  book: Book,
  now: Instant,
  when: (at: Instant) => string,
): Planned | undefined {
  const { policy } = book;
  const { channel } = run;
  const dates = datesToCome(person, run, book, now);
  const place = dates.findIndex((one) => one.stepId === stepId);
  const at = dates[place]?.at;
  if (at === undefined) return undefined;
  const version = book.version(run.seriesId, run.version);
  const path = pathFor(version, profile);
  const index = path.steps.findIndex(({ step }) => step === stepId);
  const day = path.steps[index]?.day ?? 0;
  const zone = homeZone(profile);
  const hour = version.hours[channel];
  const nominal = day === 0 ? run.startedAt : addLocalDays(run.startedAt, zone, day, hour);
  if (at - nominal < nearly) return { at, day, onTime: true, because: [] };

  const because: string[] = [];
  const before = place === 0 ? run.lastSentAt : dates[place - 1]?.at;
  const gap = Math.max(version.minimumGapDays, day - (path.steps[index - 1]?.day ?? day));
  const spaced = before === undefined ? nominal : addLocalDays(before, zone, gap, hour);
  const due = Math.max(nominal, spaced);
  if (spaced - nominal >= nearly) because.push('it keeps its distance to the message before it');
  const rested = Math.max(due, restsUntil(person));
  if (person.pausedUntil !== undefined && person.pausedUntil > due)
    because.push(`the person asked for quiet until ${when(person.pausedUntil)}`);
  if (person.visitUntil !== undefined && person.visitUntil > due)
    because.push(`the person has asked us for a visit, and everything else waits until ${when(person.visitUntil)}`);
  const sends = [...person.recentSends, ...dates.slice(0, place).map((one) => ({ at: one.at, channel }))];
  const free = capAllowsAt(policy, sends, channel, rested);
  if (free > rested) because.push(`${promised(policy, channel)} were promised`);
  const step = version.steps[stepId];
  const { hours, welcome, many } = traits[channel];
  const anyHour = step?.anyHour === true && hours === 'courtesy';
  const agreed = welcome ? (person.channels[channel]?.since ?? 0) + policy.firstTextAfter : 0;
  if (agreed > free) because.push(`the person had just agreed to ${many}, and what they agreed to is read first`);
  const closed = !anyHour && !isOpenWithGuard(policy, channel, whereOf(profile, book), Math.max(free, agreed));
  if (closed) because.push(openHours(policy, channel));
  return { at, day, onTime: false, because };
}

const names = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "no more than 1 text a day, 6 in a week and 6 in 30 days". */
function promised(policy: Policy, channel: ChannelName): string {
  const { per24h, per7d, per30d } = policy.caps[channel];
  return `no more than ${per24h} ${traits[channel].noun}${per24h === 1 ? '' : 's'} a day, ${per7d} a week and ${per30d} in 30 days`;
}

/** "texts go only Monday to Friday from 10:00 to 18:00, never on a holiday, wherever the person may be". */
function openHours(policy: Policy, channel: ChannelName): string {
  const { days, holidays } = policy[channel];
  const open = Object.entries(days) as [`${Weekday}`, { from: string; to: string }][];
  const numbers = open.map(([day]) => Number(day));
  const [first = 1, last = 1] = [numbers[0], numbers.at(-1)];
  const inRow = numbers.length === last - first + 1;
  const said =
    numbers.length === 7
      ? 'every day'
      : inRow && numbers.length > 2
        ? `${names[first]} to ${names[last]}`
        : numbers.map((day) => names[day]).join(', ');
  const hours = [...new Set(open.map(([, { from, to }]) => `from ${from} to ${to}`))].join(' or ');
  return `${traits[channel].many} go only ${said} ${hours}${holidays ? ', never on a holiday' : ''}, wherever the person may be`;
}
