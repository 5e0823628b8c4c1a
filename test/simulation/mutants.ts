import { hour, minute } from '../../functions/core/base/time';
import type { Enrollment, Subscriber } from '../../functions/core/person/subscriber';
import { apply } from '../../functions/core/sending/attempt';
import type { Controls } from '../../functions/core/sending/controls';
import type { Delivery } from '../../functions/core/sending/delivery';
import { stopTakes, wakeOf } from '../../functions/core/sending/due';
import { mustArrive } from '../../functions/core/sending/safety-answer';
import type { Sendable } from '../../functions/core/sending/sendable';
import type { Book } from '../../functions/core/series/enrollment';
import { offsetAt } from '../../functions/core/time/offset';
import type { Policy } from '../../functions/core/time/policy';
import type { SendPorts } from '../../functions/flows/sending/send';
import { people } from '../../functions/store/people';
import { keyOf } from './ground';
import { runMutants } from './run-mutants';
import type { Mutant, World } from './world';

type Save = SendPorts['people']['save'];

/** The worker with another way of saving; its retries on conflict stay the real ones. */
function saving(
  ports: SendPorts,
  save: (next: Subscriber, real: Save) => Promise<Subscriber | undefined>,
  load = ports.people.load,
): SendPorts {
  return { ...ports, people: people({ load, save: (next: Subscriber) => save(next, ports.people.save) }) };
}

/** The runs changed while saving, told what the store holds of them. */
const runs = (
  next: Subscriber,
  world: World,
  edit: (is: Enrollment, was: Enrollment | undefined) => Enrollment,
): Subscriber => {
  const stored = world.store.people.get(next.id);
  return {
    ...next,
    enrollments: next.enrollments.map((run) =>
      edit(
        run,
        stored?.enrollments.find(({ id }) => id === run.id),
      ),
    ),
  };
};

const isClaim = (next: Subscriber, world: World): boolean => {
  const stored = world.store.people.get(next.id);
  const known = new Set(
    [...(stored?.enrollments ?? []), ...(stored?.notices ?? [])].map(({ attempt }) => attempt?.claimId),
  );
  return [...next.enrollments, ...next.notices].some(
    ({ attempt, phase }) => phase === 'sending' && attempt && !known.has(attempt.claimId),
  );
};

function waitingAgain({ attempt: _attempt, ...run }: Enrollment, now: number): Enrollment {
  return { ...run, phase: 'waiting', wakeAt: now };
}

/** The worker's own claim without the short lease of an emergency's answer. */
const unbounded = (person: Subscriber | undefined): Subscriber | undefined =>
  person && {
    ...person,
    enrollments: person.enrollments.map((run) =>
      run.attempt ? { ...run, attempt: { ...run.attempt, startBy: Infinity } } : run,
    ),
  };

const wholeDay = { from: '00:00', to: '24:00' };
const wideOpen = (policy: Policy): Policy => {
  const open = {
    days: { 1: wholeDay, 2: wholeDay, 3: wholeDay, 4: wholeDay, 5: wholeDay, 6: wholeDay, 7: wholeDay },
    holidays: false,
  };
  return { ...policy, email: open, sms: open, guard: 0 };
};

/** A zone as it was when the person signed up, for ever: what a library gives that keeps offsets and not places. */
function frozen(person: Subscriber): Subscriber {
  if (!person.profile) return person;
  const zones = person.profile.zones.map((zone) => {
    const hours = Math.round(offsetAt(zone, person.createdAt) / hour);
    return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
  });
  return { ...person, profile: { ...person.profile, zones } };
}

const unproven = 'nobody said so';

/** A person all of whose addresses are taken for confirmed. */
function believed(person: Subscriber | undefined): Subscriber | undefined {
  if (!person || person.kind === 'desk') return person;
  const channels = Object.entries(person.channels).map(([name, one]) => [
    name,
    one.consent ? one : { ...one, consent: { at: 0, wording: unproven, ref: unproven } },
  ]);
  return { ...person, channels: Object.fromEntries(channels) };
}

/** The same person as the store knows them, so that only the worker is wrong. */
function doubted(next: Subscriber, stored: Subscriber | undefined): Subscriber {
  const channels = Object.entries(next.channels).map(([name, one]) => {
    const { consent, ...rest } = one;
    const made = consent?.ref === unproven && !stored?.channels[name as 'email']?.consent;
    return [name, made ? rest : one];
  });
  return { ...next, channels: Object.fromEntries(channels) };
}

/** A question that the ledger never heard of. */
const unasked: Delivery = {
  subscriber: 'sub_0',
  id: 'msg_0',
  target: 'ntc_0',
  stepId: 'confirm-sms',
  channel: 'sms',
  marketing: false,
  at: 0,
  facts: {},
};

