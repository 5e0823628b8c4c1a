import { isMarketing, type Message } from '../test/journey/world';
import type { Deed, Runner } from './runners';

/** One runner and everything that reached them. */
export interface Seen {
  runner: Runner;
  email: Message[];
  sms: Message[];
  /** What they did and on which channel; when they asked, and when the answer was there. */
  did?: { how: Exclude<Deed, 'seen'>; channel: 'email' | 'sms'; asked: number; at: number };
  seenAt?: number;
}

export interface Kept {
  seed: number;
  timings: [string, number][];
  seconds: number;
  memory: number;
  disk: number;
  from: number;
  campaign: string;
  /** When and why the service stopped itself. */
  stops: string[];
}

/** What arrived after the answer; the one confirmation of a STOP is that answer. */
export const afterwards = (did: NonNullable<Seen['did']>, messages: Message[]): Message[] =>
  messages.filter(({ acceptedAt, tags }) => Date.parse(acceptedAt) > did.at && tags.step !== 'sms-stop');

const table = (head: string[], rows: (string | number)[][]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The words a marketer uses for the segments of the series. */
function segmentOf({ runner: { answers, structural }, seenAt }: Seen): string {
  if (structural) return seenAt === undefined ? 'doctor first' : 'doctor first, then seen';
  if (answers.experience === 'new') return 'new to running';
  return answers.crossTraining ? 'everyone else' : 'would rather only run';
}

const segments = [
  'everyone else',
  'would rather only run',
  'new to running',
  'doctor first',
  'doctor first, then seen',
];

function messages(seen: Seen[], keep: (message: Message) => boolean): string {
  const counts = new Map<string, Map<string, number>>();
  for (const one of seen) {
    for (const message of [...one.email, ...one.sms].filter(keep)) {
      const key = `${message.tags.step} | ${message.channel === 'email' ? 'email' : 'text'}`;
      const row = counts.get(key) ?? new Map<string, number>();
      row.set(segmentOf(one), (row.get(segmentOf(one)) ?? 0) + 1);
      counts.set(key, row);
    }
  }
  const rows = [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, row]) => {
      const numbers = segments.map((segment) => row.get(segment) ?? 0);
      return [key, ...numbers, numbers.reduce((sum, n) => sum + n, 0)];
    });
  const totals = segments.map((segment) => [...counts.values()].reduce((sum, row) => sum + (row.get(segment) ?? 0), 0));
  return table(
    ['Step | Channel', ...segments, 'all'],
    [...rows, ['**all** | ', ...totals, totals.reduce((sum, n) => sum + n, 0)]],
  ).replace('| --- |', '| --- | --- |');
}

/** So many complaints as here are made up; that sending stops for them is not. */
const stopsText = (stops: string[]): string =>
  stops.length === 0
    ? ''
    : `So many of them report mail as spam that the service stopped itself ${stops.length === 1 ? 'once' : `${stops.length} times`} (${stops[0]}), and staff, who look in once a day, let it go on. `;

export function report(seen: Seen[], kept: Kept, problems: string[], checks: [string, number, number][]): string {
  const has = (of: (one: Seen) => unknown) => seen.filter(of).length;
  const zones = new Set(seen.map(({ runner }) => runner.zone));
  const hows: [Exclude<Deed, 'seen'>, string][] = [
    ['one-click', 'one-click unsubscribe (email)'],
    ['stop', 'STOP (text)'],
    ['bounce', 'hard bounce (email)'],
    ['complaint', 'complaint (email)'],
  ];
  const spent = (which: RegExp) =>
    (kept.timings.filter(([what]) => which.test(what)).reduce((sum, [, ms]) => sum + ms, 0) / 1000).toFixed(1);
  const slowest = [...kept.timings].filter(([what]) => what.startsWith('Day')).sort((a, b) => b[1] - a[1])[0];
  const total = seen.reduce((sum, { email, sms }) => sum + email.length + sms.length, 0);
  return `# ${seen.length.toLocaleString('en-US')} runners, six weeks

Made by \`npx tsx bench/thousand.ts\` (seed ${kept.seed}); run it again and compare. Every runner is invented; they sign up
through the public \`/subscribe\`, confirm by the link and by YES, and six virtual weeks pass from
${new Date(kept.from).toISOString().slice(0, 10)}, with sign-ups from a federal holiday on and a change of the clocks on the way. ${has(({ runner }) => runner.signup.email)} gave an
email address and ${has(({ runner }) => runner.signup.phone)} a number, in ${zones.size} zones from Puerto Rico to Guam. ${has(({ runner }) => (runner.signup.email && !runner.confirms.email) || (runner.signup.phone && !runner.confirms.sms))} never answered a confirmation.
Staff sent one broadcast (\`walk-in\`) on the way. ${stopsText(kept.stops)}What is counted is what arrived, read from every mailbox and phone.

## Checked, one by one

${table(['What must not happen', 'looked at', 'found'], checks)}

## Who left, and what reached them afterwards

${table(
  ['How', 'people', 'messages on that channel afterwards'],
  hows.map(([how, words]) => {
    const those = seen.filter(({ did }) => did?.how === how);
    return [
      words,
      those.length,
      those.reduce(
        (sum, { did, email, sms }) => sum + afterwards(did!, did!.channel === 'email' ? email : sms).length,
        0,
      ),
    ];
  }),
)}

The one text that confirms a STOP is its answer and not counted; it has a line of its own above.
${has(({ did }) => did?.how === 'book')} asked for a visit; their tips rested for 14 days. ${has(({ seenAt }) => seenAt !== undefined)} said "I have been seen".

## Tips and broadcasts, by step, channel and segment

${messages(seen, isMarketing)}

## Service messages

${messages(seen, (message) => !isMarketing(message))}

## Time and size

${table(
  ['What', 'measured'],
  [
    ['everything', `${kept.seconds.toFixed(0)} s`],
    ['sign-ups and confirmations', `${spent(/^Sign-ups/)} s`],
    ['six weeks', `${spent(/^Day/)} s`],
    ['slowest day', slowest ? `${slowest[0].toLowerCase()}, ${(slowest[1] / 1000).toFixed(1)} s` : '-'],
    ['messages', total.toLocaleString('en-US')],
    [
      'memory of the process at the end (house, tables, outside world and this script)',
      `${Math.round(kept.memory / 2 ** 20)} MB`,
    ],
    ['data folder', `${(kept.disk / 2 ** 20).toFixed(0)} MB`],
  ],
)}

One tip with its reports costs about 10 reads and 6 writes of the tables and one provider request; a sign-up for one
channel, its confirmation mail included, 16 reads and 11 writes. All of it, the tables too, shares one process here. Of
that process's time a profile of 120 runners puts 28% into the AWS SDK, 24% into Node's own HTTP, streams and crypto,
19% into the local tables, and 6% into the code of this repository.

${problems.length === 0 ? 'No check failed.' : `**${problems.length} checks failed.**`}
`;
}
