import { backOff, triesAtMost } from '../../core/base/back-off';
import type { ChannelName } from '../../core/base/channel';
import { newId } from '../../core/base/id';
import { hour, type Instant, minute } from '../../core/base/time';
import type { Notice, Subscriber } from '../../core/person/subscriber';
import {
  apply,
  block,
  claim,
  commit,
  keyOfAttempt,
  postpone,
  release,
  stopEnrollment,
} from '../../core/sending/attempt';
import { openControls } from '../../core/sending/controls';
import { type Delivery, deliveryId, type Fact, type FactName, wasRefused, wasTaken } from '../../core/sending/delivery';
import { wakeOf } from '../../core/sending/due';
import { type GateAnswer, gate } from '../../core/sending/gate';
import type { Answer, Outgoing, SendOne } from '../../core/sending/outgoing';
import { costOf } from '../../core/sending/pace';
import { type Plan, plan } from '../../core/sending/plan';
import { factOf, record } from '../../core/sending/record';
import { nextTry } from '../../core/sending/safety-answer';
import { heldBy, isRun, lifelineOf, sendableOf, stepIdOf, type Turn } from '../../core/sending/sendable';
import type { Book } from '../../core/series/enrollment';
import type { Allowed, Books, Clock, ControlSwitches, Ledger, People, Random, TextLinks } from '../ports';
import { type Suppressing, suppress } from './suppress';

export type SendPorts = Suppressing &
  Clock &
  Random &
  People<'load' | 'save' | 'change'> &
  Books &
  /** Read after the claim and consistently, so that a pause acknowledged before it is always seen. */
  ControlSwitches &
  Ledger<'mergeDelivery' | 'delivery'> &
  TextLinks<'add'> &
  Allowed & {
    /** Whether other messages of that hour were reported on. Where none was, silence is no sign that one went out. */
    hadReports(channel: ChannelName, at: Instant): Promise<boolean>;
    /** Renders and checks everything; throws when a message cannot be what it must be. */
    compose(waiting: Waiting, now: Instant): Outgoing;
    /** Waits for this message's turn at the provider's rate; false when that would be long. Told of every throttle. */
    pace: { take(channel: ChannelName, cost: number): Promise<boolean>; throttled(channel: ChannelName): void };
    send: SendOne;
    /** Told of each try of an answer to an emergency or a crisis that was not taken: somebody has to look, and call. */
    alarm(kind: string, reason: string, subscriber: string): void;
    /** Told of an error that kept a person from being planned: somebody must be able to see why. */
    report(error: unknown, subscriber: string): void;
    /** Erases a person whose time is up (a number that never signed up). */
    erase(person: Subscriber): Promise<void>;
  };

/** A message that nobody has claimed yet. */
export type Waiting = Pick<Turn, 'person' | 'sendable' | 'book'>;

export type WakeResult = 'gone' | 'parked' | 'sent' | 'not-sent' | 'unknown' | 'moved' | 'paced';

/** What the provider calls a recipient who told it, or their carrier, that they want none of us. */
const optedOut = 'provider-opt-out';

/**
 * The worker's one verb. A person who cannot be planned (a broken template, an unreadable zone) is postponed and
 * reported, so that they neither get half a message nor hold up anybody else.
 */
export async function wake(ports: SendPorts, id: string): Promise<WakeResult | 'postponed'> {
  try {
    return await wakeUp(ports, id);
  } catch (error) {
    ports.report(error, id);
    await ports.people.change(id, (person) => postpone(person, ports.now(), ports.now() + 15 * minute));
    return 'postponed';
  }
}

