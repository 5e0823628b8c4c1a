import { day, hour } from '../../functions/core/base/time';
import type { Booking } from '../../functions/core/bookings/booking';
import type { Campaign } from '../../functions/core/campaigns/campaign';
import type { Subscriber } from '../../functions/core/person/subscriber';
import type { TableName, TableNames } from '../../functions/store/schema';
import { type Engine, engines } from '../support/tables';
import { doubled, marketing, openPractice, type PracticeWorld } from './practice-world';

/** The runbook's "Restore from backup", walked through on real tables: what it promises, it has done here. */

jest.setTimeout(120_000);

const restored: TableName[] = ['subscribers', 'guards', 'ledger', 'records'];
const both = ['email', 'sms'] as const;

interface Story {
  world: PracticeWorld;
  backup: TableNames;
  /** When it was made, and when sending was surely stopped. */
  from: number;
  to: number;
  who: Record<'left' | 'stopped' | 'bounced' | 'forgotten' | 'returned' | 'pending' | 'ordinary' | 'text', string>;
  /** How many requests there had been when the tables went. */
  before: number;
}

const campaign: Campaign = {
  id: 'cmp_0000000000000001',
  rev: 0,
  name: 'Walk in',
  seriesId: 'walk-in-hours',
  version: 1,
  segmentId: '',
  who: {},
  channels: ['email'],
  startDate: '2026-12-12',
  startTime: '10:00',
  status: 'scheduled',
  createdAt: 0,
  createdBy: 'kim',
};

const visit: Booking = {
  id: 'bkg_0000000000000001',
  rev: 0,
  firstName: 'Robin',
  phone: '+14045550104',
  location: 'north',
  days: [1],
  part: 'any',
  status: 'requested',
  createdAt: 0,
  callBackBy: 0,
};

const late = { id: 'cmp_0000000000000002', seriesId: 'clinic-event', startDate: '2026-12-15' };

/** Ten days of a practice, a backup, six more days with all that must not be forgotten, and the end of the tables. */
async function live(engine: Engine): Promise<Story> {
  const world = await openPractice(engine);
  let n = 0;
  const someone = (confirmed: ('email' | 'sms')[] = ['email', 'sms'], given: object = {}) => {
    n += 1;
    const tail = String(n).padStart(2, '0');
    return world.signUp({ email: `runner${tail}@example.com`, phone: `+140455501${tail}`, ...given }, confirmed);
  };
  const left = await someone();
  const stopped = await someone();
  const bounced = await someone();
  const forgotten = await someone();
  const returned = await someone();
  const text = await someone(['sms']);
  const ordinary = await someone();
  for (const given of [{ pain: 'structural' }, { experience: 'new' }, { crossTraining: false }] as const)
    await someone([...both], given);
  await world.campaigns.save(campaign);
  await world.bookings.create({ ...visit, subscriber: forgotten });
  await world.runFor(10);
  // One request at the moment of the backup ends in silence: nobody knows whether it was taken.
  const { answer } = world.state;
  world.state.answer = ({ tags }) =>
    tags.subscriber === ordinary ? { is: 'unknown', reason: 'timeout' } : answer({} as never);
  await world.runFor(3);
  world.state.answer = answer;
  const pending = await someone([]);
  // One campaign has enrolled its people before the backup, one enrolls them after it.
  await world.campaigns.save({ ...campaign, ...late });

  const backup = await world.backUp();
  const from = world.state.now;
  await world.runFor(1);
  await world.leave(left, 'email');
  await world.leave(left, 'sms');
  await world.leave(stopped, 'sms');
  await world.forget(forgotten);
  await world.leave(returned, 'email');
  await world.confirm(pending, 'email');
  await world.runFor(1);
  await world.signUp({ email: 'runner05@example.com' }, ['email']);
  await world.runFor(6);
  const last = marketing(world.state.requests).findLast(
    ({ message }) => message.tags.subscriber === bounced && message.channel === 'email',
  );
  await world.report(last!, 'bounced', true);
  await world.runFor(1);
  return {
    world,
    backup,
    from,
    to: world.state.now,
    who: { left, stopped, bounced, forgotten, returned, pending, ordinary, text },
    before: world.state.requests.length,
  };
}

