import type { Guard } from '../core/guard';
import type { LedgerEntry } from '../core/journal';
import type { Subscriber } from '../core/subscriber';

export interface ErasePorts {
  people: { remove(id: string, rev: number): Promise<boolean> };
  guardOf(address: string, edit: (guard: Guard) => Guard | undefined): Promise<Guard>;
  ledger: { erasePerson(subscriber: string, keep: (entry: LedgerEntry) => boolean): Promise<number> };
}

/** The evidence of consent and opt-out stays sealed for six years; everything else of the person goes. */
export const keptByLaw = (entry: LedgerEntry): boolean => entry.kind === 'consent';

/**
 * Forgets somebody who never confirmed. History first, the item last: a crash in between is finished by the next
 * wake-up, because the item is still due. The guard lets go of the address but keeps its suppression.
 */
export async function eraseUnproven(ports: ErasePorts, person: Subscriber): Promise<void> {
  await ports.ledger.erasePerson(person.id, keptByLaw);
  for (const { address } of Object.values(person.channels)) {
    await ports.guardOf(address, (guard) => {
      if (guard.owner !== person.id) return undefined;
      const { owner: _owner, ...rest } = guard;
      return { ...rest, asked: [] };
    });
  }
  await ports.people.remove(person.id, person.rev);
}
