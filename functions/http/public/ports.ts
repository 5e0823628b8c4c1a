import type { Context } from 'hono';
import type { Locale } from '../../core/base/locale';
import type { Purpose } from '../../core/base/token';
import type { Preference, PreferencesView } from '../../core/membership/preference';
import type { Visit } from '../../core/membership/robot';
import type { Profiled, SignupRequest } from '../../core/membership/signup';
import type { Wording } from '../../core/practice/consent';
import type { Practice } from '../../core/practice/practice';
import type { CheckInReply } from '../../core/replies/check-in';
import type { AskerView, BookRequest } from '../../flows/public/book';
import type { Confirmation } from '../../flows/public/confirm';
import type { ComingDates } from '../../flows/public/dates';
import type { Left } from '../../flows/public/leave';
import type { DataPage } from '../../flows/public/my-data';
import type { PreferenceResult } from '../../flows/public/preferences';
import type { TipView } from '../../flows/public/tips';
import type { Unexpected } from '../answer';
import type { Limit } from '../guard';
import type { Noted } from '../noted';
import type { Confirmed } from '../pages/confirm';
import type { Metronome } from './same-time';

/** Who asked, as evidence keeps it; `page` never holds a token. */
export interface Asked {
  page: string;
  ip?: string;
  userAgent?: string;
  wording?: Wording;
}

/** All the public side asks of the rest. Every function with a token refuses a forged one with `not-found`. */
export interface PublicFlows {
  /** The fields of a genuine link; reading them changes nothing. */
  read(purpose: Purpose, token: string): string[];
  /** The language of the person a link was made for; undefined where we do not know them. */
  localeOf(purpose: Purpose, token: string): Promise<Locale | undefined>;
  signUp(request: SignupRequest, asked: Asked): Promise<void>;
  confirmation(token: string): Promise<Confirmation>;
  /** `alone`: the other address of the sign-up is not theirs. */
  confirm(token: string, asked: Asked, alone: boolean): Promise<Confirmed>;
  leave(token: string, asked: Asked & { means: 'one-click' | 'page' }): Promise<Left>;
  /** Someone types the address that is to be left alone; the answer is the same for every address. */
  leaveByAddress(address: string, asked: Asked & { means: 'page' }): Promise<Left>;
  completeProfile(token: string, answers: Profiled, asked: Asked): Promise<void>;
  click(token: string, visit: Visit): Promise<{ to: string }>;
  checkIn(token: string, reply: CheckInReply): Promise<{ bookPath: string }>;
  bookingView(token?: string): Promise<AskerView>;
  book(token: string | undefined, request: BookRequest, asked: Asked): Promise<{ callBackBy: number }>;
  tip(token: string): Promise<TipView>;
  textTip(token: string): Promise<TipView>;
  dates(token: string): Promise<ComingDates>;
  preferences(token: string): Promise<PreferencesView>;
  prefer(token: string, wanted: Preference, asked: Asked): Promise<PreferenceResult>;
  dataPage(token: string): Promise<DataPage>;
  myData(token: string): Promise<object>;
  deleteMyData(token: string): Promise<void>;
}

export interface PublicSite extends Metronome {
  practice: Practice;
  /** Over https, browsers are told to come back over nothing else. */
  publicUrl: string;
  now(): number;
  /** Files of `practice/drawings`, such as `calf.png`; the pages' own style and script ride along in the code. */
  assets(name: string): { type: string; body: string | Uint8Array<ArrayBuffer> } | undefined;
  limit: Limit;
  /**
   * Requests a minute and address: sign-ups, and every other form; links of texts that led nowhere, for a whole network.
   * Leaving is never limited.
   */
  perMinute: { signUps: number; forms: number; guesses: number };
  ipOf(c: Context): string | undefined;
  /** Of an answered request: a keyed hash of where it came from, and what is noted of it. */
  sourceOf(c: Context): string;
  note(line: Noted): void;
  unexpected: Unexpected;
}
