import { Resolver } from 'node:dns/promises';
import {
  DescribeAccountAttributesCommand,
  DescribePhoneNumbersCommand,
  DescribeRegistrationsCommand,
  DescribeSpendLimitsCommand,
  PinpointSMSVoiceV2Client,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import type { DoctorPorts } from './doctor';
import { query } from './signed-query';

interface AskedAt {
  region: string;
  /** Where AWS answers; the SDK knows, and only a test says otherwise. */
  endpoint?: string;
  /** `host:port` of a name server other than the machine's own. */
  nameServer?: string;
}

/** A thing that is not there is an answer, not a failure. */
const orAbsent = <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((error: unknown) => {
    if (error instanceof Error && /^(Resource)?NotFoundException$/.test(error.name)) return undefined;
    throw error;
  });

/** The doctor's questions as calls of AWS, DNS and the public address. All of them only read. */
export function doctorPorts({ region, endpoint, nameServer }: AskedAt): DoctorPorts {
  const where = { region, ...(endpoint ? { endpoint } : {}) };
  const mail = new SESv2Client(where);
  const texts = new PinpointSMSVoiceV2Client(where);
  const names = new Resolver();
  if (nameServer) names.setServers([nameServer]);

  return {
    async account() {
      const { ProductionAccessEnabled, SendingEnabled, EnforcementStatus, SendQuota } = await mail.send(
        new GetAccountCommand({}),
      );
      return {
        production: ProductionAccessEnabled === true,
        sending: SendingEnabled === true,
        status: EnforcementStatus ?? 'UNKNOWN',
        perSecond: SendQuota?.MaxSendRate ?? 0,
        perDay: SendQuota?.Max24HourSend ?? 0,
      };
    },

    async identity(domain) {
      const found = await orAbsent(mail.send(new GetEmailIdentityCommand({ EmailIdentity: domain })));
      return (
        found && {
          verified: found.VerifiedForSendingStatus === true,
          dkim: found.DkimAttributes?.Status ?? 'missing',
          mailFrom: found.MailFromAttributes?.MailFromDomainStatus ?? 'missing',
        }
      );
    },

    async configurationSet(name) {
      const asked = { ConfigurationSetName: name };
      const found = await orAbsent(mail.send(new GetConfigurationSetCommand(asked)));
      if (!found) return undefined;
      const { EventDestinations = [] } = await mail.send(new GetConfigurationSetEventDestinationsCommand(asked));
      return {
        tls: found.DeliveryOptions?.TlsPolicy ?? 'OPTIONAL',
        reports: EventDestinations.some(({ Enabled, SnsDestination }) => Enabled && SnsDestination),
      };
    },

    async textAccount() {
      const [{ AccountAttributes = [] }, { SpendLimits = [] }] = await Promise.all([
        texts.send(new DescribeAccountAttributesCommand({})),
        texts.send(new DescribeSpendLimitsCommand({})),
      ]);
      const monthly = SpendLimits.find(({ Name }) => Name === 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT');
      return {
        production: AccountAttributes.some(({ Name, Value }) => Name === 'ACCOUNT_TIER' && Value === 'PRODUCTION'),
        dollarsAMonth: monthly?.EnforcedLimit ?? 0,
      };
    },

    async number(wanted) {
      let NextToken: string | undefined;
      do {
        const page = await texts.send(new DescribePhoneNumbersCommand(NextToken ? { NextToken } : {}));
        const found = page.PhoneNumbers?.find(({ PhoneNumber }) => PhoneNumber === wanted);
        if (found) {
          return {
            status: found.Status ?? 'UNKNOWN',
            registration: await registration(texts, found.RegistrationId),
            twoWay: found.TwoWayEnabled === true,
            selfManaged: found.SelfManagedOptOutsEnabled === true,
          };
        }
        NextToken = page.NextToken;
      } while (NextToken);
      return undefined;
    },

    async concurrentExecutions() {
      const answer = await query({
        service: 'servicequotas',
        region,
        endpoint: endpoint ?? `https://servicequotas.${region}.amazonaws.com/`,
        // Of Lambda, "Concurrent executions".
        form: {
          target: 'ServiceQuotasV20190624.GetServiceQuota',
          json: { ServiceCode: 'lambda', QuotaCode: 'L-B99A9384' },
        },
        credentials: await mail.config.credentials(),
        now: new Date(),
      });
      return Number((JSON.parse(answer) as { Quota?: { Value?: number } }).Quota?.Value ?? 0);
    },

    async alarms(topic, address) {
      const credentials = await mail.config.credentials();
      let state: 'confirmed' | 'pending' | undefined;
      let NextToken = '';
      do {
        const page = await query({
          service: 'sns',
          region,
          endpoint: endpoint ?? `https://sns.${region}.amazonaws.com/`,
          form: { Action: 'ListSubscriptions', Version: '2010-03-31', ...(NextToken ? { NextToken } : {}) },
          credentials,
          now: new Date(),
        });
        for (const [, member = ''] of page.matchAll(/<member>([\s\S]*?)<\/member>/g)) {
          const of = (tag: string) => unescaped(new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(member)?.[1] ?? '');
          if (!of('TopicArn').includes(`:${topic}`) || of('Endpoint') !== address) continue;
          if (of('SubscriptionArn').startsWith('arn:')) return 'confirmed';
          state = 'pending';
        }
        NextToken = unescaped(/<NextToken>([^<]*)<\/NextToken>/.exec(page)?.[1] ?? '');
      } while (NextToken);
      return state;
    },

    txt: (name) =>
      names.resolveTxt(name).then(
        (records) => records.map((parts) => parts.join('')),
        () => [],
      ),

    status: (url) =>
      fetch(url, { signal: AbortSignal.timeout(10_000), redirect: 'manual' }).then(
        ({ status }) => status,
        () => undefined,
      ),
  };
}

async function registration(texts: PinpointSMSVoiceV2Client, id: string | undefined): Promise<string> {
  if (!id) return 'missing';
  const found = await orAbsent(texts.send(new DescribeRegistrationsCommand({ RegistrationIds: [id] })));
  return found?.Registrations?.[0]?.RegistrationStatus ?? 'missing';
}

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|apos);/g, (_, name: string) => entities[name] ?? '');
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };
