import type { Campaign } from '../../functions/core/campaign';
import type { Subscriber } from '../../functions/core/subscriber';
import { type SweepPorts, sweepCampaign, sweepCampaigns } from '../../functions/flows/sweep';
import { id, profile, runner, staffWorld, start } from '../support/staff';

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
    people: world.ports.people,
    campaigns: world.ports.campaigns,
    series: world.ports.series,
    book: world.ports.book,
    ledger: { mergeDelivery: world.mergeDelivery },
  };
  const runs = () => [...world.kept.people.values()].flatMap((person) => person.enrollments);
  return { ...world, ports, runs };
}

const meant = folk().filter((person) => person.profile?.pain === 'mechanical');
const wanted = meant.filter((person) => person.channels.email?.status === 'active').length;
const expected = {
  seen: 230,
  enrolled: wanted,
  skipped: {
    suppressed: meant.filter((person) => person.channels.email?.status === 'unsubscribed').length,
    'not-confirmed': meant.filter((person) => person.channels.email?.status === 'pending').length,
  },
  done: true,
};

describe('enrolling a segment', () => {
  it('enrolls everyone meant and reachable at their own local hour, and says why the others are not', async () => {
    const { ports, kept, runs } = stand();
    await sweepCampaigns(ports, Infinity);
    expect(kept.campaigns.get(campaign.id)).toMatchObject({ status: 'running', sweep: expected });
    expect(runs()).toHaveLength(wanted);
    const starts = new Set(runs().map((run) => new Date(run.startedAt).toISOString()));
    expect(starts).toEqual(new Set(['2026-12-02T15:00:00.000Z', '2026-12-02T18:00:00.000Z']));
    const reasons = kept.ledger.map((entry) =>
      entry.kind === 'message' ? entry.delivery.facts.skipped?.note : undefined,
    );
    expect(reasons).toHaveLength(expected.skipped.suppressed + expected.skipped['not-confirmed']);
    expect(new Set(reasons)).toEqual(new Set(['suppressed', 'not-confirmed']));
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

  it('skips whoever was ever in the series on that channel', async () => {
    const known = runner(id('sub', 1));
    const done = {
      id: id('enr', 9),
      seriesId: 'clinic-event',
      version: 1,
      channel: 'email' as const,
      status: 'finished' as const,
      phase: 'waiting' as const,
      startedAt: start,
      completedSteps: ['message'],
    };
    const { ports, kept, runs } = stand([{ ...known, enrollments: [done] }]);
    await sweepCampaign(ports, campaign.id, Infinity);
    expect(runs()).toEqual([done]);
    expect(kept.campaigns.get(campaign.id)?.sweep?.skipped).toEqual({ 'already-in-series': 1 });
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
});
