import { perChannel } from '../functions/core/base/channel';
import { bare } from '../functions/core/base/id';
import { day, hour, minute, second } from '../functions/core/base/time';
import { signToken } from '../functions/core/base/token';
import { callBackBy } from '../functions/core/bookings/booking';
import type { Campaign } from '../functions/core/campaigns/campaign';
import { askAgain } from '../functions/core/membership/preference';
import { disclaimerWords } from '../functions/core/messages/disclaimer';
import type { Enrollment, Subscriber } from '../functions/core/person/subscriber';
import { hoursOf } from '../functions/core/reporting/hour';
import { openControls } from '../functions/core/sending/controls';
import { outcomeOf } from '../functions/core/sending/delivery';
import { leaseFor, resolveAfter } from '../functions/core/sending/due';
import type { Answer, Outgoing } from '../functions/core/sending/outgoing';
import { leaveByLink } from '../functions/flows/public/leave';
import { dispatch } from '../functions/flows/sending/dispatch';
import { type SweepPorts, sweepCampaigns } from '../functions/flows/sending/sweep';
import { editBooking } from '../functions/flows/staff/edit-booking';
import { cancelCampaign } from '../functions/flows/staff/edit-campaign';
import { parseInboundText, parseProviderEvent } from '../functions/providers/provider-events';
import { practice as fixture, serve } from './http/public-site';
import { aPerson, aProfile, aRun, aSignup, keys, memory, monday, type World } from './support/memory';
import { profile, runner, id as staffId, staffWorld, start } from './support/staff';
import { all } from './templates/sample';

/**
 * What went wrong in other systems that send to people, one test each: the flows of this one, put into the same place.
 * Where it happened stands in the name.
 */

const id = (n: number): string => `sub_${String(n).padStart(16, '0')}`;
const run = (n: number): string => `enr_${String(n).padStart(16, '0')}`;
const phone = '+17705550123';

/** So many people whose first message of the series is due. */
const folk = (count: number, given: Partial<Enrollment> = {}, person: Partial<Subscriber> = {}): Subscriber[] =>
  Array.from({ length: count }, (_, n) => {
    const { channels } = aPerson();
    const own = {
      email: { ...channels.email!, address: `runner${n}@example.com` },
      sms: { ...channels.sms!, address: `+1770555${String(n).padStart(4, '0')}` },
    };
    return aPerson({ id: id(n), channels: own, enrollments: [aRun({ id: run(n), ...given })], ...person });
  });

/** One tick a `step` for so long. */
async function pass(world: World, long: number, step = minute): Promise<void> {
  for (const end = world.state.now + long; world.state.now < end; world.state.now += step) await world.act.tick();
}

const addressees = (world: World): string[] => world.state.requests.map(({ message }) => message.tags.subscriber);
const once = (count: number): string[] => Array.from({ length: count }, (_, n) => id(n));
const runOf = (world: World, n = 0): Enrollment => world.see.person(id(n)).enrollments[0]!;
const accepted = (): Answer => ({ is: 'accepted', providerId: 'p' });

