import { day, hour } from '../../../functions/core/base/time';
import { relearned } from '../../../functions/core/membership/relearned';
import type { Subscriber } from '../../../functions/core/person/subscriber';
import { type Happening, type HistoryEntry, officeRecorded } from '../../../functions/core/sending/journal';
import { book, bookRequestSchema } from '../../../functions/flows/public/book';
import { ana, messageLink, book as pages, world as site, start } from '../../flows/public/public-world';
import { aPerson, aRun, memory, monday, type World } from '../../support/memory';

const phone = '+17705550123';

/** What a person had before `since`, with what their history has said from then on. */
const restored = async (world: World, before: Subscriber, since: number) =>
  relearned(before, [...world.kept.history.values()], since, await world.base.book(before), world.state.now);

const say = async (world: World, body: string) => {
  const kind = await world.act.text(phone, body);
  await world.act.settle();
  return kind;
};

describe('what a text taught is learned again after a restore', () => {
  async function texting() {
    const world = memory({
      people: [aPerson({ enrollments: [aRun({ channel: 'sms', wakeAt: monday + day })] })],
    });
    const { id } = world.see.person();
    await world.base.guardOf(phone, (guard) => ({ ...guard, owner: id }));
    await say(world, 'HELP');
    const { message } = world.state.requests.at(-1)!;
    const help = message.channel === 'sms' ? message.body : '';
    world.state.now += hour;
    return { world, help, before: world.see.person(), since: world.state.now };
  }

  it.each([
    ['3', { checkIn: 'worse' }],
    ['I have been seen by Dr. Lee', { seen: true }],
  ])('below a quotation of ours: %s', async (own, fact) => {
    const { world, help, before, since } = await texting();
    await say(world, `> ${help}\n${own}`);
    expect(world.see.person().profile).toMatchObject(fact);
    expect((await restored(world, before, since)).profile).toEqual(world.see.person().profile);
  });

  it('a 1 to the signs of an emergency', async () => {
    const world = memory();
    await say(world, 'TIPS');
    await say(world, 'YES');
    const who = (await world.see.ownerOf(phone))!;
    const [before, since] = [world.see.person(who), world.state.now + 1];
    world.state.now = since;
    expect(await say(world, '1')).toBe('emergency');
    expect((await restored(world, before, since)).profile).toEqual(world.see.person(who).profile);
    expect((await restored(world, before, since)).enrollments[0]?.stepId).toBe('spine-doctor-first');
  });

  it('and what it did not teach is not: the texts were off', async () => {
    const { world, before, since } = await texting();
    await say(world, 'STOP');
    await say(world, '3');
    expect(world.see.person().profile).not.toHaveProperty('checkIn');
    expect((await restored(world, before, since)).profile).toEqual(before.profile);
  });

  it('an entry of an older release is read again, and a word of a newer one teaches nothing', async () => {
    const person = aPerson();
    const reply = { what: 'reply', body: '3', meaning: 'check-in', forStaff: false, providerId: 'p' } as const;
    const withEntry = async (happening: Happening) => {
      const entry: HistoryEntry = { subscriber: person.id, id: 'h', at: monday, happening };
      return relearned(person, [entry], monday, await memory().base.book(person), monday);
    };
    expect((await withEntry(reply)).profile?.checkIn).toBe('worse');
    expect(await withEntry({ ...reply, learned: 'healed' } as unknown as Happening)).toBe(person);
  });
});

describe('the office is learned again after a restore', () => {
  const wish = bookRequestSchema.parse({ location: 'north' });
  const again = (before: Subscriber, history: Iterable<HistoryEntry>, since: number) =>
    relearned(before, [...history], since, pages, since + day);

  it('that a request for a visit names, and the one it names once it is changed', async () => {
    const here = site();
    const before = here.ana();
    await book(here.ports, messageLink('book'), wish);
    const first = again(before, here.history.values(), start);
    expect(first.profile).toMatchObject({ location: 'north', locationSource: 'stated' });
    here.later(hour);
    await book(here.ports, messageLink('book'), { ...wish, location: 'south' });
    const changed = again(before, here.history.values(), start);
    expect(changed.profile).toEqual(here.ana().profile);
    expect(changed.profile?.location).toBe('south');
    expect(changed.visitUntil).toBe(here.ana().visitUntil);
  });

  it('that staff recorded', () => {
    const happening = { what: 'staff', actor: 'Kim', action: officeRecorded('north') } as const;
    const noted = { subscriber: 'sub_ana', id: 'h', at: start, happening };
    expect(again(ana(), [noted], start).profile).toMatchObject({ location: 'north', locationSource: 'stated' });
  });
});
