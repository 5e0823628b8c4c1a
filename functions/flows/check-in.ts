import type { ChannelName } from '../core/channel';
import { type CheckInReply, withReply } from '../core/check-in';
import { type Book, rerouted } from '../core/enrollment';
import { StridewellError } from '../core/error';
import type { HistoryEntry } from '../core/journal';
import { bare } from '../core/links';
import { refuseSample } from '../core/sample';
import type { Subscriber } from '../core/subscriber';
import type { Instant } from '../core/time';
import { type LinkKeys, readToken, signToken } from '../core/token';

interface CheckInPorts {
  now(): Instant;
  keys: LinkKeys;
  people: {
    load(id: string): Promise<Subscriber | undefined>;
    change(id: string, edit: (person: Subscriber) => Subscriber | undefined): Promise<Subscriber | undefined>;
  };
  book(person: Subscriber): Promise<Book>;
  ledger: { addHistory(entry: HistoryEntry): Promise<boolean> };
  wake(subscriberId: string, channel: ChannelName): Promise<void>;
}

/**
 * Notes how it goes and lets every waiting run take the path that fits now: worse leads to the doctor's step, seen ends
 * the rest from exercises. The history comes first, so that a crash repeats the answer instead of losing it.
 */
export async function checkIn(ports: CheckInPorts, token: string, reply: CheckInReply): Promise<{ bookPath: string }> {
  const [sub = '', msg = ''] = readToken(ports.keys, 'check-in', token);
  const id = `sub_${sub}`;
  refuseSample(id);
  const person = await ports.people.load(id);
  if (!person) throw new StridewellError('gone', 'This link no longer works, because your data was deleted.');

  const now = ports.now();
  const delivery = `msg_${msg}`;
  await ports.ledger.addHistory({
    subscriber: id,
    id: `check-in-${msg}-${reply}`,
    at: now,
    happening: { what: 'check-in', answer: reply, delivery },
  });
  const book = await ports.book(person);
  const changed = await ports.people.change(id, (current) => {
    const answered = withReply(current, reply);
    return answered === current ? current : rerouted(answered, book, now);
  });
  const channels = new Set(
    (changed?.enrollments ?? []).filter(({ status }) => status === 'active').map(({ channel }) => channel),
  );
  for (const channel of channels) await ports.wake(id, channel);
  return { bookPath: `/book/${signToken(ports.keys, 'book', [bare(id), msg])}` };
}