describe('a list, from the first to the last of it', () => {
  test('the cursor moves when a message was taken, not when it was fetched: no half of a list is "finished" unsent (listmonk #3022)', async () => {
    const world = memory({ people: folk(40) });
    const queue: string[] = [];
    const ports = {
      now: world.base.now,
      channels: ['email'] as const,
      shards: 1,
      people: world.store,
      queue: { depth: async () => 0, wakeAll: async (_: unknown, ids: string[]) => void queue.push(...ids) },
      room: perChannel(() => 100),
    };
    await dispatch(ports);
    expect(queue).toHaveLength(40);
    // All were fetched; the worker dies in the middle, and the queue is lost with it.
    for (const one of queue.slice(0, 20)) await world.act.wake(one);
    for (const n of [20, 39]) expect(runOf(world, n)).toMatchObject({ stepId: 'welcome', completedSteps: [] });
    world.state.answer = (message) =>
      message.tags.subscriber === id(30) ? { is: 'unknown', reason: 'TimeoutError' } : accepted();
    await pass(world, 5 * minute);
    expect(addressees(world).sort()).toEqual(once(40));
    // Not even one request without an answer counts as sent.
    expect(runOf(world, 30)).toMatchObject({ phase: 'sending', stepId: 'welcome', completedSteps: [] });
    expect(runOf(world, 31).completedSteps).toEqual(['welcome']);
  });

  test('what was paused goes on where it was, not from the start (listmonk #2313)', async () => {
    const paused = { ...openControls, pausedSeries: ['back-care'] };
    const [first, second] = ['welcome', 'stretching'];
    const middle = {
      completedSteps: [first],
      stepId: second,
      startedAt: monday - 9 * day,
      lastSentAt: monday - 9 * day,
    };
    const world = memory({ people: folk(3, middle) });
    world.state.controls = paused;
    await pass(world, 2 * hour, 15 * minute);
    expect(world.state.requests).toEqual([]);
    world.state.controls = openControls;
    await pass(world, hour);
    expect(world.see.steps()).toEqual([second, second, second]);
    expect(addressees(world).sort()).toEqual(once(3));
  });

  test('however many workers take one row, one message leaves (Postal #2222: 17 copies)', async () => {
    const world = memory({ people: folk(1) });
    await Promise.all(Array.from({ length: 17 }, () => world.act.wake(id(0))));
    expect(world.state.requests).toHaveLength(1);
  });

  test('a watchdog that finds work under way starts none of it again (Jomablue)', async () => {
    const world = memory({ people: folk(1) });
    let settle: (answer: Answer) => void = () => undefined;
    world.state.answer = () => new Promise<Answer>((resolve) => (settle = resolve));
    const slow = world.act.wake(id(0));
    for (let n = 0; n < 50; n += 1) await Promise.resolve();
    expect(world.state.requests).toHaveLength(1);
    // Ticks go on for a day, past the end of the lease; then the answer comes after all.
    await pass(world, 23 * hour, 10 * minute);
    expect(world.state.requests).toHaveLength(1);
    settle(accepted());
    await slow;
    expect(runOf(world)).toMatchObject({ phase: 'waiting', completedSteps: ['welcome'] });
    expect(world.see.steps()).toEqual(['welcome']);
  });

  test('a poison recipient holds up nobody else and makes nobody’s message go out twice (Mautic #7226)', async () => {
    const world = memory({ people: folk(20) });
    const { compose } = world.sending;
    world.sending.compose = (waiting, now) => {
      if (waiting.person.id === id(7)) throw new Error('a field that no template can render');
      return compose(waiting, now);
    };
    await pass(world, 2 * hour);
    expect(addressees(world).sort()).toEqual(once(20).filter((one) => one !== id(7)));
    expect(world.state.reports.length).toBeLessThanOrEqual(10);
    expect(runOf(world, 7)).toMatchObject({ stepId: 'welcome', completedSteps: [] });
  });

  test('an invalid time zone stops no campaign: the person is left out with a reason, the others get it (Parcelvoy #610)', async () => {
    const who = (n: number) => staffId('sub', n);
    const zones = ['Mars/Phobos', 'America/New_York', 'America/Phoenix'];
    const here = staffWorld(zones.map((zone, n) => ({ ...runner(who(n)), profile: profile({ zones: [zone] }) })));
    const campaign: Campaign = {
      id: staffId('cmp', 1),
      rev: 1,
      name: 'December',
      seriesId: 'clinic-event',
      version: 1,
      segmentId: '',
      who: {},
      channels: ['email'],
      startDate: '2026-12-02',
      startTime: '10:00',
      status: 'scheduled',
      createdAt: start,
      createdBy: 'Kim',
    };
    here.kept.campaigns.set(campaign.id, campaign);
    const ports: SweepPorts = { ...here.ports, ledger: { mergeDelivery: here.mergeDelivery } };
    await sweepCampaigns(ports, Infinity);
    expect(here.kept.campaigns.get(campaign.id)).toMatchObject({
      status: 'running',
      sweep: { seen: 3, enrolled: 2, skipped: { 'unknown-zone': 1 }, done: true },
    });
    // And one whose zone went bad later holds up no worker.
    const world = memory({ people: folk(3) });
    world.kept.subscribers.set(id(0), { ...world.see.person(id(0)), profile: aProfile({ zones: ['Mars/Phobos'] }) });
    const texts = world.see.person(id(0));
    world.kept.subscribers.set(id(0), { ...texts, enrollments: [aRun({ id: run(0), channel: 'sms' })] });
    await pass(world, 5 * minute);
    expect(addressees(world).sort()).toEqual([id(1), id(2)]);
  });
});

