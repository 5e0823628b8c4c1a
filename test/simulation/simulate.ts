import { day, hour, type Instant, minute } from '../../functions/core/base/time';
import type { Enrollment, Subscriber } from '../../functions/core/person/subscriber';
import { restsUntil, whereOf } from '../../functions/core/series/enrollment';
import { capAllowsAt, openTimeBetween } from '../../functions/core/time/schedule';
import { Actors } from './actors';
import { type Content, loadContent } from './content';
import type { FaultName } from './faults';
import { evergreen } from './ground';
import { beginnings } from './places';
import { Random } from './random';
import { Verdict } from './verdict';
import { Violation } from './violation';
import { type Mutant, World } from './world';

export interface Run {
  seed: number;
  /** People times days. */
  runnerDays: number;
  /** Days from the first sign-up to the end of the faults; drawn from the seed if absent. */
  days?: number;
  without?: readonly FaultName[];
  mutant?: Mutant;
  logged?: boolean;
}

export interface Outcome {
  seed: number;
  violation?: { rule: string; message: string; at: Instant };
  hash: number;
  runnerDays: number;
  steps: number;
  requests: number;
  accepted: number;
  marketing: number;
  hints: number;
  events: number;
  log: string[];
}

let content: Content | undefined;

/** After the faults the world runs on this long, so that the slowest promise (74 h for a text) comes due. */
const quiet = 5 * day;

/** One seed, from the first sign-up to the settled end. The same seed always gives the same outcome. */
export async function simulate(run: Run): Promise<Outcome> {
  content ??= loadContent();
  const { seed, runnerDays, mutant } = run;
  const setting = new Random(seed, 0);
  const begins = Date.parse(`${setting.pick(beginnings)}T00:00:00Z`) + setting.below(6 * 24) * hour;
  const drawn = runnerDays >= 4000 ? setting.between(50, 70) : setting.between(14, 50);
  const days = run.days ?? drawn;
  const faultsEnd = begins + days * day;
  const ends = faultsEnd + quiet;
  const world = new World({
    seed,
    start: begins,
    content,
    without: new Set(run.without),
    mutant,
    logged: run.logged ?? false,
  });
  const actors = new Actors(world, seed, faultsEnd);
  const counted = populate(world, actors, setting, begins, faultsEnd, ends, runnerDays);
  schedule(world, actors, setting, begins, faultsEnd);

  await world.time.run(ends);
  world.time.failure ??= judge(world, actors, faultsEnd);
  const { failure } = world.time;
  if (failure !== undefined && !(failure instanceof Violation)) throw failure;
  const { hash, steps, log } = world.time;
  return {
    seed,
    ...(failure instanceof Violation
      ? { violation: { rule: failure.rule, message: failure.message, at: world.time.now } }
      : {}),
    hash,
    runnerDays: counted,
    steps,
    requests: world.provider.requests,
    accepted: world.provider.accepted,
    marketing: world.oracle.texts.marketing,
    hints: world.hints,
    events: world.events,
    log,
  };
}

/** Runners until their days add up: most at the beginning, so that the days are days of a running series. */
function populate(
  world: World,
  actors: Actors,
  setting: Random,
  begins: Instant,
  faultsEnd: Instant,
  ends: Instant,
  runnerDays: number,
): number {
  let counted = 0;
  while (counted < runnerDays) {
    const at = begins + Math.floor(setting.next() ** 2 * 0.4 * (faultsEnd - begins));
    actors.add(at);
    counted += (ends - at) / day;
  }
  world.time.at(faultsEnd, () => {
    world.weather.stop();
    // Staff open everything again, also what the circuit breaker closed.
    actors.liftKill(world.time.now);
    actors.goOn(world.time.now);
    actors.unpause(evergreen, world.time.now);
    actors.campaigns.resumeAll(world.time.now);
  });
  return Math.round(counted);
}

function schedule(world: World, actors: Actors, setting: Random, begins: Instant, faultsEnd: Instant): void {
  const moments = (perWeek: number) => Math.round((((faultsEnd - begins) / day) * perWeek) / 7);
  const within = () => setting.between(begins + 6 * hour, faultsEnd - hour);
  const staff = world.weather.p.staff > 0 ? moments(4) : 0;
  for (let n = 0; n < staff; n += 1) world.time.at(within(), () => actors.staffDoes());
  world.time.at(within(), () => actors.campaigns.plan());
  // The account recovers when staff have looked: an hour or two after it stopped.
  if (world.weather.p.account > 0)
    for (let at = begins + 2 * hour; at < faultsEnd; at += 2 * hour) world.time.at(at, () => actors.look());
  const outages = world.weather.p.outage > 0 ? moments(3) : 0;
  for (let n = 0; n < outages; n += 1) {
    // A queue that stands still until shortly before somebody's window closes: 18:00 and 20:00 in New York in UTC.
    const until =
      Math.floor(within() / day) * day + setting.pick([22, 23, 24, 25]) * hour - setting.between(10, 5 * 60) * 1000;
    world.outage(until - setting.pick([5 * minute, 15 * minute, 40 * minute]), until);
  }
}

function judge(world: World, actors: Actors, faultsEnd: Instant): unknown {
  const allowedFor = (person: Subscriber, enrollment: Enrollment): number => {
    const { profile } = person;
    if (!profile) return 0;
    const { policy } = world.book;
    const capped = capAllowsAt(policy, person.recentSends, enrollment.channel, 0);
    const from = Math.max(
      faultsEnd,
      enrollment.dueAt ?? Infinity,
      enrollment.allowedFrom ?? 0,
      restsUntil(person),
      capped,
    );
    return from < world.time.now
      ? openTimeBetween(policy, enrollment.channel, whereOf(profile, world.book), from, world.time.now)
      : 0;
  };
  try {
    const verdict = new Verdict(world.oracle);
    verdict.nobodyPassedBy(actors.campaigns.all, [...world.store.people.values()], world.store.deliveries);
    verdict.mergesAgree(world.store.deliveries.values());
    verdict.settled(world.store.people.values(), world.store.deliveries, allowedFor);
    return undefined;
  } catch (failure) {
    return failure;
  }
}
