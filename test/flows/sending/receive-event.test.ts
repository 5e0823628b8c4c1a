import fc from 'fast-check';
import { day, hour, iso, minute } from '../../../functions/core/base/time';
import { hoursOf } from '../../../functions/core/reporting/hour';
import { timelineItem } from '../../../functions/core/reporting/timeline';
import { outcomeOf } from '../../../functions/core/sending/delivery';
import { leaseFor, resolveAfter } from '../../../functions/core/sending/due';
import { parseProviderEvent } from '../../../functions/providers/provider-events';
import { aPerson, aRun, memory, monday, type World } from '../../support/memory';

const id = 'sub_0000000000000001';
const target = 'enr_0000000000000001';
const runOf = (world: World) => world.see.person().enrollments[0]!;

/** Sent, and the worker died before it could write anything down. */
async function silent(run = {}): Promise<World> {
  const world = memory({ people: [aPerson({ enrollments: [aRun(run)] })] });
  world.state.answer = () => ({ is: 'unknown', reason: 'TimeoutError' });
  await world.act.wake(id);
  return world;
}

describe('an event with the tag of an attempt', () => {
  it.each(['accepted', 'delivered', 'bounced', 'complained', 'failed', 'delayed'] as const)(
    '"%s" proves that the provider took it, and settles it',
    async (kind) => {
      const world = await silent();
      world.state.now += minute;
      await world.act.event(world.eventOf(kind));
      expect(runOf(world)).toMatchObject({ phase: 'waiting', completedSteps: ['welcome'] });
      world.state.now = monday + 2 * day;
      await world.act.tick();
      expect(world.see.steps().filter((step) => step === 'welcome')).toHaveLength(1);
    },
  );

  it.each([
    ['while the lease runs', 0],
    ['after the lease ended', leaseFor],
    ['after a text was held for staff', resolveAfter.sms],
  ])('settles it %s', async (_when, later) => {
    const world = await silent({ channel: 'sms' });
    const event = world.eventOf('delivered');
    for (const step of [leaseFor, resolveAfter.sms]) {
      if (step > later) break;
      world.state.now = monday + step;
      await world.act.tick();
    }
    await world.act.event({ ...event, at: world.state.now });
    expect(runOf(world)).toMatchObject({ phase: 'waiting', completedSteps: ['welcome'], stepId: 'stretching' });
    expect(outcomeOf(world.see.delivery(target, 'welcome')!)).toBe('sent');
  });

  it('leaves the status alone, which people own', async () => {
    const world = await silent();
    await world.base.people.change(id, (person) => ({
      ...person,
      enrollments: [{ ...runOf(world), status: 'stopped', reason: 'staff' }],
    }));
    await world.act.event(world.eventOf('delivered'));
    expect(runOf(world)).toMatchObject({ status: 'stopped', reason: 'staff', completedSteps: ['welcome'] });
  });

  it('of another attempt settles nothing', async () => {
    const world = await silent();
    const event = world.eventOf('delivered');
    await world.act.event({ ...event, tags: { ...event.tags, attempt: 'clm_other' } });
    expect(runOf(world).phase).toBe('sending');
  });

  it('of a person who was erased is kept and hurts nobody', async () => {
    const world = await silent();
    const event = world.eventOf('bounced', { lasting: true });
    world.kept.subscribers.clear();
    await expect(world.act.event(event)).resolves.toBeUndefined();
  });
});

it('in any order and any number of times, events end in the same person and the same record', async () => {
  const kinds = ['accepted', 'delivered', 'bounced', 'complained', 'delayed'] as const;
  const play = async (order: (typeof kinds)[number][]) => {
    const world = await silent();
    const event = world.eventOf('accepted');
    const at = Object.fromEntries(kinds.map((kind, i) => [kind, monday + i * minute]));
    world.state.now = monday + hour;
    for (const kind of order) await world.act.event({ ...event, kind, at: at[kind]!, lasting: kind === 'bounced' });
    const { rev: _rev, enrollments, channels } = world.see.person();
    const run = enrollments[0]!;
    return {
      record: world.see.delivery(target, 'welcome'),
      status: channels.email?.status,
      done: run.completedSteps,
      phase: run.phase,
    };
  };
  const inOrder = await play([...kinds]);
  expect(inOrder).toMatchObject({ status: 'suppressed', done: ['welcome'], phase: 'waiting' });
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...kinds], { minLength: 5 }),
      fc.array(fc.constantFrom(...kinds), { maxLength: 4 }),
      async (order, again) => {
        expect(await play([...order, ...again])).toEqual(inOrder);
      },
    ),
    { numRuns: 60 },
  );
});

