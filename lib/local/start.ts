import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Config } from '../../functions/config';
import { channelNames, perChannel } from '../../functions/core/base/channel';
import { StridewellError } from '../../functions/core/base/error';
import { second } from '../../functions/core/base/time';
import { atLeast, defaultBudgets } from '../../functions/core/membership/budget';
import { defaultPolicy } from '../../functions/core/time/policy';
import { log, logTo, namedError } from '../../functions/log';
import { SHARDS, tableNames } from '../../functions/store/schema';
import { practiceFolder } from '../practice-folder';
import { loadPractice } from '../settings';
import { startDynamo } from './aws/dynamo';
import { LocalQueues } from './aws/queue';
import { diskProblem, type Unsaved, watchSaving } from './aws/unsaved';
import { Clock } from './clock';
import { buildConsole } from './console';
import { openDataFolder } from './data-folder';
import { answersAfterBody } from './drain';
import { refuse, refusedAt, withHeaders } from './fence';
import { openHouse } from './house';
import { createIdentity } from './identity/identity';
import { jump, type Moving, targetOf } from './jump';
import { localSecrets } from './secrets';
import { seedRunners } from './seed';
import { dynamoMount, serve } from './serve';
import { createWorld, sesMount, smsMount } from './world/world';

export interface LocalOptions {
  root: string;
  /** 0 takes any free port. */
  port: number;
  /** A folder, or `:memory:`. */
  dataDir: string;
  /** Twelve demo runners, unless there are people already. */
  seed: boolean;
  /** Tests of the services alone need no console. */
  withConsole?: boolean;
  /** What people begin when they confirm; `back-care` unless named. */
  evergreen?: string[];
  /** Another practice's files than `practice/`. */
  practiceDir?: string;
}

export interface Local {
  url: string;
  port: number;
  /** Resolves once something could not be saved: no request is answered any more, and the caller must stop it. */
  unsaved: Promise<StridewellError>;
  close(): Promise<void>;
}

/** The whole house on one port: doors, tables, queues, identity, and the outside world that answers for AWS. */
export async function start(options: LocalOptions): Promise<Local> {
  const saving = watchSaving(options.dataDir);
  const opened: (() => unknown)[] = [];
  try {
    const unsaved = saving.happened.then((problem) => Promise.reject(problem));
    return await Promise.race([open(options, saving, opened), unsaved]);
  } catch (error) {
    for (const close of opened.reverse()) await close();
    // Of a full disk the first to notice is a store; what fails after it only follows.
    throw saving.problem() ?? diskProblem(options.dataDir, error) ?? error;
  }
}

