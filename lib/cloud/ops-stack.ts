import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, Metric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Stage } from '../settings';
import { alarmsOf, runbook, watch } from './alarms';
import type { AppStack } from './app-stack';
import type { StorageStack } from './storage-stack';

interface OpsProps extends StackProps {
  stage: Stage;
  storage: StorageStack;
  app: AppStack;
}

/** Who is told when something is wrong, and one page that shows how all is going. */
export class OpsStack extends Stack {
  constructor(scope: Construct, id: string, { stage, storage, app, ...props }: OpsProps) {
    super(scope, id, props);
    const told = new Topic(this, 'Told', {
      masterKey: Key.fromKeyArn(this, 'Key', storage.key.keyArn),
      enforceSSL: true,
    });
    told.addSubscription(new EmailSubscription(stage.alarmsTo));
    const action = new SnsAction(told);
    for (const wanted of alarmsOf(this, stage, { app, storage })) watch(this, stage, wanted).addAlarmAction(action);
    this.board(stage, app);
  }

  private board(stage: Stage, { functions, queues, api }: AppStack): void {
    const period = Duration.minutes(5);
    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12, period });
    new Dashboard(this, 'Board', {
      dashboardName: `stridewell-${stage.name}`,
      widgets: [
        [
          new TextWidget({
            markdown: `# Stridewell ${stage.name}\nWhat each alarm means: ${runbook}`,
            width: 24,
            height: 2,
          }),
        ],
        [
          graph(
            'Calls',
            Object.values(functions).map((one) => one.metricInvocations()),
          ),
          graph(
            'Errors',
            Object.values(functions).map((one) => one.metricErrors()),
          ),
        ],
        [
          graph(
            'Waiting',
            Object.values(queues).map((one) => one.metricApproximateNumberOfMessagesVisible()),
          ),
          graph(
            'Oldest waiting, seconds',
            Object.values(queues).map((one) => one.metricApproximateAgeOfOldestMessage()),
          ),
        ],
        [
          graph('Requests', [api.metricCount(), api.metricClientError(), api.metricServerError()]),
          graph(
            'Mail',
            ['Send', 'Delivery', 'Bounce', 'Complaint'].map(
              (metricName) => new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Sum' }),
            ),
          ),
        ],
      ],
    });
  }
}