/** Every way of getting the protocol wrong that we know of; the simulation has to see each of them. */
export const mutants: Mutant[] = [
  {
    name: 'retry in the client',
    story: 'an SDK that asks again by itself when no answer came',
    send: (ports) => ({
      ...ports,
      send: async (message) => {
        const answer = await ports.send(message);
        return answer.is === 'unknown' ? ports.send(message) : answer;
      },
    }),
  },
  {
    name: 'no claim',
    story: 'the claiming save is left out; the queue is trusted to deliver once',
    send: (ports, world) =>
      saving(ports, async (next, real) => (isClaim(next, world) ? { ...next, rev: next.rev + 1 } : real(next))),
  },
  {
    name: 'gate before claim',
    story: 'the controls are read, then the claim is made',
    send: (ports, world) => {
      const seen = new Map<number, Controls>();
      const changed = saving(ports, async (next, real) => {
        if (!isClaim(next, world)) return real(next);
        seen.set(world.time.task!.id, await ports.controls.read());
        return unbounded(await real(next));
      });
      const read = async () => seen.get(world.time.task!.id) ?? ports.controls.read();
      return { ...changed, controls: { ...ports.controls, read } };
    },
  },
  {
    name: 'no drain',
    story: 'the opt-out answers at once, whatever is under way',
    leave: (ports) => {
      const idle = <T extends Sendable>(one: T): T => (one.phase === 'sending' ? { ...one, phase: 'waiting' } : one);
      const load = async (id: string) => {
        const person = await ports.people.load(id);
        return person && { ...person, enrollments: person.enrollments.map(idle), notices: person.notices.map(idle) };
      };
      return { ...ports, people: { ...ports.people, load } };
    },
  },
  {
    name: 'no drain of a pause',
    story: 'pause and kill switch answer as soon as the flag is written',
    sleep: (ms) => (ms === stopTakes ? 0 : ms),
  },
  {
    name: 'reap to retry',
    story: 'an expired lease means "try again"',
    send: (ports, world) =>
      saving(ports, (next, real) =>
        real(
          runs(next, world, (is, was) =>
            is.phase === 'unknown' && was?.phase === 'sending' ? waitingAgain(is, world.time.now) : is,
          ),
        ),
      ),
  },
  {
    name: 'silence means resend',
    story: 'an unknown outcome is sent again after its day',
    send: (ports, world) =>
      saving(ports, (next, real) =>
        real(
          runs(next, world, (is, was) =>
            was?.phase === 'unknown' && was.attempt && is.phase !== 'unknown' ? waitingAgain(was, world.time.now) : is,
          ),
        ),
      ),
  },
  {
    name: 'cursor at enqueue',
    story: 'the step counts as done when it goes onto the queue (listmonk #3022)',
    wakeAll: (world, _channel, ids) => {
      const { now } = world.time;
      for (const id of ids) {
        const person = world.store.people.get(id);
        const run = person?.enrollments.find(
          (one) => one.phase === 'waiting' && one.status === 'active' && one.stepId && (wakeOf(one) ?? Infinity) <= now,
        );
        if (!person || !run?.stepId) continue;
        world.store.put(
          apply(person, { do: 'skip', target: run.id, stepId: run.stepId, reason: 'too-late' }, world.book, now),
          'dispatch',
        );
      }
    },
  },
  {
    name: 'frozen UTC offset',
    story: 'local hours by the offset of the day of sign-up (LAMP-platform #180)',
    send: (ports, world) => {
      const load = async (id: string) => {
        const person = await ports.people.load(id);
        return person && frozen(person);
      };
      const save = (next: Subscriber, real: Save) => {
        const profile = world.store.people.get(next.id)?.profile;
        return real(profile ? { ...next, profile } : next);
      };
      return saving(ports, save, load);
    },
  },
  {
    name: 'a blank is an answer',
    story: 'whoever signed up by text counts as somebody who said that nothing speaks against exercises',
    send: (ports, world) => {
      const load = async (id: string) => {
        const person = await ports.people.load(id);
        const { profile } = person ?? {};
        return profile ? { ...person!, profile: { ...profile, firstName: profile.firstName || 'Somebody' } } : person;
      };
      const save = (next: Subscriber, real: Save) => {
        const profile = world.store.people.get(next.id)?.profile;
        return real(profile ? { ...next, profile } : next);
      };
      return saving(ports, save, load);
    },
  },
  {
    name: 'commit resets rest',
    story: 'the outcome is written over what the person asked for meanwhile',
    send: (ports, world) =>
      saving(ports, (next, real) => {
        const stored = world.store.people.get(next.id);
        const settles = next.enrollments.some(
          (run) => !run.attempt && stored?.enrollments.some((was) => was.id === run.id && was.attempt),
        );
        const { visitUntil: _visit, pausedUntil: _break, ...rest } = next;
        return real(settles ? rest : next);
      }),
  },
  {
    name: 'ignoring rev',
    story: 'the last save wins',
    send: (ports, world) =>
      saving(ports, (next, real) => real({ ...next, rev: world.store.people.get(next.id)?.rev ?? next.rev })),
  },
  {
    name: 'no window recheck',
    story: 'the window is asked when planning and not again before the request',
    send: (ports) => {
      let armed = false;
      const calm = <T>(value: T): T => {
        armed = false;
        return value;
      };
      return {
        ...ports,
        book: async (person): Promise<Book> => {
          const book = await ports.book(person);
          const { policy } = book;
          return {
            ...book,
            get policy() {
              return armed ? calm(wideOpen(policy)) : policy;
            },
          };
        },
        allowed: (address) => {
          armed = true;
          return ports.allowed(address);
        },
        send: (message) => ports.send(calm(message)),
        people: { ...ports.people, change: (id, edit) => ports.people.change(calm(id), edit) },
      };
    },
  },
  {
    name: 'controls cached',
    story: 'each worker keeps the flags for a minute, to save reads',
    send: (ports, world) => {
      let kept: { at: number; controls: Controls } | undefined;
      return {
        ...ports,
        controls: {
          ...ports.controls,
          read: async () => {
            if (kept && world.time.now - kept.at < minute) return kept.controls;
            const controls = await ports.controls.read();
            kept = { at: world.time.now, controls };
            return controls;
          },
        },
      };
    },
  },
  {
    name: 'no bound on the start',
    story: 'a claim may start its request however late',
    send: (ports, world) =>
      saving(ports, async (next, real) => {
        const claims = isClaim(next, world);
        const saved = await real(next);
        return claims ? unbounded(saved) : saved;
      }),
  },
  {
    name: 'no expiry',
    story: 'texts live as long as the carrier likes (72 h)',
    send: (ports) => ({
      ...ports,
      send: (message) => ports.send(message.channel === 'sms' ? { ...message, timeToLive: 259_200 } : message),
    }),
  },
  {
    name: 'twice',
    story: 'whoever gives both gets each tip on both, whatever they chose',
    send: (ports) => ({
      ...ports,
      people: {
        ...ports.people,
        load: async (id) => {
          const person = await ports.people.load(id);
          return person && { ...person, tipsBy: 'both' };
        },
        // What the person chose stays on the item; only the worker is blind to it.
        save: async (person) => {
          const stored = await ports.people.load(person.id);
          const { tipsBy: _blind, ...rest } = person;
          return ports.people.save(stored?.tipsBy === undefined ? rest : { ...rest, tipsBy: stored.tipsBy });
        },
      },
    }),
  },
  {
    name: 'dead link',
    story: 'a text goes out before its link can be found',
    send: (ports) => ({ ...ports, textLinks: { ...ports.textLinks, add: async () => undefined } }),
  },
  {
    name: 'silent skip',
    story: 'what is not sent is not written down',
    send: (ports) => ({
      ...ports,
      ledger: {
        ...ports.ledger,
        mergeDelivery: async (told) => (told.facts.skipped ? told : ports.ledger.mergeDelivery(told)),
      },
    }),
  },
  {
    name: 'event clears suppression',
    story: 'a late "delivered" makes an address good again',
    onEvent: (world, event) => {
      const person = event.kind === 'delivered' ? world.store.people.get(event.tags.subscriber) : undefined;
      const reached = person?.channels[event.channel];
      if (!person || !reached || reached.status === 'active' || reached.status === 'pending') return;
      world.store.put(
        { ...person, channels: { ...person.channels, [event.channel]: { ...reached, status: 'active' } } },
        'event',
      );
    },
  },
  {
    name: 'settled by today’s address',
    story: 'a report ends whatever address the person has when it comes',
    event: (event, world) => {
      const address = world.store.people.get(event.tags.subscriber)?.channels[event.channel]?.address;
      return address === undefined ? event : { ...event, tags: { ...event.tags, to: keyOf(address) } };
    },
  },
  {
    name: 'last event wins',
    story: 'a merge that keeps the fact that came last',
    merge: (known, told) => ({ ...known, ...told, facts: { ...known.facts, ...told.facts } }),
  },
  {
    name: 'cursor at fetch',
    story: 'a sweep moves its cursor when it has read a page, not when everybody on it is enrolled (listmonk #3022)',
    sweep: (ports, campaigns) => ({
      ...ports,
      people: {
        ...ports.people,
        page: async (limit, after) => {
          const page = await ports.people.page(limit, after);
          for (const one of campaigns.values()) {
            const { again, sweep } = one;
            const moved = (pass: typeof sweep) => ({ ...pass!, cursor: page.next! });
            if (page.next === undefined) continue;
            if (again?.cursor === after && again) campaigns.set(one.id, { ...one, again: moved(again) });
            else if (one.status === 'enrolling' && sweep?.cursor === after)
              campaigns.set(one.id, { ...one, sweep: moved(sweep) });
          }
          return page;
        },
      },
    }),
  },
  {
    name: 'newest sign-up takes all',
    story: 'a number that answers joins the record of whoever typed it last, disputed or not',
    heavy: 'stranger',
    confirm: (ports) => ({
      ...ports,
      guardOf: async (address, edit) => {
        const { contested: _disputed, ...guard } = await ports.guardOf(address, edit);
        return guard.wish ? { ...guard, askedFor: guard.wish } : guard;
      },
      ledger: {
        ...ports.ledger,
        delivery: async () => ({ ...unasked, facts: { accepted: { at: 0 } } }),
      },
    }),
  },
  {
    name: 'goodbye by record only',
    story: 'an old link finds nobody after erasing, and says "you are unsubscribed"',
    leave: (ports) => ({
      ...ports,
      guardAt: async (key, channel) => ({ key, rev: 0, channel, asked: [] }),
    }),
  },
  {
    name: 'consent left behind',
    story: 'a record takes an address without the sign-up it agreed to',
    confirm: (ports) => ({ ...ports, ledger: { ...ports.ledger, ofPerson: async () => ({ entries: [] }) } }),
  },
  {
    name: 'texts go to the typist',
    story: 'what a number texts stands in the record of whoever typed it into a form',
    text: (ports, world) => ({
      guardOf: async (address, edit) => {
        const guard = await ports.guardOf(address, edit);
        return guard.owner === undefined && guard.wish ? { ...guard, owner: guard.wish } : guard;
      },
      people: {
        ...ports.people,
        load: async (id) => {
          const person = await ports.people.load(id);
          const form = person?.kind === 'runner' && person.channels.sms?.consent === undefined;
          if (!person || !form || world.time.task?.name === 'text yes') return person;
          const { email: _mail, ...channels } = person.channels;
          return { ...person, channels };
        },
      },
    }),
  },
  {
    name: 'pending counts as proven',
    story: 'a download link goes to an address that nobody has confirmed',
    data: (ports) => ({ people: { ...ports.people, load: async (id) => believed(await ports.people.load(id)) } }),
    send: (ports, world) =>
      saving(
        ports,
        (next, real) => real(doubted(next, world.store.people.get(next.id))),
        async (id) => believed(await ports.people.load(id)),
      ),
  },
  {
    name: 'an error counts as done',
    story: 'a sweep goes on when somebody could not be enrolled, and forgets them',
    sweep: (ports) => {
      const forgotten = new Set<string>();
      return {
        ...ports,
        people: {
          page: async (limit, after) => {
            const page = await ports.people.page(limit, after);
            return { ...page, subscribers: page.subscribers.filter(({ id }) => !forgotten.has(id)) };
          },
          change: (id, edit) =>
            ports.people.change(id, edit).catch(() => {
              forgotten.add(id);
              return undefined;
            }),
        },
      };
    },
  },
  {
    name: 'a page counted twice',
    story: 'a page that is repeated after a crash is added to the sums again',
    sweep: (ports, campaigns) => ({
      ...ports,
      people: {
        ...ports.people,
        change: async (id, edit) => {
          const saved = await ports.people.change(id, edit);
          for (const one of campaigns.values())
            if (one.sweep && saved?.enrollments.some((run) => run.campaignId === one.id))
              campaigns.set(one.id, { ...one, sweep: { ...one.sweep, enrolled: one.sweep.enrolled + 1 } });
          return saved;
        },
      },
    }),
  },
  {
    name: 'emergencies assumed sent',
    story: 'an answer to an emergency counts as sent, whatever its request came to',
    send: (ports) => ({
      ...ports,
      send: async (message) => {
        const answer = await ports.send(message);
        if (!mustArrive({ kind: message.tags.step }) || answer.is === 'accepted') return answer;
        return { is: 'accepted', providerId: 'assumed' };
      },
    }),
  },
  ...runMutants,
];
