import type {
  ApproveWish,
  Audience,
  AuditLine,
  BookingRow,
  CampaignDetail,
  CampaignRow,
  ControlsView,
  CountRequest,
  Decide,
  DecidedMany,
  DecideMany,
  EditBooking,
  EditCampaign,
  EditSegment,
  EditSeries,
  Explained,
  HeldGroup,
  Home,
  Me,
  MessageRow,
  OfficeWish,
  Options,
  OptOut,
  PathRequest,
  Paused,
  Previewed,
  PreviewRequest,
  Rendered,
  Reply,
  ScheduleWish,
  SegmentRow,
  SeriesDetail,
  SeriesRow,
  SubscriberDetail,
  SubscriberRow,
  TestRecipient,
  TestSendRequest,
  TestSent,
} from '../../functions/http/staff/app';
import { clockIs } from './when';

/** What the console is told about its surroundings before anyone signs in. */
export interface Config {
  issuer: string;
  clientId: string;
  redirectUri?: string;
  scope: string;
  practiceName: string;
  /** Names of files that the practice's pages serve; without one the name stands in type. */
  logo?: { light: string; dark: string; width: number };
  /** A desk demo with made-up people. */
  demo?: boolean;
}

export interface Listed<T> {
  items: T[];
  next?: string;
}

/** An answer that is not a success, in the server's own words; `field` names what to correct. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly field?: string,
    /** The saved version, if somebody else saved first. */
    readonly current?: object,
  ) {
    super(message);
  }
}

/** Gives the bearer token of the signed-in person, or undefined once signed out. */
type TokenSource = () => Promise<string | undefined>;
let tokenSource: TokenSource = async () => undefined;
let onSignedOut: () => void = () => {};

export function connectTokens(source: TokenSource, signedOut: () => void): void {
  tokenSource = source;
  onSignedOut = signedOut;
}

const base = '/staff/api';
type Query = Record<string, string | number | undefined>;
type Method = 'GET' | 'POST' | 'PUT';

