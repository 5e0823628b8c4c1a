import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { SQSEvent } from 'aws-lambda';
import type { Context } from 'hono';
import {
  composeDispatch,
  composeEvents,
  composeInbound,
  composeSeed,
  composeSend,
  composeSweep,
  composeWatch,
} from '../../functions/compose';
import { composePublic } from '../../functions/compose-public';
import { composeStaff } from '../../functions/compose-staff';
import type { Config } from '../../functions/config';
import { channelNames } from '../../functions/core/base/channel';
import type { Edges } from '../../functions/core/base/edges';
import { day, type Instant, minute } from '../../functions/core/base/time';
import { dispatchDoor } from '../../functions/dispatch';
import { eventsDoor } from '../../functions/events';
import { nextSweep } from '../../functions/flows/sending/sweep';
import { ground } from '../../functions/ground';
import { inboundDoor } from '../../functions/inbound';
import { loadAllSeries } from '../../functions/providers/templates';
import { sendDoor } from '../../functions/send';
import { campaignStore } from '../../functions/store/campaigns';
import { hourStore } from '../../functions/store/hours';
import { sweepDoor } from '../../functions/sweep';
import { watchDoor } from '../../functions/watch';
import { createTables } from './aws/dynamo';
import type { LocalQueues } from './aws/queue';
import type { Clock } from './clock';

const ipOf = (c: Context): string => c.env?.incoming?.socket?.remoteAddress ?? 'local';

/** The same doors as in the cloud, fed by the queues and the clock of this process. */
export async function openHouse(config: Config, clock: Clock, queues: LocalQueues, seriesFolder: string) {
  const edges: Edges = { now: clock.now, bytes: (n) => randomBytes(n), sleep: (ms) => setTimeout(ms) };
  const { people, client } = ground(config, edges);
  await createTables(client, config.tables);
  await composeSeed(config, edges)(loadAllSeries(seriesFolder, config.practice));

  const send = sendDoor(composeSend(config, edges));
  const consume = (name: string, door: (event: SQSEvent) => ReturnType<typeof send>, concurrency: number) =>
    queues.consume(name, door, { batchSize: 5, concurrency });
  for (const channel of channelNames) consume(channel, send, 6);
  consume('events', eventsDoor(composeEvents(config, edges)), 4);
  consume('inbound', inboundDoor(composeInbound(config, edges)), 1);

  const dispatch = dispatchDoor(composeDispatch(config, edges));
  const sweep = sweepDoor(composeSweep(config, edges));
  const look = watchDoor(composeWatch(config, edges));
  const hours = hourStore(client, config.tables.records);
  const campaigns = campaignStore(client, config.tables.records);
  let lookAt = 0;
  const watchNow = async (): Promise<void> => {
    lookAt = clock.now() + 5 * minute;
    await look(clock.now() + minute);
  };
  return {
    people,
    publicApp: composePublic(config, { ...edges, ipOf }),
    staffApp: composeStaff(config, { ...edges, ipOf }),
    /** The first moment after `now` when anybody is due, or a campaign looks at everybody. */
    async nextDue(now: Instant): Promise<Instant | undefined> {
      const sweeps = (await campaigns.list(100)).campaigns.map((one) => nextSweep(config, one));
      const next = Math.min((await people.nextDue(now)) ?? Infinity, ...sweeps.filter((at) => at > now));
      return next === Infinity ? undefined : next;
    },
    /** What the schedules do every minute. */
    async tick(): Promise<number> {
      await sweep(clock.now() + minute);
      return dispatch();
    },
    /** What another schedule does every five minutes; a jump says itself when. */
    async watch(): Promise<void> {
      if (clock.now() >= lookAt) await watchNow();
    },
    watchNow,
    async busyHours(): Promise<Instant[]> {
      const now = clock.now();
      return (await hours.between(now - 7 * day, now)).map(({ at }) => at);
    },
  };
}
