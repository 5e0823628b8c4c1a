import { type DoctorPorts, examine } from '../../lib/doctor';
import { practice, stageOf } from '../support/practice';

const shipped = stageOf('prod');
const stage = { ...shipped, concurrentExecutions: 1000 };

const healthy: DoctorPorts = {
  account: async () => ({ production: true, sending: true, status: 'HEALTHY', perSecond: 14, perDay: 50_000 }),
  identity: async () => ({ verified: true, dkim: 'SUCCESS', mailFrom: 'SUCCESS' }),
  configurationSet: async () => ({ tls: 'REQUIRE', reports: true }),
  textAccount: async () => ({ production: true, dollarsAMonth: 100 }),
  concurrentExecutions: async () => 1000,
  number: async () => ({ status: 'ACTIVE', registration: 'COMPLETE', twoWay: true, selfManaged: true }),
  alarms: async () => 'confirmed',
  txt: async () => ['v=DMARC1; p=none'],
  status: async () => 200,
};
const signed = (h: string, d = 'news.practice.example') =>
  [
    `DKIM-Signature: v=1; a=rsa-sha256; d=${d};`,
    `  h=${h}; b=abc`,
    'From: tips@news.practice.example',
    'List-Unsubscribe: <https://tips.practice.example/unsubscribe/x>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    '',
    'Body',
  ].join('\r\n');
const mail = signed('From:Subject:List-Unsubscribe:List-Unsubscribe-Post');
const illOf = async (ports: Partial<DoctorPorts>, received = mail) =>
  (await examine({ ...healthy, ...ports }, { stage, practice, mail: received })).filter(({ is }) => is === 'ill');

it('finds nothing wrong with a stage that is whole', async () => {
  const found = await examine(healthy, { stage, practice, mail });
  expect(found.filter(({ is }) => is !== 'well')).toEqual([]);
});

it('says when no function of the real stage has a share of its own', async () => {
  const found = await examine(healthy, { stage: shipped, practice, mail });
  expect(found.filter(({ is }) => is === 'ill')).toMatchObject([
    { what: expect.stringMatching(/could hold up sending/), todo: 'Runbook, "Give each function its share".' },
  ]);
});

it.each<[string, Partial<DoctorPorts>, number, RegExp]>([
  [
    'the sandbox',
    { account: async () => ({ ...(await healthy.account()), production: false }) },
    1,
    /production access/,
  ],
  ['switched-off sending', { account: async () => ({ ...(await healthy.account()), sending: false }) }, 1, /Resume/],
  [
    'an account on probation',
    { account: async () => ({ ...(await healthy.account()), status: 'PROBATION' }) },
    1,
    /owner/,
  ],
  ['a low rate', { account: async () => ({ ...(await healthy.account()), perSecond: 1 }) }, 1, /higher rate/],
  ['missing identities', { identity: async () => undefined }, 6, /DNS records/],
  ['no DMARC', { txt: async () => ['something else'] }, 2, /v=DMARC1/],
  ['no configuration sets', { configurationSet: async () => undefined }, 2, /Deploy the stage/],
  ['sets without reports', { configurationSet: async () => ({ tls: 'REQUIRE', reports: false }) }, 2, /bounce/],
  ['a number nobody has', { number: async () => undefined }, 1, /Register the number/],
  [
    'a number in registration',
    { number: async () => ({ status: 'PENDING', registration: 'COMPLETE', twoWay: true, selfManaged: true }) },
    1,
    /registration/,
  ],
  ['alarms nobody confirmed', { alarms: async () => 'pending' }, 1, /Subscription Confirmation/],
  ['alarms that go nowhere', { alarms: async () => undefined }, 1, /stack ops/],
  [
    'texts in their sandbox',
    { textAccount: async () => ({ production: false, dollarsAMonth: 1 }) },
    2,
    /Leave the sandbox|Limit what texts cost/,
  ],
  [
    'a limit under what the stage wants',
    { textAccount: async () => ({ production: true, dollarsAMonth: 5 }) },
    1,
    /Limit what texts cost/,
  ],
  [
    'a limit over it',
    { textAccount: async () => ({ production: true, dollarsAMonth: 900 }) },
    1,
    /set-text-message-spend-limit-override --monthly-limit 100/,
  ],
  ['a small account', { concurrentExecutions: async () => 10 }, 1, /Give each function its share/],
  ['a name that leads nowhere', { status: async () => undefined }, 1, /PointYourNameAt/],
  ['an account that may not be asked', { account: () => Promise.reject(new Error('denied')) }, 1, /Sign in/],
])('says what to do about %s', async (_name, ports, count, todo) => {
  const ill = await illOf(ports);
  expect(ill).toHaveLength(count);
  for (const one of ill) expect(one.todo).toMatch(todo);
});

it.each([
  ['one-click headers outside the signature', signed('From:Subject'), 2],
  ['a signature of somebody else', signed('From:List-Unsubscribe:List-Unsubscribe-Post', 'amazonses.com'), 1],
  ['a mail without the headers', mail.replace(/^List-Unsubscribe.*\r\n/gm, ''), 2],
])('reads a received mail: %s', async (_name, received, count) => {
  expect(await illOf({}, received)).toHaveLength(count);
});

it('asks for a received mail where none is given', async () => {
  const found = await examine(healthy, { stage, practice });
  expect(found.filter(({ is }) => is === 'look').map(({ todo }) => todo)).toContainEqual(
    expect.stringContaining('--mail'),
  );
});

it('asks a rehearsal for no production access, no name and no number of its own', async () => {
  const trial = stageOf('emulated');
  const found = await examine(
    {
      ...healthy,
      account: async () => ({ ...(await healthy.account()), production: false, perSecond: 1 }),
      number: () => Promise.reject(new Error('asked')),
    },
    { stage: trial, practice, mail },
  );
  expect(found.filter(({ is }) => is === 'ill')).toEqual([]);
});