describe('a provider that does not say what became of it', () => {
  test('what was accepted just before a crash is not sent again (Mailgun 2013)', async () => {
    const world = memory({ people: folk(1) });
    world.state.answer = () => {
      world.state.before = async () => {
        throw new Error('the process died');
      };
      return accepted();
    };
    await world.act.wake(id(0)).catch(() => undefined);
    world.state.before = async () => undefined;
    for (const later of [minute, leaseFor, leaseFor + minute, hour, resolveAfter.email, 5 * day]) {
      world.state.now = monday + later;
      await world.act.tick();
    }
    expect(world.see.steps()).toEqual(['welcome']);
    expect(outcomeOf(world.see.delivery(run(0), 'welcome', id(0))!)).toBe('unconfirmed');
  });

  test('accepted and then thrown away is seen: acceptance is not called delivery, and the failure that follows is kept (CM.com 2026; Mailgun 2016)', async () => {
    const world = memory({ people: folk(1, { channel: 'sms' }) });
    await world.act.wake(id(0));
    const facts = () => world.see.delivery(run(0), 'welcome', id(0))!.facts;
    expect(Object.keys(facts())).toEqual(['accepted']);
    await world.act.event(world.eventOf('failed', { detail: 'TEXT_CARRIER_BLOCKED', at: monday + minute }));
    expect(facts()).toMatchObject({ failed: { note: 'TEXT_CARRIER_BLOCKED' } });
    expect(facts().delivered).toBeUndefined();
  });

  test('a throttle is no reason to ask at once, and no reason for a copy (918 throttles, then duplicates)', async () => {
    const world = memory({ people: folk(30) });
    const asked = new Map<string, number[]>();
    let throttles = 0;
    world.state.answer = ({ tags }: Outgoing) => {
      asked.set(tags.subscriber, [...(asked.get(tags.subscriber) ?? []), world.state.now]);
      if (throttles >= 200) return accepted();
      throttles += 1;
      return { is: 'later', reason: 'TooManyRequestsException' };
    };
    await pass(world, 12 * hour, 5 * second);
    expect(throttles).toBe(200);
    expect(world.state.requests).toHaveLength(230);
    expect(world.state.throttled).toHaveLength(200);
    for (const [n, times] of [...asked.values()].entries()) {
      for (const [i, at] of times.slice(1).entries())
        expect(at - times[i]!).toBeGreaterThanOrEqual(Math.min(2 ** i * 15 * second, hour));
      expect([n, runOf(world, n).completedSteps]).toEqual([n, ['welcome']]);
    }
  });

  test('a "delivered" that comes late does not undo a bounce', async () => {
    const world = memory({ people: folk(1) });
    await world.act.wake(id(0));
    await world.act.event(world.eventOf('bounced', { lasting: true, at: monday + minute }));
    await world.act.event(world.eventOf('delivered', { at: monday + day }));
    expect(world.see.delivery(run(0), 'welcome', id(0))?.facts.bounced).toBeDefined();
    expect(world.see.person(id(0)).channels.email?.status).toBe('suppressed');
    expect((await world.see.guard('runner0@example.com')).suppressed?.reason).toBe('bounce');
    await pass(world, 60 * day, day);
    expect(world.see.steps()).toEqual(['welcome']);
  });
});

describe('the address a message went to', () => {
  test('a bounce that comes weeks late ends the address it is about, not the one given since', async () => {
    const world = memory({ people: folk(1) });
    await world.act.wake(id(0));
    await world.base.people.change(id(0), (person) => ({
      ...person,
      channels: { ...person.channels, email: { ...person.channels.email!, address: 'right@example.com' } },
    }));
    await world.act.event(world.eventOf('bounced', { lasting: true, at: monday + 20 * day }));
    expect(world.see.person(id(0)).channels.email?.status).toBe('active');
    expect((await world.see.guard('runner0@example.com')).suppressed?.reason).toBe('bounce');
    expect((await world.see.guard('right@example.com')).suppressed).toBeUndefined();
  });
});

