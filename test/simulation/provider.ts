import { day, hour, type Instant, minute, second } from '../../functions/core/base/time';
import { requestTimeout } from '../../functions/core/sending/due';
import type { Answer, Outgoing, ProviderEvent } from '../../functions/core/sending/outgoing';
import type { Weather } from './faults';
import type { Random } from './random';
import type { Scheduler, Task } from './scheduler';

/**
 * The one thing the protocol has to take on trust: a process that has read its clock at the gate has put the request on
 * the wire within this time. The margin of the drain (8 s) covers it together with two clocks 2 s off each (4 s).
 */
const startsWithin = 2 * second;

export interface ProviderWatcher {
  /** A request is on the wire. */
  starts(message: Outgoing): void;
  /** The provider has taken it and will deliver it. */
  accepts(message: Outgoing): void;
  /** The carrier keeps this number on a list of its own. */
  optsOut(message: Outgoing): void;
}

/** SES and the text service, with every way a request can end. */
export class Provider {
  requests = 0;
  accepted = 0;
  /** Mistyped addresses: they belong to nobody, and mail to them bounces, often much later. */
  readonly dead = new Set<string>();
  private ids = 0;

  constructor(
    private readonly time: Scheduler,
    private readonly weather: Weather,
    private readonly random: Random,
    private readonly watch: ProviderWatcher,
    /** Puts a report on the queue of events, to be handled at that moment. */
    private readonly report: (event: ProviderEvent, at: Instant) => void,
    /** Somebody may act between gate and wire; the answer is how long the process hangs there. */
    private readonly interfere: (task: Task, who: string) => number,
    private readonly namesAddress: boolean,
  ) {}

  send(message: Outgoing): Promise<Answer> {
    return this.time.wait('send', message.tags.subscriber, (answer, task) => {
      const { weather, random, time } = this;
      if (weather.hits('neverSent'))
        return void answer(time.now + random.between(1, 4000), { is: 'never-sent', reason: 'ECONNREFUSED' });
      const stalled = weather.hits('stall');
      const hangs = Math.min(this.interfere(task, message.tags.subscriber), startsWithin);
      const startAt = time.now + (stalled ? random.between(500, startsWithin) : Math.max(hangs, random.between(1, 60)));
      // A process is at a request far longer than at any other await, so that is where it dies most.
      const dies =
        weather.hits('crash') || weather.hits('crash') || weather.hits('crash')
          ? random.pick(['before', 'during', 'during'] as const)
          : undefined;
      time.at(startAt, () => {
        if (dies === 'before') return time.die(task);
        this.requests += 1;
        this.watch.starts(message);
        if (dies === 'during') time.die(task);
        this.end(message, answer);
      });
    });
  }

  /** How the request ends for both sides, which need not be the same. */
  private end(message: Outgoing, answer: (at: Instant, value: Answer) => void): void {
    const { weather, random, time } = this;
    const soon = time.now + random.between(20, 300);
    const timeout = time.now + requestTimeout;
    if (weather.hits('throttle')) return void answer(soon, { is: 'later', reason: 'TooManyRequestsException' });
    if (weather.hits('refusal')) {
      const optedOut = message.channel === 'sms' && random.chance(0.3);
      if (optedOut) this.watch.optsOut(message);
      return void answer(soon, optedOut ? { is: 'opted-out' } : { is: 'refused', reason: 'MessageRejected' });
    }
    if (weather.hits('account')) return void answer(soon, { is: 'account', reason: 'SendingPausedException' });
    if (weather.hits('serverError')) {
      // A 5xx says nothing: one in two was taken all the same.
      if (random.chance(0.5)) this.accept(message, soon);
      return void answer(soon, { is: 'unknown', reason: 'InternalServerError' });
    }
    if (weather.hits('answerLost')) {
      // A signed request may still be accepted up to 15 minutes later.
      if (random.chance(0.8)) this.accept(message, time.now + random.pick([100, 3000, 5 * minute, 14.9 * minute]));
      return void answer(timeout, { is: 'unknown', reason: 'TimeoutError' });
    }
    this.accept(message, soon, answer);
  }

  private accept(message: Outgoing, at: Instant, answer?: (at: Instant, value: Answer) => void): void {
    const { random, weather, time } = this;
    time.at(at, () => {
      this.accepted += 1;
      this.watch.accepts(message);
      this.ids += 1;
      const providerId = `p-${this.ids}`;
      answer?.(time.now + random.between(1, 40), { is: 'accepted', providerId });
      if (weather.hits('eventLost')) return;
      const tell = (kind: ProviderEvent['kind'], when: Instant, lasting = false) =>
        this.tell(message, { providerId, at: when, kind, lasting });
      tell('accepted', time.now);
      const later = time.now + random.between(second, 2 * minute);
      if (this.dead.has(message.to))
        tell('bounced', later + random.pick([0, hour, day, 4 * day, 9 * day, 15 * day]), true);
      else if (!weather.hits('bounce')) tell('delivered', later);
      else if (message.channel === 'sms') tell('failed', later, random.chance(0.5));
      else if (random.chance(0.4)) {
        tell('delivered', later);
        tell('complained', later + random.between(minute, 20 * hour));
      } else tell('bounced', later, random.chance(0.7));
    });
  }

  /** A report on this message; of some worlds on one from before its tags named the address. */
  tell(
    { channel, tags: all, to }: Outgoing,
    said: Pick<ProviderEvent, 'providerId' | 'at' | 'kind' | 'lasting'>,
  ): void {
    const { to: _to, ...unnamed } = all;
    this.deliverEvent({ ...said, channel, tags: this.namesAddress ? all : unnamed, recipient: to }, said.at);
  }

  /** Best effort, as documented: once, twice, late, out of order or never. */
  private deliverEvent(event: ProviderEvent, at: Instant): void {
    const { weather, random } = this;
    if (weather.hits('eventLost')) return;
    const late = weather.hits('eventLate') ? random.pick([minute, hour, 23.9 * hour, 30 * hour, 73 * hour]) : 0;
    this.report(event, at + random.between(5, 800) + late);
    if (weather.hits('eventTwice')) this.report(event, at + random.between(5, 3 * hour) + late);
  }
}
