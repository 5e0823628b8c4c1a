import type { ChannelName } from '../../functions/core/base/channel';
import { bare, derivedId } from '../../functions/core/base/id';
import { day, hour, type Instant, minute, second } from '../../functions/core/base/time';
import { packTime, signToken } from '../../functions/core/base/token';
import { type SignupRequest, signupSchema } from '../../functions/core/membership/signup';
import { letterOf } from '../../functions/core/messages/links';
import type { Enrollment } from '../../functions/core/person/subscriber';
import { besideOf } from '../../functions/core/person/wish';
import { currentWording } from '../../functions/core/practice/consent';
import { meaningOfAnswers, questionOf } from '../../functions/core/practice/questions';
import { deliveryId } from '../../functions/core/sending/delivery';
import type { Outgoing } from '../../functions/core/sending/outgoing';
import { enroll } from '../../functions/core/series/enrollment';
import { book } from '../../functions/flows/public/book';
import { confirm } from '../../functions/flows/public/confirm';
import { leaveByLink } from '../../functions/flows/public/leave';
import { deleteMyData, myData } from '../../functions/flows/public/my-data';
import { prefer } from '../../functions/flows/public/preferences';
import { signUp } from '../../functions/flows/public/signup';
import { editBooking } from '../../functions/flows/staff/edit-booking';
import { pauseSeries, resumeSeries, setKill, setTotal } from '../../functions/flows/staff/edit-controls';
import { markSeen } from '../../functions/flows/staff/edit-subscriber';
import { practice } from '../support/practice';
import { Campaigns } from './campaigns';
import { evergreen, keyOf } from './ground';
import { looksAfter } from './oracle';
import { places } from './places';
import { Random } from './random';
import type { World } from './world';

interface Runner {
  email: string;
  phone: string;
  channels: ChannelName[];
  request: SignupRequest;
  /** As mailbox and phone show it: who the last message of each was for, and its own id. */
  inbox: Partial<Record<ChannelName, { sub: string; message?: string }>>;
  /** Every mail that holds a way out, however old. */
  mails: string[];
  /** Addresses this human has typed into a form beside their own, theirs or not. */
  typed: Set<string>;
  /** The last message to each address, which may be reported on when the address is long given up. */
  last: Map<string, Outgoing>;
  /** No YES while the phone was asked nothing, or while the last question named somebody else's mail. */
  strange: boolean;
}

const words = [
  'STOP',
  'stop',
  'unsubscribe',
  'START',
  'YES',
  'HELP',
  '1',
  '3',
  'seen',
  'TIPS',
  'what is this about',
  'stop please',
];
/** Read as emergencies and as a crisis. */
const cries = ["I can't pee", "STOP I can't feel my legs", 'I want to kill myself'];
/** Four digits of an exchange that takes texts: 555 outside 01xx is not assigned. */
const numberIn = (area: string, end: number): string => `+1${area}234${end}`;
const { questions } = practice;
const choicesOf = (id: string): string[] => questionOf(questions, id)!.answers.map((one) => one.id);

/** The same form with another answer. */
function withPain({ safety: _was, ...request }: SignupRequest, pain: string): SignupRequest {
  const answers = { ...request.answers, pain };
  const safety = meaningOfAnswers(questions, answers);
  return { ...request, answers, ...(safety ? { safety } : {}) };
}

const staff = { sub: 'staff-1', name: 'Front desk', email: 'desk@practice.example', role: 'editor' } as never;

/** Runners and staff: what they do is the seed's choice, when they do it also the adversary's. */
export class Actors {
  readonly runners: Runner[] = [];
  private readonly byAddress = new Map<string, Runner>();
  private readonly bySub = new Map<string, Runner>();
  private readonly random: Random;
  private readonly moves: Random;
  readonly campaigns: Campaigns;
  private texts = 0;
  private killed = false;

