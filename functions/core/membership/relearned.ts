import type { Instant } from '../base/time';
import { bookingRests } from '../bookings/booking';
import { withFact, withLocale } from '../person/profile';
import type { Subscriber } from '../person/subscriber';
import { isCheckInReply, withLearned, withReply } from '../replies/check-in';
import { meaningOf } from '../replies/keyword';
import { type HistoryEntry, markedSeen, officeIn } from '../sending/journal';
import { type Book, rerouted } from '../series/enrollment';
import { choiceIn } from './choice';
import { withBreak, withTipsBy, withTopic } from './preference';

/**
 * A person as a backup knew them, with what the history says was learned since: check-ins, a doctor's visit, breaks,
 * topics, language, requests for a visit. The same object where it says nothing new, so that it can be repeated.
 */
export function relearned(
  person: Subscriber,
  history: readonly HistoryEntry[],
  from: Instant,
  book: Book,
  now: Instant,
): Subscriber {
  const since = history.filter(({ at }) => at >= from).sort((a, b) => a.at - b.at);
  const told = since.reduce((next, entry) => learnedFrom(next, entry, book), person);
  return told.profile === person.profile ? told : rerouted(told, book, now);
}

function learnedFrom(person: Subscriber, { happening, at }: HistoryEntry, book: Book): Subscriber {
  switch (happening.what) {
    case 'check-in':
      return isCheckInReply(happening.answer) ? withReply(person, happening.answer) : person;
    case 'reply': {
      if (happening.learned !== undefined) return withLearned(person, happening.learned);
      // An older release wrote this down.
      const meaning = meaningOf(happening.body);
      if (happening.meaning !== meaning.kind) return person;
      if (meaning.kind === 'seen') return withReply(person, 'seen');
      return meaning.kind === 'check-in' ? withReply(person, meaning.answer) : person;
    }
    case 'staff':
      return byStaff(person, happening.action);
    case 'booking':
    case 'booking-changed': {
      const { location } = happening;
      const told = typeof location === 'string' ? withFact(person, { location }) : person;
      return { ...told, visitUntil: Math.max(at + bookingRests, person.visitUntil ?? 0) };
    }
    case 'preferences':
      return chosen(person, happening.change, at, book);
    default:
      return person;
  }
}

function byStaff(person: Subscriber, action: string): Subscriber {
  if (action === markedSeen) return withReply(person, 'seen');
  const location = officeIn(action);
  return location === undefined ? person : withFact(person, { location });
}

function chosen(person: Subscriber, change: string, at: Instant, book: Book): Subscriber {
  const choice = choiceIn(change);
  switch (choice?.set) {
    case 'topic':
      return withTopic(person, choice.seriesId, choice.on, book, at);
    case 'tips-by':
      return withTipsBy(person, choice.by, at);
    case 'locale':
      return withLocale(person, choice.locale);
    case 'pause': {
      if (choice.on) return withBreak(person, at);
      const { pausedUntil: _until, ...back } = person;
      return back;
    }
    // What a channel is worth is in the departures and the guard; asking for one's data teaches nothing.
    default:
      return person;
  }
}
