import { randomBytes } from 'node:crypto';
import { composeDispatch, composeEvents, composeInbound, composeSeed, composeSend } from '../../functions/compose';
import { composePublic } from '../../functions/compose-public';
import { ground } from '../../functions/ground';
import { loadAllSeries } from '../../functions/providers/templates';
import { toItem } from '../../functions/store/subscriber-item';
import { createTables } from '../../lib/local/aws/dynamo';
import { practiceFolder } from '../../lib/practice-folder';
import { itemBytes } from '../../test/support/item-bytes';
import type { Engine } from '../../test/support/tables';
import { isWrite, openStand, type Used } from './stand';
import { type Line, median } from './table';

const total = (used: readonly Used[]): number => used.reduce((sum, { units }) => sum + units, 0);

/** A real person on both channels, from the sign-up form to the last step, with the cost of every call as billed. */
export async function units(root: string, engine: Engine): Promise<Line[]> {
  let at = Date.parse('2026-11-30T16:00:00Z');
  const edges = { now: () => at, bytes: (n: number) => randomBytes(n), sleep: async () => undefined };
  const stand = await openStand(root, engine, edges.now);
  const config = stand.config('setup');
  const as = (role: string) => ({ ...config, endpoints: stand.config(role).endpoints! });
  const { client, people } = ground(config, edges);
  try {
    await createTables(client, config.tables);
    await composeSeed(config, edges)(loadAllSeries(practiceFolder(root).series, config.practice));
    const worker = composeSend(as('worker'), edges);
    const events = composeEvents(as('events'), edges);
    const inbound = composeInbound(as('setup'), edges);
    const site = composePublic(as('setup'), { ...edges, ipOf: () => '192.0.2.1' });
    composeDispatch(as('setup'), edges);

    const post = (path: string, body: object) =>
      site.fetch(
        new Request(new URL(path, config.publicUrl), {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify(body),
        }),
      );
    await post('/subscribe', { ...runner, emailConsent: true, smsConsent: true, tipsBy: 'both' });
    const id = (await people.page(1)).subscribers[0]?.id;
    if (!id) throw new Error('nobody signed up');

    const messages: { worker: Used[]; events: Used[]; heard: number }[] = [];
    const sizes: number[] = [];
    /** One wake-up, then the provider reports that follow it. */
    const wake = async (): Promise<boolean> => {
      const [from, sent] = [stand.used.length, stand.world.outbox().length];
      await worker(id);
      const byWorker = stand.used.slice(from);
      const took = stand.world.outbox().length - sent;
      const mark = stand.used.length;
      const reports = await stand.reports();
      for (const report of reports) await events(report);
      const person = await people.load(id);
      if (person) sizes.push(itemBytes({ ...toItem(person), dueShard: 'due#email#3', dueAt: at }));
      const marketing = stand.world.outbox().at(-1)?.tags.target?.startsWith('enr_');
      if (took === 1 && marketing)
        messages.push({
          worker: byWorker.filter(({ role }) => role === 'worker'),
          events: stand.used.slice(mark).filter(({ role }) => role === 'events'),
          heard: reports.length,
        });
      return took > 0;
    };
    while (await wake());
    const link = /https?:\S+\/confirm\/\S+/.exec(
      stand.world.outbox().find(({ channel }) => channel === 'email')?.text ?? '',
    );
    await post(new URL(link?.[0] ?? '').pathname, {});
    await inbound(
      JSON.stringify({
        originationNumber: runner.phone,
        destinationNumber: config.smsOrigination,
        messageBody: 'YES',
        inboundMessageId: 'in-1',
      }),
    );
    for (let hops = 0; hops < 200; hops += 1) {
      await wake();
      const next = await people.nextDue(at);
      if (next === undefined) break;
      at = Math.ceil(next / 60_000) * 60_000;
    }
    return linesOf(messages, sizes);
  } finally {
    client.destroy();
    await stand.close();
  }
}

function linesOf(messages: { worker: Used[]; events: Used[]; heard: number }[], sizes: number[]): Line[] {
  const most = (values: number[]) => Math.max(...values);
  const written = messages.map(({ worker }) => total(worker.filter(isWrite)));
  const read = messages.map(({ worker }) => total(worker.filter((one) => !isWrite(one))));
  const told = messages.map(({ events, heard }) => total(events.filter(isWrite)) / Math.max(heard, 1));
  const toldRead = messages.map(
    ({ events, heard }) => total(events.filter((one) => !isWrite(one))) / Math.max(heard, 1),
  );
  const count = `${messages.length} messages of one person on both channels, median (most ${most(written)} / ${most(read)})`;
  return [
    {
      what: 'Worker, DynamoDB write units a message',
      measured: `${median(written)}`,
      beside: count,
      goal: '≤ 9',
      met: median(written) <= 9,
    },
    { what: 'Worker, DynamoDB read units a message', measured: `${median(read)}`, goal: '≤ 3', met: median(read) <= 3 },
    {
      what: 'Events, write units each',
      measured: `${median(told)}`,
      beside: `most ${most(told)}; ${median(toldRead)} read`,
      goal: '≤ 2',
      met: median(told) <= 2,
    },
    {
      what: 'A person as stored',
      measured: `${most(sizes)} bytes`,
      beside: `most in a whole run on both channels, median ${median(sizes)}`,
      goal: '≤ 2 KB',
      met: most(sizes) <= 2048,
    },
  ];
}

const runner = {
  firstName: 'Alexandra',
  email: 'alexandra.runner@example.org',
  phone: '+14045550142',
  timeZone: 'America/New_York',
  postalCode: '30309',
  experience: 'regular',
  pain: 'mechanical',
  crossTraining: true,
  adult: true,
  source: 'marathon-qr',
};