  constructor(
    private readonly world: World,
    seed: number,
    private readonly ends: Instant,
  ) {
    this.random = new Random(seed, 4);
    this.moves = new Random(seed, 6);
    this.campaigns = new Campaigns(world, new Random(seed, 5));
    world.onAccepted = (message) => this.received(message);
    world.adversary = (_task, label, who) => this.interfere(label, who);
  }

  /** A new runner signs up at that moment. */
  add(at: Instant): void {
    const { random, world } = this;
    const n = this.runners.length;
    const place = random.pick(places);
    const channels: ChannelName[] = random.pick([['email'], ['sms'], ['email', 'sms'], ['email', 'sms']]);
    const email = `runner${n}@example.com`;
    const phone = numberIn(place.area, 1000 + n);
    const request = signupSchema(questions).parse({
      firstName: 'Runner',
      email,
      phone,
      emailConsent: channels.includes('email'),
      smsConsent: channels.includes('sms'),
      experience: random.pick(choicesOf('experience')),
      pain: random.pick(choicesOf('pain')),
      crossTraining: random.chance(0.7),
      adult: true,
      ...(random.chance(0.6) ? { timeZone: place.zone } : {}),
      ...(random.chance(0.6) ? { postalCode: place.postalCode } : {}),
      // Half want each tip on both; of the others half say nothing.
      ...(n % 2 === 0 ? { tipsBy: 'both' } : n % 4 === 3 ? { tipsBy: 'sms' } : {}),
    });
    const runner: Runner = {
      email,
      phone,
      channels,
      inbox: {},
      request,
      mails: [],
      typed: new Set([email, phone]),
      last: new Map(),
      strange: true,
    };
    for (const address of [email, phone]) world.oracle.whose.belongs(address, email);
    this.runners.push(runner);
    this.byAddress.set(runner.email, runner);
    this.byAddress.set(runner.phone, runner);
    const { moves } = world.weather.p;
    const slips = this.moves.chance(moves);
    world.time.at(at, () => (slips ? this.slips(runner, n, place.area) : this.signUp(runner)));
    if (this.moves.chance(moves))
      this.later(at + this.moves.between(2 * day, 30 * day), () => this.changesAddress(runner, n, place.area));
    // Some begin by text, and never fill in the form that they are sent.
    if (!channels.includes('sms') && n % 3 === 0) this.later(at + day, () => this.text(runner, 'TIPS'));
    if (n % 3 === 1)
      for (const [days, by] of [
        [9, 'email'],
        [16, 'sms'],
        [23, 'both'],
      ] as const)
        this.later(at + (days + (n % 5)) * day, () => this.wantsTipsBy(runner, by));
    if (world.weather.hits('storm')) this.storm(runner, at + random.between(hour, 20 * day));
    if (random.chance(0.1)) this.later(at + random.between(hour, 35 * day), () => this.cry(runner));
    if (random.chance(0.12)) this.later(at + random.between(3 * hour, 35 * day), () => this.act(runner));
    if (random.chance(0.1)) this.later(at + random.between(day, 25 * day), () => this.book(runner));
    if (world.weather.hits('stranger'))
      this.later(at + random.pick([0, minute, 20 * minute, 5 * hour, 3 * day, 12 * day]), () =>
        this.typesAnother(runner),
      );
    if (world.weather.hits('forgotten')) this.later(at + random.between(day, 30 * day), () => this.isForgotten(runner));
  }

  /** Changes where each tip comes. */
  private wantsTipsBy(runner: Runner, by: ChannelName | 'both'): void {
    const { world } = this;
    const sub = (runner.inbox.email ?? runner.inbox.sms)?.sub;
    if (!sub) return;
    const token = signToken(world.base.keys, 'preferences', [bare(sub)]);
    const ports = { ...world.base, signUp: async () => undefined };
    world.run('tips by', () => prefer(ports, token, { set: 'tips-by', by }, {}));
  }

  /** Acts only while faults last: the quiet at the end is for seeing that nothing is stuck. */
  private later(at: Instant, act: () => void): void {
    this.world.time.at(at, () => {
      if (this.world.time.now < this.ends) act();
    });
  }