async function open(options: LocalOptions, saving: Unsaved, opened: (() => unknown)[]): Promise<Local> {
  const { root, dataDir } = options;
  const mine = practiceFolder(root, options.practiceDir);
  const practice = loadPractice(mine.settings);
  const folder = openDataFolder(dataDir);
  const clock = new Clock(dataDir, Date.now, saving.tell);
  const secrets = localSecrets(dataDir);
  keepLog(dataDir, saving.tell);
  const building = options.withConsole === false ? undefined : buildConsole(root);
  building?.catch(() => undefined);
  const dynamo = await startDynamo({ dataDir, opened: folder.opened, unsaved: saving.tell });
  opened.push(() => dynamo.close());

  let answer: ReturnType<typeof serve> | undefined;
  const server = createServer((req, res) => {
    const own = req.socket.localPort ?? 0;
    withHeaders(res, `http://localhost:${own}`);
    answersAfterBody(req, res);
    const refused = refusedAt(own, req);
    if (refused) return refuse(res, refused);
    // During startup only DynamoDB requests are served.
    if (answer) void answer(req, res);
    else if (req.url?.startsWith(dynamoMount)) dynamo.handle(req, res);
    else res.writeHead(503).end();
  });
  const port = await listen(server, options.port);
  opened.push(() => server.close().closeAllConnections());
  const inside = `http://127.0.0.1:${port}`;
  const url = `http://localhost:${port}`;

  const soon = (_: number, run: () => void) => {
    const id = setImmediate(run);
    return () => clearImmediate(id);
  };
  const queues = new LocalQueues({ names: [...channelNames, 'events', 'inbound'], now: clock.now, schedule: soon });
  const identity = await createIdentity({
    issuer: `${url}/oidc`,
    consoleUrl: `${url}/staff/`,
    dataDir,
    report: (error) => log('identity', namedError(error)),
  });
  const config: Config = {
    stage: 'local',
    practice,
    policy: defaultPolicy,
    publicUrl: url,
    tables: Object.fromEntries(tableNames.map((name) => [name, name])) as Config['tables'],
    shards: SHARDS,
    queues: perChannel((name) => `${inside}/000000000000/${name}`),
    linkKeys: secrets.linkKeys,
    guardSecret: secrets.guardSecret,
    configurationSets: { marketing: 'marketing', transactional: 'transactional', sms: 'texts' },
    smsOrigination: practice.sender.smsNumber,
    oidc: { issuer: `${url}/oidc`, clientId: identity.audience, jwksUri: identity.jwksUri },
    allowList: ['*'],
    evergreen: options.evergreen ?? ['back-care'],
    signupsPerMinute: 2000,
    // The whole town asks from one machine.
    budgets: atLeast(defaultBudgets, 2000 * 60),
    answersEvery: 250,
    // A single local worker per channel; there is no carrier to limit the rate.
    pace: { workers: perChannel(() => 1), textParts: 500 },
    drawings: mine.drawings,
    endpoints: {
      dynamodb: `${inside}${dynamoMount}`,
      sqs: inside,
      ses: `${inside}${sesMount}`,
      sms: `${inside}${smsMount}`,
    },
  };
  const house = await openHouse(config, clock, queues, mine.series);
  const world = createWorld({
    dataDir,
    now: clock.now,
    smsNumber: practice.sender.smsNumber,
    publicUrl: url,
    ids: randomUUID,
    random: Math.random,
    unsaved: saving.tell,
    emit: {
      sesEvent: async (event) => void (await queues.deliver('events', JSON.stringify(event))),
      smsEvent: async (event) => void (await queues.deliver('events', JSON.stringify(event))),
      inboundSms: async (text) => void (await queues.deliver('inbound', JSON.stringify(text))),
    },
  });

  const moving: Moving = {
    clock,
    nextDue: house.nextDue,
    tick: house.tick,
    watch: house.watchNow,
    busyHours: house.busyHours,
    quiet: async () => {
      await queues.idle();
      await world.quiet();
      await queues.idle();
    },
  };
  // One mover at a time: a tick in mid-jump would only find what the jump is doing.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const next = turn.then(run, run);
    turn = next.catch(() => undefined);
    return next;
  };
  answer = serve({
    root,
    practice,
    issuer: `${url}/oidc`,
    dynamo,
    queues,
    world,
    identity,
    ...house,
    moveClock: (request) => inTurn(() => jump(moving, targetOf(request, clock.now()))),
  });
  await building;
  folder.isWhole(dynamo.opened);
  if (options.seed && (await house.people.page(1)).subscribers.length === 0)
    await seedRunners(url, world, practice.questions, moving.quiet);

  const tick = async () => {
    await house.tick();
    await house.watch();
  };
  const ticking = setInterval(() => void inTurn(tick).catch(() => undefined), 2 * second);
  const quit = () => {
    clearInterval(ticking);
    answer = undefined;
    server.close();
    server.closeAllConnections();
  };
  void saving.happened.then(quit);
  return {
    url,
    port,
    unsaved: saving.happened,
    async close() {
      quit();
      await turn;
      await world.close();
      await queues.close();
      await identity.close();
      await dynamo.close();
    },
  };
}

/** One JSON line an outcome, in a file: the terminal belongs to the person who started this. */
function keepLog(dataDir: string, unsaved: (error: unknown) => void): void {
  if (dataDir === ':memory:') {
    logTo(() => undefined);
    return;
  }
  const file = createWriteStream(join(dataDir, 'log.jsonl'), { flags: 'a' });
  file.on('error', unsaved);
  logTo((line) => void file.write(line));
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StridewellError(
              'unavailable',
              `Port ${port} is in use. Stop what runs there, or choose another: PORT=3001 npm start`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
