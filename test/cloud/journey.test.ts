import {
  GetQueueAttributesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import type { ChannelName } from '../../functions/core/base/channel';
import type { Subscriber } from '../../functions/core/person/subscriber';
import { headerOf, linkIn, localTime, type Message, oneClickOf, someone, steps } from '../journey/world';
import { synth } from '../lib/cloud/synth';
import { covers, grantsIn, spoken, unseen } from './grants';
import { eventually, openStage, type Stage, sent } from './stage';

jest.setTimeout(120_000);

let stage: Stage;
let journeyBegan = 0;
beforeAll(async () => {
  stage = await openStage();
  journeyBegan = Date.now();
}, 300_000);
afterAll(async () => {
  if (!stage) return;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(0)} s`;
  const { synth, deploy } = stage.timings;
  process.stdout.write(
    `emulated cloud: synth ${seconds(synth)}, deploy ${seconds(deploy)}, ${stage.resources.length} resources, journey ${seconds(Date.now() - journeyBegan)}\n`,
  );
  await stage.close();
});

/** The all-day window of the stage closes for a minute around midnight; somebody three hours west is awake then. */
const east = { timeZone: 'America/New_York', area: '404' };
const west = { timeZone: 'America/Los_Angeles', area: '213' };
const { hour, minute } = localTime(Date.now(), east.timeZone);
const home = (hour === 23 && minute >= 50) || (hour === 0 && minute <= 10) ? west : east;
const maya = { email: 'maya@example.com', phone: `+1${home.area}5550101` };
const signup = { ...someone, timeZone: home.timeZone };
const subscriberOf = async (address: string) => (await stage.outbox(address))[0]!.tags.subscriber;

const waitingAt =
  (step: string, ...wanted: ChannelName[]) =>
  (person?: Subscriber): boolean =>
    wanted.every((name) =>
      person?.enrollments.some((run) => run.channel === name && run.phase === 'waiting' && run.stepId === step),
    );

test('the pages are there', async () => {
  expect((await stage.get('/healthz')).json).toEqual({ status: 'ok' });
  const page = await stage.get('/subscribe', { accept: 'text/html' });
  expect(page.status).toBe(200);
  expect(page.text).toContain('<form');
});

test('a sign-up is confirmed by mail and by text', async () => {
  const answer = await stage.post('/subscribe', {
    ...signup,
    ...maya,
    emailConsent: true,
    smsConsent: true,
    tipsBy: 'both',
  });
  expect(answer.status).toBe(202);
  const [mail] = await eventually('the confirmation mail', 30, () => stage.outbox(maya.email), sent('confirm-email'));
  await eventually('the confirmation text', 30, () => stage.outbox(maya.phone), sent('confirm-sms'));
  expect((await stage.get(linkIn(mail!, 'confirm'))).status).toBe(200);
  expect((await stage.post(linkIn(mail!, 'confirm'), {})).json).toMatchObject({ status: 'confirmed' });
  await stage.text(maya.phone, 'YES');
  await eventually('the welcome', 30, () => stage.outbox(maya.email), sent('welcome'));
  await eventually('the first texts', 60, () => stage.outbox(maya.phone), sent('sms-welcome', 'welcome'));
});

test('a click leads on, once it is counted', async () => {
  const welcome = (await stage.outbox(maya.email)).find(({ tags }) => tags.step === 'welcome')!;
  expect(headerOf(welcome, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  const answer = await stage.get(linkIn(welcome, 'c'), { 'user-agent': 'Mozilla/5.0' });
  expect(answer.status).toBe(302);
});

test('the next step comes by schedule, tick, queue and sender, once on each channel', async () => {
  const id = await subscriberOf(maya.email);
  await eventually('both runs waiting', 60, () => stage.people.load(id), waitingAt('stretching', 'email', 'sms'));
  await stage.untilDue(id);
  await eventually('the second mail', 90, () => stage.outbox(maya.email), sent('stretching'));
  await eventually('the second text', 60, () => stage.outbox(maya.phone), sent('stretching'));
  expect(steps(await stage.outbox(maya.email))).toEqual(['welcome', 'stretching']);
  expect(steps(await stage.outbox(maya.phone))).toEqual(['welcome', 'stretching']);
});

describe('staff', () => {
  const collections = ['subscribers', 'segments', 'series', 'campaigns', 'bookings', 'messages'];

  test('need a valid token', async () => {
    const altered = `${await stage.token('mallory', 'viewer')}x`;
    for (const name of collections) {
      expect((await stage.get(`/staff/api/${name}`)).status).toBe(401);
      expect((await stage.get(`/staff/api/${name}`, { authorization: `Bearer ${altered}` })).status).toBe(401);
    }
  });

  test('with one, see people, what was delivered and the series that the deployment published', async () => {
    const authorization = `Bearer ${await stage.token('kim', 'marketer')}`;
    const read = async (path: string) => {
      const answer = await stage.get(`/staff/api/${path}`, { authorization });
      expect({ path, status: answer.status }).toEqual({ path, status: 200 });
      return answer.json;
    };
    expect((await read('me')).role).toBe('marketer');
    expect(JSON.stringify(await read('series'))).toContain('back-care');
    const id = await subscriberOf(maya.email);
    const seen = await eventually(
      'the delivery',
      30,
      () => read(`subscribers/${id}`),
      (person) => /delivered/.test(JSON.stringify(person)) && /Opened a link/.test(JSON.stringify(person)),
    );
    expect(JSON.stringify(seen)).toContain('Email sent: “Three stretches');
  });

  test('an admin reads who looked and who was turned away, and each line stands in the locked bucket as well', async () => {
    const authorization = `Bearer ${await stage.token('ada', 'admin')}`;
    const id = await subscriberOf(maya.email);
    const trail = async (query: string) =>
      (await stage.get(`/staff/api/audit?${query}`, { authorization })).json.items as Record<string, unknown>[];
    expect((await trail(`id=${id}`))[0]).toMatchObject({ act: 'GET /subscribers/{id}', result: 'done', shown: [id] });
    const viewer = `Bearer ${await stage.token('vic', 'viewer')}`;
    expect((await stage.get('/staff/api/audit', { authorization: viewer })).status).toBe(403);
    expect((await trail('result=refused'))[0]).toMatchObject({ act: 'GET /audit', who: { role: 'viewer' } });
    const copied = await eventually('the copy', 60, stage.archive, (text) => text.includes('GET /audit'));
    expect(copied).toContain(id);
    expect(copied).not.toMatch(/maya|0101|"REMOVE"|"MODIFY"/i);
  });
});

test('who signs up anew is asked on both addresses, and each joins the record that it proved before', async () => {
  const id = await subscriberOf(maya.email);
  const anew = { ...signup, ...maya, crossTraining: false, emailConsent: true, smsConsent: true, tipsBy: 'both' };
  expect((await stage.post('/subscribe', anew)).status).toBe(202);
  const of = (step: string) => (all: Message[]) => all.filter(({ tags }) => tags.step === step);
  const twice = (step: string) => (all: Message[]) => of(step)(all).length === 2;
  await eventually('the question by text', 30, () => stage.outbox(maya.phone), twice('confirm-sms'));
  const mails = await eventually('the question by mail', 30, () => stage.outbox(maya.email), twice('confirm-email'));
  const question = of('confirm-email')(mails)[1]!;
  expect(question.tags.subscriber).not.toBe(id);
  expect((await stage.people.load(id))!.profile).toMatchObject({ answers: { crossTraining: true } });
  await stage.text(maya.phone, 'YES');
  const answered = (person?: Subscriber) => person?.profile?.answers.crossTraining === false;
  await eventually('the new answers', 30, () => stage.people.load(id), answered);
  expect((await stage.post(linkIn(question, 'confirm'), {})).json).toMatchObject({ status: 'confirmed' });
  const { channels } = (await stage.people.load(question.tags.subscriber))!;
  expect(channels).toMatchObject({ email: { home: id }, sms: { home: id } });
});

test('the one-click button of a mailbox ends the mails and nothing else: the next text comes alone', async () => {
  const id = await subscriberOf(maya.email);
  const last = (await stage.outbox(maya.email)).find(({ tags }) => tags.step === 'stretching')!;
  const left = await stage.form(oneClickOf(last), { 'List-Unsubscribe': 'One-Click' });
  expect(left.status).toBe(200);
  await eventually('the texts waiting', 30, () => stage.people.load(id), waitingAt('cross-training', 'sms'));
  // With both due, whichever worker wakes first sends both; with the mails ended, the tick has to ask for the text.
  await stage.untilDue(id);
  await stage.invoke('dispatch');
  await eventually(
    'one more text',
    30,
    () => stage.outbox(maya.phone),
    (texts) => steps(texts).length === 3,
  );
  expect(steps(await stage.outbox(maya.email))).toEqual(['welcome', 'stretching']);
});

test('a visit is asked for, and the front desk hears of it without a detail', async () => {
  const mail = (await stage.outbox(maya.email)).find(({ tags }) => tags.step === 'stretching')!;
  const links = [...mail.text.matchAll(/https?:\/\/\S+\/(?:c|book)\/\S+/g)].map(([link]) => link);
  let page: string | undefined;
  for (const link of links) {
    const to = link.includes('/c/') ? ((await stage.get(link)).headers.get('location') ?? '') : link;
    if (to.includes('/book/')) page ??= to;
  }
  const answer = await stage.post(page!, { location: 'north' });
  expect(answer.status).toBe(200);
  const [desk] = await eventually(
    'the mail to the desk',
    30,
    () => stage.outbox('frontdesk@practice.example'),
    (mails) => mails.length > 0,
  );
  expect(`${desk!.subject}${desk!.text}`).not.toMatch(/maya|0101/i);
});

test('STOP ends the texts as well', async () => {
  const id = await subscriberOf(maya.email);
  await stage.text(maya.phone, 'STOP');
  await eventually('the answer to STOP', 30, () => stage.outbox(maya.phone), sent('sms-stop'));
  const person = await stage.people.load(id);
  expect(person!.channels).toMatchObject({ email: { status: 'unsubscribed' }, sms: { status: 'unsubscribed' } });
  expect(person!.enrollments.filter(({ status }) => status === 'active')).toEqual([]);
});

test('a hard bounce suppresses the address', async () => {
  const email = 'gone@example.com';
  expect((await stage.post('/subscribe', { ...signup, email, emailConsent: true, smsConsent: false })).status).toBe(
    202,
  );
  const [mail] = await eventually('the confirmation mail', 30, () => stage.outbox(email), sent('confirm-email'));
  await stage.report(mail!.id, 'bounce', 'Permanent');
  await eventually(
    'the suppression',
    30,
    () => stage.people.load(mail!.tags.subscriber),
    (person) => person?.channels.email?.status === 'suppressed',
  );
});

test('a poison message ends in the dead-letter queue, and what came with it is done', async () => {
  const events = stage.physical('messaging', 'SQS::Queue', 'Events');
  const dead = stage.physical('messaging', 'SQS::Queue', 'EventsDead');
  const { Attributes } = await stage.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: events, AttributeNames: ['RedrivePolicy', 'VisibilityTimeout'] }),
  );
  expect(JSON.parse(Attributes!.RedrivePolicy!)).toMatchObject({ maxReceiveCount: 5 });
  // Five times three minutes is too long to wait for.
  await stage.sqs.send(new SetQueueAttributesCommand({ QueueUrl: events, Attributes: { VisibilityTimeout: '1' } }));
  await stage.sqs.send(new PurgeQueueCommand({ QueueUrl: dead }));
  await stage.sqs.send(new SendMessageCommand({ QueueUrl: events, MessageBody: '{"eventType":"Bounce"' }));
  const email = 'beside@example.com';
  await stage.post('/subscribe', { ...signup, email, emailConsent: true, smsConsent: false });
  const [mail] = await eventually('the confirmation mail', 30, () => stage.outbox(email), sent('confirm-email'));
  await stage.report(mail!.id, 'complaint');
  await eventually(
    'the complaint beside it',
    30,
    () => stage.people.load(mail!.tags.subscriber),
    (person) => person?.channels.email?.status === 'suppressed',
  );
  const { Messages } = await eventually(
    'the poison in the dead-letter queue',
    60,
    () => stage.sqs.send(new ReceiveMessageCommand({ QueueUrl: dead, WaitTimeSeconds: 1 })),
    ({ Messages: found }) => (found ?? []).length > 0,
  );
  expect(Messages![0]!.Body).toBe('{"eventType":"Bounce"');
});

test('nothing went wrong on the way: no other message is in a dead-letter queue', async () => {
  for (const [stack, name] of [
    ['app', 'EmailHintsDead'],
    ['app', 'TextHintsDead'],
    ['messaging', 'InboundDead'],
  ] as const) {
    const { Attributes } = await stage.sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: stage.physical(stack, 'SQS::Queue', name),
        AttributeNames: ['ApproximateNumberOfMessages'],
      }),
    );
    expect({ name, waiting: Attributes?.ApproximateNumberOfMessages }).toEqual({ name, waiting: '0' });
  }
});

describe('rights', () => {
  const { of } = synth('emulated');
  const grants = [
    ...grantsIn(of('AWS::IAM::Policy')),
    // The emulated stage has no number, so it grants no texts; production's grant is compared instead.
    ...grantsIn(synth('prod').of('AWS::IAM::Policy')).filter(({ action }) => action === 'sms-voice:SendTextMessage'),
  ];
  const logical = (name: string): string | undefined =>
    stage.resources.find(({ physical }) => physical === name || physical.endsWith(`/${name}`))?.logical;

  test('no function asked for more than its policy gives, and every one was seen at work', async () => {
    // Its schedule comes round every five minutes only.
    await stage.invoke('watch');
    const calls = stage.calls().filter(({ by }) => by !== '');
    expect(calls.filter((call) => !grants.some(covers(call, logical)))).toEqual([]);
    const doors = of('AWS::Lambda::Function').flatMap(({ id }) => (id.startsWith('AWSCDK') ? [] : [id]));
    expect([...new Set(calls.map(({ by }) => by))].sort()).toEqual(doors.sort());
    for (const service of ['dynamodb', 'secretsmanager', 'sqs', 'ses', 'sms-voice'])
      expect(calls.some(({ action }) => action.startsWith(`${service}:`))).toBe(true);
  });

  test('no function may do what was never seen, but for the listed, each with its reason', () => {
    const calls = stage.calls();
    const unused = grants.filter((grant) => !calls.some((call) => covers(call, logical)(grant)));
    const said = unused.map(spoken);
    expect([...new Set(said)].filter((line) => !unseen.some(([pattern]) => pattern.test(line))).sort()).toEqual([]);
    // A reason that covers nothing any more has outlived its right.
    const all = grants.map(spoken);
    expect(unseen.filter(([pattern]) => !all.some((line) => pattern.test(line))).map(([, why]) => why)).toEqual([]);
  });
});
