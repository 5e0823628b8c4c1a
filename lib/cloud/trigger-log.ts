import { CfnResource, type Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { keep } from './lifetimes';

const provider = 'AWSCDK.TriggerCustomResourceProviderCustomResourceProvider';

/** The CDK's own function that runs a trigger would make its log by itself, and Lambda keeps such a log for ever. */
export function giveTriggerALog(stack: Stack, key: IKey): void {
  const handler = stack.node.tryFindChild(provider)?.node.tryFindChild('Handler');
  if (!CfnResource.isCfnResource(handler as CfnResource))
    throw new Error('This release of the CDK runs triggers in another way; give its function a log with a lifetime.');
  const group = new LogGroup(stack, 'TriggerLog', { retention: keep.deployment, encryptionKey: key });
  (handler as CfnResource).addPropertyOverride('LoggingConfig', { LogGroup: group.logGroupName });
}
