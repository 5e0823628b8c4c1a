import { day, hour, minute } from '../../../functions/core/base/time';
import { type Campaign, type Sweep, startsIn } from '../../../functions/core/campaigns/campaign';
import { standingOf } from '../../../functions/core/campaigns/campaign-standing';
import { countHead, noHeads } from '../../../functions/core/campaigns/headcount';
import type { Enrollment, Subscriber } from '../../../functions/core/person/subscriber';
import { type SweepPorts, sweepCampaign, sweepCampaigns } from '../../../functions/flows/sending/sweep';
import { cancelCampaign } from '../../../functions/flows/staff/edit-campaign';
import { countAudience, countWaiting } from '../../../functions/flows/staff/edit-segment';
import { id, profile, runner, staffWorld, start } from '../../support/staff';

const campaign: Campaign = {
  id: id('cmp', 1),
  rev: 1,
  name: 'December',
  seriesId: 'clinic-event',
  version: 1,
  segmentId: '',
  who: { pain: ['mechanical'] },
  channels: ['email'],
  startDate: '2026-12-02',
  startTime: '10:00',
  status: 'scheduled',
  createdAt: start,
  createdBy: 'Kim',
};

/** 230 people: three pages. Every tenth has a reason not to be enrolled, every seventh is not meant. */
function folk(): Subscriber[] {
  return Array.from({ length: 230 }, (_, n) => {
    const person = runner(id('sub', n), n % 10 === 1 ? 'unsubscribed' : n % 10 === 2 ? 'pending' : 'active');
    return {
      ...person,
      profile: profile({
        pain: n % 7 === 0 ? 'none' : 'mechanical',
        zones: [n % 2 ? 'America/Los_Angeles' : 'America/New_York'],
      }),
    };
  });
}

function stand(people = folk()) {
  const world = staffWorld(people);
  world.kept.campaigns.set(campaign.id, campaign);
  const ports: SweepPorts = {
    now: world.ports.now,
    stage: 'prod',
    practice: world.ports.practice,
    people: world.ports.people,
    campaigns: world.ports.campaigns,
    series: world.ports.series,
    book: world.ports.book,
    ledger: { mergeDelivery: world.mergeDelivery },
    controls: world.ports.controls,
  };
  const runs = () => [...world.kept.people.values()].flatMap((person) => person.enrollments);
  return { ...world, ports, runs, staff: world.ports };
}

/** Ten o'clock in New York, where the practice is, in California, and on the last island. */
const atHome = Date.parse('2026-12-02T15:00:00Z');
const inCalifornia = Date.parse('2026-12-02T18:00:00Z');
const everywhere = Date.parse('2026-12-02T21:00:00Z');

const meant = folk().filter((person) => person.profile?.answers.pain === 'mechanical');
const wanted = meant.filter((person) => person.channels.email?.status === 'active').length;
const expected = {
  seen: 230,
  enrolled: wanted,
  skipped: {
    suppressed: meant.filter((person) => person.channels.email?.status === 'unsubscribed').length,
    'not-confirmed': meant.filter((person) => person.channels.email?.status === 'pending').length,
  },
  people: {
    meant: meant.length,
    joined: wanted,
    left: {
      suppressed: meant.filter((person) => person.channels.email?.status === 'unsubscribed').length,
      'not-confirmed': meant.filter((person) => person.channels.email?.status === 'pending').length,
    },
  },
  done: true,
};

/** What each channel answered; people are counted beside it. */
const perChannel = (sweep: Sweep | undefined) => {
  const { people: _people, ...rest } = sweep!;
  return rest;
};

