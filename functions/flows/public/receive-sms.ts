import { derivedId, newId } from '../../core/base/id';
import type { Locale } from '../../core/base/locale';
import { day } from '../../core/base/time';
import { choiceText } from '../../core/membership/choice';
import { stopAnswerTo } from '../../core/membership/stop-answer';
import { ourTexts } from '../../core/messages/our-texts';
import { mayQuote, type Quote, readQuote } from '../../core/messages/quote';
import { newPerson, unprovenLives, withChannel, withTextQuestion } from '../../core/person/contact';
import { confirmationLives, wasToldByText, withAsk } from '../../core/person/guard';
import { withLocale, withSigns } from '../../core/person/profile';
import { languageOf, type Subscriber } from '../../core/person/subscriber';
import { isNumbersOwn, isWaiting } from '../../core/person/wish';
import { askedByText, isAskedByText, shownAgainByText, shownByText } from '../../core/practice/consent';
import type { InboundText } from '../../core/practice/text';
import { learnedFrom, withLearned } from '../../core/replies/check-in';
import { isForStaff, type Meaning, meaningOf } from '../../core/replies/keyword';
import { languageOfText } from '../../core/replies/language';
import { isScreened, wasAskedHow } from '../../core/replies/screen';
import { rerouted } from '../../core/series/enrollment';
import type { SeriesVersion } from '../../core/series/series';
import { placeOf } from '../../core/time/zone';
import type { Ledger } from '../ports';
import { type AnswerPorts, answer, hint, isAnswered } from './answer-text';
import { type ConfirmPorts, confirmChannel } from './confirm';
import { type LeavePorts, leaveChannel } from './leave';

export type TextPorts = LeavePorts &
  ConfirmPorts &
  AnswerPorts &
  Ledger<'hasHistory'> & {
    /** Where the legal pages stand. */
    publicUrl: string;
    /** Whatever series have ever said, for words of ours that come back in a quotation. */
    everyVersion(): Promise<SeriesVersion[]>;
  };

/**
 * A text from a phone. Every effect is idempotent and the history entry is written last, so a crash repeats the whole
 * and a repeat changes nothing: answers carry ids derived from the text's own id.
 */
export async function receiveSms(ports: TextPorts, text: InboundText): Promise<Meaning['kind']> {
  const entryId = derivedId('msg', 'reply', text.id);
  const { own, isReaction } = await quoteIn(ports, text.body);
  const read: Meaning = isReaction ? { kind: 'reaction' } : meaningOf(own);
  const said = { ...text, body: own };
  const form = read.kind === 'yes' ? await signUpOf(ports, text.from) : undefined;
  const person = form ?? (await senderOf(ports, text.from));
  const saysSigns = isScreened(read, own, person) && !wasAskedHow(person, await ports.book(person));
  const meaning: Meaning = saysSigns ? { kind: 'emergency', alsoStop: false, signs: true } : read;
  if (await ports.ledger.hasHistory(person.id, entryId)) return meaning.kind;

  const subscriber = meaning.kind === 'yes' ? await yes(ports, person, said) : person.id;
  await act(ports, person, meaning, said);
  const learned = learnedFrom(meaning, person);
  await ports.ledger.addHistory({
    subscriber,
    id: entryId,
    at: ports.now(),
    happening: {
      what: 'reply',
      body: text.body.slice(0, 1600),
      meaning: meaning.kind,
      forStaff: isForStaff(meaning),
      providerId: text.id,
      ...(learned ? { learned } : {}),
    },
  });
  return meaning.kind;
}

/** What of a text is the person's own. Words that cannot be compared with ours now are read as theirs. */
async function quoteIn({ practice, everyVersion }: TextPorts, body: string): Promise<Quote> {
  if (!mayQuote(body)) return readQuote(body, []);
  return readQuote(body, ourTexts(practice, await everyVersion().catch(() => [])));
}

/**
 * The sign-up that YES answers: the newest that named this number. Whoever asked by text has been asked in reply, and
 * answers that.
 */
