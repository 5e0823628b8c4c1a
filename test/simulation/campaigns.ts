import type { ChannelName } from '../../functions/core/base/channel';
import { day, hour, type Instant, minute, second } from '../../functions/core/base/time';
import { type Campaign, startsIn } from '../../functions/core/campaigns/campaign';
import { nextSweep, type SweepPorts, sweepCampaigns } from '../../functions/flows/sending/sweep';
import { approveCampaign } from '../../functions/flows/staff/approve-campaign';
import {
  cancelCampaign,
  createCampaign,
  pauseCampaign,
  resumeCampaign,
  type SchedulePorts,
  scheduleCampaign,
} from '../../functions/flows/staff/edit-campaign';
import { course } from './content';
import type { Random } from './random';
import { dateOf, wallClock } from './wall-clock';
import type { World } from './world';

/** Broadcasts come a second time, and a series begins again after some days or never. */
const sends = [
  { seriesId: 'clinic-event' },
  { seriesId: 'walk-in-hours' },
  { seriesId: course },
  { seriesId: course, restartAfterDays: 4 },
];
const staff = { sub: 'staff-1', name: 'Front desk', email: 'desk@practice.example', role: 'editor' } as never;
const approver = { sub: 'staff-2', name: 'Doctor', role: 'approver' } as const;

/** A broadcast to everybody, the sweep that enrolls them, and staff who think better of it. */
export class Campaigns {
  private readonly rows = new Map<string, Campaign>();
  private readonly ports: SchedulePorts;
  private readonly sweeping: SweepPorts;
  private sweepAt: Instant = Infinity;

  constructor(
    private readonly world: World,
    private readonly random: Random,
  ) {
    const { base, store, time } = world;
    const campaigns = {
      get: (id: string) => time.step('campaign.get', undefined, () => this.rows.get(id)),
      save: (next: Campaign) =>
        time.step('campaign.save', undefined, () => {
          if ((this.rows.get(next.id)?.rev ?? 0) !== next.rev) return undefined;
          const saved = { ...next, rev: next.rev + 1 };
          this.rows.set(saved.id, saved);
          return saved;
        }),
      list: () => time.step('campaign.list', undefined, () => ({ campaigns: [...this.rows.values()] })),
    };
    const segments = { get: async () => undefined };
    // Audiences are not edited here, so they are not counted.
    this.ports = { ...base, stage: 'prod', segments, campaigns, audience: async () => ({ people: 0 }) };
    const sweeping: SweepPorts = {
      ...base,
      stage: 'prod',
      people: {
        ...base.people,
        // A page may hold fewer than were asked for; here it always does.
        page: (limit: number, after?: string) => store.page(Math.min(limit, 4), after),
      },
      campaigns,
    };
    world.oracle.identities.startsAt = (id, zone) => startsIn(zone, this.rows.get(id)!);
    world.oracle.identities.isCancelled = (id) => world.store.isCancelled(id);
    this.sweeping = world.options.mutant?.sweep?.(sweeping, this.rows) ?? sweeping;
  }

  get all(): Iterable<Campaign> {
    return this.rows.values();
  }

  /** Staff write it and let it begin one to three days from now. */
  plan(): void {
    const { world, random, ports } = this;
    if (this.rows.size >= 5) return;
    const zone = world.base.practice.timeZone;
    const startDate = dateOf(wallClock(zone, world.time.now + random.between(1, 3) * day));
    const channels = random.pick<ChannelName[]>([['email'], ['sms'], ['email', 'sms']]);
    const draft = { name: 'Event', ...random.pick(sends), channels, startDate, startTime: '10:00' };
    world.run('campaign', async () => {
      const { id, rev } = await createCampaign(ports, draft, staff);
      // It went out under four eyes, or it would not.
      await approveCampaign(ports, id, { rev, count: 0 }, approver);
      const seen = this.rows.get(id)?.rev ?? 0;
      await scheduleCampaign(ports, id, { rev: seen, count: 0, confirmCount: 0 });
      this.sweepSoon();
    });
  }

  /** Paused for a while, or called off for good. */
  halt(): void {
    const { world, random, ports } = this;
    const under = [...this.rows.values()].filter(({ status }) => status !== 'draft' && status !== 'finished');
    if (under.length === 0) return;
    const { id } = random.pick(under);
    const told = world.oracle.pausing(id);
    const done = (error?: unknown) => error === undefined && told();
    if (random.chance(0.2)) return void world.run('cancel', () => cancelCampaign(ports, id), done);
    world.run('pause', () => pauseCampaign(ports, id), done);
    this.resume(id, world.time.now + random.pick([minute, 20 * minute, 9 * hour]));
  }

  /** Staff let everything go on that is not called off. */
  resumeAll(at: Instant): void {
    for (const id of this.rows.keys()) this.resume(id, at);
  }

  private resume(id: string, at: Instant, tries = 0): void {
    const { world, ports } = this;
    world.time.at(at, () => {
      // A cancelled campaign stays cancelled, also when somebody presses resume.
      const lifted = this.rows.get(id)?.status === 'cancelled' ? () => {} : world.oracle.lifting(id);
      const again = () => {
        lifted();
        // A crash may have come after the change was made.
        this.sweepSoon();
        if (tries < 5) this.resume(id, world.time.now + minute, tries + 1);
      };
      const end = (error?: unknown) => {
        if (error !== undefined) return again();
        lifted();
        this.sweepSoon();
      };
      world.run('resume', () => resumeCampaign(ports, id, this.rows.get(id)?.rev ?? 0), end, again);
    });
  }

  /** The schedule never starts two at once; minutes in which nothing is to do cost nothing. */
  private sweepSoon(): void {
    const { time } = this.world;
    const next = Math.min(...[...this.rows.values()].map((one) => this.nextWork(one)));
    if (next === Infinity) return;
    const at = Math.ceil(Math.max(next, time.now + 1) / minute) * minute;
    if (at >= this.sweepAt) return;
    this.sweepAt = at;
    time.at(at, () => {
      if (this.sweepAt !== at) return;
      const end = () => {
        this.sweepAt = Infinity;
        this.sweepSoon();
      };
      // Time for a few pages, so that the checkpoint matters.
      this.world.run(
        'sweep',
        () => sweepCampaigns(this.sweeping, at + this.random.between(1, 50) * second),
        end,
        end,
        true,
      );
    });
  }
  /** When the sweep has something to do for this campaign. */
  private nextWork(campaign: Campaign): Instant {
    return Math.max(this.world.time.now, nextSweep(this.sweeping, campaign));
  }
}
