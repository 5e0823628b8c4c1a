import { type ChannelName, type ChannelTraits, perChannel, traits } from '../base/channel';
import { hour, minute } from '../base/time';
import type { Office } from './office';

/** Local times of day "HH:mm": open from `from`, closed at `to`. */
export interface Window {
  from: string;
  to: string;
}

/** ISO weekday, 1 = Monday. A day without a window is closed. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface Hours {
  days: Partial<Record<Weekday, Window>>;
  /** true: closed on federal holidays, those of the person's state, and the days the practice is closed (core/time/office). */
  holidays: boolean;
}

/** Most messages on one channel in rolling time, across series and campaigns. */
export interface Cap {
  per24h: number;
  per7d: number;
  per30d: number;
}

/** When and how often marketing may go out. Service messages are exempt. */
export interface Policy extends Record<ChannelName, Hours> {
  caps: Record<ChannelName, Cap>;
  /** The practice's calendar, added where policy and practice meet; hours closed on holidays are closed on its days too. */
  office?: Office;
  /** ms on both sides of a send in which the window must hold: clocks differ and requests take time. */
  guard: number;
  /** ms of open time after which a step that could not go is skipped. */
  lateness: number;
  /** ms between saying YES to texts and the first tip: what was agreed to (CTIA 5.1.2.1) is read on its own. */
  firstTextAfter: number;
}

/** Texts from 10:00 is Kentucky's rule; until 18:00 and never on a holiday is Rhode Island's (§ 5-61-3.6). */
const textHours: Window = { from: '10:00', to: '18:00' };
const mailHours: Window = { from: '08:00', to: '20:00' };

/**
 * Satisfies the strictest state everywhere, so that a wrong guess of a person's state cannot break a law. Weekends
 * have no texts: Alabama, Louisiana and Mississippi forbid Sunday, and sources disagree about Saturday. Six texts in
 * 30 days is the number told at sign-up.
 */
const shipped: Record<ChannelTraits['hours'], Hours> = {
  law: { days: { 1: textHours, 2: textHours, 3: textHours, 4: textHours, 5: textHours }, holidays: true },
  courtesy: {
    days: { 1: mailHours, 2: mailHours, 3: mailHours, 4: mailHours, 5: mailHours, 6: mailHours, 7: mailHours },
    holidays: false,
  },
};
export const defaultPolicy: Policy = {
  ...perChannel((name) => shipped[traits[name].hours]),
  caps: perChannel(() => ({ per24h: 1, per7d: 6, per30d: 6 })),
  guard: 2 * minute,
  lateness: 48 * hour,
  firstTextAfter: 10 * minute,
};

const anyHour: Window = { from: '00:00', to: '23:59' };
const anyDay = { 1: anyHour, 2: anyHour, 3: anyHour, 4: anyHour, 5: anyHour, 6: anyHour, 7: anyHour };

/** For rehearsals on an emulated cloud, which cannot wait for morning. No law allows it towards a person. */
export const allDay: Policy = {
  ...perChannel(() => ({ days: anyDay, holidays: false })),
  caps: perChannel(() => ({ per24h: 3, per7d: 20, per30d: 20 })),
  guard: minute,
  lateness: 48 * hour,
  firstTextAfter: 0,
};
