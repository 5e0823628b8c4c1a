import { day } from '../../../functions/core/base/time';
import { withTipsBy } from '../../../functions/core/membership/preference';
import { carrierOf, isResting } from '../../../functions/core/person/once';
import type { Enrollment, Subscriber } from '../../../functions/core/person/subscriber';
import { dueOf } from '../../../functions/core/sending/due';
import { leftChannel } from '../../../functions/core/sending/leave-channel';
import { aPerson, aRun, aSignup, memory, monday } from '../../support/memory';

const mail = (over: Partial<Enrollment> = {}) => aRun({ id: 'enr_mail', channel: 'email', ...over });
const text = (over: Partial<Enrollment> = {}) => aRun({ id: 'enr_text', channel: 'sms', ...over });
const both = (over: Partial<Subscriber> = {}, runs = [mail(), text()]) => aPerson({ enrollments: runs, ...over });
const restingIn = (person: Subscriber) =>
  person.enrollments.filter((run) => isResting(person, run)).map(({ id }) => id);
const id = 'sub_0000000000000001';
const week = 7 * day;

describe('of two runs of one series', () => {
  test.each([
    ['nothing is said: the mails send', {}, ['enr_text']],
    ['texts are preferred', { tipsBy: 'sms' as const }, ['enr_mail']],
    ['mails are preferred', { tipsBy: 'email' as const }, ['enr_text']],
    ['each tip is wanted on both', { tipsBy: 'both' as const }, []],
  ])('%s', (_, said, resting) => {
    expect(restingIn(both(said))).toEqual(resting);
  });

  test('the one that rests is never due, and names who sends', () => {
    const person = both({ tipsBy: 'sms' }, [mail({ wakeAt: monday - day }), text({ wakeAt: monday + day })]);
    expect(dueOf(person)).toEqual({ at: monday + day, channel: 'sms' });
    expect(carrierOf(person, person.enrollments[0]!).id).toBe('enr_text');
  });

  test('neither rests beside one that has ended, whose channel has ended, or of another campaign', () => {
    const ended = (over: Partial<Enrollment>) => restingIn(both({ tipsBy: 'sms' }, [mail(), text(over)]));
    expect(ended({ status: 'finished' })).toEqual([]);
    expect(ended({ status: 'stopped' })).toEqual([]);
    expect(ended({ campaignId: 'cmp_1' })).toEqual([]);
    expect(ended({ seriesId: 'clinic-event' })).toEqual([]);
    const person = both({ tipsBy: 'sms' });
    const left = { ...person.channels.sms!, status: 'unsubscribed' as const };
    expect(restingIn({ ...person, channels: { ...person.channels, sms: left } })).toEqual([]);
  });

  test('one rests while the other has a request that nobody knows the end of, though it has stopped', () => {
    expect(restingIn(both({}, [mail(), text({ status: 'stopped', phase: 'unknown' })]))).toEqual(['enr_mail']);
  });
});

describe('a tip', () => {
  const steps = (world: ReturnType<typeof memory>) =>
    world.state.requests.map(({ message }) => `${message.channel} ${message.tags.step}`);
  const weeks = async (world: ReturnType<typeof memory>, count: number) => {
    for (let n = 0; n < count * 7; n += 1) {
      await world.act.tick();
      world.state.now += day;
    }
  };

  test('comes once, by the channel that is preferred, over the whole series', async () => {
    const world = memory({ people: [both({ tipsBy: 'sms' })] });
    await weeks(world, 8);
    const sent = steps(world);
    expect(sent.length).toBeGreaterThan(4);
    expect(sent.every((one) => one.startsWith('sms'))).toBe(true);
    expect(new Set(sent).size).toBe(sent.length);
    expect(world.see.person().enrollments.map(({ status }) => status)).toEqual(['finished', 'finished']);
  });

  test('comes on both to whom wants it so', async () => {
    const world = memory({ people: [both({ tipsBy: 'both' })] });
    await weeks(world, 2);
    expect(steps(world)).toEqual(expect.arrayContaining(['email welcome', 'sms welcome']));
  });

  test('goes on by mail where the texts were when STOP ended them, and keeps its distance', async () => {
    const world = memory({ people: [both({ tipsBy: 'sms' })] });
    await weeks(world, 1);
    await world.act.tick();
    const before = steps(world);
    expect(before).toContain('sms welcome');
    const lastText = world.state.requests.at(-1)!.at;
    await world.act.leave(id, 'sms', { means: 'text', said: 'STOP' });
    await weeks(world, 2);
    const after = world.state.requests.slice(before.length).filter(({ message }) => message.stream === 'marketing');
    expect(after.length).toBeGreaterThan(0);
    expect(after.every(({ message }) => message.channel === 'email')).toBe(true);
    const had = before.map((one) => one.split(' ')[1]);
    for (const { message } of after) expect(had).not.toContain(message.tags.step);
    expect(after[0]!.at - lastText).toBeGreaterThan(2 * day);
  });

  test('of a series that has begun is joined where it is by an address that confirms later', async () => {
    const world = memory();
    await world.act.signUp(aSignup({ phone: '+17705550123', smsConsent: true, tipsBy: 'sms' }));
    const [form] = world.see.everyone();
    await world.act.confirm(form!.id, 'email');
    await world.act.tick();
    expect(steps(world)).toContain('email welcome');
    world.state.now += 2 * day;
    await world.act.confirm(form!.id, 'sms');
    await weeks(world, 8);
    const tips = world.state.requests
      .filter(({ message }) => message.stream === 'marketing')
      .map(({ message }) => message);
    expect(tips.filter(({ channel }) => channel === 'email').map(({ tags }) => tags.step)).toEqual(['welcome']);
    const names = tips.map(({ tags }) => tags.step);
    expect(names.length).toBeGreaterThan(4);
    expect(new Set(names).size).toBe(names.length);
  });

  test('is not sent again by a choice that changes, and not lost by it', async () => {
    const world = memory({ people: [both({ tipsBy: 'sms' })] });
    await weeks(world, 1);
    for (const by of ['email', 'both', 'sms'] as const) {
      await world.base.people.change(id, (person) => withTipsBy(person, by, world.state.now));
      await weeks(world, 2);
    }
    const sent = steps(world);
    expect(new Set(sent).size).toBe(sent.length);
    expect(sent.filter((one) => one.endsWith('welcome'))).toEqual(['sms welcome']);
    expect(new Set(sent.map((one) => one.split(' ')[1])).size).toBeGreaterThan(4);
  });
});

test('a channel that ends wakes what rested beside it, at once and not as something late', () => {
  const person = both({ tipsBy: 'sms' }, [mail({ dueAt: monday - week, wakeAt: monday - week }), text()]);
  const left = leftChannel(person, 'sms', 'suppressed', 'bounce', monday);
  expect(left.enrollments[0]).toMatchObject({ id: 'enr_mail', status: 'active', wakeAt: monday });
  expect(left.enrollments[0]).not.toHaveProperty('dueAt');
  expect(dueOf(left)).toEqual({ at: monday, channel: 'email' });
});