describe('enrolling a segment', () => {
  it('enrolls everyone meant and reachable at their own local hour, and says why the others are not', async () => {
    const { ports, kept, runs } = stand();
    await sweepCampaigns(ports, Infinity);
    expect(kept.campaigns.get(campaign.id)).toMatchObject({ status: 'running', sweep: expected });
    expect(runs()).toHaveLength(wanted);
    const starts = new Set(runs().map((run) => new Date(run.startedAt).toISOString()));
    expect(starts).toEqual(new Set(['2026-12-02T15:00:00.000Z', '2026-12-02T18:00:00.000Z']));
    expect(kept.ledger).toEqual([]);
    kept.now = everywhere;
    await sweepCampaigns(ports, Infinity);
    expect(kept.campaigns.get(campaign.id)).toMatchObject({ status: 'running', sweep: expected });
    const reasons = kept.ledger.map((entry) =>
      entry.kind === 'message' ? entry.delivery.facts.skipped?.note : undefined,
    );
    expect(reasons).toHaveLength(expected.skipped.suppressed + expected.skipped['not-confirmed']);
    expect(new Set(reasons)).toEqual(new Set(['suppressed', 'not-confirmed']));
  });

  it('says of people the same as the audience said before, each once, on two channels as well', async () => {
    const people = folk().map((person, n) =>
      n % 3 === 0
        ? { ...person, channels: { ...person.channels, sms: { ...person.channels.email!, address: `+1206555${n}` } } }
        : person,
    );
    const { ports, kept } = stand(people);
    const both = { ...campaign, channels: ['email' as const, 'sms' as const] };
    kept.campaigns.set(campaign.id, both);
    const start = {
      seriesId: both.seriesId,
      kind: 'broadcast' as const,
      startsAt: (zone: string) => startsIn(zone, both),
    };
    const said = noHeads();
    for (const person of people)
      countHead(
        said,
        person,
        { who: both.who, channels: both.channels, start },
        { now: kept.now, cancelled: new Set() },
      );
    await sweepCampaigns(ports, Infinity);
    expect(kept.campaigns.get(campaign.id)?.sweep?.people).toEqual({
      meant: said.people,
      joined: said.reached,
      left: said.leftOut,
    });
    expect(said.reached).toBeGreaterThan(0);
  });

  it('changes nothing when it is run again', async () => {
    const { ports, kept, runs } = stand();
    await sweepCampaign(ports, campaign.id, Infinity);
    const before = JSON.stringify([runs(), kept.ledger]);
    kept.campaigns.set(campaign.id, { ...campaign, rev: kept.campaigns.get(campaign.id)!.rev });
    await sweepCampaign(ports, campaign.id, Infinity);
    expect(JSON.stringify([runs(), kept.ledger])).toBe(before);
    expect(kept.campaigns.get(campaign.id)?.sweep).toEqual(expected);
  });

  it.each([1, 7, 60, 123, 150])('ends the same after a crash at the %ith write', async (crashAt) => {
    const { ports, kept, runs } = stand();
    let writes = 0;
    const dying: SweepPorts = {
      ...ports,
      people: {
        page: ports.people.page,
        change: async (who, edit) => {
          writes += 1;
          if (writes === crashAt) throw new Error('the process died');
          return ports.people.change(who, edit);
        },
      },
    };
    await expect(sweepCampaign(dying, campaign.id, Infinity)).rejects.toThrow('died');
    await sweepCampaign(ports, campaign.id, Infinity);
    expect(kept.campaigns.get(campaign.id)?.sweep).toEqual(expected);
    expect(runs()).toHaveLength(wanted);
    expect(new Set(runs().map((run) => run.id)).size).toBe(wanted);
  });

  it('counts nobody twice when two workers sweep at once', async () => {
    const { ports, kept, runs } = stand();
    await Promise.all([sweepCampaign(ports, campaign.id, Infinity), sweepCampaign(ports, campaign.id, Infinity)]);
    await sweepCampaign(ports, campaign.id, Infinity);
    expect(kept.campaigns.get(campaign.id)?.sweep).toEqual(expected);
    expect(runs()).toHaveLength(wanted);
  });

  it('stops between pages when time is up, and goes on from there', async () => {
    const { ports, kept } = stand();
    let asked = 0;
    const slow = {
      ...ports,
      now: () => {
        asked += 1;
        return start + asked;
      },
    };
    await sweepCampaign(slow, campaign.id, start + 50);
    expect(kept.campaigns.get(campaign.id)).toMatchObject({ status: 'enrolling', sweep: { seen: 100, done: false } });
    await sweepCampaign(ports, campaign.id, Infinity);
    expect(kept.campaigns.get(campaign.id)?.sweep).toEqual(expected);
  });

  it('leaves a campaign alone that was paused meanwhile', async () => {
    const { ports, kept } = stand();
    const pausing: SweepPorts = {
      ...ports,
      people: {
        change: ports.people.change,
        page: async (limit, after) => {
          const page = await ports.people.page(limit, after);
          const current = kept.campaigns.get(campaign.id)!;
          kept.campaigns.set(campaign.id, { ...current, rev: current.rev + 1, status: 'paused' });
          return page;
        },
      },
    };
    await sweepCampaign(pausing, campaign.id, Infinity);
    expect(kept.campaigns.get(campaign.id)).toMatchObject({ status: 'paused', sweep: { seen: 0, enrolled: 0 } });
  });

  it('calls a campaign finished when its last day and the longest rest are over', async () => {
    const { ports, kept } = stand();
    await sweepCampaigns(ports, Infinity);
    kept.now = Date.parse('2026-12-16T09:00:00Z');
    await sweepCampaigns(ports, Infinity);
    expect(kept.campaigns.get(campaign.id)?.status).toBe('running');
    kept.now = Date.parse('2026-12-16T11:00:00Z');
    await sweepCampaigns(ports, Infinity);
    expect(kept.campaigns.get(campaign.id)?.status).toBe('finished');
  });

  it('counts at its end how many people got it, page by page, and is no success when nobody did', async () => {
    const { ports, kept } = stand();
    await sweepCampaigns(ports, Infinity);
    const standing = () => standingOf(kept.campaigns.get(campaign.id)!, 'America/New_York', kept.now);
    expect(standing()).toBe('scheduled');
    kept.now = everywhere;
    await sweepCampaigns(ports, Infinity);
    expect(standing()).toBe('sending');
    const before = structuredClone([...kept.people]);
    const over = Date.parse('2026-12-16T11:00:00Z');
    kept.now = over;
    await sweepCampaigns(ports, Infinity);
    expect(kept.campaigns.get(campaign.id)).toMatchObject({ status: 'finished', reached: { people: 0 } });
    expect(standing()).toBe('nobody');

    const { reached: _reached, ...ended } = kept.campaigns.get(campaign.id)!;
    kept.campaigns.set(campaign.id, { ...ended, status: 'running' });
    kept.people.clear();
    for (const [who, person] of before)
      kept.people.set(who, {
        ...person,
        enrollments: person.enrollments.map((run) => ({ ...run, lastSentAt: start })),
      });
    const page: SweepPorts['people']['page'] = async (limit, after) => {
      kept.now = over + minute;
      return ports.people.page(limit, after);
    };
    await sweepCampaigns({ ...ports, people: { ...ports.people, page } }, over + 1);
    expect(kept.campaigns.get(campaign.id)).toMatchObject({
      status: 'running',
      reached: { cursor: expect.any(String) },
    });
    await sweepCampaigns(ports, Infinity);
    expect(kept.campaigns.get(campaign.id)?.reached).toEqual({ people: wanted });
    expect(standing()).toBe('finished');
  });
});

