import type { HourCount, Taken } from '../../functions/core/hour';
import { hour } from '../../functions/core/time';
import { hourStore } from '../../functions/store/hours';
import { onEveryEngine } from '../support/tables';

const t0 = Date.UTC(2033, 3, 1, 22);
const taken = (sent: number): Taken => ({ sent, reported: sent, bounced: 0, complained: 0 });
const count = (at: number, sent = 1): HourCount => ({ at, email: taken(sent), sms: taken(0), series: { s: sent } });

onEveryEngine((stores) => {
  test('hours are overwritten, and listed oldest first across midnight', async () => {
    const { client, names } = stores();
    const hours = hourStore(client, names.records);
    for (const n of [5, 0, 3, 1]) await hours.save(count(t0 + n * hour));
    await hours.save(count(t0 + hour, 7));
    expect(await hours.get(t0 + hour)).toEqual(count(t0 + hour, 7));
    expect(await hours.get(t0 + 2 * hour)).toBeUndefined();
    expect((await hours.between(t0, t0 + 3 * hour + 1)).map(({ at }) => (at - t0) / hour)).toEqual([0, 1, 3]);
  });

  test('what the last look found is kept', async () => {
    const { client, names } = stores();
    const hours = hourStore(client, names.records);
    const watched = { at: t0, countedTo: t0, stuck: { count: 1, more: false, ids: ['sub_1'] }, warnings: ['w'] };
    await hours.saveWatched(watched);
    expect(await hours.watched()).toEqual(watched);
  });
});