  /** A rival, a relative or a slip of the finger: a form with one's own address and somebody else's beside it. */
  private typesAnother(runner: Runner): void {
    const other = this.random.pick(this.runners);
    if (other === runner) return;
    // Two who name each other agree to be one record.
    if (other.typed.has(runner.email) || other.typed.has(runner.phone)) return;
    const theirs = this.random.chance(0.6) ? { phone: other.phone } : { email: other.email };
    const request = { ...runner.request, ...theirs, firstName: 'Other', emailConsent: true, smsConsent: true };
    for (const address of Object.values(theirs)) runner.typed.add(address);
    this.signUp(runner, 0, withPain(request, this.random.pick(choicesOf('pain'))));
  }

  /** Types one address wrongly, which nobody has; sees it in the question or not, and fills the form in once more. */
  private slips(runner: Runner, n: number, area: string): void {
    const { world, moves } = this;
    const wrong =
      moves.pick(runner.channels) === 'email' ? { email: `typo${n}@example.com` } : { phone: numberIn(area, 8000 + n) };
    for (const address of Object.values(wrong)) {
      world.provider.dead.add(address);
      world.oracle.whose.belongs(address, 'nobody');
      if (moves.chance(0.3)) runner.typed.add(address);
    }
    this.signUp(runner, 0, { ...runner.request, ...wrong });
    this.later(world.time.now + moves.between(5 * minute, 6 * day), () => this.signUp(runner));
  }

  /**
   * Gives an address up, with what is kept of it, and comes back with a new one; weeks later somebody reports on what
   * went to the old one.
   */
  private changesAddress(runner: Runner, n: number, area: string): void {
    const { world, moves } = this;
    const channel = moves.pick(runner.channels);
    const sub = runner.inbox[channel]?.sub;
    const old = channel === 'email' ? runner.email : runner.phone;
    const last = runner.last.get(old);
    if (!sub || !last) return;
    const ports = { ...world.dataPorts, signUp: async () => undefined };
    const link = signToken(world.base.keys, 'preferences', [bare(sub), letterOf(channel)]);
    world.run('ask for data', () => prefer(ports, link, { set: 'data', action: 'delete' }, {}));
    const back = world.time.now + moves.between(hour, 4 * day);
    this.later(back, () => {
      const [email, phone] = [`new${n}@example.com`, numberIn(area, 5000 + n)];
      if (channel === 'email') Object.assign(runner, { email, mails: [] });
      else Object.assign(runner, { phone });
      delete runner.inbox[channel];
      runner.request = { ...runner.request, email: runner.email, phone: runner.phone };
      this.byAddress.delete(old);
      for (const address of [runner.email, runner.phone]) {
        runner.typed.add(address);
        this.byAddress.set(address, runner);
        world.oracle.whose.belongs(address, world.oracle.whose.humanOf(old)!);
      }
      this.signUp(runner);
    });
    const at = back + moves.between(minute, 9 * day);
    const kind = moves.pick(['bounced', 'complained'] as const);
    this.later(at, () => world.provider.tell(last, { providerId: `late-${n}`, at, kind, lasting: true }));
  }

  /** Asks for what is kept, and sometimes has it deleted; comes back later, while old mails keep their links. */
  private isForgotten(runner: Runner): void {
    const { world, random } = this;
    const channel = random.pick(runner.channels);
    const sub = runner.inbox[channel]?.sub;
    if (!sub) return;
    const asks = random.chance(0.5) ? ('download' as const) : ('delete' as const);
    const ports = { ...world.dataPorts, signUp: async () => undefined };
    const link = signToken(world.base.keys, 'preferences', [bare(sub), letterOf(channel)]);
    world.run('ask for data', () => prefer(ports, link, { set: 'data', action: asks }, {}));
    if (asks === 'delete' && random.chance(0.8))
      this.later(world.time.now + random.between(3 * day, 9 * day), () => this.signUp(runner));
  }

