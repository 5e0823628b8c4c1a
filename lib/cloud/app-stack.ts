import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { InvocationType, Trigger } from 'aws-cdk-lib/triggers';
import type { Construct } from 'constructs';
import type { ChannelName } from '../../functions/core/base/channel';
import type { Practice } from '../../functions/core/practice/practice';
import { channelEnv, env } from '../../functions/environment';
import type { Stage } from '../settings';
import { type Access, access, grantAccess, grantCounting, grantQueue, grantSending } from './access';
import { AuditCopy } from './archive';
import { fedAtMost, shareOf, workersOf } from './concurrency';
import { Door } from './lambda';
import { keep } from './lifetimes';
import type { MessagingStack } from './messaging-stack';
import { WorkQueue } from './queue';
import type { StorageStack } from './storage-stack';
import type { TextsStack } from './texts-stack';
import { giveTriggerALog } from './trigger-log';
import { WebApi } from './web-api';

interface AppProps extends StackProps {
  stage: Stage;
  practice: Practice;
  /** The built-in series, as JSON. */
  series: string;
  /** Folder of the practice's drawings. */
  drawings: string;
  storage: StorageStack;
  messaging: MessagingStack;
  /** Absent where texts cannot go out: they then wait with a reason. */
  texts: TextsStack | undefined;
}

/** Each request gives up after about 13 s, and one wake-up may hold a few of them. */
const sending = Duration.seconds(60);
const reading = Duration.seconds(30);

/** The code and how it is started: replaced with every deployment, loses nothing. */
export class AppStack extends Stack {
  readonly functions: Record<string, Door> = {};
  readonly queues: Record<string, WorkQueue>;
  readonly web: WebApi;
  readonly api: HttpApi;
  private readonly common: Record<string, string>;
  private readonly key: IKey;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AppProps,
  ) {
    super(scope, id, props);
    const { stage, storage, messaging, texts } = props;
    // By its ARN: the right to use it goes to the functions, and the stored key never names a function.
    this.key = Key.fromKeyArn(this, 'Key', storage.key.keyArn);
    const hintsOf = Object.fromEntries(
      workersOf.map(({ channel, construct }) => [channel, new WorkQueue(this, construct, { timeout: sending })]),
    ) as Record<ChannelName, WorkQueue>;
    this.queues = {
      ...Object.fromEntries(workersOf.map(({ channel, queue }) => [queue, hintsOf[channel]])),
      events: messaging.events,
      inbound: messaging.inbound,
    };
    this.web = new WebApi(this, 'Web', { stage, staff: storage.staff, key: this.key });
    this.api = this.web.api;
    this.common = {
      [env.stage]: stage.name,
      [env.publicUrl]: stage.web?.publicUrl ?? this.api.apiEndpoint,
      [env.subscribersTable]: storage.tables.subscribers.tableName,
      [env.guardsTable]: storage.tables.guards.tableName,
      [env.ledgerTable]: storage.tables.ledger.tableName,
      [env.recordsTable]: storage.tables.records.tableName,
      [env.departuresTable]: storage.tables.departures.tableName,
      [env.auditTable]: storage.tables.audit.tableName,
      [env.shards]: String(stage.shards),
      [env.secretsArn]: storage.secrets.secretArn,
      [env.practiceFile]: 'practice.json',
      [env.policyFile]: 'policy.json',
      [env.evergreenSeries]: stage.evergreen.join(','),
    };
    const hints = Object.fromEntries(
      workersOf.map(({ channel }) => [channelEnv(channel).queueUrl, hintsOf[channel].queueUrl]),
    );
    const signIn = {
      [env.oidcIssuer]: storage.staff.pool.userPoolProviderUrl,
      [env.oidcClientId]: storage.staff.client.userPoolClientId,
    };
    const allowList = { [env.allowList]: stage.allowList.join(',') };
    const provider = {
      [env.marketingConfigurationSet]: messaging.configurationSets.marketing,
      [env.transactionalConfigurationSet]: messaging.configurationSets.transactional,
      [env.smsConfigurationSet]: texts?.configurationSet ?? '',
      [env.smsOrigination]: texts?.origination ?? '',
      ...allowList,
      ...Object.fromEntries(workersOf.map(({ channel, atOnce }) => [channelEnv(channel).workers, String(atOnce)])),
      [env.textPartsPerSecond]: String(stage.texts?.numberType === 'TOLL_FREE' ? 3 : 1),
    };

    const dispatch = this.door('dispatch', access.dispatch, {
      memory: 512,
      timeout: Duration.seconds(55),
      environment: hints,
    });
    const sweep = this.door('sweep', access.sweep, { memory: 1024, timeout: Duration.seconds(59) });
    const watch = this.door('watch', access.watch, { memory: 512, timeout: Duration.seconds(59) });
    const ticks = { DispatchTick: [dispatch, 1], SweepTick: [sweep, 1], WatchTick: [watch, 5] } as const;
    for (const [name, [tick, minutes]] of Object.entries(ticks)) {
      new Schedule(this, name, {
        schedule: ScheduleExpression.rate(Duration.minutes(minutes)),
        // The next one is the retry.
        target: new LambdaInvoke(tick, { retryAttempts: 0, maxEventAge: Duration.minutes(1) }),
      });
      // Their silence rings, so at the first deployment they have run before the alarms are there to ask.
      new Trigger(this, `First${name}`, {
        handler: tick,
        invocationType: InvocationType.EVENT,
        executeOnHandlerChange: false,
      });
    }

    const { sender } = props.practice;
    for (const { channel, door, atOnce, batch } of workersOf) {
      const worker = this.door(door, access.send, {
        entry: 'send',
        memory: 512,
        timeout: sending,
        environment: provider,
      });
      grantSending(worker, {
        mail: messaging.mail,
        from: [...new Set([sender.marketing, sender.transactional])],
        texts: texts?.texts ?? [],
      });
      feed(worker, hintsOf[channel], atOnce, batch);
    }
    const events = this.door('events', access.events, { memory: 512, timeout: reading });
    feed(events, messaging.events, fedAtMost('events'));
    const budgets = { [env.budgets]: JSON.stringify(stage.budgets) };
    const inbound = this.door('inbound', access.inbound, {
      memory: 512,
      timeout: reading,
      environment: { ...hints, ...budgets },
    });
    feed(inbound, messaging.inbound, fedAtMost('inbound'));
    // What comes from outside and cannot be read is laid down with its reason.
    for (const [reader, { dead }] of [
      [events, messaging.events],
      [inbound, messaging.inbound],
    ] as const) {
      reader.addEnvironment(env.deadQueueUrl, dead.queueUrl);
      grantQueue(reader, dead, 'SendMessage');
    }

    const pages = this.door('public', access.public, {
      memory: 1024,
      timeout: reading,
      environment: { ...hints, ...budgets },
      folders: [props.drawings],
    });
    // A function of its own, so that no crowd on the pages stands between a person and the way out.
    const unsubscribe = this.door('unsubscribe', access.unsubscribe, {
      entry: 'public',
      memory: 512,
      timeout: reading,
    });
    for (const door of [pages, inbound]) grantCounting(door, storage.tables);
    const staff = this.door('staff', access.staff, {
      memory: 1024,
      timeout: reading,
      logsFor: keep.activity,
      // Says at once whom a test cannot reach on this stage.
      environment: { ...hints, ...signIn, ...allowList },
      folders: [props.drawings],
    });
    this.web.open({ pages, unsubscribe, staff });
    for (const asker of [dispatch, pages, staff]) {
      for (const queue of Object.values(hintsOf)) grantQueue(asker, queue, 'SendMessage');
    }
    // Inbound texts are answered by text.
    grantQueue(inbound, hintsOf.sms, 'SendMessage');
    // How much waits already, so that a tick never fills a queue with more than minutes of work.
    for (const queue of Object.values(hintsOf)) grantQueue(dispatch, queue, 'GetQueueAttributes');

    const seed = this.door('seed', access.seed, {
      memory: 512,
      timeout: reading,
      environment: { [env.seriesFile]: 'series.json' },
      files: { 'series.json': props.series },
    });
    const { audit } = storage.tables;
    const copy = new AuditCopy(this, 'Archive', { stage, key: this.key, audit, archive: storage.archive });
    this.functions.archive = copy.door;
    new Trigger(this, 'SeedOnDeploy', { handler: seed, timeout: Duration.minutes(1) });
    giveTriggerALog(this, this.key);
  }

  private door(name: string, given: Access, settings: DoorSettings): Door {
    const { stage, storage, practice } = this.props;
    const door = new Door(this, name, {
      ...settings,
      key: this.key,
      reserved: shareOf(name, stage.concurrentExecutions),
      entry: `functions/${settings.entry ?? name}.ts`,
      description: `Stridewell ${stage.name}: ${name}`,
      environment: { ...this.common, ...settings.environment },
      files: {
        ...settings.files,
        'practice.json': JSON.stringify(practice),
        'policy.json': JSON.stringify(stage.testPolicy ?? stage.policy),
      },
    });
    grantAccess(door, storage.tables, given);
    door.addToRolePolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [storage.secrets.secretArn] }),
    );
    this.key.grantEncryptDecrypt(door);
    this.functions[name] = door;
    return door;
  }
}

interface DoorSettings {
  entry?: string;
  memory: number;
  timeout: Duration;
  logsFor?: RetentionDays;
  environment?: Record<string, string>;
  files?: Record<string, string>;
  folders?: string[];
}

/** A few records a call, each failing alone; concurrency is held at the source, so that nothing is pulled and then throttled. */
function feed(worker: Door, queue: WorkQueue, maxConcurrency: number, batchSize = 10): void {
  worker.addEventSource(new SqsEventSource(queue, { batchSize, reportBatchItemFailures: true, maxConcurrency }));
}