async function signUpOf(ports: TextPorts, from: string): Promise<Subscriber | undefined> {
  const now = ports.now();
  const { owner, wish } = await ports.guardOf(from, (current) => current);
  if (wish === undefined || wish === owner) return undefined;
  const named = { channel: 'sms', address: from } as const;
  const texted = owner === undefined ? undefined : await ports.people.load(owner);
  if (isWaiting(texted, named, now)) return undefined;
  const form = await ports.people.load(wish);
  return isWaiting(form, named, now) ? form : undefined;
}

/**
 * The number's own record, or a consentless item that is erased after 30 days. Never a sign-up that names it: whoever
 * typed the number would read its texts.
 */
async function senderOf(ports: TextPorts, from: string): Promise<Subscriber> {
  const guard = await ports.guardOf(from, (current) => current);
  const owner = guard.owner ? await ports.people.load(guard.owner) : undefined;
  // A record that the number is joining at this moment is its own already: a STOP behind a YES has to find it.
  if (owner?.channels.sms?.address === from && (isNumbersOwn(owner) || guard.joining === owner.id)) return owner;
  const now = ports.now();
  const blank = newPerson(newId('sub', ports.bytes), 'unknown', now);
  const silent = guard.suppressed ? ('unsubscribed' as const) : ('pending' as const);
  const person = withChannel({ ...blank, expiresAt: now + unprovenLives }, 'sms', {
    address: from,
    status: silent,
    since: guard.suppressed?.at ?? now,
  });
  const created = await ports.people.create(person);
  const { owner: winner } = await ports.guardOf(from, (current) =>
    current.owner === guard.owner && current.turns === guard.turns
      ? { ...current, channel: 'sms', owner: created.id }
      : undefined,
  );
  // A YES that came between has given the number to a record.
  const proven = winner === undefined || winner === created.id ? undefined : await ports.people.load(winner);
  return proven?.channels.sms?.address === from ? proven : created;
}

async function act(ports: TextPorts, person: Subscriber, meaning: Meaning, text: InboundText): Promise<void> {
  switch (meaning.kind) {
    case 'crisis':
    case 'emergency':
      // Help first: leaving may wait some seconds for a request under way.
      await answer(ports, person.id, text, meaning.kind === 'crisis' ? 'sms-crisis' : 'sms-emergency');
      if (meaning.alsoStop) await leaveChannel(ports, person.id, 'sms', { means: 'text', said: text.body });
      if ('signs' in meaning) await noteSigns(ports, person);
      return;
    case 'stop':
      // Leaving answers for itself, in the save that makes the answer true.
      await leaveChannel(ports, person.id, 'sms', {
        means: 'text',
        said: text.body,
        answer: stopAnswerTo(ports.practice, text.body, meaning.certain),
      });
      return ports.wake(person.id, 'sms');
    case 'help':
      return answer(ports, person.id, text, 'sms-help');
    case 'tips':
    case 'start':
      return person.channels.sms?.status === 'active'
        ? answer(ports, person.id, text, 'sms-help')
        : askByText(ports, person, text);
    case 'yes':
    case 'reaction':
      return;
    case 'check-in':
    case 'seen':
      return record(ports, person, meaning, text);
    case 'language':
      return speak(ports, person, meaning.locale, text);
    case 'other':
      return hint(ports, person, text);
  }
}

/** ESPAÑOL and ENGLISH: what is read from now on. Consent is in no language and stays as it is. */
async function speak(ports: TextPorts, person: Subscriber, locale: Locale, text: InboundText): Promise<void> {
  const now = ports.now();
  // The history is told first, because a restore learns the language from it again.
  await ports.ledger.addHistory({
    subscriber: person.id,
    id: derivedId('aud', 'language', text.id),
    at: now,
    happening: { what: 'preferences', change: choiceText({ set: 'locale', locale }) },
  });
  const book = await ports.book(person);
  await ports.people.change(person.id, (current) => {
    const told = withLocale(current, locale);
    return told === current ? undefined : rerouted(told, book, now);
  });
  if (await ports.mayAnswer(text.from)) await answer(ports, person.id, text, 'sms-language', day, locale);
}

