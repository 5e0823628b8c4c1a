import { hour, type Instant } from '../base/time';
import { countedAs } from '../person/address';

/** What costs the practice money or time, and anybody may start. */
const budgeted = ['signUps', 'bookings', 'answers'] as const;
export type Budgeted = (typeof budgeted)[number];

/** Most in an hour: from one network, naming one address, naming numbers of one block, and from all of the world. */
export interface Budget {
  network: number;
  address: number;
  numberBlock: number;
  everyone: number;
}
export type Budgets = Record<Budgeted, Budget>;

/**
 * Far above what a race day brings and far below what hurts: 3,000 confirmations by text are about 30 dollars.
 * `answers` are those to small talk by text.
 */
export const defaultBudgets: Budgets = {
  signUps: { network: 300, address: 40, numberBlock: 100, everyone: 3000 },
  bookings: { network: 60, address: 20, numberBlock: 60, everyone: 600 },
  answers: { network: 1000, address: 10, numberBlock: 100, everyone: 1000 },
};

/** The same budgets, none of them under so many an hour. */
export function atLeast(budgets: Budgets, perHour: number): Budgets {
  const raised = (one: Budget): Budget => ({
    network: Math.max(one.network, perHour),
    address: Math.max(one.address, perHour),
    numberBlock: Math.max(one.numberBlock, perHour),
    everyone: Math.max(one.everyone, perHour),
  });
  return { signUps: raised(budgets.signUps), bookings: raised(budgets.bookings), answers: raised(budgets.answers) };
}

export interface Caller {
  ip?: string | undefined;
  /** Normalised addresses that the request names. */
  addresses: string[];
}

/** One count: `of` names what is counted and in which hour, and holds an address, so it is only ever stored as a hash. */
export interface Charge {
  of: string;
  most: number;
  /** The count is of no use after this. */
  until: Instant;
}

/**
 * What a request is charged to, in rounds: who asks and whom they name first, the world only if those let it pass, so
 * that one flood cannot spend what belongs to all.
 */
export function chargesOf(budgets: Budgets, what: Budgeted, { ip, addresses }: Caller, now: Instant): Charge[][] {
  const started = Math.floor(now / hour);
  const charge = (by: keyof Budget, who: string): Charge => ({
    of: `${what}\n${by}\n${who}\n${started}`,
    most: budgets[what][by],
    until: (started + 1) * hour,
  });
  const named = [...new Set(addresses.map(countedAs))];
  const blocks = new Set(named.filter((one) => !one.includes('@')).map(blockOf));
  return [
    ip === undefined ? [] : [charge('network', networkOf(ip))],
    [
      ...named.map((address) => charge('address', address)),
      ...[...blocks].map((block) => charge('numberBlock', block)),
    ],
    [charge('everyone', '')],
  ].filter((round) => round.length > 0);
}

/** The thousand numbers that a carrier is given at once (NANP thousands-block): +1, area code, exchange, one digit. */
export const blockOf = (number: string): string => number.slice(0, 9);

/**
 * Whom an address on the internet belongs to: a /24 of IPv4, a /64 of IPv6, which is what one household or phone is
 * given (RFC 6177). What is neither counts as itself.
 */
export function networkOf(ip: string): string {
  const bare = ip
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '');
  const four = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(bare)?.[1];
  if (four) return `${four}.0/24`;
  if (!/^[0-9a-f:]*:[0-9a-f:.]*$/.test(bare)) return bare;
  const [head = '', tail] = bare.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: gap }, () => '0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