/** One wake-up: plans the person again and again until there is nothing left to do now. */
export async function wakeUp(ports: SendPorts, id: string): Promise<WakeResult> {
  let result: WakeResult = 'parked';
  for (let rounds = 0; rounds < 12; rounds += 1) {
    const person = await ports.people.load(id);
    if (!person) return 'gone';
    const now = ports.now();
    const book = await bookFor(ports, person, now);
    const decided = plan(person, book, now);
    if (decided.do === 'nothing' || decided.do === 'wait') return result;
    if (decided.do === 'erase') {
      await ports.erase(person);
      return 'gone';
    }
    const waiting: Waiting = { person, sendable: sendableOf(person, decided.target), book };
    if (decided.do === 'send') {
      result = await sendOne(ports, waiting);
      // Still due: the next tick finds the person, and by then there is room.
      if (result === 'paced') return result;
      continue;
    }
    await transition(ports, waiting, decided, now);
    result = 'moved';
  }
  return result;
}

/** A series that cannot be read keeps nobody from the answer to their emergency, which needs none. */
const bookFor = (ports: SendPorts, person: Subscriber, now: Instant): Promise<Book> => {
  const first = person.notices.some((notice) => lifelineOf(notice) && (wakeOf(notice) ?? Infinity) <= now);
  return ports.book(first ? { ...person, enrollments: [], notices: [] } : person);
};

/** Anything but a send: the outcome to the ledger first, then the item, so that a crash between repeats the same. */
async function transition(
  ports: SendPorts,
  waiting: Waiting,
  decided: Exclude<Plan, { do: 'nothing' | 'wait' | 'erase' | 'send' }>,
  now: Instant,
): Promise<void> {
  const { person, sendable, book } = waiting;
  const { attempt } = sendable;
  const lifeline = lifelineOf(sendable);
  let to: string | undefined;
  if (attempt && (decided.do === 'to-unknown' || decided.do === 'resolve')) {
    const known = await recorded(ports, waiting);
    to = keyOfAttempt(ports.addressKey, person, attempt, known);
    const turn: Turn = { ...waiting, claimId: attempt.claimId, to };
    if (known && wasTaken(known)) {
      await ports.people.save(commit(person, turn, now));
      return;
    }
    if (known && wasRefused(known, attempt.claimedAt)) {
      await (lifeline ? tryAgain(ports, turn, lifeline, known) : blockClaim(ports, turn, known.facts.blocked!));
      return;
    }
    if (lifeline && decided.do === 'to-unknown') ports.alarm(lifeline.kind, 'no-answer', person.id);
  }
  const silent = decided.do === 'resolve' && attempt && !(lifeline && decided.as === 'resend');
  // Silence means something only where other messages of that hour were reported on.
  const blind = silent && !(await ports.hadReports(attempt.channel, attempt.claimedAt));
  const next: Plan = blind && isRun(sendable) ? { ...decided, as: 'hold' } : decided;
  const fact = factOf(next, blind ? 'no-reports' : 'no-event');
  if (fact) await ports.ledger.mergeDelivery(record({ ...waiting, to }, fact[0], now, fact[1]));
  await ports.people.save(apply(person, next, book, now));
}

/** What the ledger, which is written first, holds of this message. */
async function recorded(ports: SendPorts, { person, sendable }: Waiting): Promise<Delivery | undefined> {
  const stepId = stepIdOf(sendable);
  return stepId ? ports.ledger.delivery(person.id, deliveryId(sendable.id, stepId)) : undefined;
}

const writeDown = ({ ledger, now }: SendPorts, turn: Turn, fact: FactName, why: string, isNew?: boolean) =>
  ledger.mergeDelivery(record(turn, fact, now(), why), isNew);
const releaseClaim = ({ people }: SendPorts, turn: Turn, again: Instant, counts = false) =>
  people.change(turn.person.id, (current) => release(current, turn, again, counts));
const commitClaim = ({ people, now }: SendPorts, turn: Turn, known?: Subscriber) =>
  people.change(turn.person.id, (current) => commit(current, turn, now()), known);

