import type { ChannelName } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import { derivedId } from '../../core/base/id';
import type { Instant } from '../../core/base/time';
import { countedFor, questionAt, withQuestion } from '../../core/membership/question';
import { countedAs } from '../../core/person/address';
import { confirmationLives, type Guard, withAsk } from '../../core/person/guard';
import type { Subscriber } from '../../core/person/subscriber';
import { askedOnceMore, isSamePair, isWaiting, namedBy, sameTry, whyNotAsked } from '../../core/person/wish';
import type { Staff } from '../../core/practice/staff';
import type { Clock, Guards, Ledger, People, Wake } from '../ports';

export type AskAgainPorts = Clock & People<'load' | 'change'> & Guards & Ledger<'addHistory' | 'delivery'> & Wake;

const refused = (why: string) => new StridewellError('conflict', why);

/**
 * Staff have a waiting sign-up asked once more, because strangers may have used up the questions of its address
 * (docs/adr/0010). It lifts no suppression and brings no consent of its own: the answer still has to come from the
 * address. The note, the guard, the sign-up: a crash between is mended by the same act, which puts the question that was
 * counted. Throws not-found for the person, invalid (`channel`), and conflict with the reason.
 */
export async function askAgain(ports: AskAgainPorts, id: string, channel: ChannelName, staff: Staff): Promise<void> {
  const now = ports.now();
  const form = await ports.people.load(id);
  if (!form) throw new StridewellError('not-found', 'There is no such person.');
  const reached = form.channels[channel];
  if (!reached) throw new StridewellError('invalid', 'This person is not reached there.', 'channel');
  const { address } = reached;
  const counted = countedAs(address);
  const guard = await ports.guardOf(address, (current) => current);
  const shared = counted === address ? undefined : await ports.guardOf(counted, (current) => current);
  const unput = await neverPut(ports, form, channel, guard, now);
  const why = whyNotAsked(reached, guard, [...guard.asked, ...(shared?.asked ?? [])], unput, now);
  if (why !== undefined) throw refused(why);

  const askedAt = unput ?? now;
  const question = questionAt(channel, id, askedAt);
  const happening = { what: 'staff' as const, actor: staff.name, action: 'asked to confirm once more' };
  await ports.ledger.addHistory({ subscriber: id, id: derivedId('aud', question.id), at: now, happening });
  const other = guard.wish === undefined || guard.wish === id ? undefined : await ports.people.load(guard.wish);
  const rival = isWaiting(other, { channel, address }, now) && !isSamePair(other!, namedBy(form));
  await ports.guardOf(address, (current) => {
    // Two at once must not both ask.
    const late = whyNotAsked(reached, current, current.asked, unput, now);
    if (late !== undefined) throw refused(late);
    return askedOnceMore(current, { form: id, channel, seen: guard.wish, rival }, askedAt);
  });
  if (shared)
    await ports.guardOf(counted, (current) =>
      current.asked.includes(askedAt) ? undefined : { ...current, channel, asked: withAsk(current.asked, askedAt) },
    );
  const changed = await ports.people.change(id, (current) => {
    const asked = withQuestion(current, channel, { askedAt, from: now }, now);
    if (!asked || asked.expiresAt === undefined) return asked;
    // The question stays open for a week, so the item stays at least as long.
    return { ...asked, expiresAt: Math.max(asked.expiresAt, now + confirmationLives) };
  });
  if (!changed?.notices.some((one) => one.id === question.id))
    throw refused('This person has answered or left in the meantime. Please look again.');
  await ports.wake(id, channel);
}

/** The moment of a question that this sign-up was counted for and never got, because the process died between the two. */
async function neverPut(
  ports: AskAgainPorts,
  form: Subscriber,
  channel: ChannelName,
  { askedFor, asked }: Guard,
  now: Instant,
): Promise<Instant | undefined> {
  if (askedFor !== form.id || now - (asked.at(-1) ?? 0) > sameTry) return undefined;
  const counted = countedFor(form, channel, asked);
  return counted && !(await ports.ledger.delivery(form.id, counted.record)) ? counted.at : undefined;
}
