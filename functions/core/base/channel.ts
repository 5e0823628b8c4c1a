import { hour, second } from './time';

/**
 * What a person may be reached by. A new name needs its traits below, a sender (functions/compose-senders.ts), a worker
 * (lib/cloud/concurrency.ts) and its sentences on pages (functions/http/pages/copy). The compiler asks for each
 * (docs/adr/0028).
 */
export const channelNames = ['email', 'sms'] as const;
export type ChannelName = (typeof channelNames)[number];

/** Everything in which channels differ. Code asks for a trait, never for a name. */
export interface ChannelTraits {
  /** mail: subject, HTML and text · text: one plain body. */
  form: 'mail' | 'text';
  /** What its addresses are (core/person/address). */
  address: 'mailbox' | 'phone';
  /** Names the channel in links and stored sends, and therefore never changes. One letter, not shared. */
  letter: string;
  /** As staff read it: "Text", "a text", "texts". */
  label: string;
  noun: string;
  withArticle: string;
  many: string;
  /** Fields of a sign-up that name its address and agree to it; absent when no form offers it. */
  signUp?: { address: 'email' | 'phone'; consent: 'emailConsent' | 'smsConsent' };
  /** The channel whose address one sign-up may name beside this one's (docs/adr/0010). */
  pairedWith?: ChannelName;
  /** The message that asks its address to confirm. */
  question: 'confirm-email' | 'confirm-sms';
  /** link: the question carries a link that names its sign-up · reply: YES answers whatever was asked last. */
  proof: 'link' | 'reply';
  /** Sent on confirmation, and read before the first tip (CTIA 5.1.2.1). */
  welcome?: 'sms-welcome';
  /** law: its hours bind every marketing message (47 CFR 64.1200(c)(1)) · courtesy: a step may be exempt from them. */
  hours: 'law' | 'courtesy';
  /** Local time of day of its steps in series that do not say; absent where every series says. */
  tipHour?: string;
  /** What an opt-out ends: marketing alone, or every message to the address (CTIA 5.1.3). */
  optOutEnds: 'marketing' | 'everything';
  /** What silence after a request becomes when the step does not say. */
  onUnknown: 'assume' | 'hold';
  /** ms from claim to that decision: the provider's last report is in by then. */
  silence: number;
  /** What a message costs of the provider's rate. */
  costs: 'one' | 'parts';
  /** ms a worker waits for its turn; a longer wait is left to a later tick. */
  patience: number;
  /** Hints its queue holds at most: minutes of work. */
  room: number;
}

const own = {
  email: {
    form: 'mail',
    address: 'mailbox',
    letter: 'e',
    label: 'Email',
    noun: 'email',
    withArticle: 'an email',
    many: 'emails',
    signUp: { address: 'email', consent: 'emailConsent' },
    pairedWith: 'sms',
    question: 'confirm-email',
    proof: 'link',
    hours: 'courtesy',
    optOutEnds: 'marketing',
    onUnknown: 'assume',
    silence: 24 * hour,
    costs: 'one',
    patience: 2 * second,
    room: 2000,
  },
  sms: {
    form: 'text',
    address: 'phone',
    letter: 's',
    label: 'Text',
    noun: 'text',
    withArticle: 'a text',
    many: 'texts',
    signUp: { address: 'phone', consent: 'smsConsent' },
    pairedWith: 'email',
    question: 'confirm-sms',
    proof: 'reply',
    welcome: 'sms-welcome',
    hours: 'law',
    optOutEnds: 'everything',
    onUnknown: 'hold',
    silence: 72 * hour,
    costs: 'parts',
    // A number sends one part a second.
    patience: 5 * second,
    room: 500,
  },
} as const satisfies Record<ChannelName, ChannelTraits>;

export const traits: Record<ChannelName, ChannelTraits> = own;

type NameOf<Form> = { [Name in ChannelName]: (typeof own)[Name]['form'] extends Form ? Name : never }[ChannelName];
/** Channels whose messages are mails, and those whose messages are texts. */
export type MailChannel = NameOf<'mail'>;
export type TextChannel = NameOf<'text'>;

export const isText = (channel: ChannelName): channel is TextChannel => traits[channel].form === 'text';

/** Channels that a form offers. */
export type SignUpChannel = {
  [Name in ChannelName]: (typeof own)[Name] extends { signUp: object } ? Name : never;
}[ChannelName];

/** One value for each channel. */
export const perChannel = <T>(of: (name: ChannelName) => T): Record<ChannelName, T> =>
  Object.fromEntries(channelNames.map((name) => [name, of(name)])) as Record<ChannelName, T>;

/** The channel that a letter stands for; undefined for a letter of another release. */
export const channelByLetter = (letter: string | undefined): ChannelName | undefined =>
  channelNames.find((name) => traits[name].letter === letter);

/** The channels that a sign-up may ask for, with the fields that say so. */
export const signUpChannels = channelNames.flatMap((channel) => {
  const { signUp } = traits[channel];
  return signUp ? [{ channel, ...signUp }] : [];
});

/** Whose worker erases records that have expired. */
export const upkeep: ChannelName = 'sms';
