import { type LocalOptions, start } from '../../lib/local/start';

/** A message as the outside world received it. */
export interface Message {
  id: string;
  channel: 'email' | 'sms';
  to: string;
  from: string;
  subject?: string;
  text: string;
  /** Of a text. */
  parts?: number;
  html?: string;
  headers: { name: string; value: string }[];
  tags: { subscriber: string; target: string; step: string; attempt: string };
  acceptedAt: string;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a stranger's client sees is untyped
  json: any;
}

/** Somebody outside: knows an address, what the contract names, and what arrived. Nothing here reaches behind it. */
export type Town = Awaited<ReturnType<typeof openTown>>;

export async function openTown(options: Partial<LocalOptions> = {}) {
  // The SDK wants a region and credentials even where the local world answers.
  process.env.AWS_REGION ??= 'us-east-1';
  process.env.AWS_ACCESS_KEY_ID ??= 'local';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'local';
  const root = process.cwd();
  const house = await start({ root, port: 0, dataDir: ':memory:', seed: false, withConsole: false, ...options });
  const town = strangersView(house.url);
  await town.goTo(saturdayNight(Date.now()));
  return { ...town, close: () => house.close() };
}

/** Late on a Saturday in the East, on any day this runs: mails of the first day leave, texts wait. */
export function saturdayNight(now: number): string {
  const day = 86_400_000;
  const sunday = Math.ceil(now / day + 1) * day;
  return new Date(sunday + ((7 - new Date(sunday).getUTCDay()) % 7) * day + 3 * 3_600_000).toISOString();
}

export function strangersView(url: string) {
  async function ask(
    method: string,
    to: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await fetch(to.startsWith('http') ? to : url + to, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson && text !== '' ? JSON.parse(text) : undefined,
    };
  }
  const json = { 'content-type': 'application/json', accept: 'application/json' };
  const get = (to: string, headers: Record<string, string> = {}) => ask('GET', to, undefined, headers);
  const post = (to: string, body: object) => ask('POST', to, JSON.stringify(body), json);
  const form = (to: string, body: Record<string, string>) =>
    ask('POST', to, new URLSearchParams(body).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
    });

  const outbox = async (to: string, channel?: Message['channel']): Promise<Message[]> =>
    (await get(`/local/api/outbox?to=${encodeURIComponent(to)}${channel ? `&channel=${channel}` : ''}`)).json;
  /** Everything that is due happens, then this much time passes with all its outcomes. Answers the moment it is. */
  const advance = async (span: string): Promise<number> => {
    const { status, json: said } = await post('/local/api/clock', { advance: span });
    if (status !== 200) throw new Error(`the clock did not move: ${JSON.stringify(said)}`);
    return Date.parse(said.now);
  };
  const settle = () => advance('PT0S');
  const goTo = (at: string) => post('/local/api/clock', { to: at });
  const text = (from: string, body: string) => post('/local/api/sms', { from, body });
  const report = (id: string, type: 'bounce' | 'complaint', bounceType?: 'Permanent' | 'Transient') =>
    post('/local/api/events', { id, type, ...(bounceType ? { bounceType } : {}) });

  /** Signs up by JSON, presses the button of the mail, replies YES to the text: a person all of whose channels are on. */
  const join = async (given: Partial<Signup>): Promise<void> => {
    const signup = {
      ...someone,
      emailConsent: given.email !== undefined,
      smsConsent: given.phone !== undefined,
      ...given,
    };
    const answer = await post('/subscribe', signup);
    if (answer.status !== 202) throw new Error(`sign-up refused: ${answer.text}`);
    await settle();
    if (signup.email && signup.emailConsent) await post(linkIn((await outbox(signup.email)).at(-1)!, 'confirm'), {});
    if (signup.phone && signup.smsConsent) await text(signup.phone, 'YES');
    await settle();
  };

  /** The staff API with a token of this role, as this person. */
  const staff = async (role: string, as?: string) => {
    const { token } = (await post('/local/api/token', { role, ...(as ? { as } : {}) })).json;
    const with_ = (method: string) => (path: string, body?: object) =>
      ask(method, `/staff/api${path}`, body && JSON.stringify(body), { ...json, authorization: `Bearer ${token}` });
    return {
      get: with_('GET'),
      post: with_('POST'),
      put: with_('PUT'),
      raw: (path: string, body: string) =>
        ask('POST', `/staff/api${path}`, body, { ...json, authorization: `Bearer ${token}` }),
    };
  };
  return { url, ask, get, post, form, outbox, advance, settle, goTo, text, report, join, staff };
}

export interface Signup {
  firstName: string;
  email: string;
  phone: string;
  emailConsent: boolean;
  smsConsent: boolean;
  timeZone: string;
  postalCode: string;
  experience: string;
  pain: string;
  redFlags: string[];
  crossTraining: boolean;
  adult: boolean;
  source: string;
  tipsBy: 'email' | 'sms' | 'both';
}

export const someone = {
  firstName: 'Maya',
  timeZone: 'America/New_York',
  experience: 'regular',
  pain: 'mechanical',
  crossTraining: true,
  adult: true,
  tipsBy: 'both' as const,
};

/** The first link of this kind a message carries. */
export function linkIn(message: Message, kind: string): string {
  const found = new RegExp(`https?://\\S+/${kind}/\\S+`).exec(message.text)?.[0];
  if (!found) throw new Error(`no /${kind}/ link in ${message.tags.step}`);
  return found;
}

export const headerOf = (message: Message, name: string): string | undefined =>
  message.headers.find((one) => one.name.toLowerCase() === name.toLowerCase())?.value;

/** Where the one-click header of a sent mail points (RFC 2369: addresses in angle brackets). */
export const oneClickOf = (message: Message): string =>
  /<(https?:[^>]+)>/.exec(headerOf(message, 'List-Unsubscribe') ?? '')?.[1] ?? '';

/** Drip and campaign messages belong to an enrollment; service messages to a notice. */
export const isMarketing = ({ tags }: Message): boolean => tags.target.startsWith('enr_');
export const steps = (messages: Message[]): string[] => messages.filter(isMarketing).map(({ tags }) => tags.step);

/** `Mon 10:30` of a moment in a zone. */
export function localTime(at: string | number, timeZone: string): { day: string; hour: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { day: of('weekday'), hour: Number(of('hour')), minute: Number(of('minute')) };
}

/** Monday to Friday, 10:00 to 18:00 where the person is. */
export function inTextHours(at: string | number, timeZone: string): boolean {
  const { day, hour } = localTime(at, timeZone);
  return !['Sat', 'Sun'].includes(day) && hour >= 10 && hour < 18;
}