/** What the runbook says, in its order. */
async function restore({ world, backup, from, to }: Story, tables: TableName[]) {
  await world.destroy(tables);
  await world.restoring.stop();
  for (const table of tables) await world.copy(table, backup[table]);
  const ledgerKept = !tables.includes('ledger');
  const sum = await world.restoring.reconcile({ from, to, ledgerKept });
  // A second run, as after a crash, finds everything settled.
  const again = await world.restoring.reconcile({ from, to, ledgerKept });
  expect({ ...again, people: 0 }).toEqual({
    ...sum,
    people: 0,
    left: 0,
    erased: 0,
    assumed: 0,
    held: 0,
    proven: 0,
    campaigns: [],
  });
  await world.runFor(0.5);
  await world.kill(false);
  return sum;
}

/** `channel step`, in order, of what a person was sent after the restore. */
const sentTo = ({ world, before }: Story, id: string): string[] =>
  marketing(world.state.requests.slice(before))
    .filter(({ message }) => message.tags.subscriber === id)
    .map(({ message }) => `${message.channel} ${message.tags.step}`);

describe.each(Object.entries(engines))('on %s', (_name, start) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.stop());

  it('all four tables lost: nothing comes twice, and nobody who had left hears from us', async () => {
    const story = await live(engine);
    const { world, who } = story;
    expect(doubled(world.state.requests)).toEqual([]);
    const gap = marketing(world.state.requests).filter(({ at }) => at >= story.from);
    expect(gap.length).toBeGreaterThan(10);

    const sum = await restore(story, restored);
    // Two channels, one text channel, one mail channel, one bounce.
    expect(sum).toMatchObject({ left: 4, erased: 1, proven: 0, campaigns: [late.id], unreadable: [] });
    expect(sum.assumed).toBeGreaterThan(5);
    expect(sum.held).toBeGreaterThan(0);

    await world.runFor(60);
    expect(doubled(world.state.requests)).toEqual([]);
    expect(sentTo(story, who.left)).toEqual([]);
    expect(sentTo(story, who.forgotten)).toEqual([]);
    expect(await world.people.load(who.forgotten)).toBeUndefined();
    // Of the forgotten only the sealed proofs came back, and no visit.
    const { entries } = await world.base.ledger.ofPerson(who.forgotten, 100);
    expect([...new Set(entries.map(({ kind }) => kind))]).toEqual(['consent']);
    expect((await world.bookings.list()).bookings).toEqual([]);
    expect(sentTo(story, who.stopped).filter((one) => one.startsWith('sms'))).toEqual([]);
    expect(sentTo(story, who.bounced).filter((one) => one.startsWith('email'))).toEqual([]);
    expect(sentTo(story, who.pending)).toEqual([]);
    // Whoever stayed goes on, and staff see what waits for them.
    expect(sentTo(story, who.ordinary).length).toBeGreaterThan(0);
    const people = await world.everyone();
    expect(people.filter(world.stuck)).toEqual([]);
    const ended = ({ enrollments }: Subscriber) =>
      enrollments.every(({ status, phase }) => status !== 'active' || phase === 'held');
    expect(people.filter((person) => !ended(person)).map(({ id }) => id)).toEqual([]);
    const held = people.flatMap(({ enrollments }) => enrollments.filter(({ phase }) => phase === 'held'));
    expect(held.length).toBe(sum.held);
    world.close();
  });
});