describe('what a report really says', () => {
  test('what AWS says at a first deployment is no poison message', () => {
    const said = 'Successfully validated SNS topic for Amazon SES event publishing.';
    for (const body of [said, JSON.stringify({ Type: 'SubscriptionConfirmation', Message: said })])
      expect([parseProviderEvent(body), parseInboundText(body)]).toEqual([undefined, undefined]);
  });

  test('the message itself says which disclaimer it carried, whatever stands in the settings by then', async () => {
    const world = memory({ people: folk(1) });
    await world.act.wake(id(0));
    const [delivery] = world.kept.deliveries.values();
    expect(disclaimerWords(world.base.practice)[delivery!.disclaimer!]).toBe(world.base.practice.disclaimer);
    expect(disclaimerWords({ disclaimer: 'Other words.' })[delivery!.disclaimer!]).toBeUndefined();
  });

  test('an out-of-office answer trips no circuit breaker and sends nobody away; "not spam" is no complaint', async () => {
    const world = memory({ people: folk(1) });
    await world.act.wake(id(0));
    const answer = { lasting: false, detail: 'Transient-General' };
    await world.act.event(world.eventOf('bounced', answer));
    await world.act.event(world.eventOf('delivered'));
    await world.act.event(world.eventOf('not-spam'));
    expect(world.see.person(id(0)).channels.email?.status).toBe('active');
    const [delivery] = world.kept.deliveries.values();
    const [{ email } = {}] = hoursOf([{ kind: 'message', delivery: delivery! }]).values();
    expect(email).toMatchObject({ sent: 1, bounced: 0, complained: 0 });
  });
});

