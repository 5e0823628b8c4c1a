import { eraseChannel, eraseUnproven } from '../../../functions/flows/public/erase';
import { aPerson, memory, monday } from '../../support/memory';

const id = 'sub_0000000000000001';
const evidence = {
  subscriber: id,
  channel: 'email',
  action: 'asked',
  at: monday,
  seller: 's',
  address: 'a',
  wording: 'w',
  text: 't',
  textHash: 'h',
  page: 'p',
} as const;

async function somebody() {
  const world = memory({ people: [aPerson()] });
  await world.base.guardOf('robin@example.com', (guard) => ({
    ...guard,
    owner: id,
    asked: [monday],
    suppressed: { reason: 'stop', at: monday },
  }));
  await world.base.guardOf('+17705550123', (guard) => ({ ...guard, owner: 'sub_somebodyelse0000' }));
  await world.base.textLinks.add(id);
  await world.base.ledger.addEvidence(evidence);
  await world.base.ledger.addHistory({
    subscriber: id,
    id: 'h1',
    at: monday,
    happening: { what: 'preferences', change: 'x' },
  });
  return world;
}

describe('erasing', () => {
  it('forgets the person and their history, and keeps the evidence of consent', async () => {
    const world = await somebody();
    await eraseUnproven(world.base, world.see.person());
    expect(world.see.everyone()).toEqual([]);
    expect(world.kept.history.size).toBe(0);
    expect(world.kept.evidence).toHaveLength(1);
    expect(world.kept.linked.size).toBe(0);
  });

  it('lets go of the address, keeps its suppression, and leaves an address that moved to another owner', async () => {
    const world = await somebody();
    await eraseUnproven(world.base, world.see.person());
    const guard = await world.see.guard('robin@example.com');
    expect(guard.owner).toBeUndefined();
    expect(guard.suppressed?.reason).toBe('stop');
    expect(await world.see.ownerOf('+17705550123')).toBe('sub_somebodyelse0000');
  });

  it('keeps no field that only a newer release knows, of the address or of whoever stays', async () => {
    const world = await somebody();
    const newer = { mood: 'sore' };
    await world.base.guardOf('robin@example.com', (guard) => ({ ...guard, ...newer }));
    await world.base.people.change(id, (person) => ({ ...person, ...newer }));
    expect(await world.see.guard('robin@example.com')).toMatchObject(newer);
    expect(world.see.person()).toMatchObject(newer);
    await eraseChannel(world.base, id, 'email', () => true);
    expect(JSON.stringify([await world.see.guard('robin@example.com'), world.see.person()])).not.toContain('mood');
    expect((await world.see.guard('robin@example.com')).suppressed?.reason).toBe('stop');
  });

  it.each([0, 1, 2, 3, 4, 5])('is finished by the next visit after a crash at step %i', async (n) => {
    const world = await somebody();
    let left = n;
    world.state.before = async () => {
      left -= 1;
      if (left === -1) throw new Error('crash');
    };
    await eraseUnproven(world.base, world.see.person()).catch(() => undefined);
    world.state.before = async () => undefined;
    if (world.see.everyone().length > 0) await eraseUnproven(world.base, world.see.person());
    expect(world.see.everyone()).toEqual([]);
    expect(await world.see.ownerOf('robin@example.com')).toBeUndefined();
  });
});
