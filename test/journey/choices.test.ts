import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { linkIn, openTown, type Signup, steps, type Town } from './world';

// Weeks pass in each test, and a busy machine takes its time.
jest.setTimeout(120_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const kinds = async (to: string) => (await town.outbox(to)).map(({ tags }) => tags.step);

async function choicesOf(who: Partial<Signup> & { email: string }): Promise<string> {
  await town.join(who);
  return linkIn((await town.outbox(who.email)).at(-1)!, 'preferences');
}

/** The link that the choices page sends to the address it was opened from. */
async function dataLink(choices: string, to: string, action: 'download' | 'delete'): Promise<string> {
  expect((await town.post(choices, { set: 'data', action })).json).toMatchObject({
    did: 'data-link',
    channel: to.includes('@') ? 'email' : 'sms',
  });
  await town.settle();
  return linkIn((await town.outbox(to)).at(-1)!, 'preferences/data');
}

/** The choices page as a text leads to it: by way of the tip. */
async function choicesOfTexts(phone: string): Promise<string> {
  const tip = (await town.outbox(phone)).findLast(({ tags }) => tags.target.startsWith('enr_'))!;
  return /\/preferences\/[\w.-]+/.exec((await town.get(linkIn(tip, 't'))).text)![0];
}

/** Every item of every table, as text: the one look behind the outside that a promise of erasure needs. */
async function everything(): Promise<{ table: string; item: Record<string, unknown> }[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: `${town.url}/local/aws/dynamodb` }));
  const rows = [];
  for (const table of ['subscribers', 'guards', 'ledger', 'records']) {
    let after: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName: table, ConsistentRead: true, ...(after ? { ExclusiveStartKey: after } : {}) }),
      );
      rows.push(...(page.Items ?? []).map((item) => ({ table, item })));
      after = page.LastEvaluatedKey;
    } while (after);
  }
  client.destroy();
  return rows;
}

describe('choices', () => {
  test('one channel off, the other goes on; the page shows no whole address', async () => {
    const [email, phone] = ['finn@example.com', '+14045550140'];
    const choices = await choicesOf({ firstName: 'Finn', email, phone });
    const page = await town.get(choices);
    expect(page.status).toBe(200);
    for (const whole of [email, phone, phone.slice(2)]) expect(page.text).not.toContain(whole);
    expect((await town.post(choices, { set: 'channel', channel: 'sms', on: false })).json).toMatchObject({
      did: 'stopped',
      channel: 'sms',
      drained: true,
    });
    await town.advance('P49D');
    expect(steps(await town.outbox(phone))).toEqual([]);
    expect(steps(await town.outbox(email))).toHaveLength(6);
  });

  test('a break of 30 days is silent on every channel, then the series goes on without a burst', async () => {
    const [email, phone] = ['rest@example.com', '+14045550141'];
    const choices = await choicesOf({ email, phone });
    expect((await town.post(choices, { set: 'pause', on: true })).json).toMatchObject({ did: 'paused' });
    await town.advance('P29D');
    expect([steps(await town.outbox(email)), steps(await town.outbox(phone))]).toEqual([['welcome'], []]);
    await town.advance('P63D');
    const mails = (await town.outbox(email)).filter(({ tags }) => tags.target.startsWith('enr_'));
    expect(steps(mails)).toHaveLength(6);
    const times = mails.map(({ acceptedAt }) => Date.parse(acceptedAt));
    for (const [n, at] of times.slice(2).entries()) expect(at - times[n + 1]!).toBeGreaterThan(47 * 3_600_000);
  });

  test('a topic off is silent, and nothing but that page turns it on again', async () => {
    const email = 'topic@example.com';
    const choices = await choicesOf({ email });
    await town.post(choices, { set: 'topic', seriesId: 'back-care', on: false });
    await town.advance('P15D');
    expect(await kinds(email)).toEqual(['confirm-email', 'welcome']);
    await town.post(choices, { set: 'topic', seriesId: 'back-care', on: true });
    await town.advance('P49D');
    expect(steps(await town.outbox(email)).length).toBeGreaterThan(3);
  });

  test.each([
    ['an unknown switch', { set: 'colour', on: true }, 'set'],
    ['an unknown field', { set: 'pause', on: true, until: 'forever' }, 'until'],
    ['a switch that is neither', { set: 'pause', on: 'maybe' }, 'on'],
  ])('%s is refused by its name', async (_, body, field) => {
    const choices = linkIn((await town.outbox('topic@example.com')).at(-1)!, 'preferences');
    const answer = await town.post(choices, body);
    expect([answer.status, answer.json.error.field]).toEqual([400, field]);
  });
});