/**
 * TIPS and START: the disclosure, then nothing until YES; whoever has it on their phone gets the question in short. What
 * is asked here is consent, recorded word for word. The phone itself asks, so the limits on what strangers' sign-ups may
 * send it do not count: nobody can lock its owner out.
 */
async function askByText(ports: TextPorts, person: Subscriber, text: InboundText): Promise<void> {
  const now = ports.now();
  const guard = await ports.guardOf(text.from, (current) => current);
  // What a crash left half done is finished: a question that is written down has to be put. What it left done stays so.
  const { consent: begun } = person.channels.sms?.asked ?? {};
  const isByText = begun !== undefined && isAskedByText(begun);
  const isPut = isByText && guard.asked.includes(begun.at);
  for (const kind of ['sms-tips-disclosure', 'sms-ask-again'] as const)
    if (isPut && (await isAnswered(ports, person, text, kind))) return;
  if ((isPut || !isByText) && !(await ports.mayAnswer(text.from))) return;
  const locale = languageOfText(text.body) ?? languageOf(person);
  const again = wasToldByText(guard, person, now, locale);
  const shown = again ? shownAgainByText(ports.practice, locale) : shownByText(ports.practice, ports.publicUrl, locale);
  const ref = await ports.ledger.addEvidence(askedByText(ports.practice, person.id, text, shown, now));
  const asked = { consent: { at: now, wording: shown.wording, ref }, by: now + confirmationLives };
  const place = placeOf({ phone: text.from }, ports.practice.timeZone, ports.practice.state);
  await ports.people.change(person.id, (current) => withTextQuestion(current, asked, place, now, locale));
  await answer(ports, person.id, text, again ? 'sms-ask-again' : 'sms-tips-disclosure');
  // Counted last: a crash before it repeats the same answer, a crash after it repeats nothing.
  await ports.guardOf(text.from, ({ askedFor: _for, ...current }) => ({
    ...current,
    wish: person.id,
    asked: withAsk(current.asked, now),
  }));
}

/**
 * YES to a question we asked within seven days; answers whose record the number belongs to then. Whoever began by text
 * is asked for their answers.
 */
async function yes(ports: TextPorts, person: Subscriber, text: InboundText): Promise<string> {
  const { sms } = person.channels;
  const open = sms?.asked !== undefined && ports.now() <= sms.asked.by;
  if (!open && sms?.status !== 'active') {
    await hint(ports, person, text);
    return person.id;
  }
  // Confirming twice is confirming once: a repeat after a crash finishes what the first left undone.
  const { subscriber } = await confirmChannel(ports, person.id, 'sms', { page: 'text' });
  const record = await ports.people.load(subscriber);
  if (record && !record.profile?.firstName) await answer(ports, subscriber, text, 'sms-profile-link');
  return subscriber;
}

async function record(
  ports: TextPorts,
  person: Subscriber,
  meaning: Extract<Meaning, { kind: 'check-in' | 'seen' }>,
  text: InboundText,
): Promise<void> {
  const learned = learnedFrom(meaning, person);
  if (learned === undefined || learned === 'nothing') return hint(ports, person, text);
  const book = await ports.book(person);
  await ports.people.change(person.id, (current) => {
    const told = withLearned(current, learned);
    return told === current ? undefined : rerouted(told, book, ports.now());
  });
  const isWorse = meaning.kind === 'check-in' && meaning.answer === 'worse';
  if (isWorse || (await ports.mayAnswer(text.from))) await answer(ports, person.id, text, 'sms-check-in');
}

/** From here on they take the path of whoever a doctor should see first. */
async function noteSigns(ports: TextPorts, person: Subscriber): Promise<void> {
  const book = await ports.book(person);
  await ports.people.change(person.id, (current) => rerouted(withSigns(current), book, ports.now()));
}
