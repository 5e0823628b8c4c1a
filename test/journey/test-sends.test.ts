import { headerOf, inTextHours, linkIn, localTime, type Message, oneClickOf, openTown, type Town } from './world';

// Nights and hours pass in here, and a stop is answered when nothing can be under way any more.
jest.setTimeout(90_000);

const zone = 'America/New_York';
const [mailbox, phone] = ['office@practice.example', '+17705550120'];
const rest = {
  recipient: 'Front office',
  seriesId: 'back-care',
  stepId: 'rest',
  sample: 'new-runner',
  channel: 'email',
};
const disclaimer = 'DOES NOT CONSTITUTE THE PROVIDING OF MEDICAL ADVICE';

let town: Town;
let staff: Awaited<ReturnType<Town['staff']>>;
beforeAll(async () => {
  // Late on a Saturday: nothing of a series may go out.
  town = await openTown();
  staff = await town.staff('marketer');
});
afterAll(() => town.close());

const test_ = async (more: object = {}) => {
  const { status, json } = await staff.post('/test-sends', { ...rest, ...more });
  expect(status).toBe(201);
  return json as { id: string; message: string };
};
const arrived = async (to: string): Promise<Message[]> =>
  (await town.outbox(to)).filter(({ tags }) => tags.step === 'test-send');
const outcome = async ({ id }: { id: string }) => (await staff.get(`/test-sends/${id}`)).json;

test('staff are offered the practice’s own addresses, and no others are taken', async () => {
  expect((await staff.get('/test-recipients')).json).toEqual({
    items: [{ name: 'Front office', email: mailbox, phone, notAllowed: [] }],
  });
  const { status, json } = await staff.post('/test-sends', { ...rest, recipient: 'mallory@example.com' });
  expect([status, json.error.field]).toEqual([400, 'recipient']);
});

test('a mail and a text arrive once each, marked and whole, by night and while the series is paused', async () => {
  expect(inTextHours(await town.settle(), zone)).toBe(false);
  const paused = await staff.post('/series/back-care/pause');
  const tests = [await test_(), await test_({ channel: 'sms' })] as const;
  await town.advance('PT2H');
  expect((await staff.post('/series/back-care/resume', { rev: paused.json.rev })).status).toBe(200);
  await town.advance('P1D');

  const [mail, ...mails] = await arrived(mailbox);
  expect(mails).toEqual([]);
  expect(mail).toMatchObject({ to: mailbox, subject: '[Test] Rest is part of the plan' });
  expect(mail!.from).toContain('tips@news.practice.example');
  for (const part of [mail!.text, mail!.html]) {
    expect(part).toContain(disclaimer);
    expect(part).toContain('Call 911');
    expect(part).toContain('Noah');
  }
  expect(headerOf(mail!, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  expect(localTime(mail!.acceptedAt, zone).hour).toBeGreaterThanOrEqual(22);

  const [text, ...texts] = await arrived(phone);
  expect(texts).toEqual([]);
  expect(text!.text).toMatch(/^\[Test\] Pinnacle Ortho: .*Info only, not medical advice https?:\S+\/t\/\w{14}$/s);
  expect(inTextHours(text!.acceptedAt, zone)).toBe(false);

  for (const one of tests)
    expect(await outcome(one)).toMatchObject({ outcome: 'sent', facts: { accepted: {}, delivered: {} } });
});

test('words that nobody has saved arrive, and stay unsaved', async () => {
  const before = (await staff.get('/series/back-care')).json;
  await test_({ words: { subject: 'Only a thought', headline: 'Rest & <be> thankful' } });
  await town.settle();
  const mail = (await arrived(mailbox)).at(-1)!;
  expect(mail.subject).toBe('[Test] Only a thought');
  expect(mail.html).toContain('Rest &amp; &lt;be&gt; thankful');
  expect((await staff.get('/series/back-care')).json).toEqual(before);
});

test('its links lead where they will lead, and do nothing to anybody', async () => {
  await town.join({ firstName: 'Office', email: mailbox });
  const people = async () => (await staff.get('/subscribers?limit=100')).json;
  const before = await people();
  const mail = (await arrived(mailbox)).at(-1)!;
  const clicks = [...new Set(mail.text.match(/https?:\S+\/c\/\S+/g))];
  expect(clicks.length).toBeGreaterThan(0);
  for (const link of clicks) {
    const { status, headers } = await town.get(link);
    expect([status, headers.get('location')]).toEqual([302, expect.stringMatching(/\/(book|check-in|tips)\//)]);
  }
  const oneClick = await town.form(oneClickOf(mail), { 'List-Unsubscribe': 'One-Click' });
  // An opt-out that stops nobody is not acknowledged.
  for (const answer of [oneClick, await town.form(linkIn(mail, 'unsubscribe'), {})])
    expect([answer.status, answer.text]).toEqual([410, expect.stringContaining('came with a test message')]);
  const preferences = await town.get(linkIn(mail, 'preferences'));
  expect([preferences.status, preferences.text]).toEqual([410, expect.stringContaining('came with a test message')]);
  const tip = await town.get(linkIn((await arrived(phone)).at(-1)!, 't'));
  expect([tip.status, tip.text]).toEqual([200, expect.stringContaining(disclaimer)]);
  expect(tip.text).toContain('Hi there,');
  expect(await people()).toEqual(before);
  await town.advance('P8D');
  expect((await town.outbox(mailbox)).map(({ tags }) => tags.step)).toContain('welcome');
});

test('with everything stopped nothing arrives; let go on within the hour it does, later it never will', async () => {
  const approver = await town.staff('approver');
  const stop = async (on: boolean) => {
    const { rev } = (await approver.get('/controls')).json;
    return approver.post('/controls/kill', { on, rev, ...(on ? { reason: 'A test of the switch' } : {}) });
  };
  const had = (await arrived(mailbox)).length;
  await stop(true);
  const late = await test_();
  await town.advance('PT2H');
  const soon = await test_();
  await town.advance('PT10M');
  expect(await arrived(mailbox)).toHaveLength(had);
  expect(await outcome(soon)).toMatchObject({ outcome: 'pending', reason: 'All sending is stopped.' });
  await stop(false);
  await town.advance('PT1H');
  expect((await arrived(mailbox)).slice(had).map(({ tags }) => tags.target)).toEqual([soon.id]);
  expect(await outcome(soon)).toMatchObject({ outcome: 'sent' });
  expect(await outcome(late)).toMatchObject({ outcome: 'skipped' });
});

test('after a month nothing of a test is left', async () => {
  const one = await test_({ channel: 'sms' });
  await town.settle();
  expect(await outcome(one)).toMatchObject({ outcome: 'sent' });
  await town.advance('P31D');
  expect((await staff.get(`/test-sends/${one.id}`)).status).toBe(404);
});
