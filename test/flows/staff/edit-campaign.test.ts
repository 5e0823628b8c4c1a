import { contentOf, undoTime } from '../../../functions/core/campaigns/approval';
import { stopTakes } from '../../../functions/core/sending/due';
import { sweepCampaigns } from '../../../functions/flows/sending/sweep';
import { approveCampaign, askForApproval } from '../../../functions/flows/staff/approve-campaign';
import {
  cancelCampaign,
  changeCampaign,
  createCampaign,
  type EditCampaignPorts,
  pauseCampaign,
  resumeCampaign,
  scheduleCampaign,
} from '../../../functions/flows/staff/edit-campaign';
import { pauseSeries, resumeSeries, setKill } from '../../../functions/flows/staff/edit-controls';
import { id as idOf, runner, staffWorld } from '../../support/staff';

const kim = { sub: 'u-1', name: 'Kim', role: 'marketer' as const };
const draft = {
  name: 'December',
  seriesId: 'back-care',
  who: {},
  channels: ['email' as const],
  startDate: '2026-12-02',
  startTime: '10:00',
};

const revOf = async (ports: EditCampaignPorts, id: string) => (await ports.campaigns.get(id))?.rev ?? 0;
/** By somebody who has just looked, and found nobody. */
const schedule = async (ports: EditCampaignPorts, id: string) => {
  const counted = { ...ports, audience: async () => ({ people: 0 }) };
  return scheduleCampaign(counted, id, { rev: await revOf(ports, id), count: 0, confirmCount: 0 });
};

const lee = { sub: 'u-2', name: 'Lee', role: 'approver' as const };
const approve = async (ports: EditCampaignPorts, id: string, people = 0, staff: typeof lee = lee) =>
  approveCampaign({ ...ports, audience: async () => ({ people }) }, id, { rev: await revOf(ports, id) }, staff);

async function stand(change: object = {}) {
  const { kept, ports } = staffWorld();
  const one = await createCampaign(ports, { ...draft, ...change }, kim);
  return { kept, ports, id: one.id, one };
}