describe('looking again when the campaign starts', () => {
  const newYork = id('sub', 1);
  const california = id('sub', 2);
  const pending = (who: string, zone: string, createdAt = start): Subscriber => ({
    ...runner(who, 'pending', { createdAt }),
    profile: profile({ zones: [zone] }),
  });
  const two = () => [pending(newYork, 'America/New_York'), pending(california, 'America/Los_Angeles')];
  function world(people = two()) {
    const made = stand(people);
    const { kept } = made;
    return {
      ...made,
      confirm(who: string, since: number) {
        const person = kept.people.get(who)!;
        const email = { ...person.channels.email!, status: 'active' as const, since };
        kept.people.set(who, { ...person, channels: { email } });
      },
      async sweepAt(now: number) {
        kept.now = now;
        await sweepCampaigns(made.ports, Infinity);
        return kept.campaigns.get(campaign.id)!;
      },
      startOf: (who: string) => kept.people.get(who)!.enrollments[0]?.startedAt,
      skips: () =>
        kept.ledger.flatMap((entry) =>
          entry.kind === 'message' ? [[entry.delivery.subscriber, entry.delivery.facts.skipped?.note]] : [],
        ),
    };
  }

  it('takes in whoever confirmed between the scheduling and the start, and counts them', async () => {
    const here = world();
    expect(perChannel((await here.sweepAt(start)).sweep)).toEqual({
      seen: 2,
      enrolled: 0,
      skipped: { 'not-confirmed': 2 },
      done: true,
    });
    here.confirm(newYork, start + day);
    const swept = await here.sweepAt(atHome);
    expect(swept).toMatchObject({
      status: 'running',
      sweep: { seen: 2, enrolled: 1, skipped: { 'not-confirmed': 1 } },
    });
    expect(here.startOf(newYork)).toBe(atHome);
    expect(here.skips()).toEqual([]);
  });

  it('goes by the hour where each of them lives, to the last zone', async () => {
    const here = world();
    await here.sweepAt(start);
    await here.sweepAt(atHome);
    // Too late in New York; in time in California, where it is half past nine.
    here.confirm(newYork, atHome + 1);
    here.confirm(california, inCalifornia - 30 * minute);
    const swept = await here.sweepAt(everywhere);
    expect(perChannel(swept.sweep)).toEqual({ seen: 2, enrolled: 1, skipped: {}, done: true });
    expect([here.startOf(newYork), here.startOf(california)]).toEqual([undefined, inCalifornia]);
    await here.sweepAt(everywhere + minute);
    expect(here.kept.campaigns.get(campaign.id)?.rev).toBe(swept.rev);
  });

  it('is no reason to enroll somebody who came later, or to blame them for it', async () => {
    const here = world([...two(), pending(id('sub', 3), 'America/New_York', atHome + 1)]);
    await here.sweepAt(start);
    const { sweep } = await here.sweepAt(everywhere);
    expect(perChannel(sweep)).toEqual({ seen: 3, enrolled: 0, skipped: { 'not-confirmed': 2 }, done: true });
    expect(here.skips()).toEqual([
      [newYork, 'not-confirmed'],
      [california, 'not-confirmed'],
    ]);
  });

  it('shows whole numbers meanwhile, and every intended step ends in a run or in a reason', async () => {
    const { ports, kept, runs } = stand();
    await sweepCampaigns(ports, Infinity);
    kept.now = everywhere;
    let pages = 0;
    const watching: SweepPorts = {
      ...ports,
      people: {
        ...ports.people,
        page: async (limit, after) => {
          pages += 1;
          expect(kept.campaigns.get(campaign.id)?.sweep).toEqual(expected);
          return ports.people.page(limit, after);
        },
      },
    };
    await sweepCampaigns(watching, Infinity);
    expect(pages).toBe(3);
    const swept = kept.campaigns.get(campaign.id)!;
    expect(swept.sweep).toEqual(expected);
    expect(swept).not.toHaveProperty('again');
    expect(runs()).toHaveLength(wanted);
    expect(runs().length + kept.ledger.length).toBe(meant.length);
  });

  it.each([1, 2, 3, 4, 5])('ends the same after a crash at write %i of the last pass', async (crashAt) => {
    const here = world();
    await here.sweepAt(start);
    here.confirm(california, start + day);
    here.kept.now = everywhere;
    let writes = 0;
    const count = <T extends unknown[], R>(act: (...given: T) => Promise<R>) => {
      return async (...given: T): Promise<R> => {
        writes += 1;
        if (writes === crashAt) throw new Error('the process died');
        return act(...given);
      };
    };
    const { people, campaigns, ledger } = here.ports;
    const dying: SweepPorts = {
      ...here.ports,
      people: { ...people, change: count(people.change) },
      campaigns: { ...campaigns, save: count(campaigns.save) },
      ledger: { mergeDelivery: count(ledger.mergeDelivery) },
    };
    await sweepCampaigns(dying, Infinity).catch(() => undefined);
    await sweepCampaigns(here.ports, Infinity);
    const swept = here.kept.campaigns.get(campaign.id)!;
    expect(perChannel(swept.sweep)).toEqual({ seen: 2, enrolled: 1, skipped: { 'not-confirmed': 1 }, done: true });
    expect(here.runs()).toHaveLength(1);
    expect(here.skips()).toContainEqual([newYork, 'not-confirmed']);
  });

  it('waits while the campaign is paused, and goes on with it', async () => {
    const here = world();
    await here.sweepAt(start);
    here.confirm(newYork, start + day);
    const running = here.kept.campaigns.get(campaign.id)!;
    here.kept.campaigns.set(campaign.id, { ...running, status: 'paused' });
    await here.sweepAt(atHome);
    expect(here.runs()).toEqual([]);
    here.kept.campaigns.set(campaign.id, running);
    await here.sweepAt(atHome + hour);
    expect(here.runs()).toMatchObject([{ startedAt: atHome, wakeAt: atHome + hour }]);
  });

  it('looks at everybody once more before it calls a campaign finished that was paused past its end', async () => {
    const here = world();
    await here.sweepAt(start);
    const late = everywhere + 30 * day;
    const swept = await here.sweepAt(late);
    expect(swept).toMatchObject({ status: 'running', sweep: { seen: 2, done: true } });
    expect(here.skips()).toHaveLength(2);
    expect((await here.sweepAt(late + minute)).status).toBe('finished');
  });

  it('leaves a page of an earlier pass uncounted when the last one has begun meanwhile', async () => {
    const here = world();
    await here.sweepAt(start);
    here.kept.now = atHome;
    let overtaken = false;
    const slow: SweepPorts = {
      ...here.ports,
      people: {
        ...here.ports.people,
        page: async (limit, after) => {
          const page = await here.ports.people.page(limit, after);
          if (overtaken) return page;
          overtaken = true;
          await here.sweepAt(atHome);
          here.kept.now = everywhere;
          // Begun, and no time left for a page.
          await sweepCampaign(here.ports, campaign.id, everywhere);
          return page;
        },
      },
    };
    await sweepCampaign(slow, campaign.id, everywhere);
    expect(here.kept.campaigns.get(campaign.id)).toMatchObject({ again: { seen: 0, done: false } });
    await here.sweepAt(everywhere);
    expect(here.skips()).toHaveLength(2);
  });
});

