import { type ChannelName, channelNames, isText, perChannel, traits } from '../../functions/core/base/channel';
import { StridewellError } from '../../functions/core/base/error';
import { hour, type Instant, minute, second } from '../../functions/core/base/time';
import type { Campaign } from '../../functions/core/campaigns/campaign';
import { composeMessage } from '../../functions/core/messages/compose-message';
import { answered, answerId, answerTo } from '../../functions/core/sending/answer-state';
import { type Delivery, mergeDelivery } from '../../functions/core/sending/delivery';
import { wakeOf } from '../../functions/core/sending/due';
import type { Outgoing, ProviderEvent } from '../../functions/core/sending/outgoing';
import { isRun, stepIdOf } from '../../functions/core/sending/sendable';
import type { Book } from '../../functions/core/series/enrollment';
import type { SeriesVersion } from '../../functions/core/series/series';
import { wordsFor } from '../../functions/core/series/step';
import { defaultPolicy } from '../../functions/core/time/policy';
import { eraseUnproven } from '../../functions/flows/public/erase';
import { receiveSms } from '../../functions/flows/public/receive-sms';
import { dispatch } from '../../functions/flows/sending/dispatch';
import { receiveEvent } from '../../functions/flows/sending/receive-event';
import { type SendPorts, type Waiting, wake } from '../../functions/flows/sending/send';
import type { SweepPorts } from '../../functions/flows/sending/sweep';
import { type Content, nextVersion } from './content';
import { type FaultName, Weather } from './faults';
import { groundOf } from './ground';
import { Oracle } from './oracle';
import { Provider } from './provider';
import { Random } from './random';
import { type Fate, Scheduler, type Task } from './scheduler';
import { Store } from './store';
import { closing } from './wall-clock';

/** What a mutant may put in the place of the real thing; production code is never touched. */
export interface Mutant {
  name: string;
  story: string;
  /** A fault that shows the mistake and is rare; heavy in every one of its worlds. */
  heavy?: FaultName;
  send?: (ports: SendPorts, world: World) => SendPorts;
  leave?: (ports: World['base'], world: World) => World['base'];
  confirm?: (ports: World['base']) => World['base'];
  text?: (ports: World['base'], world: World) => Partial<World['base']>;
  data?: (ports: World['base']) => Partial<World['base']>;
  sweep?: (ports: SweepPorts, campaigns: Map<string, Campaign>) => SweepPorts;
  wakeAll?: (world: World, channel: ChannelName, ids: string[]) => void;
  sleep?: (ms: number) => number;
  onEvent?: (world: World, event: ProviderEvent) => void;
  /** What the practice reads in a report. */
  event?: (event: ProviderEvent, world: World) => ProviderEvent;
  merge?: (known: Delivery, told: Delivery) => Delivery;
}

export interface WorldOptions {
  seed: number;
  start: Instant;
  content: Content;
  without: ReadonlySet<FaultName>;
  mutant?: Mutant | undefined;
  logged: boolean;
}

/** Something a person or a member of staff does in the middle of somebody else's await. */
export type Adversary = (task: Task, label: string, who: string | undefined) => number;

/** The deployment: production flows on fakes of everything outside them. */
export class World {
  readonly time: Scheduler;
  readonly weather: Weather;
  readonly random: Random;
  readonly store: Store;
  readonly provider: Provider;
  readonly oracle: Oracle;
  readonly versions = new Map<string, SeriesVersion[]>();
  readonly poisoned = new Set<string>();
  readonly postponed = new Map<string, number>();
  hints = 0;
  events = 0;
  adversary: Adversary | undefined;
  onAccepted: ((message: Outgoing) => void) | undefined;
  private readonly waiting: Record<ChannelName, number> = perChannel(() => 0);
  private readonly outages: { from: Instant; to: Instant }[] = [];
  private readonly held = new Map<string, Instant>();
  private readonly ambushes = new Map<string, { label: string; until: Instant }>();
  private nextTick: Instant = Infinity;
  /** Ticks come every minute, in most of the worlds late. */
  private readonly every: number;
  readonly book: Book;
  private readonly sendPorts: SendPorts;
  readonly leavePorts: World['base'];
  readonly confirmPorts: World['base'];
  readonly textPorts: World['base'];
  readonly dataPorts: World['base'];
  readonly base: ReturnType<typeof groundOf>;