describe('the address a report is about', () => {
  const old = 'robin@example.com';
  const anew = 'robin@elsewhere.example';
  /** The person has another address by the time the report comes. */
  const moved = async (world: World) => {
    await world.base.people.change(id, (person) => ({
      ...person,
      channels: { ...person.channels, email: { ...person.channels.email!, address: anew } },
    }));
  };
  const statusOf = (world: World) => world.see.person().channels.email?.status;

  it('stands with the attempt and in the ledger as a keyed hash, whatever became of the request', async () => {
    const world = await silent();
    const key = world.base.addressKey(old);
    expect(key).toHaveLength(43);
    expect(runOf(world).attempt?.addressKey).toBe(key.slice(0, 16));
    expect(world.state.requests[0]?.message.tags.to).toBe(key);
    world.state.now = monday + leaseFor;
    await world.act.tick();
    expect(world.see.delivery(target, 'welcome')).toMatchObject({ to: key, facts: { unknown: {} } });
    expect(JSON.stringify([...world.kept.deliveries.values()])).not.toContain(old);
  });

  it.each(['bounced', 'complained'] as const)('"%s" ends it and not the one the person has now', async (kind) => {
    const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
    await world.act.wake(id);
    await moved(world);
    await world.act.event(world.eventOf(kind, { lasting: true, at: monday + minute }));
    expect(statusOf(world)).toBe('active');
    expect((await world.see.guard(old)).suppressed).toBeDefined();
    expect((await world.see.guard(anew)).suppressed).toBeUndefined();
    expect(runOf(world).status).toBe('active');
  });

  it('is named by the provider where the message is from before we kept it', async () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
    await world.act.wake(id);
    await moved(world);
    const { tags, ...event } = world.eventOf('bounced', { lasting: true, at: monday + minute, recipient: old });
    const { to: _to, ...before } = tags;
    await world.act.event({ ...event, tags: before });
    expect([statusOf(world), (await world.see.guard(old)).suppressed?.reason]).toEqual(['active', 'bounce']);
  });

  it('is taken to be the present one where nobody names it: in doubt nothing is sent', async () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
    await world.act.wake(id);
    await moved(world);
    const { tags, ...event } = world.eventOf('bounced', { lasting: true, at: monday + minute });
    const { to: _to, ...before } = tags;
    await world.act.event({ ...event, tags: before });
    expect([statusOf(world), (await world.see.guard(anew)).suppressed?.reason]).toEqual(['suppressed', 'bounce']);
  });

  it('is suppressed although the person is gone, and their record says nothing new of it', async () => {
    const world = await silent();
    const event = world.eventOf('bounced', { lasting: true });
    world.kept.subscribers.clear();
    await world.act.event(event);
    expect((await world.see.guard(old)).suppressed?.reason).toBe('bounce');
    expect(world.see.delivery(target, 'welcome')?.to).toBeUndefined();
  });

  it('is the one a refusal as opted out was about, also where a crash came between and the person has moved', async () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun({ channel: 'sms' })] })] });
    world.state.answer = () => ({ is: 'opted-out' });
    let saves = 0;
    world.state.before = async (step) => {
      if (step === 'save') saves += 1;
      if (step === 'save' && saves > 1) throw new Error('the process died');
    };
    await world.act.wake(id).catch(() => undefined);
    world.state.before = async () => undefined;
    await world.base.people.change(id, (person) => ({
      ...person,
      channels: { ...person.channels, sms: { ...person.channels.sms!, address: '+17705550199' } },
    }));
    world.state.now = monday + leaseFor;
    await world.act.tick();
    expect(world.see.person().channels.sms?.status).toBe('active');
    expect((await world.see.guard('+17705550123')).suppressed?.reason).toBe('provider-opt-out');
    expect((await world.see.guard('+17705550199')).suppressed).toBeUndefined();
  });

  it('waits on other sign-ups no more: a form that names it is ended, too', async () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
    await world.act.wake(id);
    const form = aPerson({ id: 'sub_0000000000000002' });
    form.channels = { email: { address: old, status: 'pending', since: monday - day } };
    world.kept.subscribers.set(form.id, { ...form, rev: 1 });
    await world.base.guardOf(old, (guard) => ({ ...guard, owner: id, wish: form.id }));
    await world.act.event(world.eventOf('complained', { at: monday + minute }));
    expect(world.see.person(form.id).channels.email?.status).toBe('suppressed');
  });
});

