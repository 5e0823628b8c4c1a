import type { Practice } from '../functions/core/practice/practice';
import { enoughToReserve } from './cloud/concurrency';
import { type Finding, ill, well, when } from './finding';
import { signatureFaults } from './received-mail';
import type { Stage } from './settings';

/** Read-only questions to the deployed stage. Each answers undefined where the resource does not exist. */
export interface DoctorPorts {
  account(): Promise<{ production: boolean; sending: boolean; status: string; perSecond: number; perDay: number }>;
  identity(domain: string): Promise<{ verified: boolean; dkim: string; mailFrom: string } | undefined>;
  configurationSet(name: string): Promise<{ tls: string; reports: boolean } | undefined>;
  /** Of all texts in the account; AWS begins with a sandbox and a limit of one dollar. */
  textAccount(): Promise<{ production: boolean; dollarsAMonth: number }>;
  /** Functions that Lambda lets the account run at once. */
  concurrentExecutions(): Promise<number>;
  number(
    number: string,
  ): Promise<{ status: string; registration: string; twoWay: boolean; selfManaged: boolean } | undefined>;
  /** Whether this address answered the mail that asks to subscribe to the topic, whose name begins so. */
  alarms(topic: string, address: string): Promise<'confirmed' | 'pending' | undefined>;
  /** TXT records of a name, each put together. */
  txt(name: string): Promise<string[]>;
  /** Status of a GET; undefined without an answer. */
  status(url: string): Promise<number | undefined>;
}

