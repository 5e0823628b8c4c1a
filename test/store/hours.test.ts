import { perChannel } from '../../functions/core/base/channel';
import { hour } from '../../functions/core/base/time';
import { type HourCount, noTally, type Taken } from '../../functions/core/reporting/hour';
import { localDayOf } from '../../functions/core/reporting/report';
import { countDay } from '../../functions/flows/reports/report';
import { watch } from '../../functions/flows/sending/watch';
import { hourStore } from '../../functions/store/hours';
import { onEveryEngine } from '../support/tables';

const t0 = Date.UTC(2033, 3, 1, 22);
const taken = (sent: number): Taken => ({ sent, reported: sent, bounced: 0, complained: 0 });
const count = (at: number, sent = 1): HourCount => ({
  at,
  ...perChannel(() => taken(0)),
  email: taken(sent),
  series: { s: sent },
});

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

  test('an hour of before tallies were kept can still be read', async () => {
    const { client, names } = stores();
    const hours = hourStore(client, names.records);
    const whole = { ...count(t0 + 30 * hour), tally: noTally() };
    await hours.save(count(t0 + 29 * hour));
    await hours.save(whole);
    expect(await hours.between(t0 + 29 * hour, t0 + 30 * hour)).toEqual([count(t0 + 29 * hour), whole]);
  });

  test('an hour of before a channel was there reads as none on it', async () => {
    const { client, names } = stores();
    const hours = hourStore(client, names.records);
    const whole = { ...count(t0 + 40 * hour), tally: noTally() };
    const { sms: _none, tally, ...others } = whole;
    await hours.save({ ...others, tally: { ...tally, sent: { email: 0 } } } as unknown as HourCount);
    expect(await hours.get(t0 + 40 * hour)).toEqual(whole);
  });

  test('what the last look found is kept', async () => {
    const { client, names } = stores();
    const hours = hourStore(client, names.records);
    const watched = {
      at: t0,
      countedTo: t0,
      stuck: { count: 1, more: false, ids: ['sub_1'], since: t0 - 1 },
      held: { count: 1, more: false, since: t0 - 2 },
      mail: { sent: 9, bounced: 1, complained: 0 },
      unconfirmed: 2,
      warnings: ['w'],
    };
    await hours.saveWatched(watched);
    expect(await hours.watched()).toEqual(watched);
  });

  test('a whole look over real tables adds up what the ledger holds', async () => {
    const { client, names, ledger, campaigns, controls, subscribers } = stores();
    const hours = hourStore(client, names.records);
    const now = t0 + 40 * hour;
    await hours.saveWatched({
      at: t0,
      countedTo: t0 + 38 * hour,
      stuck: { count: 0, more: false, ids: [] },
      warnings: [],
    });
    for (const [n, at] of [now, now - hour, now - hour].entries())
      await ledger.mergeDelivery({
        subscriber: `sub_${n}`,
        id: `msg_${n}`,
        target: 'enr_1',
        stepId: 'welcome',
        channel: 'email',
        marketing: true,
        seriesId: 's',
        version: 1,
        at,
        facts: { accepted: { at, note: 'p' } },
      });
    const ports = {
      now: () => now,
      ledger,
      hours,
      campaigns,
      controls,
      people: subscribers,
      shards: 4,
      report: () => {},
    };
    expect(await watch(ports)).toEqual({
      at: now,
      countedTo: now,
      stuck: { count: 0, more: false, ids: [] },
      held: { count: 0, more: false },
      mail: expect.objectContaining({ bounced: 0, complained: 0 }),
      unconfirmed: 0,
      warnings: [],
    });
    expect((await hours.between(now - hour, now)).map(({ series }) => series.s)).toEqual([2, 1]);
    const { counts } = await countDay({ ledger, hours }, localDayOf('UTC', '2033-04-03'));
    expect(counts.sent).toEqual({ email: 3, sms: 0 });
  });
});