describe('what a run is one of', () => {
  const who = id('sub', 1);
  const other = { ...campaign, id: id('cmp', 2), name: 'January', startDate: '2027-01-12' };
  const drip = { ...campaign, seriesId: 'back-care' };
  const over = (given: Partial<Enrollment> = {}): Enrollment => ({
    id: id('enr', 9),
    seriesId: 'back-care',
    version: 1,
    channel: 'email',
    status: 'finished',
    phase: 'waiting',
    startedAt: start - 100 * day,
    completedSteps: ['welcome'],
    lastSentAt: start - 90 * day,
    ...given,
  });
  async function swept(wanted: Campaign, run: Enrollment[], given: Partial<Subscriber> = {}) {
    const here = stand([{ ...runner(who), enrollments: run, ...given }]);
    here.kept.campaigns.set(wanted.id, wanted);
    await sweepCampaign(here.ports, wanted.id, Infinity);
    const { enrolled, skipped } = here.kept.campaigns.get(wanted.id)!.sweep!;
    return { ...here, enrolled, skipped };
  }

  it('for a broadcast is its campaign: a second one with the same message takes in whoever was in the first, once', async () => {
    const sent = over({ seriesId: 'clinic-event', campaignId: campaign.id, lastSentAt: atHome, startedAt: atHome });
    const here = await swept(other, [sent]);
    expect(here.enrolled).toBe(1);
    expect(here.runs()).toMatchObject([{ campaignId: campaign.id }, { campaignId: other.id, status: 'active' }]);
    here.kept.campaigns.set(other.id, { ...other, rev: here.kept.campaigns.get(other.id)!.rev });
    await sweepCampaign(here.ports, other.id, Infinity);
    expect(here.runs()).toHaveLength(2);
  });

  it('for a series is the series: nobody gets it twice, whichever campaign asks', async () => {
    for (const run of [
      over(),
      over({ status: 'stopped', reason: 'stop' }),
      over({ status: 'active', stepId: 'rest' }),
    ]) {
      const here = await swept(drip, [run]);
      expect(here.runs()).toEqual([run]);
      expect(here.skipped).toEqual({ 'already-in-series': 1 });
    }
  });

  it('lets a series begin again after the days its campaign names, counted from the last message to its start', async () => {
    const last = atHome - 30 * day;
    const early = await swept({ ...drip, restartAfterDays: 31 }, [over({ lastSentAt: last })]);
    expect(early.skipped).toEqual({ 'already-in-series': 1 });
    const here = await swept({ ...drip, restartAfterDays: 30 }, [over({ lastSentAt: last })]);
    expect(here.runs()).toMatchObject([
      { campaignId: drip.id, status: 'active', stepId: 'welcome', completedSteps: [] },
    ]);
    // What is still under way is not begun beside itself.
    const under = over({ status: 'active', stepId: 'rest', lastSentAt: last });
    expect((await swept({ ...drip, restartAfterDays: 1 }, [under])).enrolled).toBe(0);
    const doubt = over({ lastSentAt: last, phase: 'held' });
    expect((await swept({ ...drip, restartAfterDays: 1 }, [doubt])).enrolled).toBe(0);
  });

  it('does not count what was only skipped', async () => {
    const { lastSentAt: _never, ...skipped } = over();
    const here = await swept(drip, [skipped]);
    expect(here.runs()).toMatchObject([{ campaignId: drip.id, stepId: 'welcome', completedSteps: [] }]);
  });

  it('is never begun again by a late pass of the same campaign, also once a newer run has taken its place', async () => {
    const late = { ...drip, restartAfterDays: 1, status: 'running' as const };
    const newer = over({
      campaignId: id('cmp', 7),
      startedAt: everywhere + 40 * day,
      lastSentAt: everywhere + 50 * day,
    });
    const here = stand([{ ...runner(who), enrollments: [newer] }]);
    here.kept.campaigns.set(late.id, late);
    here.kept.now = everywhere + 100 * day;
    await sweepCampaign(here.ports, late.id, Infinity);
    expect(here.runs()).toEqual([newer]);
  });

  it('stays away from a topic that the person turned off, also where only an old run says so', async () => {
    for (const [run, given] of [
      [over({ seriesId: 'clinic-event', campaignId: id('cmp', 7) }), { topicsOff: ['clinic-event'] }],
      [over({ seriesId: 'clinic-event', status: 'stopped', reason: 'preferences' }), {}],
    ] as [Enrollment, Partial<Subscriber>][]) {
      const here = await swept(other, [run], given);
      expect(here.skipped).toEqual({ preferences: 1 });
      expect(here.runs()).toEqual([run]);
    }
  });

  it('leaves the item short: broadcasts long past go, and a full item takes no more', async () => {
    const past = (n: number, startedAt: number) =>
      over({ id: id('enr', n), seriesId: 'clinic-event', campaignId: id('cmp', n), startedAt, lastSentAt: startedAt });
    const old = Array.from({ length: 39 }, (_, n) => past(100 + n, start - 61 * day));
    const recent = past(10, start - 59 * day);
    const here = await swept(other, [...old, recent]);
    expect(here.runs()).toMatchObject([{ id: recent.id }, { campaignId: other.id }]);
    const full = Array.from({ length: 40 }, (_, n) => past(100 + n, start - 10 * day));
    const crowded = await swept(other, full);
    expect(crowded.skipped).toEqual({ 'too-many-runs': 1 });
    expect(crowded.runs()).toEqual(full);
  });

  it('goes nowhere long after its day, so that a pass over a campaign paused for months begins nothing twice', async () => {
    const here = stand([runner(who)]);
    here.kept.campaigns.set(campaign.id, campaign);
    here.kept.now = atHome + 31 * day;
    await sweepCampaign(here.ports, campaign.id, Infinity);
    expect(here.kept.campaigns.get(campaign.id)?.sweep?.skipped).toEqual({ 'too-late': 1 });
    expect(here.runs()).toEqual([]);
  });
});

