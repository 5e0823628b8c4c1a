import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Stage } from '../settings';
import type { Door } from './lambda';

/** Every function writes the line under one name, so that one metric counts them all. */
const namespace = (stage: Stage): string => `Stridewell/${stage.name}`;

/** How often these functions write the line `event`, added up: each line of the log is JSON and names its event. */
export function counted(scope: Construct, stage: Stage, event: string, doors: Record<string, Door>): Metric {
  const filters = Object.entries(doors).map(
    ([name, door]) =>
      new MetricFilter(scope, `Counted-${event}-${name}`, {
        logGroup: door.logGroup,
        filterPattern: FilterPattern.stringValue('$.event', '=', event),
        metricNamespace: namespace(stage),
        metricName: event,
        metricValue: '1',
      }),
  );
  return filters[0]!.metric();
}
