import type { ChannelName } from '../../core/base/channel';
import { knownGuard } from '../../core/person/guard';
import { carried } from '../../core/person/once';
import { knownOf, type Subscriber } from '../../core/person/subscriber';
import type { LedgerEntry } from '../../core/sending/journal';
import type { Guards, Ledger, People, TextLinks } from '../ports';

export type ErasePorts = People<'load' | 'remove' | 'change'> & Guards & Ledger<'erasePerson'> & TextLinks<'remove'>;

/** The evidence of consent and opt-out stays sealed for six years; everything else of the person goes. */
export const keptByLaw = (entry: LedgerEntry): boolean => entry.kind === 'consent';

/**
 * Forgets somebody who never confirmed. History first, the item last: a crash in between is finished by the next
 * wake-up, because the item is still due. The guard lets go of the address but keeps its suppression, and the
 * count of questions: being forgotten is no way to be asked more often.
 */
export async function eraseUnproven(ports: ErasePorts, person: Subscriber): Promise<void> {
  await ports.ledger.erasePerson(person.id, keptByLaw);
  for (const { address } of Object.values(person.channels)) await releaseAddress(ports, address, person.id);
  // Not before the person: whoever stays after all must be found by their links. A shelf that names nobody opens nothing.
  if (await ports.people.remove(person.id, person.rev)) await ports.textLinks.remove(person.id);
}

/** The same for one channel of somebody who stays: history, the address's owner, and last its part of the item. */
export async function eraseChannel(
  ports: ErasePorts,
  id: string,
  channel: ChannelName,
  keep: (entry: LedgerEntry) => boolean,
): Promise<void> {
  const reached = (await ports.people.load(id))?.channels[channel];
  await ports.ledger.erasePerson(id, (entry) => keptByLaw(entry) || keep(entry));
  if (!reached) return;
  await releaseAddress(ports, reached.address, id);
  await ports.people.change(id, (whole) => {
    const person = carried(whole);
    const { [channel]: _gone, ...channels } = person.channels;
    const stays = (one: { channel: ChannelName }) => one.channel !== channel;
    return {
      ...knownOf(person),
      channels,
      enrollments: person.enrollments.filter(stays),
      notices: person.notices.filter(stays),
      recentSends: person.recentSends.filter(stays),
    };
  });
}

async function releaseAddress({ guardOf }: ErasePorts, address: string, id: string): Promise<void> {
  await guardOf(address, (guard) => {
    const { owner, wish, askedFor, joining, ...rest } = knownGuard(guard);
    const kept = { owner, wish, askedFor, joining };
    if (!Object.values(kept).includes(id)) return undefined;
    const others = Object.entries(kept).filter(([, whose]) => whose !== undefined && whose !== id);
    return { ...rest, turns: (rest.turns ?? 0) + 1, ...Object.fromEntries(others) };
  });
}
