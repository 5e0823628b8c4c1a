import { day, hour } from '../../core/base/time';
import { addNotice } from '../../core/person/notice';
import type { NoticeKind, Subscriber } from '../../core/person/subscriber';
import type { InboundText } from '../../core/practice/text';
import { languageOfText } from '../../core/replies/language';
import { readText } from '../../core/replies/phrases';
import { speaksOfBody } from '../../core/replies/symptom';
import { answerId, answerNotice } from '../../core/sending/answer-state';
import { deliveryId } from '../../core/sending/delivery';
import type { Clock, Ledger, People, Wake } from '../ports';

export type AnswerPorts = Clock &
  People<'change'> &
  Ledger<'delivery'> &
  Wake & {
    /** Whether the budgets let one more answer to small talk go to this number. Leaving, HELP and need are never asked. */
    mayAnswer(from: string): Promise<boolean>;
  };

/** Puts the answer on the person, in the language of the text, and wakes the worker. The id makes a text delivered twice one answer. */
export async function answer(
  ports: AnswerPorts,
  id: string,
  text: InboundText,
  kind: NoticeKind,
  lives = day,
  locale = languageOfText(text.body),
): Promise<void> {
  const wanted = answerNotice(kind, id, text.id, ports.now(), lives, locale);
  await ports.people.change(id, (person) => addNotice(person, wanted));
  await ports.wake(id, 'sms');
}

/** Whether this very text has been answered so before: a crash came after that. */
export async function isAnswered(ports: AnswerPorts, { id, notices }: Subscriber, text: InboundText, kind: NoticeKind) {
  const answer = answerId(kind, id, text.id);
  const waits = notices.some((one) => one.id === answer);
  return waits || (await ports.ledger.delivery(id, deliveryId(answer, kind))) !== undefined;
}

/**
 * "This number is not watched. Emergency: call 911." Small talk gets it at most once in 24 hours; whoever writes of their
 * body gets it each time, whatever has been said and spent before.
 */
export async function hint(ports: AnswerPorts, person: Subscriber, text: InboundText): Promise<void> {
  const now = ports.now();
  const isSmallTalk = !speaksOfBody(readText(text.body).line);
  if (isSmallTalk && person.hintedAt !== undefined && now - person.hintedAt < day) return;
  if (isSmallTalk && !(await ports.mayAnswer(text.from))) return;
  await answer(ports, person.id, text, 'sms-not-understood', isSmallTalk ? hour : day);
  await ports.people.change(person.id, (current) => ({ ...current, hintedAt: now }));
}
