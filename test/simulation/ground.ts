import type { ChannelName } from '../../functions/core/base/channel';
import type { LinkKeys } from '../../functions/core/base/token';
import type { Subscriber } from '../../functions/core/person/subscriber';
import type { Practice } from '../../functions/core/practice/practice';
import { guardEditors, people } from '../../functions/store/people';
import type { World } from './world';

/** The key of an address's guard, as far as a link can carry it. */
export const keyOf = (address: string): string => address.replace(/[^A-Za-z0-9]/g, '_');

export const evergreen = 'back-care';
const keys: LinkKeys = [{ id: 'k1', secret: 'a secret of the simulation, 32 letters or more' }];

/** What nearly every flow asks for, by the names of the composition root; the retries of the store are the real ones. */
export function groundOf(world: World, practice: Practice) {
  const { store, time, random } = world;
  const latest = (id: string) => time.step('series.latest', undefined, () => world.versions.get(id)?.at(-1));
  return {
    now: time.clock,
    bytes: random.bytes,
    sleep: (ms: number): Promise<void> =>
      time.wait<void>('sleep', undefined, (answer) =>
        answer(time.now + (world.options.mutant?.sleep?.(ms) ?? ms), undefined),
      ),
    keys,
    publicUrl: 'https://tips.practice.example',
    practice,
    evergreen: [evergreen],
    people: people({
      load: (id: string) => store.load(id),
      save: (person: Subscriber) => store.save(person),
      remove: (id: string, rev: number) => store.remove(id, rev),
    }),
    addressKey: keyOf,
    ...guardEditors(store.guardStore, keyOf),
    ledger: store.ledger,
    textLinks: store.textLinks,
    controls: store.controls,
    bookings: store.bookingStore,
    series: { latest, version: async (id: string, n: number) => world.versions.get(id)?.[n - 1] },
    latest,
    book: (person: Subscriber) => time.step('book', person.id, () => world.book),
    wake: (id: string, channel: ChannelName): Promise<void> =>
      time.step('queue.wake', id, () => world.hint(channel, id)).catch(() => undefined),
    tellDesk: async (): Promise<void> => undefined,
  };
}