interface Patient {
  stage: Stage;
  practice: Practice;
  /** A marketing mail as a mailbox received it, whole. */
  mail?: string;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Everything between a finished deployment and the first message to a runner, in the order to fix it. */
export async function examine(ports: DoctorPorts, { stage, practice, mail }: Patient): Promise<Finding[]> {
  const { marketing, transactional, smsNumber } = practice.sender;
  const domains = [...new Set([marketing, transactional].map(domainOf))];
  const parts: Promise<Finding[]>[] = [
    account(ports, stage),
    ...domains.map((domain) => sender(ports, domain)),
    ...['marketing', 'transactional'].map((kind) => set(ports, `stridewell-${stage.name}-${kind}`)),
    stage.texts ? textAccount(ports, stage, stage.texts.dollarsAMonth) : Promise.resolve([]),
    stage.texts ? number(ports, stage.texts.numberType, smsNumber) : Promise.resolve([]),
    stage.web ? web(ports, stage.web.publicUrl) : Promise.resolve([]),
    functions(ports, stage),
    alarms(ports, stage),
  ];
  const found = (await Promise.all(parts.map(survived))).flat();
  found.push(...received(mail, domainOf(marketing)));
  return found;
}

/** One question that cannot be asked must not hide the answers to the others. */
const survived = (part: Promise<Finding[]>): Promise<Finding[]> =>
  part.catch((error: unknown) => [
    ill(
      `AWS did not answer: ${error instanceof Error ? error.name : 'unknown'}`,
      'Sign in to the right account, region us-east-1, and run it again.',
    ),
  ]);

async function account(ports: DoctorPorts, stage: Stage): Promise<Finding[]> {
  const { production, sending, status, perSecond, perDay } = await ports.account();
  const sandbox = 'Ask for production access: SES, "Account dashboard". It takes about a day.';
  return [
    production || !stage.production
      ? well(production ? 'SES is out of its sandbox' : 'SES is in its sandbox, which is enough for a rehearsal')
      : ill('SES is in its sandbox: only verified addresses get mail', sandbox),
    when(sending, 'SES may send', 'Sending is switched off for the whole account', 'Runbook, "Resume".'),
    when(
      status === 'HEALTHY',
      'SES is content with the account',
      `SES says ${status}`,
      'Read its mail to the account owner; runbook, "Too many bounces".',
    ),
    when(
      perSecond >= 5 || !stage.production,
      `SES takes ${perSecond} a second, ${perDay} a day`,
      `SES takes only ${perSecond} a second`,
      'Ask for a higher rate: Service Quotas, SES; see docs/cost.md.',
    ),
  ];
}

async function sender(ports: DoctorPorts, domain: string): Promise<Finding[]> {
  const [identity, records] = await Promise.all([ports.identity(domain), ports.txt(`_dmarc.${domain}`)]);
  const dns = 'Enter the DNS records that the messaging stack printed; it may take a day until SES sees them.';
  const dmarc = records.find((record) => record.startsWith('v=DMARC1'));
  return [
    when(identity?.verified === true, `${domain} is verified`, `${domain} is not verified`, dns),
    when(
      identity?.dkim === 'SUCCESS',
      `${domain} signs with DKIM`,
      `${domain}: DKIM is ${identity?.dkim ?? 'missing'}`,
      dns,
    ),
    when(
      identity?.mailFrom === 'SUCCESS',
      `Bounces come to bounce.${domain}`,
      `bounce.${domain} is ${identity?.mailFrom ?? 'missing'}`,
      dns,
    ),
    // Gmail and Yahoo require DMARC from senders of 5,000 mails a day.
    when(
      dmarc !== undefined,
      `${domain} has DMARC`,
      `${domain} has no DMARC record`,
      `Publish TXT _dmarc.${domain} "v=DMARC1; p=none; rua=mailto:…".`,
    ),
  ];
}

async function set(ports: DoctorPorts, name: string): Promise<Finding[]> {
  const found = await ports.configurationSet(name);
  if (!found) return [ill(`There is no configuration set ${name}`, 'Deploy the stage: npm run deploy.')];
  return [
    when(
      found.tls === 'REQUIRE',
      `${name} asks for TLS`,
      `${name} lets mail go without TLS`,
      'Deploy again: somebody changed it by hand.',
    ),
    when(
      found.reports,
      `${name} reports to our queue`,
      `${name} reports nothing`,
      'Deploy again: without reports no bounce is heard of.',
    ),
  ];
}

async function textAccount(ports: DoctorPorts, stage: Stage, wanted: number): Promise<Finding[]> {
  const { production, dollarsAMonth } = await ports.textAccount();
  return [
    when(
      production || !stage.production,
      production ? 'Texts are out of their sandbox' : 'Texts are in their sandbox, which is enough for a rehearsal',
      'Texts are in their sandbox: only verified numbers get any',
      'Runbook, "Leave the sandbox".',
    ),
    when(
      dollarsAMonth === wanted || !stage.production,
      `Texts may cost ${dollarsAMonth} dollars a month`,
      `Texts stop at ${dollarsAMonth} dollars a month, and stages.yaml says ${wanted}`,
      dollarsAMonth > wanted
        ? `aws pinpoint-sms-voice-v2 set-text-message-spend-limit-override --monthly-limit ${wanted}`
        : 'Ask for a higher spending limit: runbook, "Limit what texts cost".',
    ),
  ];
}

async function functions(ports: DoctorPorts, stage: Stage): Promise<Finding[]> {
  const allowed = await ports.concurrentExecutions();
  const todo = 'Runbook, "Give each function its share".';
  const shares = stage.concurrentExecutions >= enoughToReserve;
  return [
    when(
      allowed >= stage.concurrentExecutions,
      `Lambda runs ${allowed} functions at once`,
      `Lambda runs only ${allowed} functions at once, and stages.yaml says ${stage.concurrentExecutions}`,
      todo,
    ),
    when(
      shares || !stage.production,
      shares ? 'Each function has its share' : 'No function has a share of its own, which is enough for a rehearsal',
      'No function has a share of its own: a crowd on the pages could hold up sending and replies',
      todo,
    ),
  ];
}

/** The topic's name begins with its stack's and its own. */
async function alarms(ports: DoctorPorts, stage: Stage): Promise<Finding[]> {
  const state = await ports.alarms(`Stridewell-${stage.name}-ops-Told`, stage.alarmsTo);
  return [
    when(
      state === 'confirmed',
      `Alarms reach ${stage.alarmsTo}`,
      state === 'pending' ? `${stage.alarmsTo} has not confirmed its alarms` : `No alarm goes to ${stage.alarmsTo}`,
      state === 'pending'
        ? 'Open the mail "AWS Notification - Subscription Confirmation" there and confirm it; until then nobody is told.'
        : 'Deploy the stack ops: npm run deploy.',
    ),
  ];
}

async function number(ports: DoctorPorts, numberType: string, smsNumber: string): Promise<Finding[]> {
  const found = await ports.number(smsNumber);
  if (!found) return [ill('The number of practice.yaml is not in this account', 'Runbook, "Register the number".')];
  return [
    when(
      found.status === 'ACTIVE',
      'The number is active',
      `The number is ${found.status}`,
      'Finish its registration: runbook, "Register the number".',
    ),
    when(
      found.registration === 'COMPLETE' || numberType === 'SIMULATOR',
      numberType === 'SIMULATOR' ? 'A simulator needs no registration' : 'The carriers know the number',
      `The registration of the number is ${found.registration}`,
      'Runbook, "Register the number": until the carriers approve it, they block what it sends.',
    ),
    when(
      found.twoWay,
      'Replies reach us',
      'Replies to the number reach nobody',
      'Deploy the stack texts again: STOP must be heard.',
    ),
    when(
      found.selfManaged,
      'STOP is answered by us',
      'AWS answers STOP instead of us',
      'Deploy the stack texts again.',
    ),
  ];
}

async function web(ports: DoctorPorts, url: string): Promise<Finding[]> {
  const status = await ports.status(`${url}/healthz`);
  return [
    when(
      status === 200,
      `${url} answers`,
      `${url}/healthz answers ${status ?? 'nothing'}`,
      'Point the name at CloudFront: the output PointYourNameAt of the stack edge.',
    ),
  ];
}

function received(mail: string | undefined, domain: string): Finding[] {
  const todo =
    'Send yourself a mail, save it with all headers ("show original"), and run: npm run doctor -- --stage … --mail FILE';
  if (mail === undefined) return [{ is: 'look', what: 'One-click headers under the signature', todo }];
  const faults = signatureFaults(mail, domain);
  if (faults.length === 0) return [well('A received mail is signed by our domain, one-click headers included')];
  return faults.map((fault) =>
    ill(fault, 'RFC 8058 section 4: Gmail and Yahoo count such mail as having no one-click. Check DKIM above.'),
  );
}
