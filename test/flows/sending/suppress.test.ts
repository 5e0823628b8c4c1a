import { guardKey } from '../../../functions/core/person/address';
import { suppress } from '../../../functions/flows/sending/suppress';
import { aPerson, aRun, memory, monday } from '../../support/memory';

const id = 'sub_0000000000000001';
const address = 'robin@example.com';
const key = (of: string) => guardKey('secret', of);
const text = aRun({ id: 'enr_text', channel: 'sms' });

it('takes the person first, then the address, and twice is once', async () => {
  const world = memory({ people: [aPerson({ enrollments: [aRun(), text] })] });
  const did: string[] = [];
  world.state.before = async (step) => void (step.endsWith('save') && did.push(step));
  for (let n = 0; n < 2; n += 1) await suppress(world.base, id, 'email', key(address), 'bounce', monday);
  expect(did).toEqual(['save', 'guard-save']);
  const { channels, enrollments } = world.see.person();
  expect([channels.email?.status, channels.sms?.status]).toEqual(['suppressed', 'active']);
  expect(enrollments).toMatchObject([{ status: 'stopped', reason: 'bounce' }, { status: 'active' }]);
  const { suppressed } = await world.see.guard(address);
  expect(suppressed).toEqual({ reason: 'bounce', at: channels.email?.since });
});

it('leaves alone whoever has another address by now; the old one stays suppressed', async () => {
  const moved = aPerson({ enrollments: [aRun()] });
  moved.channels.email!.address = 'robin@elsewhere.example';
  const world = memory({ people: [moved] });
  await suppress(world.base, id, 'email', key(address), 'complaint', monday);
  expect(world.see.person().channels.email?.status).toBe('active');
  expect((await world.see.guard(address)).suppressed).toEqual({ reason: 'complaint', at: monday });
  expect((await world.see.guard('robin@elsewhere.example')).suppressed).toBeUndefined();
});

it('for a bounce outweighs a goodbye, after which one may be asked again; never the other way round', async () => {
  const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
  await world.act.leave(id, 'email');
  const { suppressed } = await world.see.guard(address);
  expect(suppressed?.reason).toBe('unsubscribed');
  await suppress(world.base, id, 'email', key(address), 'bounce', monday + 1);
  expect((await world.see.guard(address)).suppressed).toEqual({ ...suppressed, reason: 'bounce' });
  await world.act.leave(id, 'email');
  expect((await world.see.guard(address)).suppressed?.reason).toBe('bounce');
  expect(world.see.person().channels.email?.status).toBe('unsubscribed');
});

it('by a carrier’s list does not outweigh STOP, after which the carrier keeps one', async () => {
  const world = memory({ people: [aPerson()] });
  await world.act.leave(id, 'sms', { means: 'text', said: 'STOP' });
  await suppress(world.base, id, 'sms', key('+17705550123'), 'provider-opt-out', monday + 1);
  expect((await world.see.guard('+17705550123')).suppressed?.reason).toBe('stop');
});

it('keeps the older reason, and outlives a person who is gone', async () => {
  const world = memory();
  await suppress(world.base, id, 'email', key(address), 'bounce', monday);
  await suppress(world.base, id, 'email', key(address), 'complaint', monday + 1);
  expect((await world.see.guard(address)).suppressed).toEqual({ reason: 'bounce', at: monday });
});

it.each([
  ['before the report', monday - 1, 'suppressed'],
  ['after it', monday + 1, 'active'],
] as const)('takes whoever has the address by now, who agreed %s', async (_when, since, becomes) => {
  const other = 'sub_0000000000000002';
  const before = aPerson();
  before.channels.email = { ...before.channels.email!, status: 'unsubscribed' };
  const anew = aPerson({ id: other, enrollments: [aRun()] });
  anew.channels.email = { ...anew.channels.email!, since };
  const world = memory({ people: [before, anew] });
  await world.base.guardOf(address, (guard) => ({ ...guard, owner: other }));
  await suppress(world.base, id, 'email', key(address), 'complaint', monday);
  expect(world.see.person(other).channels.email?.status).toBe(becomes);
  expect((await world.see.guard(address)).suppressed !== undefined).toBe(becomes === 'suppressed');
});
