import { StridewellError } from '../../core/base/error';
import { bare } from '../../core/base/id';
import { readToken, signToken } from '../../core/base/token';
import { type CheckInReply, withReply } from '../../core/replies/check-in';
import { rerouted } from '../../core/series/enrollment';
import { refuseSample } from '../../core/series/sample';
import type { Books, Clock, Keys, Ledger, People, Wake } from '../ports';

type CheckInPorts = Clock & Keys & People<'load' | 'change'> & Books & Ledger<'addHistory'> & Wake;

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