  constructor(readonly options: WorldOptions) {
    const { seed, start, content, without, mutant, logged } = options;
    this.weather = new Weather(seed, without, mutant?.heavy);
    this.random = new Random(seed, 1);
    this.every = seed % 4 === 0 ? minute : 4 * minute;
    this.time = new Scheduler(start, { fate: (task, label, who) => this.fate(task, label, who) }, logged);
    for (const one of content.series) this.versions.set(one.seriesId, [one]);
    const version = (seriesId: string, n: number): SeriesVersion => {
      const found = this.versions.get(seriesId)?.[n - 1];
      if (!found) throw new StridewellError('unavailable', `Series ${seriesId} version ${n} is not there.`);
      return found;
    };
    this.oracle = new Oracle(
      () => this.time,
      version,
      (id) => this.store.people.get(id),
      content.practice.state,
      (id) => this.store.evidence.get(id) ?? [],
      (id) => this.store.linked.has(id),
    );
    this.store = new Store(
      this.time,
      this.weather,
      new Random(seed, 2),
      this.oracle,
      (at) => this.tickBy(at),
      // One partition is quicker; every third world shows that several are no different.
      seed % 3 === 0 ? 3 : 1,
      mutant?.merge ?? mergeDelivery,
    );
    this.provider = new Provider(
      this.time,
      this.weather,
      new Random(seed, 3),
      { starts: (m) => this.oracle.starts(m), accepts: (m) => this.accepts(m), optsOut: (m) => this.oracle.optsOut(m) },
      (event, at) => this.report(event, at),
      (task, who) => (this.weather.hits('adversary', 2) ? (this.adversary?.(task, 'send', who) ?? 0) : 0),
      seed % 3 !== 1,
    );
    this.book = { policy: defaultPolicy, state: content.practice.state, production: true, version };
    this.base = groundOf(this, content.practice);
    this.sendPorts = this.mutated();
    this.leavePorts = mutant?.leave?.(this.base, this) ?? this.base;
    this.confirmPorts = mutant?.confirm?.(this.base) ?? this.base;
    const leaving = mutant?.confirm?.(this.leavePorts) ?? this.leavePorts;
    this.textPorts = { ...leaving, ...mutant?.text?.(leaving, this) };
    this.dataPorts = { ...this.base, ...mutant?.data?.(this.base) };
  }

  private mutated(): SendPorts {
    const { base } = this;
    const maker = {
      keys: base.keys,
      publicUrl: base.publicUrl,
      practice: base.practice,
      addressKey: base.addressKey,
      render: () => ({ html: '', text: '' }),
    };
    const ports: SendPorts = {
      ...base,
      ledger: base.ledger,
      compose: (waiting, now) => {
        const { person, sendable } = waiting;
        if (this.poisoned.has(person.id) && !this.weather.stopped)
          throw new Error('a template that cannot be rendered');
        // Texts of a series are composed as in production, since their expiry is part of the protocol.
        return isRun(sendable) && sendable.channel === 'sms'
          ? composeMessage(maker, waiting, now)
          : this.plain(waiting);
      },
      allowed: () => true,
      hadReports: () => this.time.step('reports', undefined, () => !this.weather.hits('eventLost')),
      // Turns come at once, late, or (the step stays due) not this time.
      pace: {
        take: (channel) =>
          this.time.step('pace', undefined, () => channel === 'email' || !this.weather.hits('throttle')),
        throttled: () => undefined,
      },
      send: (message) => this.provider.send(message),
      alarm: () => undefined,
      report: (_error, subscriber) => this.postponed.set(subscriber, (this.postponed.get(subscriber) ?? 0) + 1),
      erase: (person) => eraseUnproven(base, person),
    };
    return this.options.mutant?.send?.(ports, this) ?? ports;
  }

