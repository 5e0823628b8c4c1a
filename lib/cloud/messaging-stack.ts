import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Practice } from '../../functions/core/practice/practice';
import type { Stage } from '../settings';
import { WorkQueue } from './queue';

interface MessagingProps extends StackProps {
  stage: Stage;
  practice: Practice;
  key: IKey;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Opens and clicks are left out: the pixel and the rewritten links would tell on people. */
const reported = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.RENDERING_FAILURE,
];

/** Identities and reputation take weeks to earn, so they stand apart from code that changes weekly. */
export class MessagingStack extends Stack {
  readonly configurationSets: { marketing: string; transactional: string };
  /** ARNs a sender needs: its domains and both sets. */
  readonly mail: string[];
  /** What providers report, and what people text: both wait in queues, so a burst is never lost. */
  readonly events: WorkQueue;
  readonly inbound: WorkQueue;
  readonly eventTopic: Topic;
  readonly inboundTopic: Topic;

  constructor(scope: Construct, id: string, { stage, practice, key: stored, ...props }: MessagingProps) {
    super(scope, id, props);
    // By its ARN: what is granted here belongs to these queues' users, and the key's own policy names the services.
    const key = Key.fromKeyArn(this, 'Key', stored.keyArn);
    const timeout = Duration.seconds(30);
    this.events = new WorkQueue(this, 'Events', { timeout, key });
    this.inbound = new WorkQueue(this, 'Inbound', { timeout, key });
    this.eventTopic = this.topic('EventTopic', key, this.events);
    this.inboundTopic = this.topic('InboundTopic', key, this.inbound);
    for (const service of ['ses', 'sms-voice']) this.letPublish(this.eventTopic, service);
    this.letPublish(this.inboundTopic, 'sms-voice');

    const sets = ['marketing', 'transactional'] as const;
    for (const kind of sets) this.configurationSet(kind, stage);
    this.configurationSets = { marketing: setName(stage, 'marketing'), transactional: setName(stage, 'transactional') };
    const { marketing, transactional } = practice.sender;
    const domains = [...new Set([marketing, transactional].map(domainOf))];
    const identities = domains.map((domain) => this.identity(domain));
    this.mail = [
      ...identities.map(({ emailIdentityArn }) => emailIdentityArn),
      ...sets.map((kind) =>
        this.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: setName(stage, kind) }),
      ),
    ];
  }

  private topic(id: string, masterKey: IKey, queue: WorkQueue): Topic {
    const topic = new Topic(this, id, { masterKey, enforceSSL: true });
    topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true, deadLetterQueue: queue.dead }));
    return topic;
  }

  private letPublish(topic: Topic, service: string): void {
    const courier = new ServicePrincipal(`${service}.amazonaws.com`, {
      conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
    });
    topic.grantPublish(courier);
  }

  private configurationSet(kind: 'marketing' | 'transactional', stage: Stage): void {
    const set = new ConfigurationSet(this, kind, {
      configurationSetName: setName(stage, kind),
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    set.addEventDestination('Reports', { destination: EventDestination.snsTopic(this.eventTopic), events: reported });
  }

  /** DKIM signs for the domain, and bounces come to a name under it, so that SPF and DMARC align (RFC 7489 3.1). */
  private identity(domain: string): EmailIdentity {
    const identity = new EmailIdentity(this, domain, {
      identity: Identity.domain(domain),
      mailFromDomain: `bounce.${domain}`,
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.REJECT_MESSAGE,
      feedbackForwarding: false,
    });
    // DNS usually lives elsewhere: these are the records to enter there.
    identity.dkimRecords.forEach(({ name, value }, i) => {
      new CfnOutput(this, `${domain.replace(/[^A-Za-z0-9]/g, '')}Dkim${i + 1}`, { value: `${name} CNAME ${value}` });
    });
    return identity;
  }
}

const setName = (stage: Stage, kind: string): string => `stridewell-${stage.name}-${kind}`;
