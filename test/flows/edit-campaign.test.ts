import { stopTakes } from '../../functions/core/change';
import {
  cancelCampaign,
  changeCampaign,
  createCampaign,
  type EditCampaignPorts,
  pauseCampaign,
  resumeCampaign,
  scheduleCampaign,
} from '../../functions/flows/edit-campaign';
import { pauseSeries, resumeSeries, setKill } from '../../functions/flows/edit-controls';
import { staffWorld } from '../support/staff';

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

async function stand(change: object = {}) {
  const { kept, ports } = staffWorld();
  const one = await createCampaign(ports, { ...draft, ...change }, kim);
  return { kept, ports, id: one.id, one };
}

describe('campaigns', () => {
  it('begin as a draft that can change, until they are scheduled', async () => {
    const { ports, id, one } = await stand();
    expect(one).toMatchObject({ status: 'draft', version: 1, createdBy: 'Kim' });
    expect(await changeCampaign(ports, id, await revOf(ports, id), { ...draft, startTime: '11:00' })).toMatchObject({
      startTime: '11:00',
    });
    expect(await schedule(ports, id)).toMatchObject({ status: 'scheduled' });
    await expect(changeCampaign(ports, id, await revOf(ports, id), draft)).rejects.toMatchObject({ code: 'conflict' });
    await expect(schedule(ports, id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('do not start in the past', async () => {
    const { ports, id } = await stand({ startDate: '2026-11-30', startTime: '09:00' });
    await expect(schedule(ports, id)).rejects.toMatchObject({ code: 'invalid', field: 'startDate' });
  });

  it('never send a version in production that nobody has approved', async () => {
    const { kept, ports, id } = await stand();
    const production = new Proxy(ports, { get: (at, key) => (key === 'stage' ? 'prod' : Reflect.get(at, key)) });
    await expect(schedule(production, id)).rejects.toMatchObject({ code: 'conflict' });
    kept.series.set('back-care#1', { ...kept.series.get('back-care#1')!, approval: 'approved' });
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
    await changeCampaign(ports, id, await revOf(ports, id), { ...draft, who: undefined, segmentId: seg.id });
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
