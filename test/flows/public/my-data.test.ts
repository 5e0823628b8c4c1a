import { hour, minute } from '../../../functions/core/base/time';
import { packTime } from '../../../functions/core/base/token';
import { book } from '../../../functions/flows/public/book';
import { dataPage, deleteMyData, myData } from '../../../functions/flows/public/my-data';
import { link, messageLink, start, world } from './public-world';

const expires = packTime(start + 30 * minute);
const download = link('data', 'download', expires);
const remove = link('data', 'delete', expires);

async function setting() {
  const here = world();
  await book(here.ports, messageLink('book'), { location: 'north', days: [], part: 'any' });
  let busy = 0;
  const remove = async (id: string) => {
    busy -= 1;
    return busy < 0 && here.ports.people.remove(id);
  };
  const ports = { ...here.ports, people: { ...here.ports.people, remove } };
  return {
    here,
    ports,
    moves: (times: number) => {
      busy = times;
    },
  };
}

test('the file holds everything, however many pages the ledger has', async () => {
  const { ports } = await setting();
  const file = await myData(ports, download);
  expect(file.person).toMatchObject({ id: 'sub_ana', profile: { firstName: 'Ana' } });
  expect(file.messages).toHaveLength(1);
  expect(file.history).toMatchObject([{ what: 'booking' }]);
  expect(file.bookings).toMatchObject([{ location: 'north' }]);
});

test('deleting leaves every channel first, then forgets the visits and the person', async () => {
  const { ports, here } = await setting();
  here.did.length = 0;
  await deleteMyData(ports, remove);
  expect(here.did).toEqual([
    'evidence: withdrawn email',
    'person',
    'history erased',
    'person removed',
    'link of sub_ana removed',
  ]);
  expect(here.bookings_.size).toBe(0);
  expect(here.persons.size).toBe(0);
  await deleteMyData(ports, remove);
});

test('a person whose item moves meanwhile is tried again, and never called deleted when not', async () => {
  const once = await setting();
  once.moves(2);
  await deleteMyData(once.ports, remove);
  expect(once.here.persons.size).toBe(0);
  const stuck = await setting();
  stuck.moves(99);
  await expect(deleteMyData(stuck.ports, remove)).rejects.toMatchObject({ code: 'conflict' });
});

test('a link does only what it was asked for', async () => {
  const { ports } = await setting();
  await expect(myData(ports, remove)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(deleteMyData(ports, download)).rejects.toMatchObject({ code: 'forbidden' });
});

test('after 30 minutes the link is too old', async () => {
  const { ports, here } = await setting();
  here.later(hour);
  await expect(dataPage(ports, download)).rejects.toMatchObject({ code: 'gone' });
  await expect(deleteMyData(ports, remove)).rejects.toMatchObject({ code: 'gone' });
  expect(here.persons.size).toBe(1);
});

test('a link whose time is no time is too old, not forever', async () => {
  const { ports } = await setting();
  await expect(dataPage(ports, link('data', 'download', ''))).rejects.toMatchObject({ code: 'gone' });
});