describe('a campaign made in the place of a cancelled one', () => {
  const drip = { ...campaign, seriesId: 'back-care', who: {} };
  const inPlace = { ...drip, id: id('cmp', 2), name: 'Once more' };
  const folk = () => [runner(id('sub', 1)), runner(id('sub', 2))];
  /** The first campaign has enrolled everybody, and is called off. */
  async function called(off = true, change: (run: Enrollment) => Enrollment = (run) => run) {
    const here = stand(folk());
    here.kept.campaigns.set(drip.id, drip);
    await sweepCampaigns(here.ports, Infinity);
    expect(here.runs()).toHaveLength(2);
    for (const [who, person] of here.kept.people)
      here.kept.people.set(who, { ...person, enrollments: person.enrollments.map(change) });
    if (off) await cancelCampaign(here.staff, drip.id);
    return here;
  }
  const startAt = (wanted: Campaign) => ({
    seriesId: wanted.seriesId,
    kind: 'drip' as const,
    restartAfterDays: wanted.restartAfterDays,
    startsAt: (zone: string) => startsIn(zone, wanted),
  });
  async function replaced(here: Awaited<ReturnType<typeof called>>, wanted: Campaign = inPlace) {
    const asked = { who: {}, channels: wanted.channels, start: startAt(wanted) };
    const { reached, leftOut } = await countAudience(here.staff, asked, Infinity);
    here.kept.campaigns.set(wanted.id, wanted);
    await sweepCampaign(here.ports, wanted.id, Infinity);
    const { enrolled, skipped } = here.kept.campaigns.get(wanted.id)!.sweep!;
    expect([enrolled, skipped]).toEqual([reached, leftOut]);
    return enrolled;
  }

  it.each([
    ['at the same start', {}],
    ['earlier', { startDate: '2026-12-01' }],
    ['later', { startDate: '2027-03-01' }],
  ])('%s takes in everybody, and nobody gets both', async (_when, change) => {
    const here = await called();
    expect((await countWaiting(here.staff, Infinity)).bySeries).toEqual({});
    expect(await replaced(here, { ...inPlace, ...change })).toBe(2);
    expect(here.runs()).toMatchObject([
      { campaignId: inPlace.id, status: 'active', stepId: 'welcome' },
      { campaignId: inPlace.id, status: 'active', stepId: 'welcome' },
    ]);
    // A late pass of the first begins nothing beside it, also where the cancelling died behind its flag.
    here.kept.campaigns.set(drip.id, { ...drip, rev: here.kept.campaigns.get(drip.id)!.rev });
    await sweepCampaign(here.ports, drip.id, Infinity);
    expect(here.runs().map((run) => run.campaignId)).toEqual([inPlace.id, inPlace.id]);
  });

  it('takes in whom the gate has stopped for it, and whose visit it waited for', async () => {
    const { stepId: _step, dueAt: _due, wakeAt: _wake, ...none } = { stepId: '', dueAt: 0, wakeAt: 0 };
    const stopped = await called(true, ({ stepId: _s, dueAt: _d, wakeAt: _w, ...run }) => ({
      ...run,
      ...none,
      status: 'stopped',
      reason: 'campaign-cancelled',
    }));
    expect(await replaced(stopped)).toBe(2);
    const paused = await called(true, (run) => ({ ...run, status: 'paused', pausedUntil: start + 9 * day }));
    expect(await replaced(paused)).toBe(2);
  });

  it('leaves out whoever has had a message of it, or may have', async () => {
    const attempt = {
      n: 1,
      claimId: 'c',
      channel: 'email' as const,
      claimedAt: start,
      startBy: start,
      leaseUntil: start,
    };
    const changes: ((run: Enrollment) => Enrollment)[] = [
      (run) => ({ ...run, lastSentAt: start }),
      (run) => ({ ...run, phase: 'sending', attempt }),
      (run) => ({ ...run, phase: 'unknown', attempt }),
      (run) => ({ ...run, phase: 'held', attempt }),
    ];
    for (const change of changes) {
      const here = await called(true, change);
      expect(await replaced(here)).toBe(0);
      expect(here.runs().map((run) => run.campaignId)).toEqual([drip.id, drip.id]);
    }
  });

  it('begins again, after its days, where the cancelled one had sent something and would send more', async () => {
    const begun = (run: Enrollment) => ({ ...run, startedAt: start - day, lastSentAt: start - day, stepId: 'rest' });
    const again = { ...inPlace, restartAfterDays: 1 };
    expect(await replaced(await called(true, begun), again)).toBe(2);
    expect(await replaced(await called(false, begun), again)).toBe(0);
  });

  it('waits as before while the other is only paused', async () => {
    const here = await called(false);
    here.kept.controls = { ...here.kept.controls, campaigns: { [drip.id]: 'paused' } };
    expect(await replaced(here)).toBe(0);
  });
});