  /** The fresh link has come to somebody, and they open it. */
  private opens(runner: Runner, { tags, channel, to }: Outgoing, action: 'delete' | 'download'): void {
    const { world } = this;
    const expires = packTime(world.time.now + 30 * minute);
    const token = signToken(world.base.keys, 'data', [bare(tags.subscriber), action, expires, letterOf(channel)]);
    const ports = {
      ...world.leavePorts,
      bookings: { ...world.base.bookings, remove: async () => true },
    };
    const press = (tries: number): void => {
      const told = action === 'delete' ? world.oracle.leaving(to) : undefined;
      // Without an answer the person presses again.
      const again = () => {
        if (tries < 5) world.time.at(world.time.now + (2 + tries) * minute, () => press(tries + 1));
      };
      world.run(
        action === 'delete' ? 'delete data' : 'read data',
        async () => {
          if (action === 'delete') await deleteMyData(ports, token);
          else world.oracle.whose.read(channel, to, await myData(ports, token));
        },
        (error) => (error === undefined ? told?.() : again()),
        again,
      );
    };
    press(0);
    runner.inbox[channel] = { sub: tags.subscriber };
  }

  private signUp(runner: Runner, tries = 0, request: SignupRequest = runner.request): void {
    const { world } = this;
    const again = () => {
      if (tries < 3)
        this.later(world.time.now + this.random.between(minute, day), () => this.signUp(runner, tries + 1, request));
    };
    world.run(
      'sign-up',
      () => signUp(world.base, request, { page: '/subscribe', wording: currentWording[request.locale ?? 'en'] }),
      (error) => error !== undefined && again(),
      again,
    );
  }

  /** A message has come to somebody. */
  private received(message: Outgoing): void {
    const { random, world } = this;
    const runner = this.byAddress.get(message.to);
    if (!runner) return;
    const { tags } = message;
    runner.last.set(message.to, message);
    const marketing = message.stream === 'marketing';
    runner.inbox[message.channel] = {
      sub: tags.subscriber,
      ...(marketing ? { message: bare(deliveryId(tags.target, tags.step)) } : {}),
    };
    this.bySub.set(tags.subscriber, runner);
    if (marketing && message.channel === 'email') runner.mails.push(tags.subscriber);
    if (tags.step === 'data-link') {
      // Read now: once the message is out, its notice is gone.
      const notice = world.store.people.get(tags.subscriber)?.notices.find(({ id }) => id === tags.target);
      const action = notice?.data?.action === 'delete' ? 'delete' : 'download';
      this.later(world.time.now + random.between(second, 25 * minute), () => this.opens(runner, message, action));
    }
    // A person who reads somebody else's address in the question does not agree to share with them.
    const form = world.store.people.get(tags.subscriber);
    const beside = form && besideOf(form, message.channel)?.address;
    const strange = beside !== undefined && !runner.typed.has(beside);
    const asks = ['confirm-sms', 'sms-tips-disclosure', 'sms-ask-again'].includes(tags.step);
    if (message.channel === 'sms' && asks) runner.strange = strange && tags.step === 'confirm-sms';
    // From their first message on, something about this person cannot be rendered.
    if (marketing && world.weather.hits('poison')) world.poisoned.add(tags.subscriber);
    const soon = world.time.now + random.between(20 * second, 6 * hour);
    if (tags.step === 'confirm-email' && random.chance(0.95)) {
      const token = signToken(world.base.keys, 'confirm', [
        bare(tags.subscriber),
        'e',
        packTime(world.time.now),
        keyOf(message.to),
      ]);
      this.later(soon, () => this.confirm(token, strange));
      if (random.chance(0.1)) this.later(soon + random.between(0, 3000), () => this.confirm(token, strange));
    }
    if (asks && random.chance(0.95)) this.later(soon, () => this.text(runner, 'YES'));
  }

  private confirm(token: string, alone: boolean, tries = 0): void {
    const { world } = this;
    const again = () => {
      if (tries < 3)
        this.later(world.time.now + this.random.between(second, 10 * minute), () =>
          this.confirm(token, alone, tries + 1),
        );
    };
    world.run(
      'confirm',
      () => confirm(world.confirmPorts, token, { page: '/confirm' }, alone),
      (error) => error !== undefined && again(),
      again,
    );
  }