  /** Mail and service messages need their tags only. */
  private plain({ person, sendable, book }: Waiting): Outgoing {
    const { id: target, channel } = sendable;
    const to = person.channels[channel]?.address;
    if (to === undefined) throw new StridewellError('internal', 'There is nobody to write to.');
    const run = isRun(sendable) ? sendable : undefined;
    const step = stepIdOf(sendable) ?? '';
    const subject =
      run && person.profile ? wordsFor(book.version(run.seriesId, run.version), step, person.profile).subject : step;
    const tags = { subscriber: person.id, target, step, attempt: 'none', to: this.base.addressKey(to) };
    const stream = run ? 'marketing' : 'transactional';
    if (isText(channel)) return { channel, to, stream, body: subject, timeToLive: 4 * 3600, tags };
    return { channel, to, stream, subject, html: '', text: '', headers: [], tags };
  }

  /** A machine of its own for each process. */
  private skew(): number {
    return this.weather.hits('skew') ? this.random.between(-2 * second, 2 * second) : 0;
  }

  private fate(task: Task, label: string, who: string | undefined): Fate {
    const fate = this.weather.fate();
    const ambush = who === undefined || task.name !== 'send' ? undefined : this.ambushes.get(who);
    if (ambush?.label === label) {
      this.ambushes.delete(who!);
      this.time.tell(() => `AMBUSH of ${who} until ${new Date(ambush.until).toISOString()}`);
      return { ...fate, before: fate.before + Math.max(0, ambush.until - this.time.now) };
    }
    // Between claim and request is where everything is decided.
    const tries = task.name !== 'send' ? 1 : label === 'controls.read' ? 4 : label === 'people.save' ? 2 : 1;
    if (!this.weather.hits('adversary', tries)) return fate;
    return { ...fate, before: fate.before + (this.adversary?.(task, label, who) ?? 0) };
  }

  run(
    name: string,
    body: () => Promise<unknown>,
    end?: (error?: unknown) => void,
    onDeath?: () => void,
    parallel?: boolean,
  ): void {
    this.time.spawn(name, this.skew(), this.time.now, body, end, onDeath, parallel);
  }

  // The queue of hints.

  /** From then to then no hint arrives: a queue that stands still, a worker that does not start. */
  outage(from: Instant, to: Instant): void {
    this.outages.push({ from, to });
  }