describe('suppression', () => {
  it('by complaint ends the runs of the channel, and only of that one', async () => {
    const world = memory({
      people: [aPerson({ enrollments: [aRun(), aRun({ id: 'enr_2', channel: 'sms', wakeAt: monday + day })] })],
    });
    await world.act.wake(id);
    await world.act.event(world.eventOf('complained', { at: monday + minute }));
    const [email, sms] = world.see.person().enrollments;
    expect(email).toMatchObject({ status: 'stopped', reason: 'complaint' });
    expect(sms).toMatchObject({ status: 'active' });
  });

  it('follows from a phone or carrier that blocks us for its owner, and outlives the person', async () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun({ channel: 'sms' })] })] });
    await world.act.wake(id);
    await world.act.event(world.eventOf('failed', { lasting: true, detail: 'TEXT_BLOCKED', at: monday + minute }));
    expect(runOf(world)).toMatchObject({ status: 'stopped', reason: 'provider-opt-out' });
    expect(world.see.person().channels.sms?.status).toBe('suppressed');
    expect((await world.see.guard('+17705550123')).suppressed?.reason).toBe('provider-opt-out');
  });

  it('is mended by the event that comes again after a crash between the item and the guard', async () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun({ channel: 'sms' })] })] });
    await world.act.wake(id);
    const event = world.eventOf('failed', { lasting: true, detail: 'TEXT_BLOCKED', at: monday + minute });
    world.state.before = async (step) => {
      if (step === 'guard-save') throw new Error('crash');
    };
    await expect(world.act.event(event)).rejects.toThrow('crash');
    expect(world.see.person().channels.sms?.status).toBe('suppressed');
    world.state.before = async () => undefined;
    await world.act.event(event);
    expect((await world.see.guard('+17705550123')).suppressed?.reason).toBe('provider-opt-out');
  });

  it('does not follow from a bounce that may pass', async () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
    await world.act.wake(id);
    await world.act.event(world.eventOf('bounced', { lasting: false }));
    expect(world.see.person().channels.email?.status).toBe('active');
    expect((await world.see.guard('robin@example.com')).suppressed).toBeUndefined();
  });

  it('is never lifted by an event', async () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
    await world.act.wake(id);
    await world.act.leave(id, 'email');
    for (const kind of ['accepted', 'delivered', 'bounced', 'complained'] as const)
      await world.act.event(world.eventOf(kind, { lasting: true }));
    expect(world.see.person().channels.email?.status).toBe('unsubscribed');
    // It came back as well, so a later sign-up may not ask there.
    expect((await world.see.guard('robin@example.com')).suppressed?.reason).toBe('bounce');
  });

  it('by an old bounce does not outlive a newer consent, on the item or on the guard', async () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
    await world.act.wake(id);
    await world.act.event(world.eventOf('bounced', { lasting: true, at: monday - day }));
    expect(world.see.person().channels.email?.status).toBe('active');
    expect((await world.see.guard('robin@example.com')).suppressed).toBeUndefined();
  });

  it('takes back a confirmation that was asked for before it', async () => {
    const world = memory();
    const ask = {
      email: 'new@example.com',
      emailConsent: true,
      smsConsent: false,
      firstName: 'Robin',
      answers: { experience: 'new', pain: 'none', crossTraining: true },
      adult: true,
    } as const;
    await world.act.signUp(ask);
    await world.act.settle();
    const person = (await world.see.ownerOf('new@example.com'))!;
    await world.act.event(world.eventOf('complained', { at: monday + minute }));
    await expect(world.act.confirm(person)).rejects.toMatchObject({ code: 'gone' });
  });
});