describe('their own data', () => {
  const email = 'zenobia.quill@example.com';
  const phone = '+14045550177';
  const firstName = 'Zenobia';
  let choices = '';

  test('comes by a fresh link that lives 30 minutes, and holds what the address that asked has proved', async () => {
    choices = await choicesOf({ firstName, email, phone, postalCode: '30309' });
    await town.advance('P22D');
    const link = await dataLink(choices, email, 'download');
    expect((await town.get(link)).status).toBe(200);
    const mine = await town.post(link, {});
    expect(mine.headers.get('content-disposition')).toContain('my-data.json');
    expect(JSON.stringify(mine.json)).toContain(email);
    expect(mine.json.messages.length).toBeGreaterThan(4);
    expect(mine.json.consent.length).toBeGreaterThan(1);
    const channels = (file: typeof mine) =>
      new Set([...file.json.messages, ...file.json.consent].map(({ channel }: { channel: string }) => channel));
    expect(channels(mine)).toEqual(new Set(['email']));
    expect(JSON.stringify(mine.json)).not.toContain(phone);
    const theirs = await town.post(await dataLink(await choicesOfTexts(phone), phone, 'download'), {});
    expect(channels(theirs)).toEqual(new Set(['sms']));
    expect(theirs.json.messages.length).toBeGreaterThan(3);
    await town.advance('PT31M');
    expect((await town.post(link, {})).status).toBe(410);
  });

  test('is deleted from every table, but for the evidence the law keeps and a keyed hash', async () => {
    const mail = (await town.outbox(email)).find(({ tags }) => tags.step === 'stretching')!;
    const booking = `/book/${linkIn(mail, 'c')}`;
    for (const link of mail.text.match(/https?:\/\/\S+\/c\/\S+/g) ?? []) {
      const to = (await town.get(link, { 'user-agent': 'Mozilla/5.0' })).headers.get('location') ?? booking;
      if (to.startsWith('/book/')) expect((await town.post(to, { location: 'north' })).status).toBe(200);
    }
    await town.text(phone, `it is ${firstName} here, a question`);
    await town.settle();
    const said = [email, phone, firstName, '4045550177'];
    const holding = async () =>
      (await everything()).filter(({ item }) => said.some((one) => JSON.stringify(item).includes(one)));
    expect(new Set((await holding()).map(({ table }) => table))).toEqual(new Set(['subscribers', 'ledger', 'records']));

    const link = await dataLink(choices, email, 'delete');
    expect((await town.get(link)).status).toBe(200);
    expect((await holding()).map(({ table }) => table)).toContain('subscribers');
    const ofTexts = await dataLink(await choicesOfTexts(phone), phone, 'delete');
    expect((await town.post(link, {})).json).toEqual({ status: 'deleted' });
    await town.settle();
    // The number proved the same record, so it goes on until it asks, too.
    const kept = (await holding()).filter(({ item }) => !String(item.key).startsWith('con#'));
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain(email);
    expect((await town.post(ofTexts, {})).json).toEqual({ status: 'deleted' });
    await town.settle();

    const left = await holding();
    expect(left.filter(({ table, item }) => !(table === 'ledger' && String(item.key).startsWith('con#')))).toEqual([]);
    expect(left.length).toBeGreaterThan(0);
  });

  test('nothing is sent to them any more, and their old links say so kindly', async () => {
    const before = [await kinds(email), await kinds(phone)];
    await town.advance('P49D');
    expect([await kinds(email), await kinds(phone)]).toEqual(before);
    expect((await town.get(choices)).status).toBe(410);
    const mail = (await town.outbox(email)).find(({ tags }) => tags.step === 'welcome')!;
    expect((await town.ask('POST', linkIn(mail, 'unsubscribe'))).status).toBe(200);
  });
});