  private text(runner: Runner, body: string): void {
    if (body === 'YES' && runner.strange) return;
    if (/^(stop|unsub)/i.test(body)) this.world.oracle.saidStop(runner.phone);
    this.texts += 1;
    this.world.oracle.whose.texted(`text-${this.texts}`, runner.phone);
    this.world.text(runner.phone, body, `text-${this.texts}`);
  }

  /** Somebody tells us of an emergency; some time later staff look at what became of the answer. */
  private cry(runner: Runner): void {
    const { world } = this;
    this.text(runner, this.random.pick(cries));
    const id = `text-${this.texts}`;
    world.time.at(world.time.now + looksAfter, () => world.lookAtAnswer(id));
  }

  private leave(runner: Runner, channel: ChannelName, tries = 0): void {
    const { world } = this;
    const old = channel === 'email' && runner.mails.length > 0 && this.random.chance(0.4);
    const sub = old ? this.random.pick(runner.mails) : runner.inbox[channel]?.sub;
    if (!sub) return;
    const address = channel === 'email' ? runner.email : runner.phone;
    const told = world.oracle.leaving(address);
    const token = signToken(world.base.keys, 'unsubscribe', [bare(sub), letterOf(channel), keyOf(address)]);
    const again = () => {
      if (tries < 3)
        this.later(world.time.now + this.random.between(0, 5 * minute), () => this.leave(runner, channel, tries + 1));
    };
    world.run(
      'leave',
      async () => {
        const { found } = await leaveByLink(world.leavePorts, token, { means: 'one-click' });
        if (found) told();
      },
      (error) => error !== undefined && again(),
      again,
    );
    // Most who left and come back sign up again.
    if (this.random.chance(0.5))
      this.later(world.time.now + this.random.between(minute, 6 * day), () => this.signUp(runner));
  }

  private storm(runner: Runner, at: Instant): void {
    let when = at;
    for (let n = this.random.between(2, 6); n > 0; n -= 1) {
      const body = this.random.pick(words);
      this.later(when, () => this.text(runner, body));
      when += this.random.pick([10, 400, 3 * second, 20 * second, 5 * minute, 26 * hour]);
    }
  }

  private book(runner: Runner): void {
    const { world } = this;
    const last = runner.inbox.sms?.message ? runner.inbox.sms : runner.inbox.email;
    if (!last?.message) return;
    const { sub, message } = last;
    const token = signToken(world.base.keys, 'book', [bare(sub), message]);
    const request = {
      location: world.base.practice.locations[0]!.id,
      days: [1],
      part: 'any' as const,
      firstName: 'Runner',
      phone: runner.phone,
    };
    world.run(
      'book',
      () => book(world.base, token, request),
      (error) => {
        if (error !== undefined) return;
        const { visitUntil = 0 } = world.store.people.get(sub) ?? {};
        if (visitUntil > world.time.now) world.oracle.rests.begins(sub, 'visit', world.time.now, visitUntil, true);
        const made = [...world.store.bookings.values()].find(
          (one) => one.subscriber === sub && one.status === 'requested',
        );
        if (made) this.later(world.time.now + this.random.between(hour, 10 * day), () => this.answerBooking(made.id));
      },
    );
  }

  private answerBooking(id: string): void {
    const { world, random } = this;
    const closes = random.chance(0.6);
    const sub = world.store.bookings.get(id)?.subscriber;
    const ports = { ...world.base, bookings: world.store.bookingStore };
    const visitAt = closes ? undefined : world.time.now + 3 * day;
    const edit = async () => {
      const { rev = 0 } = (await ports.bookings.get(id)) ?? {};
      return editBooking(ports, id, rev, closes ? 'closed' : 'booked', visitAt, staff);
    };
    if (closes && sub) this.goingOn('edit-booking', sub, edit);
    else world.run('edit-booking', edit);
  }