describe('campaigns', () => {
  it('begin as a draft that can change, until they are scheduled', async () => {
    const { ports, id, one } = await stand();
    expect(one).toMatchObject({ status: 'draft', version: 1, createdBy: 'Kim' });
    expect(
      await changeCampaign(ports, id, await revOf(ports, id), { ...draft, startTime: '11:00' }, kim),
    ).toMatchObject({
      startTime: '11:00',
    });
    expect(await schedule(ports, id)).toMatchObject({ status: 'scheduled' });
    await expect(changeCampaign(ports, id, await revOf(ports, id), draft, kim)).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(schedule(ports, id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('do not start in the past', async () => {
    const { ports, id } = await stand({ startDate: '2026-11-30', startTime: '09:00' });
    await expect(schedule(ports, id)).rejects.toMatchObject({ code: 'invalid', field: 'startDate' });
  });

  it('name the year of a start more than two years ahead, as a draft too', async () => {
    const far = { startDate: '2206-12-02' };
    const refusal = { code: 'invalid', field: 'startDate', message: expect.stringContaining('in the year 2206') };
    await expect(stand(far)).rejects.toMatchObject(refusal);
    const { ports, id } = await stand();
    const rev = await revOf(ports, id);
    await expect(changeCampaign(ports, id, rev, { ...draft, ...far }, kim)).rejects.toMatchObject(refusal);
    expect(await revOf(ports, id)).toBe(rev);
  });

  it('never send a version in production that nobody has approved', async () => {
    const { kept, ports, id } = await stand();
    const production = new Proxy(ports, { get: (at, key) => (key === 'stage' ? 'prod' : Reflect.get(at, key)) });
    await expect(schedule(production, id)).rejects.toMatchObject({ code: 'not-approved', field: 'version' });
    kept.series.set('back-care#1', { ...kept.series.get('back-care#1')!, approval: 'approved' });
    await approve(production, id);
    expect(await schedule(production, id)).toMatchObject({ status: 'scheduled' });
  });

  it('take the newest approved version in production, the newest elsewhere', async () => {
    const { kept, ports } = await stand();
    const first = kept.series.get('back-care#1')!;
    kept.series.set('back-care#1', { ...first, approval: 'approved' });
    kept.series.set('back-care#2', { ...first, version: 2 });
    const production = new Proxy(ports, { get: (at, key) => (key === 'stage' ? 'prod' : Reflect.get(at, key)) });
    expect((await createCampaign(production, draft, kim)).version).toBe(1);
    expect((await createCampaign(ports, draft, kim)).version).toBe(2);
  });

  it('fix their audience when scheduled', async () => {
    const { kept, ports, id } = await stand();
    const seg = {
      id: 'seg_0000000000000001',
      rev: 1,
      name: 'New',
      who: { experience: ['new' as const] },
      createdAt: 0,
      createdBy: 'Kim',
    };
    kept.segments.set(seg.id, seg);
    await changeCampaign(ports, id, await revOf(ports, id), { ...draft, who: undefined, segmentId: seg.id }, kim);
    kept.segments.set(seg.id, { ...seg, who: { experience: ['regular'] } });
    expect((await schedule(ports, id)).who).toEqual({ experience: ['regular'] });
  });

  it('pause with a flag that the gate reads, and answer only when nothing can be under way', async () => {
    const { kept, ports, id } = await stand();
    await expect(pauseCampaign(ports, id)).rejects.toMatchObject({ code: 'conflict' });
    await schedule(ports, id);
    expect(await pauseCampaign(ports, id)).toMatchObject({ status: 'paused' });
    expect(kept.controls.campaigns).toEqual({ [id]: 'paused' });
    expect(kept.slept).toBe(stopTakes);
    expect(await resumeCampaign(ports, id, await revOf(ports, id))).toMatchObject({ status: 'scheduled' });
    expect(kept.controls.campaigns).toEqual({});
  });

  it('are cancelled for good', async () => {
    const { kept, ports, id } = await stand();
    await schedule(ports, id);
    await cancelCampaign(ports, id);
    expect(kept.controls.campaigns).toEqual({ [id]: 'cancelled' });
    await expect(resumeCampaign(ports, id, await revOf(ports, id))).rejects.toMatchObject({ code: 'conflict' });
    expect(kept.controls.campaigns).toEqual({ [id]: 'cancelled' });
  });
});

describe('a campaign in production', () => {
  /** A draft of Kim's to two regular runners, whose words a clinician has approved. */
  async function waiting(change: object = {}) {
    const world = staffWorld([runner(idOf('sub', 1)), runner(idOf('sub', 2))]);
    const { kept } = world;
    for (const [key, one] of kept.series) kept.series.set(key, { ...one, approval: 'approved' });
    const ports: typeof world.ports = new Proxy(world.ports, {
      get: (at, key) => (key === 'stage' ? 'prod' : Reflect.get(at, key)),
    });
    const { id } = await createCampaign(ports, { ...draft, who: { experience: ['regular'] }, ...change }, kim);
    const sweep = () =>
      sweepCampaigns(
        {
          now: ports.now,
          stage: 'prod',
          practice: ports.practice,
          people: ports.people,
          campaigns: ports.campaigns,
          series: ports.series,
          book: ports.book,
          ledger: { mergeDelivery: world.mergeDelivery },
          controls: ports.controls,
        },
        Infinity,
      );
    const runs = () => [...kept.people.values()].flatMap((person) => person.enrollments);
    const scheduleFor = async (people: number) =>
      scheduleCampaign({ ...ports, audience: async () => ({ people }) }, id, {
        rev: await revOf(ports, id),
        count: people,
      });
    return { kept, ports, id, sweep, runs, scheduleFor };
  }

  it('is scheduled only once somebody other than its author has approved it', async () => {
    const { ports, id, scheduleFor } = await waiting();
    await expect(scheduleFor(2)).rejects.toMatchObject({ code: 'not-approved', field: 'approval' });
    await expect(approve(ports, id, 2, { ...lee, sub: kim.sub })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(scheduleFor(2)).rejects.toMatchObject({ code: 'not-approved' });
    await approve(ports, id, 2);
    expect(await scheduleFor(2)).toMatchObject({
      status: 'scheduled',
      approval: { by: 'u-2', name: 'Lee', people: 2 },
    });
  });

  it.each<[string, object]>([
    ['the audience', { who: { experience: ['regular', 'new'] } }],
    ['the channels', { channels: ['email', 'sms'] }],
    ['the date', { startDate: '2026-12-03' }],
    ['the hour', { startTime: '11:00' }],
    ['what is sent', { seriesId: 'clinic-event' }],
  ])('is approved again after a change of %s', async (_, change) => {
    const { ports, id, scheduleFor } = await waiting();
    await approve(ports, id, 2);
    const was = { ...draft, who: { experience: ['regular' as const] } };
    await changeCampaign(ports, id, await revOf(ports, id), { ...was, ...change }, kim);
    await expect(scheduleFor(2)).rejects.toMatchObject({
      code: 'not-approved',
      message: expect.stringMatching(/changed since/),
    });
    await approve(ports, id, 2);
    expect(await scheduleFor(2)).toMatchObject({ status: 'scheduled' });
  });

  it('keeps its approval when only its name changes, which nobody outside reads', async () => {
    const { ports, id, scheduleFor } = await waiting();
    await approve(ports, id, 2);
    const named = { ...draft, who: { experience: ['regular' as const] }, name: 'Winter' };
    await changeCampaign(ports, id, await revOf(ports, id), named, kim);
    expect(await scheduleFor(2)).toMatchObject({ status: 'scheduled', name: 'Winter' });
  });

  it('is approved again when its saved audience has got another rule', async () => {
    const seg = { id: 'seg_0000000000000001', rev: 1, name: 'R', createdAt: 0, createdBy: 'Kim' };
    const { kept, ports, id, scheduleFor } = await waiting();
    kept.segments.set(seg.id, { ...seg, who: { experience: ['regular'] } });
    const saved = { ...draft, who: undefined, segmentId: seg.id };
    await changeCampaign(ports, id, await revOf(ports, id), saved, kim);
    await approve(ports, id, 2);
    kept.segments.set(seg.id, { ...seg, who: { experience: ['regular', 'competitive'] } });
    await expect(scheduleFor(2)).rejects.toMatchObject({ code: 'not-approved' });
  });

  it('is approved again when its audience has grown by more than anybody would overlook', async () => {
    const { ports, id, scheduleFor } = await waiting();
    await approve(ports, id, 40);
    await expect(scheduleFor(51)).rejects.toMatchObject({
      code: 'not-approved',
      message: expect.stringMatching(/40 people.*51/),
    });
    expect(await scheduleFor(50)).toMatchObject({ status: 'scheduled' });
  });

  it('is not approved by whoever changed it, and not at a rev that nobody saw', async () => {
    const { ports, id } = await waiting();
    await changeCampaign(ports, id, await revOf(ports, id), { ...draft, startTime: '12:00' }, lee);
    await expect(approve(ports, id)).rejects.toMatchObject({ code: 'forbidden' });
    const seen = { ...ports, audience: async () => ({ people: 0 }) };
    const ana = { ...lee, sub: 'u-3' };
    await expect(approveCampaign(seen, id, { rev: 1 }, ana)).rejects.toMatchObject({ code: 'conflict', field: 'rev' });
    await expect(approveCampaign(seen, id, { rev: await revOf(ports, id), count: 30 }, ana)).rejects.toMatchObject({
      code: 'conflict',
      field: 'count',
    });
  });

  it('enrolls nobody in the first five minutes, and nobody at all when it is cancelled in them', async () => {
    const { kept, ports, id, sweep, runs, scheduleFor } = await waiting();
    await approve(ports, id, 2);
    await scheduleFor(2);
    kept.now += undoTime - 1;
    await sweep();
    expect([runs(), kept.campaigns.get(id)?.status]).toEqual([[], 'scheduled']);
    const cancelled = await waiting();
    await approve(cancelled.ports, cancelled.id, 2);
    await cancelled.scheduleFor(2);
    await cancelCampaign(cancelled.ports, cancelled.id);
    cancelled.kept.now += undoTime;
    await cancelled.sweep();
    expect(cancelled.runs()).toEqual([]);
    kept.now += 1;
    await sweep();
    expect([runs().length, kept.campaigns.get(id)?.status]).toEqual([2, 'running']);
  });

  it('enrolls nobody when what stands in the table is not what was approved', async () => {
    const { kept, ports, id, sweep, runs, scheduleFor } = await waiting();
    await approve(ports, id, 2);
    const scheduled = await scheduleFor(2);
    kept.now += undoTime;
    const { approval: _approval, ...unapproved } = scheduled;
    for (const other of [{ ...scheduled, who: {} }, { ...scheduled, startTime: '12:00' }, unapproved]) {
      kept.campaigns.set(id, other);
      await sweep();
      expect([runs(), kept.campaigns.get(id)?.status]).toEqual([[], 'scheduled']);
    }
    kept.campaigns.set(id, scheduled);
    await sweep();
    expect(runs()).toHaveLength(2);
  });

  it('that was scheduled before approvals were kept stays scheduled', async () => {
    const { kept, id, sweep, runs } = await waiting();
    const { authors: _authors, ...old } = kept.campaigns.get(id)!;
    kept.campaigns.set(id, { ...old, status: 'scheduled' });
    await sweep();
    expect(runs()).toHaveLength(2);
  });
});

describe('a series that may begin again', () => {
  it('says after how many days, and one message never does', async () => {
    const { ports } = staffWorld();
    const wanted = { ...draft, seriesId: 'back-care', restartAfterDays: 90 };
    const one = await createCampaign(ports, wanted, kim);
    expect(one.restartAfterDays).toBe(90);
    expect(contentOf(one)).toContain('restartAfterDays');
    const { restartAfterDays: _days, ...never } = wanted;
    const changed = await changeCampaign(ports, one.id, one.rev, never, kim);
    expect(changed).not.toHaveProperty('restartAfterDays');
    const event = { ...wanted, seriesId: 'clinic-event' };
    await expect(createCampaign(ports, event, kim)).rejects.toMatchObject({ field: 'restartAfterDays' });
  });
});

describe('a campaign elsewhere', () => {
  it('is scheduled by one person, until somebody asks for approval', async () => {
    const { ports, id } = await stand();
    await askForApproval(ports, id, await revOf(ports, id), kim);
    await expect(schedule(ports, id)).rejects.toMatchObject({ code: 'not-approved' });
    await approve(ports, id);
    expect(await schedule(ports, id)).toMatchObject({ status: 'scheduled' });
    const alone = await stand();
    expect(await schedule(alone.ports, alone.id)).toMatchObject({ status: 'scheduled' });
    expect(await approve(alone.ports, alone.id)).toMatchObject({ status: 'scheduled', approval: { name: 'Lee' } });
  });
});

describe('controls', () => {
  it('keep each other’s changes when two people press at once', async () => {
    const { kept, ports } = staffWorld();
    await Promise.all([
      pauseSeries(ports, 'back-care'),
      pauseSeries(ports, 'clinic-event'),
      setKill(ports, true, 'drill'),
    ]);
    expect(kept.controls).toMatchObject({ kill: true, killReason: 'drill' });
    expect([...kept.controls.pausedSeries].sort()).toEqual(['back-care', 'clinic-event']);
    expect(kept.slept).toBe(3 * stopTakes);
    await setKill(ports, false);
    await resumeSeries(ports, 'back-care', kept.controls.rev, false);
    expect(kept.controls).toMatchObject({ kill: false, pausedSeries: ['clinic-event'] });
    expect(kept.controls.killReason).toBeUndefined();
  });

  it('know no series that is not there', async () => {
    await expect(pauseSeries(staffWorld().ports, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
  });
});
