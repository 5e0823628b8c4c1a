import { describe, expect, it } from '@jest/globals';
import { reasons } from '../../../functions/core/reporting/reason';
import { staffApp } from '../../../functions/http/staff/app';
import { id, profile, runner, staffWorld, start } from '../../support/staff';

type Json = Record<string, never> & { id: string; rev: number; meets?: object[] };

function stand() {
  const { consent: _consent, ...pending } = runner(id('sub', 9), 'pending').channels.email!;
  const world = staffWorld([
    runner(id('sub', 1)),
    runner(id('sub', 2)),
    runner(id('sub', 3), 'unsubscribed'),
    runner(id('sub', 4), 'active', { profile: profile({ experience: 'new' }) }),
    { ...runner(id('sub', 9)), channels: { email: pending } },
  ]);
  const app = staffApp(world.ports);
  const post = async (path: string, body: object) => {
    const response = await app.request(`/staff/api${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer marketer', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, json: (await response.json()) as Json };
  };
  return { ...world, post };
}

const regulars = { experience: ['regular'] };
const draft = {
  name: 'Open day',
  seriesId: 'clinic-event',
  who: regulars,
  channels: ['email'],
  startDate: '2026-12-10',
  startTime: '10:00',
};
const asCount = ({ name: _name, ...rest }: Omit<typeof draft, 'who'> & { who: object }) => ({ ...rest, exact: true });

describe('the count of an audience', () => {
  it('says whoever matches can get it or is left out once, in the words of the one table', async () => {
    const { post } = stand();
    const { status, json } = await post('/segments/count', asCount(draft));
    expect([status, json]).toEqual([
      200,
      {
        people: 4,
        reached: 2,
        eligible: { email: 2, sms: 0 },
        leftOut: [
          { code: 'suppressed', reason: reasons.suppressed, count: 1 },
          { code: 'sign-up-not-confirmed', reason: reasons['sign-up-not-confirmed'], count: 1 },
        ],
        delayed: [],
        meets: [],
        sampled: false,
        exact: true,
      },
    ]);
  });

  it('shows what is late at the start beside those reached, and only once a start is known', async () => {
    const { post, kept } = stand();
    const person = kept.people.get(id('sub', 1))!;
    kept.people.set(person.id, { ...person, recentSends: [{ at: start, channel: 'email' }] });
    const late = async (over: object) => (await post('/segments/count', { ...asCount(draft), ...over })).json;
    expect(await late({ startDate: '2026-11-30', startTime: '15:00' })).toMatchObject({
      reached: 2,
      delayed: [{ code: 'frequency-cap', reason: reasons['frequency-cap'], count: 1 }],
    });
    expect(await late({})).toMatchObject({ reached: 2, delayed: [] });
    expect(await late({ startTime: '06:00' })).toMatchObject({ delayed: [{ code: 'outside-the-window', count: 2 }] });
    expect(await late({ startDate: undefined, startTime: undefined })).toMatchObject({ delayed: [] });
  });
});

describe('two campaigns on one day', () => {
  it('warn when counted and when scheduled, with how many people would lose one', async () => {
    const { post } = stand();
    const first = (await post('/campaigns', draft)).json;
    expect((await post(`/campaigns/${first.id}/schedule`, { rev: first.rev, count: 4 })).json.meets).toEqual([]);
    const everybody = { ...draft, seriesId: 'walk-in-hours', name: 'Walk in', who: {} };
    const meets = [{ id: first.id, name: 'Open day', people: 2 }];
    expect((await post('/segments/count', asCount(everybody))).json.meets).toEqual(meets);
    const second = (await post('/campaigns', everybody)).json;
    const seen = { rev: second.rev, count: 5, confirmCount: 5 };
    expect((await post(`/campaigns/${second.id}/schedule`, seen)).json).toMatchObject({ status: 'scheduled', meets });
  });

  it('do not on another day, another channel, or once one of them is called off', async () => {
    const { post } = stand();
    const first = (await post('/campaigns', draft)).json;
    await post(`/campaigns/${first.id}/schedule`, { rev: first.rev, count: 4 });
    const meets = async (over: object) => (await post('/segments/count', { ...asCount(draft), ...over })).json.meets;
    expect(await meets({})).toHaveLength(1);
    expect(await meets({ startDate: '2026-12-11' })).toEqual([]);
    expect(await meets({ channels: ['sms'] })).toEqual([]);
    // A series of several weeks meets it on a later day of its own.
    expect(await meets({ seriesId: 'back-care', startDate: '2026-12-03' })).toHaveLength(1);
    await post(`/campaigns/${first.id}/cancel`, {});
    expect(await meets({})).toEqual([]);
  });
});