/** Pace, claim, gate, one request, outcome. */
async function sendOne(ports: SendPorts, waiting: Waiting): Promise<WakeResult> {
  const composedAt = ports.now();
  const message = ports.compose(waiting, composedAt);
  const mayGo = lifelineOf(waiting.sendable) || (await ports.pace.take(message.channel, costOf(message)));
  if (!mayGo) return 'paced';
  const person = await findable(ports, waiting.person, message);
  // A text's expiry is counted from when it was written: one that hung here any longer is written anew.
  if (ports.now() - composedAt > minute) return 'paced';

  const { tags, disclaimer } = message;
  const claimId = newId('clm', ports.bytes);
  const turn = await claimOnce(ports, { ...waiting, person, claimId, to: tags.to, disclaimer });
  if (!turn) return 'moved';

  const answer = await mayStart(ports, turn, message.to);
  if (answer === 'done-before') {
    await commitClaim(ports, turn);
    return 'moved';
  }
  if (!answer.open) {
    await refuse(ports, turn, answer);
    return 'not-sent';
  }
  const tagged: Outgoing = { ...message, tags: { ...tags, attempt: turn.claimId } };
  return settle(ports, turn, await ports.send(tagged));
}

/** A text goes out only once its link can be found, so that no crash leaves a link that leads nowhere. */
async function findable(ports: SendPorts, person: Subscriber, message: Outgoing): Promise<Subscriber> {
  if (!('linked' in message) || !message.linked || person.textLinked) return person;
  await ports.textLinks.add(person.id);
  return { ...person, textLinked: true };
}

/** The turn once it is claimed. A lost reply to the claiming write is recognised by one's own claim id. */
async function claimOnce({ people, now }: SendPorts, turn: Turn): Promise<Turn | undefined> {
  const person = (await people.save(claim(turn, now()))) ?? (await people.load(turn.person.id));
  const sendable = person && heldBy(person, turn.claimId);
  return sendable && { ...turn, person, sendable };
}

/**
 * The last questions before the request. Whatever goes wrong here went wrong before anything was sent, so the claim is
 * released and the outcome of the step is not an unknown one.
 */
async function mayStart(ports: SendPorts, turn: Turn, to: string): Promise<GateAnswer | 'done-before'> {
  const { person, sendable } = turn;
  const lifeline = lifelineOf(sendable);
  /** What cannot be read holds everything back but the answer to an emergency. */
  const read = async <T>(asked: Promise<T>, otherwise: T): Promise<T> => {
    if (!lifeline) return asked;
    return asked.catch((error) => {
      ports.report(error, person.id);
      ports.alarm(lifeline.kind, 'not-to-be-asked', person.id);
      return otherwise;
    });
  };
  try {
    // A request repeated after a crash may have put an answered notice back, and the report on a first try may come
    // after it was given up; the ledger, written first, remembers both.
    const mayBeDone = !isRun(sendable) || (sendable.tries ?? 0) > 0;
    const known = mayBeDone ? await read(recorded(ports, turn), undefined) : undefined;
    if (known && wasTaken(known)) return 'done-before';
    // Its silence was decided a day ago; the same request made once more brings back the same notice.
    if (known?.facts.assumed && !isRun(sendable) && !lifeline) return 'done-before';
    const controls = await read(ports.controls.read(), openControls);
    const now = ports.now();
    if (!ports.allowed(to)) return { open: false, reason: 'not-on-the-allow-list', again: now + hour };
    return gate(turn, controls, now);
  } catch (error) {
    ports.report(error, person.id);
    return { open: false, reason: 'not-to-be-asked', again: ports.now() + 15 * minute };
  }
}

async function refuse(ports: SendPorts, turn: Turn, answer: Exclude<GateAnswer, { open: true }>): Promise<void> {
  if (!('stop' in answer)) {
    await releaseClaim(ports, turn, answer.again);
    return;
  }
  const { person, sendable } = turn;
  await writeDown(ports, turn, 'stopped', answer.reason);
  await ports.people.change(person.id, (current) =>
    stopEnrollment(release(current, turn, ports.now(), false), sendable.id, answer.reason),
  );
}

