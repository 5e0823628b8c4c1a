import { openPlace, sealPlace } from '../../../functions/core/base/token';
import { routes, staffApp } from '../../../functions/http/staff/app';
import { id, runner, staffWorld } from '../../support/staff';

/** Work that goes on page by page is posted, and tested with what it does. */
const lists = routes.filter(
  ({ method, query }) => method === 'GET' && query && 'cursor' in ((query as unknown as { shape: object }).shape ?? {}),
);

function stand() {
  const world = staffWorld(Array.from({ length: 5 }, (_, n) => runner(id('sub', n + 1))));
  const app = staffApp(world.ports);
  const get = async (path: string) => {
    const answer = await app.request(`/staff/api${path}`, { headers: { authorization: 'Bearer admin' } });
    return { status: answer.status, json: (await answer.json()) as Listed };
  };
  return { ...world, get };
}

interface Listed {
  items: { id: string }[];
  next?: string;
  error?: { code: string; field?: string };
}

const keys = [{ id: 'k1', secret: 'test' }] as const;
const place = Buffer.from(JSON.stringify({ id: 'sub_1', at: 5 })).toString('base64url');
const forged: [string, string][] = [
  ['a word', 'made-up'],
  ['a place without a seal', place],
  ['an empty object', Buffer.from('{}').toString('base64url')],
  ['a key nobody has', `k9.${place}.${'A'.repeat(22)}`],
  ['a seal that is made up', `k1.${place}.${'A'.repeat(22)}`],
  ['a seal by another house', sealPlace([{ id: 'k1', secret: 'theirs' }], '/subscribers?', place)],
  ['nothing', ''],
];

it('every list that has pages is looked at', () => {
  expect(lists.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      '/subscribers',
      '/series',
      '/segments',
      '/campaigns',
      '/bookings',
      '/messages',
      '/replies',
    ]),
  );
});

describe.each(lists.map(({ path }) => path))('GET %s', (path) => {
  it.each(forged)('refuses %s as a cursor, and names the field', async (_what, cursor) => {
    const { get, kept } = stand();
    const { status, json } = await get(`${path}?cursor=${encodeURIComponent(cursor)}`);
    expect({ status, ...json.error }).toMatchObject({ status: 400, code: 'invalid', field: 'cursor' });
    expect(kept.unexpected).toEqual([]);
  });

  it("refuses another list's cursor, and its own with other filters", async () => {
    const { get } = stand();
    const of = (about: string) => encodeURIComponent(sealPlace(keys, about, '2'));
    expect((await get(`${path}?cursor=${of('/elsewhere?')}`)).status).toBe(400);
    expect((await get(`${path}?cursor=${of(`${path}?status=active`)}`)).status).toBe(400);
  });
});

it('a cursor goes on where its page ended, and with a page of another size', async () => {
  const { get } = stand();
  const first = (await get('/subscribers?limit=2')).json;
  expect(first.items.map((one) => one.id)).toEqual([id('sub', 1), id('sub', 2)]);
  const second = (await get(`/subscribers?limit=3&cursor=${encodeURIComponent(first.next ?? '')}`)).json;
  expect(second.items.map((one) => one.id)).toEqual([id('sub', 3), id('sub', 4), id('sub', 5)]);
  expect(second.next).toBeUndefined();
});

it('a sealed place opens with every key that is kept, and with no other', () => {
  const mark = sealPlace(keys, '/messages?', 'any~text: at all');
  expect(openPlace([{ id: 'k2', secret: 'new' }, ...keys], '/messages?', mark)).toBe('any~text: at all');
  expect(openPlace([{ id: 'k2', secret: 'new' }], '/messages?', mark)).toBeUndefined();
  expect(openPlace(keys, '/replies?', mark)).toBeUndefined();
});
