import { guardKey } from '../../functions/core/person/address';
import type { Departure } from '../../functions/core/person/departure';
import type { Guard } from '../../functions/core/person/guard';
import { guardEditors } from '../../functions/store/people';
import { onEveryEngine, type Stores } from '../support/tables';

let n = 0;
const address = () => {
  n += 1;
  return `runner${n}@example.com`;
};
const left: Guard['suppressed'] = { reason: 'stop', at: 5 };

/** The journal's entries of one address, in their order; with pages so small that an address is split. */
async function entriesOf(stores: Stores, of: string): Promise<Departure[]> {
  const found: Departure[] = [];
  let after: string | undefined;
  do {
    const page = await stores.departures.page(2, after);
    found.push(...page.departures);
    after = page.next;
  } while (after);
  return found.filter(({ key }) => key === guardKey('secret', of));
}

onEveryEngine((stores) => {
  let clock = 1_000;
  const editors = (append = stores().departures.append) =>
    guardEditors(stores().guards, (of) => guardKey('secret', of), {
      now: () => {
        clock += 1;
        return clock;
      },
      append,
    });
  const editor = (append?: ReturnType<typeof stores>['departures']['append']) => editors(append).guardOf;

  it('knows a guard by its key or by its address, with the channel of whoever names the key', async () => {
    const of = address();
    const { guardAt, guardOf } = editors();
    const key = guardKey('secret', of);
    await guardAt(key, 'email', (guard) => ({ ...guard, suppressed: left }));
    expect(await guardOf(of, () => undefined)).toEqual({ key, rev: 1, channel: 'email', suppressed: left, asked: [] });
    expect((await guardAt(guardKey('secret', '+12065550100'), 'sms', () => undefined)).channel).toBe('sms');
    expect(await entriesOf(stores(), of)).toMatchObject([{ what: 'left', channel: 'email' }]);
  });

  it('writes down who left, who came back and who was forgotten, in that order, and never an address', async () => {
    const of = address();
    const edit = editor();
    await edit(of, (guard) => ({ ...guard, owner: 'sub_1', asked: [1] }));
    await edit(of, (guard) => ({ ...guard, suppressed: left }));
    await edit(of, ({ suppressed: _suppressed, ...guard }) => guard);
    await edit(of, (guard) => ({ ...guard, suppressed: left }));
    await edit(of, ({ owner: _owner, ...guard }) => guard);
    const entries = await entriesOf(stores(), of);
    expect(entries.map(({ what, reason, subscriber }) => [what, reason, subscriber])).toEqual([
      ['left', 'stop', 'sub_1'],
      ['back', undefined, 'sub_1'],
      ['left', 'stop', 'sub_1'],
      ['erased', undefined, 'sub_1'],
    ]);
    expect(JSON.stringify(entries)).not.toContain('example.com');
  });

  it('keeps the first of two entries that would be the same', async () => {
    const entry: Departure = {
      key: guardKey('secret', address()),
      at: 7,
      what: 'left',
      channel: 'sms',
      reason: 'stop',
    };
    await stores().departures.append(entry);
    await stores().departures.append({ ...entry, reason: 'staff' });
    const { departures } = await stores().departures.page(100);
    expect(departures.filter(({ key }) => key === entry.key)).toEqual([entry]);
  });

  it('changes no guard whose leaving could not be written down', async () => {
    const of = address();
    const refusing = editor(() => Promise.reject(new Error('away')));
    await expect(refusing(of, (guard) => ({ ...guard, suppressed: left }))).rejects.toThrow('away');
    expect((await editor()(of, (guard) => guard)).suppressed).toBeUndefined();
  });

  it('a return is dated before its reading: who leaves while it is written stays the newest', async () => {
    const of = address();
    await editor()(of, (guard) => ({ ...guard, suppressed: left }));
    const slow = editor(async (entry) => {
      if (entry.what === 'back') await editor()(of, (guard) => ({ ...guard, suppressed: left }));
      await stores().departures.append(entry);
    });
    await slow(of, ({ suppressed: _suppressed, ...guard }) => guard);
    expect((await entriesOf(stores(), of)).at(-1)?.what).toBe('left');
  });
});