/** Writes down what the one request's end proves: the ledger first, then the item. */
async function settle(ports: SendPorts, turn: Turn, answer: Answer): Promise<WakeResult> {
  const { tries = 0, channel } = turn.sendable;
  const lifeline = lifelineOf(turn.sendable);
  if (lifeline && answer.is !== 'accepted' && answer.is !== 'unknown') return notTaken(ports, turn, lifeline, answer);
  switch (answer.is) {
    case 'accepted':
      await writeDown(ports, turn, 'accepted', answer.providerId, tries === 0);
      await commitClaim(ports, turn, turn.person);
      return 'sent';
    case 'unknown':
      return 'unknown';
    case 'account':
      await stopAll(ports, answer.reason);
      await releaseClaim(ports, turn, ports.now() + 15 * minute);
      return 'not-sent';
    case 'refused':
      return blocked(ports, turn, answer.reason);
    case 'opted-out':
      return blocked(ports, turn, optedOut);
    case 'later':
    case 'never-sent':
      if (answer.is === 'later') ports.pace.throttled(channel);
      if (tries + 1 >= triesAtMost) return blocked(ports, turn, answer.reason);
      await releaseClaim(ports, turn, ports.now() + backOff(tries, ports.bytes), true);
      return 'not-sent';
  }
}

/** An answer that was not taken: written down, told to staff, and tried again whatever the reason was. */
async function notTaken(
  ports: SendPorts,
  turn: Turn,
  lifeline: Notice,
  answer: Exclude<Answer, { is: 'accepted' | 'unknown' }>,
): Promise<WakeResult> {
  const reason = answer.is === 'opted-out' ? optedOut : answer.reason;
  const known = await writeDown(ports, turn, 'blocked', reason);
  ports.alarm(lifeline.kind, reason, turn.person.id);
  if (answer.is === 'account') await stopAll(ports, reason);
  if (answer.is === 'later') ports.pace.throttled(lifeline.channel);
  if (answer.is === 'opted-out') await suppressHere(ports, turn, ports.now());
  await tryAgain(ports, turn, lifeline, known);
  return 'not-sent';
}

/** Once its time is over the ledger says what is known: not sent, or unconfirmed if any try ended without an answer. */
async function tryAgain(ports: SendPorts, turn: Turn, lifeline: Notice, known: Delivery): Promise<void> {
  const next = nextTry(lifeline, ports.now());
  if (next !== undefined) {
    await releaseClaim(ports, turn, next, true);
    return;
  }
  if (known.facts.unknown) await writeDown(ports, turn, 'assumed', 'no-event');
  await ports.people.change(turn.person.id, (current) => block(current, turn, ports.now()));
}

async function blocked(ports: SendPorts, turn: Turn, reason: string): Promise<WakeResult> {
  const at = ports.now();
  await writeDown(ports, turn, 'blocked', reason);
  await blockClaim(ports, turn, { at, note: reason });
  return 'not-sent';
}

/** The attempt goes last: a crash before that leaves it to be reaped, and the ledger tells the reaper what to repeat. */
async function blockClaim(ports: SendPorts, turn: Turn, { at, note }: Fact): Promise<void> {
  if (note === optedOut) await suppressHere(ports, turn, at);
  await ports.people.change(turn.person.id, (current) => block(current, turn, ports.now()));
}

/** Trips the kill switch, because the account itself is in trouble. */
async function stopAll({ controls }: SendPorts, reason: string): Promise<void> {
  const current = await controls.read();
  if (!current.kill) await controls.save({ ...current, kill: true, killReason: reason });
}

async function suppressHere(ports: SendPorts, { person, sendable, to }: Turn, at: Instant): Promise<void> {
  if (to) await suppress(ports, person.id, sendable.channel, to, optedOut, at);
}
