import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Stage } from '../settings';

/** Sampled requests are off: AWS would keep whole addresses of pages, and those hold the tokens of people's links. */
const visible = (metricName: string) => ({ cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName });

const startsWith = (path: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString: path,
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
});

const managed = (name: string, priority: number): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
  visibilityConfig: visible(name),
});

/** From one address in five minutes. A practice's whole staff may share one; a mailbox provider's proxies are few. */
const hurry = { pages: 1000, leaving: 20_000 };

/**
 * Leaving comes before every other rule: mailbox providers post one-click requests from few addresses and often
 * without a user agent, which the rules below take for an attack. Only by link: where an address is typed, somebody might
 * type those of others by the thousand, so that page keeps the pages' pace.
 */
export function firewall(scope: Construct, stage: Stage): CfnWebACL {
  return new CfnWebACL(scope, 'Firewall', {
    name: `stridewell-${stage.name}`,
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: visible('firewall'),
    rules: [
      {
        name: 'LeavingInAHurry',
        priority: 0,
        action: { block: { customResponse: { responseCode: 429 } } },
        statement: {
          rateBasedStatement: {
            aggregateKeyType: 'IP',
            limit: hurry.leaving,
            evaluationWindowSec: 300,
            scopeDownStatement: startsWith('/unsubscribe/'),
          },
        },
        visibilityConfig: visible('leaving-in-a-hurry'),
      },
      {
        name: 'Leaving',
        priority: 1,
        action: { allow: {} },
        statement: startsWith('/unsubscribe/'),
        visibilityConfig: visible('leaving'),
      },
      {
        name: 'Hurry',
        priority: 2,
        action: { block: { customResponse: { responseCode: 429 } } },
        statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: hurry.pages, evaluationWindowSec: 300 } },
        visibilityConfig: visible('hurry'),
      },
      managed('AWSManagedRulesAmazonIpReputationList', 3),
      managed('AWSManagedRulesKnownBadInputsRuleSet', 4),
    ],
  });
}