describe('a campaign whose audience names what the practice no longer asks', () => {
  it.each([{ shoes: { answered: false } }, { pain: ['elsewhere'] }])(
    'enrolls nobody and is paused: %j',
    async (who) => {
      const here = stand();
      here.kept.campaigns.set(campaign.id, { ...campaign, who });
      here.kept.now = atHome;
      await sweepCampaigns(here.ports, Infinity);
      expect(here.runs()).toEqual([]);
      expect(here.kept.campaigns.get(campaign.id)?.status).toBe('paused');
    },
  );
});

describe('how many people a series reached', () => {
  it('counts those in whose place another campaign has begun it again meanwhile', async () => {
    const drip = { ...campaign, seriesId: 'back-care', who: {} };
    const again = { ...drip, id: id('cmp', 2), startDate: '2026-12-20', restartAfterDays: 1 };
    const third = { ...again, id: id('cmp', 3), startDate: '2026-12-30' };
    const here = stand([runner(id('sub', 1)), runner(id('sub', 2))]);
    here.kept.campaigns.set(drip.id, drip);
    await sweepCampaigns(here.ports, Infinity);
    const sent = (at: number) => {
      for (const [who, person] of here.kept.people) {
        const enrollments = person.enrollments.map(
          ({ stepId: _step, dueAt: _due, wakeAt: _wake, ...run }): Enrollment => ({
            ...run,
            status: 'finished',
            completedSteps: ['welcome'],
            lastSentAt: at,
          }),
        );
        here.kept.people.set(who, { ...person, enrollments });
      }
    };
    for (const [next, at] of [
      [again, '2026-12-15'],
      [third, '2026-12-25'],
    ] as const) {
      sent(Date.parse(at));
      here.kept.now = Date.parse(at) + day;
      here.kept.campaigns.set(next.id, next);
      await sweepCampaigns(here.ports, Infinity);
    }
    expect(here.runs().map((run) => run.campaignId)).toEqual([third.id, third.id]);
    here.kept.now = Date.parse('2027-12-01');
    for (let n = 0; n < 4; n += 1) await sweepCampaigns(here.ports, Infinity);
    const reached = [drip, again, third].map((one) => here.kept.campaigns.get(one.id)?.reached);
    expect(reached).toEqual([{ people: 2 }, { people: 2 }, { people: 0 }]);
    // Once they are counted nobody carries them on.
    sent(Date.parse('2026-12-31'));
    here.kept.campaigns.set(id('cmp', 4), { ...again, id: id('cmp', 4), startDate: '2028-01-10' });
    await sweepCampaign(here.ports, id('cmp', 4), Infinity);
    expect(here.runs().map(({ followed }) => followed)).toEqual([undefined, undefined]);
  });
});
