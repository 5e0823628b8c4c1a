import { derivedId } from '../base/id';
import type { Locale } from '../base/locale';
import { day, type Instant } from '../base/time';
import { isTollFree } from '../person/address';
import { addNotice } from '../person/notice';
import type { Notice, Subscriber } from '../person/subscriber';
import type { Practice } from '../practice/practice';
import { languageOfText } from '../replies/language';
import { drainMargin } from '../sending/due';
import { underWayUntil } from '../sending/leave-channel';

const stopAnswer = 'sms-stop';
/**
 * After five minutes its lateness has to be justified (47 CFR 64.1200(a)(12)): by a kill switch, whose reason and hour
 * stand in the audit trail. After a day silence has said the same.
 */
const stopAnswerLives = day;

export interface StopAnswer {
  /** Their words left no doubt; otherwise the one answer may ask. */
  certain: boolean;
  /** The language they said it in, where their words tell. */
  locale?: Locale;
}

/**
 * An opt-out by text is acknowledged once: 47 CFR 64.1200(a)(12). A toll-free STOP is answered by the network: no other number, and no other word.
 */
export function stopAnswerTo({ sender }: Practice, said: string, certain: boolean): StopAnswer | undefined {
  if (isTollFree(sender.smsNumber) && /^\s*stop\s*$/i.test(said)) return undefined;
  const locale = languageOfText(said);
  return { certain, ...(locale ? { locale } : {}) };
}

/**
 * The answer to STOP stands in the very save that makes it true, so no crash comes between. It is due when nothing that
 * was claimed before can still start, and is moved forward once requests under way have finished.
 */
export function withStopAnswer(person: Subscriber, { certain, locale }: StopAnswer, now: Instant): Subscriber {
  const { since } = person.channels.sms!;
  const data = { ...(certain ? {} : { unsure: 'yes' }), ...(locale ? { locale } : {}) };
  return addNotice(person, {
    id: derivedId('ntc', stopAnswer, person.id, String(since)),
    kind: stopAnswer,
    channel: 'sms',
    dueAt: Math.max(now, underWayUntil(person, 'sms', drainMargin) ?? now),
    expiresAt: now + stopAnswerLives,
    ...(Object.keys(data).length > 0 ? { data } : {}),
  });
}

/** Nothing more can start, so there is nothing left to wait for. */
export function answeredNow(person: Subscriber, now: Instant): Subscriber | undefined {
  const waits = ({ kind, phase, tries, dueAt }: Notice) =>
    kind === stopAnswer && phase === 'waiting' && tries === undefined && dueAt > now;
  if (!person.notices.some(waits)) return undefined;
  return { ...person, notices: person.notices.map((one) => (waits(one) ? { ...one, dueAt: now } : one)) };
}
