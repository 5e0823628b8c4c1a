import type { EditCampaign, MessageRow, Options, Role } from '../../functions/http/staff/app';

/** Plain words for everything the server names by code. The server says them; here they only get their colour. */

export type Tone = 'good' | 'calm' | 'warn' | 'bad' | 'quiet';
interface Said {
  label: string;
  tone: Tone;
}

export type Channel = MessageRow['channel'];
export type ChannelOption = Options['channels'][number];

let told: Pick<Options, 'channels' | 'labels'> | undefined;
/** Called once, with what the server tells at sign-in; no page is shown before. */
export const learn = (options: Pick<Options, 'channels' | 'labels'>): void => {
  told = options;
};
const known = () => {
  if (!told) throw new Error('The server has not told its words yet.');
  return told;
};

/** Labels come when they are first read, which is after sign-in. */
export const said = <Group extends keyof Options['labels'], Code extends keyof Options['labels'][Group] & string>(
  group: Group,
  tones: Record<Code, Tone>,
): Record<Code, Said> =>
  Object.fromEntries(
    (Object.entries(tones) as [Code, Tone][]).map(([code, tone]) => [
      code,
      {
        tone,
        get label() {
          return (known().labels[group] as Record<string, string>)[code] ?? code;
        },
      },
    ]),
  ) as Record<Code, Said>;

const outcomeTones: Record<MessageRow['outcome'], Tone> = {
  sent: 'good',
  unconfirmed: 'warn',
  skipped: 'quiet',
  blocked: 'bad',
  held: 'warn',
  stopped: 'quiet',
  unknown: 'warn',
  pending: 'calm',
};
export const outcomeWords = said('outcomes', outcomeTones);

/** Where a campaign stands. */
export const standingWords = said('standings', {
  draft: 'quiet',
  waiting: 'warn',
  approved: 'calm',
  scheduled: 'calm',
  sending: 'good',
  paused: 'warn',
  cancelled: 'bad',
  finished: 'good',
  nobody: 'bad',
});

export const bookingWords = said('bookings', { requested: 'warn', booked: 'good', visited: 'quiet', closed: 'quiet' });

export const channelStatusWords = said('statuses', {
  pending: 'warn',
  active: 'good',
  unsubscribed: 'quiet',
  suppressed: 'bad',
});

/** What became of a step of one person's way, or will. */
export const stateWords = said('states', {
  ...outcomeTones,
  behind: 'quiet',
  planned: 'calm',
  waiting: 'warn',
  'not-coming': 'quiet',
});

/** What the service understood of a text. */
export const meaningWords = said('meanings', {
  stop: 'quiet',
  start: 'good',
  yes: 'good',
  help: 'calm',
  emergency: 'bad',
  crisis: 'bad',
  tips: 'good',
  seen: 'good',
  'check-in': 'calm',
  language: 'calm',
  reaction: 'quiet',
  other: 'warn',
});

export const linkLabel = (link: Options['links'][number]): string => known().labels.links[link];

export const channels = (): ChannelOption[] => known().channels;
export const channelOption = (name: Channel): ChannelOption => {
  const found = channels().find((one) => one.name === name);
  if (!found) throw new Error('The server did not tell of this channel.');
  return found;
};
export const channelLabel = (name: Channel): string => channelOption(name).label;
/** The one that a view begins with. */
export const firstChannel = (): Channel => channels()[0]!.name;
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
/** What pickers offer, in the order of the server. */
export const channelChoices = (): { value: Channel; label: string }[] =>
  channels().map(({ name, label }) => ({ value: name, label }));
export const phoneText = (phone: string): string => phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
/** An address as people write it. */
export const addressText = (channel: Channel, address: string): string =>
  channelOption(channel).address === 'phone' ? phoneText(address) : address;

export const checkInWords = { better: 'Better', same: 'The same', worse: 'Worse' } as const;

/** "when-to-see-a-doctor" as people would say it. */
export const stepName = (stepId: string): string => {
  const words = stepId.replace(/^sms-/, 'text: ').replaceAll('-', ' ');
  return capital(words);
};

export const count = (n: number): string => n.toLocaleString('en-US');
export const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

const ranks: readonly Role[] = ['viewer', 'marketer', 'approver', 'admin'];
export const atLeast = (role: Role, wanted: Role): boolean => ranks.indexOf(role) >= ranks.indexOf(wanted);

export type Who = NonNullable<EditCampaign['who']>;

/** The languages that people read, for a switch. */
export const localeNames = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Spanish' },
];