  hint(channel: ChannelName, id: string): void {
    const { weather, random, time } = this;
    if (weather.hits('hintLost') || (this.held.get(id) ?? 0) > time.now) return;
    if (weather.hits('lastMinute') && this.atLastMinute(channel, id)) return;
    const copies = weather.hits('hintTwice') ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const late = weather.hits('hintLate') ? random.pick([5 * second, 40 * second, 10 * minute, 5 * hour]) : 0;
      let at = time.now + random.between(5, 400) + late;
      for (const { from, to } of this.outages) if (at >= from && at < to) at = to + random.between(0, 300);
      this.waiting[channel] += 1;
      this.receive(channel, id, at, 1);
    }
  }

  /**
   * All hints of this person are lost until shortly before their window closes; the worker that then wakes hangs
   * until about when it closes. Only asking again just before the request helps against that.
   */
  private atLastMinute(channel: ChannelName, id: string): boolean {
    const person = this.store.people.get(id);
    const due = person?.enrollments.some(
      (run) => run.channel === channel && (wakeOf(run) ?? Infinity) <= this.time.now,
    );
    if (!person?.profile || !due) return false;
    const closes = closing(person.profile.zones, channel, this.time.now);
    const wakes = closes - this.random.between(2.2 * minute, 14 * minute);
    if (wakes <= this.time.now) return false;
    const until = this.random.between(wakes + 2 * minute, closes + 2 * minute);
    this.held.set(id, until + minute);
    this.ambushes.set(id, { label: this.random.pick(['book', 'pace']), until });
    this.waiting[channel] += 1;
    this.receive(channel, id, wakes, 1);
    return true;
  }

  private receive(channel: ChannelName, id: string, at: Instant, times: number): void {
    this.time.at(at, () => {
      this.hints += 1;
      const again = () => {
        // Its visibility ends, and it comes back; after three times it is the dead-letter queue's.
        if (times < 3) this.receive(channel, id, this.time.now + 2 * minute, times + 1);
        else this.waiting[channel] -= 1;
      };
      this.run(
        'send',
        () => wake(this.sendPorts, id),
        (error) => {
          if (error !== undefined) again();
          else this.waiting[channel] -= 1;
        },
        again,
      );
    });
  }

  // Dispatch, only in minutes in which anybody is due: the others would find nothing.

  private tickBy(at: Instant): void {
    const { now } = this.time;
    const tick = Math.ceil(Math.max(at, now + 1) / this.every) * this.every;
    if (tick >= this.nextTick) return;
    this.nextTick = tick;
    this.time.at(tick, () => {
      if (this.nextTick !== tick) return;
      this.nextTick = Infinity;
      const again = () => this.tickBy(this.store.earliest(this.held));
      const ports = {
        now: this.base.now,
        channels: channelNames,
        shards: this.store.shards,
        people: { due: (...asked: Parameters<Store['due']>) => this.store.due(...asked) },
        queue: {
          depth: (channel: ChannelName) => this.time.step('queue.depth', undefined, () => this.waiting[channel]),
          wakeAll: (channel: ChannelName, ids: string[]): Promise<void> => {
            if (ids.length === 0) return Promise.resolve();
            return this.time.step('queue.wakeAll', undefined, () => {
              this.options.mutant?.wakeAll?.(this, channel, ids);
              for (const id of ids) this.hint(channel, id);
            });
          },
        },
        room: perChannel((name) => traits[name].room),
      };
      this.run('dispatch', () => dispatch(ports), again, again);
    });
  }

  // Provider events and texts: queues that deliver again until they are answered.

  private accepts(message: Outgoing): void {
    this.oracle.accepts(message);
    const { channel, tags } = message;
    this.time.tell(() => `ACCEPTED ${channel} ${tags.step} of ${tags.target} to ${tags.subscriber}`);
    this.onAccepted?.(message);
  }

  report(event: ProviderEvent, at: Instant, times = 1): void {
    this.time.at(at, () => {
      this.events += 1;
      const again = () => {
        if (times < 4) this.report(event, this.time.now + 2 * minute, times + 1);
      };
      const { mutant } = this.options;
      mutant?.onEvent?.(this, event);
      const read = mutant?.event?.(event, this) ?? event;
      this.run(
        // The oracle knows by this name which address the report is about.
        `event ${event.kind} ${event.recipient}`,
        () => receiveEvent(this.base, read),
        (error) => (error === undefined ? this.oracle.settled(event, this.store) : again()),
        again,
      );
    });
  }

  /** A text arrives; the network may hand it over twice. */
  text(from: string, body: string, id: string, times = 1): void {
    const ports = {
      ...this.textPorts,
      everyVersion: async () => [...this.versions.values()].flat(),
      mayAnswer: async () => true,
    };
    const again = () => {
      if (times < 5) this.time.at(this.time.now + 2 * minute, () => this.text(from, body, id, times + 1));
    };
    this.run(
      `text ${body.toLowerCase()}`,
      () => receiveSms(ports, { from, body, id }),
      (error) => error !== undefined && again(),
      again,
    );
    if (times === 1 && this.weather.hits('eventTwice'))
      this.time.at(this.time.now + this.random.between(1, 5 * minute), () => this.text(from, body, id, 5));
  }

  /** What staff see of the answer to this text; one that could not be read lies in the dead-letter queue, with its alarm. */
  lookAtAnswer(textId: string): void {
    for (const entry of this.store.history.values()) {
      const { happening, subscriber } = entry;
      if (happening.what !== 'reply' || happening.providerId !== textId) continue;
      const kind = happening.meaning === 'crisis' ? 'sms-crisis' : 'sms-emergency';
      const delivery = this.store.deliveries.get(subscriber)?.get(answerTo(entry) ?? '');
      const seen = answered(entry, delivery, this.time.now);
      this.oracle.answersOrShows(kind, subscriber, answerId(kind, subscriber, textId), seen);
    }
  }

  publish(seriesId: string): void {
    const known = this.versions.get(seriesId);
    if (known && known.length < 6) known.push(nextVersion(known.at(-1)!, known.length + 1));
  }
}
