import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnConfigurationSet, CfnOptOutList, CfnPhoneNumber, CfnProtectConfiguration } from 'aws-cdk-lib/aws-smsvoice';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Practice } from '../../functions/core/practice/practice';
import type { Stage } from '../settings';
import { countryRules } from './text-countries';

interface TextsProps extends StackProps {
  stage: Stage;
  practice: Practice;
  numberType: string;
  eventTopic: Topic;
  inboundTopic: Topic;
}

/** The practice's number. It is registered with the carriers by hand and for weeks, so nothing here may lose it. */
export class TextsStack extends Stack {
  readonly configurationSet: string;
  readonly origination: string;
  /** ARNs a sender needs. */
  readonly texts: string[];

  constructor(
    scope: Construct,
    id: string,
    { stage, practice, numberType, eventTopic, inboundTopic, ...props }: TextsProps,
  ) {
    super(scope, id, props);
    const name = `stridewell-${stage.name}`;
    const optOuts = new CfnOptOutList(this, 'OptOuts', { optOutListName: name });
    const countries = new CfnProtectConfiguration(this, 'Countries', { countryRuleSet: { sms: countryRules } });
    const set = new CfnConfigurationSet(this, 'Set', {
      configurationSetName: name,
      // Every text names this set, so no text leaves the country.
      protectConfigurationId: countries.attrProtectConfigurationId,
      eventDestinations: [
        {
          eventDestinationName: 'reports',
          enabled: true,
          matchingEventTypes: ['TEXT_ALL'],
          snsDestination: { topicArn: eventTopic.topicArn },
        },
      ],
    });
    const number = new CfnPhoneNumber(this, 'Number', {
      isoCountryCode: 'US',
      numberType,
      numberCapabilities: ['SMS'],
      deletionProtectionEnabled: stage.production,
      optOutListName: optOuts.ref,
      // STOP is answered by us: "can't stop running" is no opt-out, and the answer must wait until nothing is under way.
      selfManagedOptOutsEnabled: true,
      twoWay: { enabled: true, channelArn: inboundTopic.topicArn },
      // Asked for by the API; with self-managed opt-outs the provider sends neither.
      mandatoryKeywords: {
        help: { message: `${practice.shortName} ${practice.program}: call ${practice.phone}. Reply STOP to end.` },
        stop: { message: `${practice.shortName}: you get no more texts from us.` },
      },
    });
    for (const kept of [optOuts, number]) kept.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.configurationSet = name;
    this.origination = number.attrArn;
    this.texts = [number.attrArn, set.attrArn];
    new CfnOutput(this, 'PhoneNumber', { value: number.attrPhoneNumber });
  }
}