describe('on one engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await (engines.dynoxide ?? engines.dynalite)!();
  });
  afterAll(() => engine.stop());

  it('only people lost, the ledger whole: what it proves is believed, and every step comes', async () => {
    const story = await live(engine);
    const { world, who } = story;
    const { entries } = await world.base.ledger.ofPerson(who.ordinary, 100);
    const sent = entries.flatMap((one) => (one.kind === 'message' ? [one.delivery] : []))[0]!;
    await world.base.ledger.mergeDelivery({ ...sent, facts: { skipped: { at: story.to, rev: 400 } } });
    const sum = await restore(story, ['subscribers']);
    // What is decided from now on counts as later than all that the ledger holds.
    expect((await world.people.load(who.ordinary))!.rev).toBeGreaterThan(400);
    expect(sum.proven).toBeGreaterThan(10);
    // Only what was under way without an answer is in doubt.
    expect(sum.assumed + sum.held).toBeLessThanOrEqual(2);
    await world.runFor(60);
    expect(doubled(world.state.requests)).toEqual([]);
    expect(sentTo(story, who.left)).toEqual([]);
    const steps = (id: string) =>
      marketing(world.state.requests).filter(
        ({ message }) => message.tags.subscriber === id && message.channel === 'email',
      );
    const version = await world.base.series.version('back-care', 1);
    const regular =
      version!.paths.find(({ who: meant }) => JSON.stringify(meant).includes('crossTraining')) ??
      version!.paths.at(-1)!;
    expect(steps(who.ordinary).map(({ message }) => message.tags.step)).toEqual(
      expect.arrayContaining(regular.steps.slice(0, 3).map(({ step }) => step)),
    );
    world.close();
  });

  it('would send twice without reconciling, and to people who had left: the rehearsal can fail', async () => {
    const story = await live(engine);
    const { world, backup, who } = story;
    await world.destroy(restored);
    for (const table of restored) await world.copy(table, backup[table]);
    await world.runFor(30);
    expect(doubled(world.state.requests).length).toBeGreaterThan(5);
    expect(sentTo(story, who.left).length).toBeGreaterThan(0);
    world.close();
  });
});

it('refuses while anything may be sent, and a gap that cannot be', async () => {
  const engine = await engines.dynalite!();
  const world = await openPractice(engine);
  const now = world.state.now;
  await expect(world.restoring.reconcile({ from: now - day, to: now })).rejects.toThrow('Stop all sending first');
  await world.restoring.stop();
  for (const [from, to] of [
    [now, now - hour],
    [now - day, now + hour],
  ] as const)
    await expect(world.restoring.reconcile({ from, to })).rejects.toThrow('must be older than the stop');
  world.close();
  await engine.stop();
});

it('pauses whatever could have enrolled people in the gap, and nothing else', async () => {
  const engine = await engines.dynalite!();
  const world = await openPractice(engine);
  world.state.now = Date.parse('2026-12-20T00:00:00Z');
  const [from, to] = [Date.parse('2026-12-13T00:00:00Z'), Date.parse('2026-12-17T00:00:00Z')];
  const done = { seen: 1, enrolled: 1, skipped: {}, done: true };
  const cases: [string, Partial<Campaign>, boolean][] = [
    ['a', { status: 'scheduled', startDate: '2026-12-15' }, true],
    ['b', { status: 'scheduled', startDate: '2026-12-18' }, false],
    ['c', { status: 'enrolling', startDate: '2026-12-15' }, true],
    // Enrolled before, but those who came until its hour were looked at in the gap.
    ['d', { status: 'running', startDate: '2026-12-15', sweep: done, sweptAt: from - day }, true],
    ['e', { status: 'running', startDate: '2026-12-10', sweep: done, sweptAt: from - day }, false],
    ['f', { status: 'running', startDate: '2026-12-10', sweep: done, again: done, sweptAt: from - day }, true],
    ['g', { status: 'cancelled', startDate: '2026-12-15' }, false],
  ];
  for (const [mark, given] of cases) await world.campaigns.save({ ...campaign, id: `cmp_${mark}`, ...given });
  await world.restoring.stop();
  const { campaigns } = await world.restoring.reconcile({ from, to });
  expect(campaigns.sort()).toEqual(cases.filter(([, , paused]) => paused).map(([mark]) => `cmp_${mark}`));
  const { campaigns: flags } = await world.base.controls.read();
  expect(Object.keys(flags).sort()).toEqual(campaigns);
  world.close();
  await engine.stop();
});