describe('leaving', () => {
  /** The public pages over the flows of a world, as the composition joins them. */
  const site = (world: World) =>
    serve({ leave: (token, asked) => leaveByLink(world.base, token, asked), read: () => [bare(id(0)), 'e'] }).app;
  const link = (purpose: 'unsubscribe' | 'preferences' | 'confirm') =>
    `/${purpose}/${signToken(keys, purpose, [bare(id(0)), 'e'])}`;

  test('ends the series: nothing of it follows, on any day (Notifuse #304)', async () => {
    const world = memory({ people: folk(1) });
    await world.act.wake(id(0));
    await world.act.leave(id(0), 'email');
    await pass(world, 90 * day, 6 * hour);
    expect(world.see.steps()).toEqual(['welcome']);
    expect(runOf(world)).toMatchObject({ status: 'stopped', reason: 'unsubscribed' });
  });

  test('is no work of scanners: opening a link changes nothing, whoever opens it and how often (useSend #412, Mautic #9798)', async () => {
    const world = memory({ people: folk(1) });
    const before = JSON.stringify([...world.kept.subscribers, ...world.kept.guards]);
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET']) {
      const answer = await site(world).request(link('unsubscribe'), {
        method,
        headers: { 'user-agent': 'Mozilla/5.0' },
      });
      expect(answer.status).toBeLessThan(500);
    }
    expect((await site(world).request(link('unsubscribe'))).status).toBe(200);
    expect(JSON.stringify([...world.kept.subscribers, ...world.kept.guards])).toBe(before);
    expect(world.kept.evidence).toEqual([]);
    await world.act.tick();
    expect(world.see.steps()).toEqual(['welcome']);
  });

  test.each([
    ['urlencoded', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ['urlencoded with a charset', 'application/x-www-form-urlencoded; charset=utf-8', 'List-Unsubscribe=One-Click'],
    [
      'multipart',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
    ['plain', 'text/plain', 'List-Unsubscribe=One-Click'],
    ['empty', '', ''],
  ])('takes a one-click request whose body is %s (Notifuse #362)', async (_what, type, body) => {
    const world = memory({ people: folk(1) });
    const headers = type ? { 'content-type': type } : {};
    const answer = await site(world).request(link('unsubscribe'), { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    expect(world.see.person(id(0)).channels.email?.status).toBe('unsubscribed');
    expect((await world.see.guard('runner0@example.com')).suppressed?.reason).toBe('unsubscribed');
    await pass(world, 30 * day, day);
    expect(world.state.requests).toEqual([]);
  });

  const texted = async (body: string) => {
    const world = memory({ people: [aPerson({ enrollments: [aRun({ channel: 'sms', wakeAt: monday + day })] })] });
    await world.base.guardOf(phone, (guard) => ({ ...guard, owner: id(1) }));
    const kind = await world.act.text(phone, body);
    await world.act.settle();
    return { kind, status: world.see.person().channels.sms?.status, replies: world.see.steps() };
  };

  test.each(["I can't stop running", 'cant stop running!!', 'My knee says stop but I never stop'])(
    'is not what "%s" says (Parcelvoy)',
    async (body) => {
      expect(await texted(body)).toMatchObject({ status: 'active' });
    },
  );

  test.each(['stopall', 'STOPALL', 'Stop all', 'stop-all.'])('is what "%s" says (Mautic #11333)', async (body) => {
    expect(await texted(body)).toEqual({ kind: 'stop', status: 'unsubscribed', replies: ['sms-stop'] });
  });
});

describe('the hour where the person is', () => {
  test.each([
    ['autumn', 'America/New_York', '2026-10-26T14:00:00Z', '2026-11-02T15:00:00Z'],
    ['spring', 'America/New_York', '2027-03-08T15:00:00Z', '2027-03-15T14:00:00Z'],
    ['a place without the change', 'America/Phoenix', '2026-10-26T17:00:00Z', '2026-11-02T17:00:00Z'],
  ])(
    'is kept when the clock changes, in %s (LAMP-platform #180: a reminder moved by an hour in a psychiatry app)',
    async (_when, zone, first, second) => {
      const begun = Date.parse(first);
      const sent = { startedAt: begun, lastSentAt: begun, completedSteps: ['welcome'], stepId: 'stretching' };
      // Planned before the change by the same flow that runs after it.
      const world = memory({
        now: begun,
        people: folk(
          1,
          { ...sent, dueAt: begun, wakeAt: begun, status: 'paused', pausedUntil: begun },
          {
            profile: aProfile({ zones: [zone] }),
            recentSends: [{ at: begun, channel: 'email' }],
          },
        ),
      });
      await pass(world, 8 * day, 15 * minute);
      expect(world.state.requests.map(({ at }) => new Date(at).toISOString())).toEqual([
        new Date(second).toISOString(),
      ]);
    },
  );

  test('holds for a backlog: what piled up while sending stood still waits for the morning of each', async () => {
    const behind = { channel: 'sms' as const, completedSteps: ['welcome'], stepId: 'stretching' };
    const then = { startedAt: monday - 21 * day, lastSentAt: monday - 21 * day };
    const at = (time: string) => Date.parse(`2026-12-01T${time}:00-05:00`);
    const world = memory({ people: folk(5, { ...behind, ...then }) });
    // Nothing ran since Monday morning; the queues open at two in the night.
    world.state.now = at('02:00');
    await pass(world, 8 * hour, minute);
    expect(world.state.requests).toEqual([]);
    await pass(world, 8 * hour, minute);
    expect(addressees(world).sort()).toEqual(once(5));
    for (const request of world.state.requests) {
      expect(request.at).toBeGreaterThanOrEqual(at('10:00'));
      expect(request.at).toBeLessThan(at('18:00'));
    }
  });
});

describe('texts that come back', () => {
  test('a heart on our own “Reply STOP to end” opts nobody out, and one on “Call 911” rings nowhere (tapbacks read as keywords)', async () => {
    const world = memory({ people: [aPerson()] });
    await world.base.guardOf(phone, (guard) => ({ ...guard, owner: id(1) }));
    const words = [
      'Loved “Pinnacle Ortho: You are signed up for Runner Tips. Up to 6 msgs/month. Msg & data rates may apply. Reply HELP for help, STOP to cancel.”',
      'Loved “Pinnacle Ortho: Rest between workouts. Too much too fast can lead to injury…”',
      ' 👍 to “Pinnacle Ortho: This may be an emergency. Call 911 or go to the ER. Do not wait for our reply. This number is not watched.”',
      'Le gustó “Pinnacle Ortho: You are not alone. Call or text 988 now…”',
    ];
    for (const body of words) expect([body, await world.act.text(phone, body)]).toEqual([body, 'reaction']);
    await world.act.settle();
    expect(world.state.requests).toEqual([]);
    expect(world.see.person(id(1)).channels.sms?.status).toBe('active');
  });
});

describe('words of leaving', () => {
  test('“cancel my appointment” leaves nobody without texts, “ST OP” and “lose my number” do (keyword filters of carriers, TCPA suits over “stop” spelt otherwise)', async () => {
    const statusAfter = async (body: string) => {
      const world = memory({ people: [aPerson()] });
      await world.base.guardOf(phone, (guard) => ({ ...guard, owner: id(1) }));
      await world.act.text(phone, body);
      return [body, world.see.person(id(1)).channels.sms?.status];
    };
    for (const body of ['cancel my appointment', 'stop by the office?', 'remove my stitches', 'basta con 10 minutos'])
      expect(await statusAfter(body)).toEqual([body, 'active']);
    for (const body of ['ST OP', 'STOP2', 'HALT', '🛑 texts', 'lose my number', 'quit texting'])
      expect(await statusAfter(body)).toEqual([body, 'unsubscribed']);
  });
});

describe('a sign-up by text', () => {
  test('brings no exercise to somebody nobody has asked what hurts, and asks for the signs of an emergency (keyword sign-ups skip the form’s questions)', async () => {
    const world = memory();
    for (const body of ['TIPS', 'YES']) await world.act.text(phone, body);
    await pass(world, 8 * 7 * day, hour);
    const series = all.find(({ seriesId }) => seriesId === 'back-care')!;
    const sent = world.see.steps().filter((step) => step in series.steps);
    expect(sent.length).toBeGreaterThan(2);
    expect(sent.filter((step) => series.steps[step]!.exercises)).toEqual([]);
    const asked = world.state.requests.find(({ message }) => message.tags.step === 'sms-profile-link')!.message;
    expect(asked).toMatchObject({ body: expect.stringMatching(/Reply 1 if you have/) });
  });
});

describe('a text that nobody understands', () => {
  test('is not left unanswered because small talk was answered that day, where it speaks of the body (one auto-reply a day, then silence)', async () => {
    const world = memory({ people: [aPerson()] });
    await world.base.guardOf(phone, (guard) => ({ ...guard, owner: id(1) }));
    const said = async (body: string) => {
      const before = world.state.requests.length;
      await world.act.text(phone, body);
      await world.act.settle();
      return world.see.steps().slice(before);
    };
    expect(await said('nice weather')).toEqual(['sms-not-understood']);
    expect(await said('and the shoes?')).toEqual([]);
    expect(await said('my heel went all funny today')).toEqual(['sms-not-understood']);
    expect(await said('siento algo raro en la rodilla')).toEqual(['sms-not-understood']);
  });
});

describe('coming back by text', () => {
  test('START, UNSTOP and TIPS after STOP are answered each time, and the disclosure is not repeated (keywords that carriers swallow after an opt-out)', async () => {
    const world = memory({ people: [aPerson()] });
    await world.base.guardOf(phone, (guard) => ({ ...guard, owner: id(1) }));
    for (const body of ['STOP', 'START', 'UNSTOP', 'TIPS', 'start']) {
      await world.act.text(phone, body);
      await world.act.settle();
      world.state.now += minute;
    }
    const again = ['sms-ask-again', 'sms-ask-again', 'sms-ask-again'];
    expect(world.see.steps()).toEqual(['sms-stop', 'sms-tips-disclosure', ...again]);
    await world.act.text(phone, 'YES');
    expect(world.see.person(id(1)).channels.sms?.status).toBe('active');
  });
});

describe('the wrong people, or the wrong words', () => {
  test('nobody who waits for our call is asked by a series that starts meanwhile whether they would like one (tried from outside)', async () => {
    const until = monday + 14 * day;
    const callMe = { kind: 'booking-received' as const, channel: 'email' as const, phase: 'waiting' as const };
    const notices = [{ ...callMe, id: 'ntc_1', dueAt: monday, expiresAt: monday + day, data: { callBackBy: '0' } }];
    // As the request leaves them, and as a campaign enrolls them afterwards.
    const meanwhile = { campaignId: 'cmp_1', startedAt: monday + hour, dueAt: monday + hour, wakeAt: monday + hour };
    const world = memory({ people: folk(1, meanwhile, { visitUntil: until, notices }) });
    await pass(world, 13 * day, hour);
    // What answers the request itself goes out.
    expect(world.see.steps()).toEqual(['booking-received']);
    await pass(world, 2 * day, hour);
    expect(world.see.steps()).toEqual(['booking-received', 'welcome']);
  });

  test('a check-in outlives every form: worse, STOP, texts on again and confirmed, and the way to a doctor stays (tried from outside)', async () => {
    const world = memory();
    await world.act.signUp(
      aSignup({ phone: '(770) 555-0123', smsConsent: true, postalCode: '10001', source: 'qr-5k' }),
    );
    await world.act.settle();
    const own = (await world.see.wishOf('robin@example.com'))!;
    await world.act.confirm(own);
    await world.act.text(phone, 'YES');
    await pass(world, 2 * day, hour);
    await world.base.people.change(own, (person) => ({
      ...person,
      profile: { ...person.profile!, location: 'north' },
    }));
    await world.act.text(phone, '3');
    const next = () => world.see.person(own).enrollments.find(({ channel }) => channel === 'email')?.stepId;
    expect([world.see.person(own).profile?.checkIn, next()]).toEqual(['worse', 'spine-doctor']);
    await world.act.text(phone, 'STOP');
    await pass(world, 2 * day, hour);
    await world.act.signUp(askAgain(world.see.person(own), 'sms'));
    await world.act.settle();
    await world.act.text(phone, 'YES');
    await world.act.settle();
    // A short form, filled in on another day and without a clue about the place, unlearns nothing either.
    const { timeZone: _zone, ...short } = aSignup({ pain: 'none' });
    await pass(world, 2 * day, hour);
    await world.act.signUp(short);
    await world.act.settle();
    await world.act.confirm((await world.see.wishOf('robin@example.com'))!);
    const person = world.see.person(own);
    expect(person.channels).toMatchObject({ email: { status: 'active' }, sms: { status: 'active' } });
    const learned = { checkIn: 'worse', location: 'north', source: 'qr-5k', zones: ['America/New_York'] };
    expect(person.profile).toMatchObject({ answers: { pain: 'none' }, ...learned });
    const ways = person.enrollments.map(({ completedSteps, stepId }) => [...completedSteps, stepId]);
    for (const way of ways) expect(way).toContain('spine-doctor');
  });

  test('a practice holds its second event: a new campaign with the same message reaches whoever was in the first (tried from outside)', async () => {
    const here = staffWorld([runner(staffId('sub', 1)), runner(staffId('sub', 2))]);
    const ports: SweepPorts = { ...here.ports, ledger: { mergeDelivery: here.mergeDelivery } };
    const event = (n: number, startDate: string): Campaign => ({
      id: staffId('cmp', n),
      rev: 1,
      name: `Event ${n}`,
      seriesId: 'clinic-event',
      version: 1,
      segmentId: '',
      who: {},
      channels: ['email'],
      startDate,
      startTime: '10:00',
      status: 'scheduled',
      createdAt: start,
      createdBy: 'Kim',
    });
    for (const one of [event(1, '2026-12-02'), event(2, '2027-01-12')]) {
      here.kept.campaigns.set(one.id, one);
      await sweepCampaigns(ports, Infinity);
      const finished = (run: Enrollment) => ({ ...run, status: 'finished' as const, completedSteps: ['message'] });
      for (const person of here.kept.people.values())
        here.kept.people.set(person.id, { ...person, enrollments: person.enrollments.map(finished) });
    }
    const enrolled = [...here.kept.people.values()].map(({ enrollments }) => enrollments.map((one) => one.campaignId));
    expect(enrolled).toEqual([1, 2].map(() => [staffId('cmp', 1), staffId('cmp', 2)]));
  });

  test('a cancelled campaign leaves room for the one made in its place, and nobody gets both (found in review)', async () => {
    const here = staffWorld([runner(staffId('sub', 1)), runner(staffId('sub', 2))]);
    const ports: SweepPorts = { ...here.ports, ledger: { mergeDelivery: here.mergeDelivery } };
    const course = (n: number): Campaign => ({
      id: staffId('cmp', n),
      rev: 1,
      name: `Course ${n}`,
      seriesId: 'back-care',
      version: 1,
      segmentId: '',
      who: {},
      channels: ['email'],
      startDate: '2026-12-02',
      startTime: '10:00',
      status: 'scheduled',
      createdAt: start,
      createdBy: 'Kim',
    });
    here.kept.campaigns.set(course(1).id, course(1));
    await sweepCampaigns(ports, Infinity);
    await cancelCampaign(here.ports, course(1).id);
    here.kept.campaigns.set(course(2).id, course(2));
    await sweepCampaigns(ports, Infinity);
    const enrolled = [...here.kept.people.values()].map(({ enrollments }) => enrollments.map((one) => one.campaignId));
    expect(enrolled).toEqual([[course(2).id], [course(2).id]]);
  });

  test('a filter that catches everybody reaches nobody who never agreed (Dorset 2022: 5,360 former patients got a text)', async () => {
    const former = folk(60, { channel: 'sms', campaignId: 'cmp_1' }).map((person, n) => {
      const { consent: _consent, ...sms } = person.channels.sms!;
      return n % 20 === 0 ? person : { ...person, channels: { sms } };
    });
    const world = memory({ people: former });
    await pass(world, hour);
    expect(addressees(world).sort()).toEqual([id(0), id(20), id(40)]);
    const left = world.see.delivery(run(1), 'welcome', id(1));
    expect(left?.facts.stopped?.note).toBe('no-consent');
    expect(runOf(world, 1)).toMatchObject({ status: 'stopped', reason: 'no-consent' });
  });

  test('words nobody approved go to nobody, however many are due (Askern 2022: the wrong template to every patient)', async () => {
    const drafts = all.map((one) => ({ ...one, approval: 'draft' as const }));
    const world = memory({ people: folk(50), production: true, series: drafts });
    await pass(world, 3 * hour, 5 * minute);
    expect(world.state.requests).toEqual([]);
    for (const n of [0, 49]) expect(runOf(world, n)).toMatchObject({ phase: 'waiting', stepId: 'welcome' });
  });
});

describe('what people really type', () => {
  const asForm = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const form = (over: Record<string, string>) => ({
    method: 'POST',
    headers: asForm,
    body: new URLSearchParams({
      firstName: 'Ana',
      email: 'ana@example.com',
      emailConsent: 'true',
      experience: 'new',
      where: 'none',
      leg: 'no',
      crossTraining: 'true',
      adult: 'true',
      ...over,
    }).toString(),
  });

  test('an address copied from a page brings along what nobody sees, and is the same address (validator.js #940)', async () => {
    const { app, calls } = serve();
    for (const email of ['\u200bana@example.com', ' ana@example.com\u00a0', 'Ana <ana@example.com>'])
      expect((await app.request('/subscribe', form({ email }))).status).toBe(202);
    expect(calls.map(([, request]) => (request as { email: string }).email)).toEqual(
      Array.from({ length: 3 }, () => 'ana@example.com'),
    );
  });

  test('a browser that does not know its zone is no reason to refuse anybody (oxide console #1875)', async () => {
    const { app, calls } = serve();
    expect((await app.request('/subscribe', form({ timeZone: 'Etc/Unknown' }))).status).toBe(202);
    expect(calls).toHaveLength(1);
  });

  test('whoever lets a browser fill in the form is not taken for a program (restarters.net #106, pubpub #3529)', async () => {
    const { app, calls } = serve();
    const page = await (await app.request('/subscribe')).text();
    expect(page).toMatch(/name="website"[^>]* data-1p-ignore data-lpignore="true"/);
    expect((await app.request('/subscribe', form({ website: '' }))).status).toBe(202);
    expect(calls).toHaveLength(1);
  });
});

describe('the calendar on the wall', () => {
  test('on a holiday nobody is promised a call today, and the page says when the desk opens', async () => {
    const asked = Date.parse('2027-05-31T13:00:00Z');
    const { app } = serve({ book: async () => ({ callBackBy: callBackBy(fixture, asked) }) }, { now: () => asked });
    const answer = await app.request('/book', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body: 'location=north&firstName=Ana&phone=404-555-0123',
    });
    const page = await answer.text();
    expect(page).toContain('We will call you back by Tuesday, June 1');
    expect(page).toContain('Our desk is closed right now. It opens Tuesday, June 1');
  });

  test.each(['2206-12-03T15:30:00Z', '2029-01-01T15:00:00Z'])(
    'a visit in the wrong century is a slip, and its year is named: %s',
    async (visit) => {
      const { kept, ports } = staffWorld([runner(staffId('sub', 1))]);
      const booking = {
        id: staffId('bkg', 1),
        rev: 1,
        subscriber: staffId('sub', 1),
        firstName: 'Robin',
        phone,
        location: 'north',
      };
      const asked = {
        days: [1],
        part: 'any' as const,
        status: 'requested' as const,
        createdAt: start,
        callBackBy: start,
      };
      kept.bookings.set(booking.id, { ...booking, ...asked });
      const kim = { sub: 'u-1', name: 'Kim', role: 'marketer' as const };
      await expect(editBooking(ports, booking.id, 1, 'booked', Date.parse(visit), kim)).rejects.toMatchObject({
        code: 'invalid',
        field: 'visitAt',
        message: expect.stringContaining(`in the year ${visit.slice(0, 4)}`),
      });
      expect(kept.bookings.get(booking.id)?.status).toBe('requested');
    },
  );
});