  /** From here to its end this may let runs go on, also against a rest that is asked for meanwhile. */
  private goingOn(name: string, sub: string, body: () => Promise<unknown>): void {
    const { world } = this;
    const wakes = () => {
      world.oracle.rests.ends(sub, name === 'resume' ? 'break' : 'visit');
    };
    wakes();
    world.run(name, body, wakes, wakes);
  }

  private takeBreak(runner: Runner): void {
    const { world } = this;
    const sub = (runner.inbox.email ?? runner.inbox.sms)?.sub;
    if (!sub) return;
    const token = signToken(world.base.keys, 'preferences', [bare(sub)]);
    const ports = { ...world.base, signUp: async () => undefined };
    const began = world.time.now;
    world.run('break', async () => {
      const result = await prefer(ports, token, { set: 'pause', on: true }, {});
      const person = world.store.people.get(sub);
      if (result.did !== 'paused' || !person?.pausedUntil || person.pausedUntil < began) return;
      world.oracle.rests.begins(sub, 'break', world.time.now, person.pausedUntil, result.underWay);
    });
    if (this.random.chance(0.5)) {
      const resume = () => prefer(ports, token, { set: 'pause', on: false }, {});
      this.later(world.time.now + this.random.between(minute, 8 * day), () => this.goingOn('resume', sub, resume));
    }
  }

  private act(runner: Runner): void {
    const channel = this.random.pick(runner.channels);
    const what = this.random.below(8);
    if (what < 2) this.leave(runner, channel);
    else if (what < 4) this.text(runner, this.random.pick(words));
    else if (what < 6) this.book(runner);
    else if (what < 7) this.takeBreak(runner);
    else this.signUp(runner);
  }

  // Staff.

  kill(forLong: number): void {
    const { world } = this;
    if (this.killed) return;
    this.killed = true;
    const told = world.oracle.pausing('*');
    world.run(
      'kill',
      () => setKill(world.base, true),
      (error) => error === undefined && told(),
    );
    this.liftKill(world.time.now + forLong);
  }

  /** The second switch, which holds even the answers back. */
  stopEverything(forLong: number): void {
    const { world } = this;
    const told = world.oracle.pausing('**');
    world.run(
      'stop-everything',
      () => setTotal(world.base, true),
      (error) => error === undefined && told(),
    );
    this.goOn(world.time.now + forLong);
  }

  goOn(at: Instant): void {
    this.world.time.at(at, () => {
      const lifted = this.world.oracle.lifting('**');
      const end = (again: boolean) => {
        lifted();
        if (again) this.goOn(this.world.time.now + minute);
      };
      this.world.run(
        'go-on',
        () => setTotal(this.world.base, false),
        (error) => end(error !== undefined),
        () => end(true),
      );
    });
  }

  /** Staff open again what the account's own trouble has closed. */
  look(): void {
    if (this.world.store.stopped && !this.killed) this.liftKill(this.world.time.now);
  }

  liftKill(at: Instant): void {
    this.world.time.at(at, () => {
      this.killed = false;
      const lifted = this.world.oracle.lifting('*');
      const end = (again: boolean) => {
        lifted();
        if (again) this.liftKill(this.world.time.now + minute);
      };
      this.world.run(
        'lift',
        () => setKill(this.world.base, false),
        (error) => end(error !== undefined),
        () => end(true),
      );
    });
  }

  pause(seriesId: string, forLong: number): void {
    const { world } = this;
    const told = world.oracle.pausing(seriesId);
    world.run(
      'pause',
      () => pauseSeries(world.base, seriesId),
      (error) => error === undefined && told(),
    );
    this.unpause(seriesId, world.time.now + forLong);
  }

  unpause(seriesId: string, at: Instant): void {
    this.world.time.at(at, () => {
      const lifted = this.world.oracle.lifting(seriesId);
      const end = (again: boolean) => {
        lifted();
        if (again) this.unpause(seriesId, this.world.time.now + minute);
      };
      this.world.run(
        'unpause',
        async () => resumeSeries(this.world.base, seriesId, (await this.world.base.controls.read()).rev, true),
        (error) => end(error !== undefined),
        () => end(true),
      );
    });
  }