async function ask<T>(method: Method, path: string, { query = {}, body, signal }: Asked = {}): Promise<T> {
  const token = await tokenSource();
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  const address = search.size > 0 ? `${base}${path}?${search}` : `${base}${path}`;
  const response = await fetch(address, {
    method,
    headers: {
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiError(0, 'offline', 'The server cannot be reached. Check your connection and try again.');
  });
  if (response.status === 401) onSignedOut();
  if (!response.ok) throw await refusal(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

interface Asked {
  query?: Query;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

async function refusal(response: Response): Promise<ApiError> {
  const answer = (await response.json().catch(() => ({}))) as {
    error?: { code?: string; message?: string; field?: string };
    current?: object;
  };
  const { code = 'unknown', message, field } = answer.error ?? {};
  return new ApiError(response.status, code, message ?? plainly(response.status), field, answer.current);
}

function plainly(status: number): string {
  if (status === 401) return 'You are signed out. Sign in again to go on.';
  if (status === 403) return 'Your role does not allow this.';
  if (status === 404) return 'This is not there (any more).';
  if (status === 409) return 'Somebody else changed this in the meantime. Load it again and repeat your change.';
  if (status === 429) return 'Too many requests at once. Wait a moment and try again.';
  return 'Something went wrong on the server. Nothing was changed.';
}

const get = <T>(path: string, query?: Query, signal?: AbortSignal) =>
  ask<T>('GET', path, { ...(query ? { query } : {}), signal });
const post = <T>(path: string, body: unknown = {}, signal?: AbortSignal) => ask<T>('POST', path, { body, signal });
const put = <T>(path: string, body: unknown) => ask<T>('PUT', path, { body });
const at = encodeURIComponent;

/** Every question the console asks, on one page. */
export const api = {
  me: (signal?: AbortSignal) => get<Me>('/me', undefined, signal),
  options: (signal?: AbortSignal) => get<Options>('/options', undefined, signal),
  home: async (signal?: AbortSignal) => {
    const home = await get<Home>('/home', undefined, signal);
    clockIs(home.now);
    return home;
  },

  controls: (signal?: AbortSignal) => get<ControlsView>('/controls', undefined, signal),
  /** `rev` is that of the controls that were seen; stopping heeds none. */
  stopAnswers: (on: boolean, rev: number) => post<unknown>('/controls/total', { on, rev }),
  kill: (on: boolean, rev: number, reason?: string) =>
    post<unknown>('/controls/kill', { on, rev, ...(reason ? { reason } : {}) }),

  subscribers: (query: Query, signal?: AbortSignal) => get<Listed<SubscriberRow>>('/subscribers', query, signal),
  // An address belongs in a body: URLs end up in logs and histories.
  find: (address: string) => post<Listed<SubscriberRow>>('/subscribers/find', { address }),
  subscriber: (id: string, signal?: AbortSignal) => get<SubscriberDetail>(`/subscribers/${at(id)}`, undefined, signal),
  optOut: (id: string, body: OptOut) => post<unknown>(`/subscribers/${at(id)}/opt-out`, body),
  askAgain: (id: string, channel: MessageRow['channel']) => post<unknown>(`/subscribers/${at(id)}/ask`, { channel }),
  why: (id: string, question: WhyQuestion, signal?: AbortSignal) =>
    get<Explained>(`/subscribers/${at(id)}/explain`, { ...question }, signal),
  office: (id: string, body: OfficeWish) => post<unknown>(`/subscribers/${at(id)}/office`, body),
  seen: (id: string, rev: number) => post<unknown>(`/subscribers/${at(id)}/seen`, { rev }),

  seriesList: (signal?: AbortSignal) => get<Listed<SeriesRow>>('/series', undefined, signal),
  series: (id: string, version?: number, signal?: AbortSignal) =>
    get<SeriesDetail>(`/series/${at(id)}`, { version }, signal),
  saveSeries: (id: string, body: EditSeries) => post<{ version: number }>(`/series/${at(id)}/versions`, body),
  approve: (id: string, n: number, body: object) => post<unknown>(`/series/${at(id)}/versions/${n}/approve`, body),
  pauseSeries: (id: string) => post<Paused>(`/series/${at(id)}/pause`),
  /** `rev` is that of the controls. */
  resumeSeries: (id: string, rev: number) => post<Paused>(`/series/${at(id)}/resume`, { rev }),

  samples: (signal?: AbortSignal) => get<Listed<Sample>>('/samples', undefined, signal),
  preview: (body: PreviewRequest, signal?: AbortSignal) => post<Previewed>('/preview', body, signal),
  path: (body: PathRequest, signal?: AbortSignal) => post<Listed<PathStop>>('/preview/path', body, signal),

  testRecipients: (signal?: AbortSignal) => get<Listed<TestRecipient>>('/test-recipients', undefined, signal),
  sendTest: (body: TestSendRequest) => post<TestSent>('/test-sends', body),
  testSent: (id: string, signal?: AbortSignal) => get<TestSent>(`/test-sends/${at(id)}`, undefined, signal),

  segments: (signal?: AbortSignal) => get<Listed<SegmentRow>>('/segments', { limit: 100 }, signal),
  saveSegment: (body: EditSegment) => post<SegmentRow>('/segments', body),
  count: (body: CountRequest, signal?: AbortSignal) => post<Audience>('/segments/count', body, signal),

  campaigns: (query: Query, signal?: AbortSignal) => get<Listed<CampaignRow>>('/campaigns', query, signal),
  campaign: (id: string, signal?: AbortSignal) => get<CampaignDetail>(`/campaigns/${at(id)}`, undefined, signal),
  saveCampaign: (body: EditCampaign, known?: { id: string; rev: number }) =>
    known
      ? put<CampaignRow>(`/campaigns/${at(known.id)}`, { ...body, rev: known.rev })
      : post<CampaignRow>('/campaigns', body),
  askApproval: (id: string, rev: number) => post<CampaignRow>(`/campaigns/${at(id)}/review`, { rev }),
  approveCampaign: (id: string, body: ApproveWish) => post<CampaignRow>(`/campaigns/${at(id)}/approve`, body),
  scheduleCampaign: (id: string, body: ScheduleWish) => post<CampaignRow>(`/campaigns/${at(id)}/schedule`, body),
  stopCampaign: (id: string, how: 'pause' | 'cancel') => post<unknown>(`/campaigns/${at(id)}/${how}`),
  resumeCampaign: (id: string, rev: number) => post<unknown>(`/campaigns/${at(id)}/resume`, { rev }),

  bookings: (query: Query, signal?: AbortSignal) => get<Listed<BookingRow>>('/bookings', query, signal),
  bookingsByStep: (signal?: AbortSignal) => get<Listed<StepBookings>>('/bookings/by-step', undefined, signal),
  turnBooking: (id: string, body: EditBooking) => post<unknown>(`/bookings/${at(id)}`, body),

  messages: (query: Query, signal?: AbortSignal) => get<Listed<MessageRow>>('/messages', query, signal),
  rendered: (subscriber: string, message: string, signal?: AbortSignal) =>
    get<Rendered>(`/messages/${at(subscriber)}/${at(message)}/rendered`, undefined, signal),
  decide: (subscriber: string, message: string, as: Decide['as']) =>
    post<unknown>(`/messages/${at(subscriber)}/${at(message)}/decide`, { as }),
  held: (signal?: AbortSignal) => get<{ items: HeldGroup[]; more: boolean }>('/held', undefined, signal),
  decideMany: (body: DecideMany, cursor?: string) =>
    ask<DecidedMany>('POST', '/held/decide', { query: { cursor }, body }),
  replies: (query: Query, signal?: AbortSignal) => get<Listed<Reply>>('/replies', query, signal),

  audit: (query: Query, signal?: AbortSignal) => get<Listed<AuditLine>>('/audit', query, signal),
};

/** Which step of which series, on which channel. */
export interface WhyQuestion {
  seriesId: string;
  stepId: string;
  channel: MessageRow['channel'];
  run?: string;
}

export interface Sample {
  id: string;
  name: string;
  what: string;
}
interface PathStop {
  day: number;
  at: string;
  stepId: string;
  subject: string;
}
export interface StepBookings {
  stepId: string;
  requests: number;
  booked: number;
}

/** Where to sign in, and whose console this is; the same file in the cloud and on the desk. */
export async function loadConfig(): Promise<Config> {
  const response = await fetch('/staff/config.json', { cache: 'no-store', credentials: 'omit' }).catch(() => undefined);
  if (!response?.ok) throw new ApiError(response?.status ?? 0, 'config', 'The console cannot read its settings.');
  return (await response.json()) as Config;
}
