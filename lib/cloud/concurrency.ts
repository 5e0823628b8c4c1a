import type { ChannelName } from '../../functions/core/base/channel';

interface Worker {
  /** Names of the function, of its queue's construct, and of the queue. */
  door: string;
  construct: string;
  queue: string;
  /** How many run at once; SQS starts at least two. Each keeps to its share of the provider's rate. */
  atOnce: number;
  /** Hints one run takes, where ten are too many. */
  batch?: number;
}

/** Two workers of one door, so that a slow carrier never holds up mail; either one sends everything its person is due. */
export const workers = {
  email: { door: 'send-email', construct: 'EmailHints', queue: 'email-hints', atOnce: 10 },
  // A ten-digit number takes one text part a second, so each hint may wait its turn.
  sms: { door: 'send-text', construct: 'TextHints', queue: 'text-hints', atOnce: 2, batch: 5 },
} as const satisfies Record<ChannelName, Worker>;
type Sending = (typeof workers)[ChannelName]['door'];
/** The same as a list. */
export const workersOf = Object.entries(workers).map(([channel, worker]): Worker & { channel: ChannelName } => ({
  channel: channel as ChannelName,
  ...worker,
}));

/** How many of each function may run at once when there is enough for all; what feeds from a queue takes no more than its source gives it. */
const wanted = {
  // A cap as much as a floor: half a second an answer, so 200 forms a second, which is where the API's throttle is.
  public: 100,
  staff: 40,
  /** A floor: opt-outs are served however busy the pages are. */
  unsubscribe: 40,
  events: 10,
  inbound: 5,
  dispatch: 2,
  sweep: 2,
  watch: 2,
  ...(Object.fromEntries(workersOf.map(({ door, atOnce }) => [door, atOnce])) as Record<Sending, number>),
} as const;

/** Lambda keeps the last hundred of an account unreserved; the origin's guard and a deployment's helpers run on those. */
const unreserved = 100;
const whole = Object.values(wanted).reduce((sum, one) => sum + one, 0);

/** The least an account must allow before anything can be reserved. */
export const enoughToReserve = whole + unreserved;

/**
 * What a function's share of the account is: pages can then starve nobody, and nobody else in the account starves the
 * senders. SQS pollers know nothing of a share and would fail what they pull past it, so a worker's share is its queue's
 * `maxConcurrency`. Undefined where the account allows too little (a new one allows ten): then nothing is reserved.
 */
export const shareOf = (name: string, accountAllows: number): number | undefined =>
  accountAllows < enoughToReserve ? undefined : (wanted as Record<string, number>)[name];

/** Concurrency that a queue's source may give its worker. */
export const fedAtMost = (name: Sending | 'events' | 'inbound'): number => wanted[name];