  /** A broadcast for one person, as the sweep enrolls them. */
  invite(sub: string): void {
    const { world } = this;
    const series = world.versions.get('clinic-event')?.at(-1);
    if (!series) return;
    world.run('invite', () =>
      world.base.people.change(sub, (person) => {
        const next = (['email', 'sms'] as const).flatMap((channel) => {
          const reached = person.channels[channel];
          const isMine = (run: Enrollment) =>
            run.seriesId === series.seriesId && run.channel === channel && run.campaignId === undefined;
          if (!person.profile || reached?.status !== 'active' || person.enrollments.some(isMine)) return [];
          // After an erasure a returning person gets a run with a new name, as in the service.
          const id = derivedId('enr', 'campaign', person.id, channel, String(reached.since));
          return [
            enroll(
              person,
              { id, seriesId: series.seriesId, version: series.version, channel },
              world.book,
              world.time.clock(),
            ),
          ];
        });
        return next.length > 0 ? { ...person, enrollments: [...person.enrollments, ...next] } : undefined;
      }),
    );
  }

  private seen(sub: string): void {
    const leave = async () => ({ drained: true });
    const { base } = this.world;
    this.world.run('seen', async () => {
      const { rev = 0 } = (await base.people.load(sub)) ?? {};
      await markSeen({ ...base, leave }, sub, rev, staff);
    });
  }

  staffDoes(): void {
    const { world, random } = this;
    const subs = [...this.bySub.keys()];
    const sub = subs.length > 0 ? random.pick(subs) : undefined;
    switch (random.below(8)) {
      case 0:
        if (random.chance(0.2)) return void this.stopEverything(random.pick([minute, 10 * minute, 2 * hour]));
        return void this.kill(random.chance(0.1) ? 9 * hour : random.pick([minute, 10 * minute, 40 * minute]));
      case 1:
        return void this.pause(evergreen, random.chance(0.1) ? 2 * day : random.pick([minute, 10 * minute, hour]));
      case 2:
        return void world.publish(random.pick([evergreen, 'clinic-event']));
      case 3:
        return void (sub && this.seen(sub));
      case 4:
        return void this.campaigns.plan();
      case 5:
        return void this.campaigns.halt();
      default:
        return void (sub && this.invite(sub));
    }
  }

  // The adversary: while somebody waits at a named step, somebody else acts, and may come first.

  private interfere(label: string, who: string | undefined): number {
    const { random, world } = this;
    if (world.time.now >= this.ends) return 0;
    const runner = who === undefined ? undefined : this.bySub.get(who);
    // Between the questions and the claim a pause hurts most.
    const draw = label === 'people.save' && random.chance(0.3) ? 16 + random.below(2) : random.below(20);
    if (draw < 6 && who) {
      for (const channel of ['email', 'sms'] as const) world.hint(channel, who);
    } else if (draw < 10 && runner) this.leave(runner, random.pick(runner.channels));
    else if (draw < 12 && runner) this.text(runner, random.pick(words));
    else if (draw < 14 && runner) this.book(runner);
    else if (draw < 15 && runner) this.takeBreak(runner);
    else if (draw < 16 && who) this.seen(who);
    else if (draw < 17) this.kill(random.pick([minute, 5 * minute]));
    else if (draw < 18) this.pause(evergreen, random.pick([minute, 20 * minute]));
    else if (draw < 19 && who) this.invite(who);
    if (label === 'sleep') return 0;
    // A pause is answered after 13 s; an opt-out at once, after the drain, or later than the step.
    if (draw === 16 || draw === 17) return random.pick([2 * second, 14 * second, 14 * second, 3 * minute]);
    return random.pick([0, 30, 300, 2 * second, 4.7 * second, 14 * second, 3 * minute]);
  }
}
