import { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, type CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Stage } from '../settings';
import { keep } from './lifetimes';

/**
 * What the firewall turned away, and nothing of whom it let through: these lines carry the caller's address, which only
 * an attack earns. Paths and queries are redacted, because they hold the tokens of people's links; so is what signs
 * staff in. The firewall of CloudFront logs to groups whose name begins with `aws-waf-logs-`.
 */
export function firewallLog(scope: Construct, stage: Stage, firewall: CfnWebACL, key: IKey): void {
  const group = new LogGroup(scope, 'FirewallLog', {
    logGroupName: `aws-waf-logs-stridewell-${stage.name}`,
    retention: keep.activity,
    encryptionKey: key,
  });
  const { partition, region, account } = Stack.of(scope);
  const header = (name: string) => ({ singleHeader: { Name: name } });
  new CfnLoggingConfiguration(scope, 'FirewallLogging', {
    resourceArn: firewall.attrArn,
    // Without the `:*` that the group's own attribute ends in.
    logDestinationConfigs: [
      `arn:${partition}:logs:${region}:${account}:log-group:aws-waf-logs-stridewell-${stage.name}`,
    ],
    redactedFields: [
      { uriPath: {} },
      { queryString: {} },
      header('authorization'),
      header('cookie'),
      header('referer'),
    ],
    loggingFilter: {
      DefaultBehavior: 'DROP',
      Filters: [{ Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] }],
    },
  }).node.addDependency(group);
}
