import { examine } from '../../lib/doctor';
import { doctorPorts } from '../../lib/doctor-ports';
import { practice, stageOf } from '../support/practice';
import { type Account, startFakeAws, wholeAccount } from './fake-aws';

/** The doctor as it is run, with the real SDK clients, a real resolver and a real fetch, against loopback. */

const shipped = stageOf('prod');
const mail = [
  'DKIM-Signature: v=1; a=rsa-sha256; d=news.practice.example;',
  '  h=From:List-Unsubscribe:List-Unsubscribe-Post; b=abc',
  'From: tips@news.practice.example',
  'List-Unsubscribe: <https://tips.practice.example/unsubscribe/x>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  '',
  'Body',
].join('\r\n');

let aws: Awaited<ReturnType<typeof startFakeAws>>;
beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID ??= 'local';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'local';
  aws = await startFakeAws();
});
afterAll(() => aws.close());
beforeEach(() => {
  aws.state.is = wholeAccount();
  aws.state.asked = [];
});

function look(received: string | undefined = mail) {
  const stage = { ...shipped, concurrentExecutions: 1000, web: { ...shipped.web!, publicUrl: aws.url } };
  const ports = doctorPorts({ region: 'us-east-1', endpoint: aws.url, nameServer: aws.nameServer });
  return examine(ports, { stage, practice, ...(received === undefined ? {} : { mail: received }) });
}

it('finds a whole stage well, by asking every service in its own protocol', async () => {
  const found = await look();
  expect(found.filter(({ is }) => is !== 'well')).toEqual([]);
  expect(found.length).toBeGreaterThanOrEqual(24);
  expect(new Set(aws.state.asked.map((one) => one.split(' ')[0]))).toEqual(
    new Set(['ses', 'servicequotas', 'sms-voice', 'sns']),
  );
  // It only reads.
  expect(
    aws.state.asked.filter(
      (one) => !/ (GET|POST PinpointSMSVoiceV2\.Describe|POST ServiceQuotasV20190624\.Get|POST \/$)/.test(one),
    ),
  ).toEqual([]);
});

it.each<[string, (is: Account) => void, RegExp[]]>([
  ['the mail sandbox', (is) => (is.account.ProductionAccessEnabled = false), [/sandbox/]],
  ['sending switched off', (is) => (is.account.SendingEnabled = false), [/switched off/]],
  ['probation', (is) => (is.account.EnforcementStatus = 'PROBATION'), [/PROBATION/]],
  ['a low rate', (is) => (is.account.SendQuota.MaxSendRate = 1), [/only 1 a second/]],
  ['identities that are not there', (is) => (is.identity = undefined), Array(6).fill(/practice\.example/)],
  ['an unverified domain', (is) => (is.identity.VerifiedForSendingStatus = false), Array(2).fill(/not verified/)],
  ['DKIM under way', (is) => (is.identity.DkimAttributes.Status = 'PENDING'), Array(2).fill(/DKIM is PENDING/)],
  ['no MAIL FROM', (is) => delete is.identity.MailFromAttributes, Array(2).fill(/bounce\..* is missing/)],
  ['no DMARC', (is) => (is.txt = ['v=spf1 -all']), Array(2).fill(/no DMARC/)],
  ['a name that is not there', (is) => (is.txt = undefined), Array(2).fill(/no DMARC/)],
  ['no configuration sets', (is) => (is.set = undefined), Array(2).fill(/no configuration set/)],
  ['mail without TLS', (is) => (is.set.DeliveryOptions = undefined), Array(2).fill(/without TLS/)],
  ['reports that go nowhere', (is) => (is.destinations = []), Array(2).fill(/reports nothing/)],
  ['reports switched off', (is) => (is.destinations[0].Enabled = false), Array(2).fill(/reports nothing/)],
  ['the text sandbox', (is) => (is.tier = 'SANDBOX'), [/Texts are in their sandbox/]],
  ['the first spending limit', (is) => (is.spend = 1), [/stop at 1 dollars/]],
  ['a spending limit that lets a flood cost too much', (is) => (is.spend = 5000), [/stop at 5000 dollars/]],
  ['the ten functions of a new account', (is) => (is.concurrency = 10), [/only 10 functions at once/]],
  ['a number nobody has', (is) => is.numbers.pop(), [/not in this account/]],
  ['a number that is not active', (is) => (is.numbers[1]![0].Status = 'PENDING'), [/number is PENDING/]],
  ['a registration under review', (is) => (is.registration = 'REVIEWING'), [/REVIEWING/]],
  ['a registration that is gone', (is) => (is.registration = undefined), [/registration of the number is missing/]],
  [
    'a number never registered',
    (is) => delete is.numbers[1]![0].RegistrationId,
    [/registration of the number is missing/],
  ],
  ['one-way texts', (is) => (is.numbers[1]![0].TwoWayEnabled = false), [/reach nobody/]],
  ['STOP answered by AWS', (is) => (is.numbers[1]![0].SelfManagedOptOutsEnabled = false), [/answers STOP/]],
  ['unconfirmed alarms', (is) => (is.subscriptions[1]![0]![2] = 'PendingConfirmation'), [/has not confirmed/]],
  ['alarms to somebody else', (is) => (is.subscriptions[1]![0]![1] = 'a@x.com'), [/No alarm goes to/]],
  [
    'alarms of another stage',
    (is) => (is.subscriptions[1]![0]![0] = 'arn:aws:sns:us-east-1:1:Stridewell-trial-ops-Told1'),
    [/No alarm/],
  ],
  ['pages that fail', (is) => (is.healthz = 500), [/healthz answers 500/]],
])('sees %s, and says what to do', async (_name, change, said) => {
  change(aws.state.is);
  const ill = (await look()).filter(({ is }) => is === 'ill');
  expect(ill.map(({ what }) => what)).toEqual(said.map((one) => expect.stringMatching(one)));
  for (const { todo } of ill) expect(todo).toMatch(/\w{4}/);
});

it.each(['ses', 'sms-voice', 'sns'])('does not let one refusal hide the other answers: %s', async (service) => {
  aws.state.is.refuses = [service];
  const found = await look();
  const refused = found.filter(({ what }) => /^AWS did not answer/.test(what));
  expect(refused.length).toBeGreaterThan(0);
  expect(found.filter(({ is }) => is === 'well').length).toBeGreaterThan(5);
});
