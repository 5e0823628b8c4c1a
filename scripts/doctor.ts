import { resolveTxt } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DescribePhoneNumbersCommand, PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { StridewellError } from '../functions/core/error';
import { type DoctorPorts, examine } from '../lib/doctor';
import { loadPractice, loadStage } from '../lib/settings';

const region = 'us-east-1';
const mail = new SESv2Client({ region });
const texts = new PinpointSMSVoiceV2Client({ region });

/** A thing that is not there is an answer, not a failure. */
const orAbsent = <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((error: unknown) => {
    if (error instanceof Error && error.name === 'NotFoundException') return undefined;
    throw error;
  });

const ports: DoctorPorts = {
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
  async number(wanted) {
    let NextToken: string | undefined;
    do {
      const page = await texts.send(new DescribePhoneNumbersCommand(NextToken ? { NextToken } : {}));
      const found = page.PhoneNumbers?.find(({ PhoneNumber }) => PhoneNumber === wanted);
      if (found) {
        return {
          status: found.Status ?? 'UNKNOWN',
          twoWay: found.TwoWayEnabled === true,
          selfManaged: found.SelfManagedOptOutsEnabled === true,
        };
      }
      NextToken = page.NextToken;
    } while (NextToken);
    return undefined;
  },
  txt: (name) =>
    resolveTxt(name).then(
      (records) => records.map((parts) => parts.join('')),
      () => [],
    ),
  status: (url) =>
    fetch(url, { signal: AbortSignal.timeout(10_000), redirect: 'manual' }).then(
      ({ status }) => status,
      () => undefined,
    ),
};

/** `npm run doctor -- --stage prod [--mail received.eml]`: reads only; exit 1 while something is wrong. */
async function main(): Promise<number> {
  const root = join(import.meta.dirname, '..');
  const { values } = parseArgs({ options: { stage: { type: 'string' }, mail: { type: 'string' } } });
  if (!values.stage) throw new StridewellError('invalid', 'Say which stage: npm run doctor -- --stage prod', 'stage');
  const findings = await examine(ports, {
    stage: loadStage(values.stage, join(root, 'stages.yaml')),
    practice: loadPractice(join(root, 'practice.yaml')),
    ...(values.mail ? { mail: readFileSync(values.mail, 'utf8') } : {}),
  });
  const marks = { well: 'ok  ', ill: 'NOT ', look: 'look' };
  for (const { is, what, todo } of findings) console.log(`${marks[is]} ${what}${todo ? `\n       ${todo}` : ''}`);
  return findings.some(({ is }) => is === 'ill') ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const said = error instanceof Error && ('code' in error || error instanceof StridewellError);
  if (!said) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
