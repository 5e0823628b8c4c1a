import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Stage } from '../settings';
import type { AppStack } from './app-stack';
import { workersOf } from './concurrency';
import { counted } from './counted';
import type { StorageStack } from './storage-stack';

export const runbook = 'docs/runbook.md';

/** One thing to be woken for. `heading` is the page of the runbook that says what it means and how it ends. */
export interface Wanted {
  id: string;
  heading: string;
  text: string;
  metric: IMetric;
  /** Rings from here on, or below it where `below` is set. */
  threshold: number;
  below?: true;
  /** Periods in a row. */
  periods?: number;
}

const five = Duration.minutes(5);

/** Everything that wakes somebody, on one page. */
export function alarmsOf(
  scope: Construct,
  stage: Stage,
  { app, storage }: { app: AppStack; storage: StorageStack },
): Wanted[] {
  const { functions, queues, api } = app;
  const senders = Object.fromEntries(workersOf.map(({ door }) => [door, functions[door]!]));
  return [
    {
      id: 'AnswerNotSent',
      heading: 'An emergency was not answered',
      text: 'Somebody texted about an emergency or a crisis, and our answer is not known to be out. Call them now.',
      metric: counted(scope, stage, 'answer-not-sent', {
        ...senders,
        watch: functions.watch!,
      }).with({ statistic: 'Sum', period: Duration.minutes(1) }),
      threshold: 1,
    },
    {
      id: 'ConfirmationTexts',
      heading: 'Many confirmation texts',
      text: 'An hour had a sixth of all the sign-ups it may have, by text: a race day, or somebody who runs up the bill.',
      metric: counted(scope, stage, 'confirmation-text', senders).with({ statistic: 'Sum', period: Duration.hours(1) }),
      threshold: Math.ceil(stage.budgets.signUps.everyone / 6),
    },
    {
      id: 'OverBudget',
      heading: 'Requests are refused',
      text: 'Sign-ups, bookings or answers to texts were refused 20 times in five minutes, because an hour had enough of them.',
      metric: counted(scope, stage, 'over-budget', {
        public: functions.public!,
        inbound: functions.inbound!,
      }).with({ statistic: 'Sum', period: five }),
      threshold: 20,
    },
    ...(stage.texts
      ? [
          {
            id: 'TextsCost',
            heading: 'Texts cost a lot',
            text: 'Texts of this month have cost four fifths of what they may.',
            // The month's spending so far, reported with each text: take the newest value, not the sum.
            metric: new Metric({
              namespace: 'AWS/SMSVoice',
              metricName: 'TextMessageMonthlySpend',
              period: Duration.hours(1),
              statistic: 'Maximum',
            }),
            threshold: stage.texts.dollarsAMonth * 0.8,
          },
        ]
      : []),
    {
      id: 'ClockStands',
      heading: 'The clock stands still',
      text: 'No tick in five minutes: nothing that is due is sent.',
      metric: functions.dispatch!.metricInvocations({ period: five }),
      threshold: 1,
      below: true,
    },
    {
      id: 'SweepStands',
      heading: 'The clock stands still',
      text: 'No sweep in five minutes: campaigns enroll nobody.',
      metric: functions.sweep!.metricInvocations({ period: five }),
      threshold: 1,
      below: true,
    },
    {
      id: 'WatchStands',
      heading: 'The clock stands still',
      text: 'No watch in 15 minutes: no circuit breaker would stop what goes wrong.',
      metric: functions.watch!.metricInvocations({ period: Duration.minutes(15) }),
      threshold: 1,
      below: true,
    },
    ...Object.entries(queues).flatMap(([name, queue]): Wanted[] => [
      {
        id: `Dead-${name}`,
        heading: 'A message could not be read',
        text: `The dead-letter queue of ${name} holds a message.`,
        metric: queue.dead.metricApproximateNumberOfMessagesVisible({ period: five, statistic: 'Maximum' }),
        threshold: 1,
      },
      {
        id: `Waiting-${name}`,
        heading: 'Work waits too long',
        text: `The oldest message of ${name} has waited 15 minutes.`,
        metric: queue.metricApproximateAgeOfOldestMessage({ period: five, statistic: 'Maximum' }),
        threshold: 900,
      },
    ]),
    ...Object.entries(functions).flatMap(([name, one]): Wanted[] => [
      {
        id: `Fails-${name}`,
        heading: 'A function fails',
        text: `${name} failed in two periods in a row.`,
        metric: one.metricErrors({ period: five }),
        threshold: 1,
        periods: 2,
      },
      {
        id: `Throttled-${name}`,
        heading: 'A function is throttled',
        text: `${name} was not let run: its share of the account's concurrency, or all of it, is used up.`,
        metric: one.metricThrottles({ period: five }),
        threshold: 1,
        periods: 2,
      },
    ]),
    ...Object.entries(storage.tables).flatMap(([name, table]): Wanted[] =>
      ['ReadThrottleEvents', 'WriteThrottleEvents'].map((metricName) => ({
        id: `${metricName}-${name}`,
        heading: 'A table is throttled',
        text: `DynamoDB turned calls to ${name} away.`,
        metric: table.metric(metricName, { period: five, statistic: 'Sum' }),
        threshold: 10,
        periods: 2,
      })),
    ),
    {
      id: 'AuditCopyLate',
      heading: 'The audit trail is not copied',
      text: 'Lines of the audit trail have waited an hour for their copy; after a day the stream forgets them.',
      metric: functions.archive!.metric('IteratorAge', { period: five, statistic: 'Maximum' }),
      threshold: 3_600_000,
    },
    {
      id: 'AuditChanged',
      heading: 'The audit trail was changed',
      text: 'Somebody changed or deleted a line of the audit trail. The service never does.',
      metric: counted(scope, stage, 'audit-changed', { archive: functions.archive! }).with({
        statistic: 'Sum',
        period: five,
      }),
      threshold: 1,
    },
    {
      id: 'PagesFail',
      heading: 'Pages fail',
      text: 'Five answers in five minutes were server errors: people may be unable to leave.',
      metric: api.metricServerError({ period: five }),
      threshold: 5,
    },
    {
      id: 'Bounces',
      heading: 'Too many bounces',
      // SES reviews an account at 5 % and may stop it at 10 %.
      text: 'More than 3 % of mail bounces.',
      metric: reputation('Reputation.BounceRate'),
      threshold: 0.03,
    },
    {
      id: 'Complaints',
      heading: 'Too many complaints',
      // SES reviews an account at 0.1 %; Gmail asks bulk senders to stay under 0.1 % and never reach 0.3 %.
      text: 'More than 0.08 % of mail is reported as spam.',
      metric: reputation('Reputation.ComplaintRate'),
      threshold: 0.0008,
    },
  ];
}

const reputation = (metricName: string) =>
  new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: 'Average' });

/** GitHub's and most viewers' way from a heading to its anchor. */
const anchor = (heading: string): string => heading.toLowerCase().replace(/ /g, '-');

/** The alarm, its text ending in the page that helps. Silence is an alarm only where something must always happen. */
export function watch(scope: Construct, stage: Stage, wanted: Wanted): Alarm {
  const { id, heading, text, metric, threshold, below, periods = 1 } = wanted;
  return new Alarm(scope, id, {
    alarmName: `stridewell-${stage.name}-${id}`,
    alarmDescription: `${text} What to do: ${runbook}#${anchor(heading)}`,
    metric,
    threshold,
    evaluationPeriods: periods,
    comparisonOperator: below
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
}