describe('what SES says more exactly', () => {
  /** Reports on one sent mail, as SES sends them and in this order, and what the service makes of them. */
  const told = async (...reports: { eventType: string; [more: string]: unknown }[]) => {
    const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
    await world.act.wake(id);
    const { tags } = world.state.requests[0]!.message;
    const mail = {
      timestamp: iso(monday),
      messageId: 'p1',
      tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
    };
    for (const report of reports) await world.act.event(parseProviderEvent(JSON.stringify({ mail, ...report }))!);
    const delivery = world.see.delivery(target, 'welcome')!;
    const hour = [...hoursOf([{ kind: 'message', delivery }]).values()][0]!;
    return {
      delivery,
      status: world.see.person().channels.email?.status,
      guard: (await world.see.guard('robin@example.com')).suppressed?.reason,
      rated: [hour.email.bounced, hour.email.complained],
      failed: hour.tally?.failed,
      line: timelineItem({ kind: 'message', delivery }),
    };
  };
  const at = iso(monday + minute);
  const delivered = { eventType: 'Delivery', delivery: { timestamp: at } };
  const bounce = (bounceType: string, bounceSubType: string, timestamp = at) => ({
    eventType: 'Bounce',
    bounce: { bounceType, bounceSubType, timestamp },
  });
  const complaint = (said: object) => ({ eventType: 'Complaint', complaint: { timestamp: at, ...said } });

  it('"not spam" suppresses nobody, moves no circuit breaker and is proof that the mail was taken', async () => {
    const { delivery, ...is } = await told(complaint({ complaintFeedbackType: 'not-spam' }));
    expect(is).toMatchObject({ status: 'active', guard: undefined, rated: [0, 0] });
    expect([outcomeOf(delivery), delivery.facts.complained]).toEqual(['sent', undefined]);
  });

  it.each([
    [bounce('Permanent', 'OnAccountSuppressionList'), 'bounce', 'account’s list of bounces and complaints'],
    [complaint({ complaintSubType: 'OnAccountSuppressionList' }), 'complaint', 'account’s list of complaints'],
  ])('an address on the account’s own list is suppressed and counts in no rate: %j', async (report, reason, words) => {
    const { line, ...is } = await told(report);
    expect(is).toMatchObject({ status: 'suppressed', guard: reason, rated: [0, 0] });
    expect(line.reason).toContain(words);
  });

  it('a real complaint counts, whichever of the two came first', async () => {
    const [real, listed] = [complaint({}), complaint({ complaintSubType: 'OnAccountSuppressionList' })];
    expect((await told(real, listed)).rated).toEqual([0, 1]);
    expect((await told(listed, real)).rated).toEqual([0, 1]);
  });

  it.each([
    ['Transient', 'General'],
    ['Undetermined', 'Undetermined'],
  ])('an out-of-office answer (%s, %s) is not shown as "came back", in either order', async (type, subType) => {
    for (const order of [
      [delivered, bounce(type, subType)],
      [bounce(type, subType), delivered],
    ]) {
      const { line, ...is } = await told(...order);
      expect(is).toMatchObject({ status: 'active', guard: undefined, rated: [0, 0], failed: 0 });
      expect(line.detail).toBe('Then: delivered');
      expect(line.reason).toBeUndefined();
    }
  });

  it('a general bounce without a delivery did come back; one that nobody could determine is not said to have', async () => {
    expect((await told(bounce('Transient', 'General'))).line.detail).toContain('came back');
    expect((await told(bounce('Undetermined', 'Undetermined'))).line.detail).toBeUndefined();
  });

  it('a bounce for good outranks the note that came before it and the delivery', async () => {
    const note = bounce('Transient', 'General', iso(monday));
    for (const order of [
      [note, delivered, bounce('Permanent', 'General')],
      [bounce('Permanent', 'General'), delivered, note],
    ]) {
      const { line, ...is } = await told(...order);
      expect(is).toMatchObject({ status: 'suppressed', guard: 'bounce', rated: [1, 0], failed: 1 });
      expect(line.detail).toContain('came back');
    }
  });

  it.each([
    [bounce('Permanent', 'NewKind'), 'bounce'],
    [bounce('NewType', 'General'), 'bounce'],
    [complaint({ complaintFeedbackType: 'new-kind' }), 'complaint'],
    [complaint({ complaintSubType: 'NewKind' }), 'complaint'],
  ])('what it may come to say one day is taken for the worst: %j', async (report, reason) => {
    const is = await told(report);
    expect([is.status, is.guard, is.rated.includes(1)]).toEqual(['suppressed', reason, true]);
  });
});
