import { headerOf, inTextHours, linkIn, localTime, openTown, someone, steps, type Town } from './world';

// Weeks pass in each test, and a busy machine takes its time.
jest.setTimeout(60_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const zone = 'America/New_York';
const inOrder = ['welcome', 'stretching', 'cross-training', 'rest', 'spine-doctor', 'check-in'];
const both = { ...someone, emailConsent: true, smsConsent: true };

describe('a runner signs up with email and text', () => {
  const email = 'maya@example.com';
  const phone = '+14045550101';
  let confirmedAt = 0;

  test('one confirmation goes to each within seconds, and nothing else', async () => {
    const from = await town.settle();
    const answer = await town.post('/subscribe', { ...both, email, phone });
    expect(answer.status).toBe(202);
    await town.settle();
    const mails = await town.outbox(email);
    const texts = await town.outbox(phone);
    expect(mails.map(({ tags }) => tags.step)).toEqual(['confirm-email']);
    expect(texts.map(({ tags }) => tags.step)).toEqual(['confirm-sms']);
    for (const { acceptedAt } of [...mails, ...texts]) expect(Date.parse(acceptedAt) - from).toBeLessThan(10_000);
  });

  test('opening the link confirms nothing, however often and by whomever', async () => {
    const link = linkIn((await town.outbox(email))[0]!, 'confirm');
    for (const agent of ['Mozilla/5.0', 'Proofpoint scanner'])
      expect((await town.get(link, { 'user-agent': agent })).status).toBe(200);
    expect((await town.ask('HEAD', link)).status).toBe(200);
    await town.advance('PT1H');
    expect(steps(await town.outbox(email))).toEqual([]);
  });

  test('pressing the button does, shows the dates to come, and the welcome is there within seconds', async () => {
    const link = linkIn((await town.outbox(email))[0]!, 'confirm');
    const answer = await town.post(link, {});
    expect(answer.json).toMatchObject({ status: 'confirmed', channel: 'email' });
    expect(answer.json.dates).toHaveLength(6);
    confirmedAt = await town.settle();
    const welcome = (await town.outbox(email)).at(-1)!;
    expect(welcome.tags.step).toBe('welcome');
    expect(confirmedAt - Date.parse(welcome.acceptedAt)).toBeLessThan(10_000);
    expect(headerOf(welcome, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(headerOf(welcome, 'List-Unsubscribe')).toMatch(/^<https?:\/\/[^>]+\/unsubscribe\/[^>]+>$/);
    expect(`${welcome.text}${welcome.html}${JSON.stringify(welcome.headers)}`).not.toContain(email);
  });

  test('YES turns texts on; the first says who, how often, what it costs, HELP and STOP', async () => {
    await town.text(phone, 'Yes!');
    await town.settle();
    const said = (await town.outbox(phone)).find(({ tags }) => tags.step === 'sms-welcome')?.text;
    expect(said).toMatch(/^Pinnacle Ortho: .*6 msgs\/month.*rates may apply.*HELP.*STOP/);
  });

  test('six weeks later every step has come once, in order, at the hours promised where the runner lives', async () => {
    await town.advance('P49D');
    const mails = (await town.outbox(email)).filter(({ tags }) => tags.target.startsWith('enr_'));
    const texts = (await town.outbox(phone)).filter(({ tags }) => tags.target.startsWith('enr_'));
    expect(steps(mails)).toEqual(inOrder);
    expect(steps(texts)).toEqual(inOrder);
    for (const { acceptedAt } of mails.slice(1))
      expect(localTime(acceptedAt, zone)).toMatchObject({ hour: 10, minute: 0 });
    for (const { acceptedAt } of texts) expect(inTextHours(acceptedAt, zone)).toBe(true);
    const days = mails.map(({ acceptedAt }) => Math.round((Date.parse(acceptedAt) - confirmedAt) / 86_400_000));
    for (const [n, due] of [0, 7, 14, 21, 28, 40].entries()) expect(Math.abs(days[n]! - due)).toBeLessThanOrEqual(1);
  });

  test('every mail carries the disclaimer, the address of the practice and a way out; every text its brand', async () => {
    for (const mail of (await town.outbox(email)).filter(({ tags }) => inOrder.includes(tags.step))) {
      for (const body of [mail.text, mail.html!]) {
        expect(body).toContain('DOES NOT CONSTITUTE THE PROVIDING OF MEDICAL ADVICE');
        expect(body).toContain('100 Sample Street');
        expect(body).toContain('/unsubscribe/');
      }
    }
    for (const { text } of await town.outbox(phone)) expect(text).toMatch(/^Pinnacle Ortho/);
  });
});

describe('the form of the page', () => {
  const filled = {
    firstName: 'Luis',
    email: 'luis@example.com',
    phone: '',
    emailConsent: 'true',
    experience: 'regular',
    where: 'low-back',
    brings: 'running',
    leg: 'no',
    crossTraining: 'false',
    adult: 'true',
    timeZone: 'America/Phoenix',
    postalCode: '',
    website: '',
  };

  test('signs up and confirms like JSON; who would rather only run gets other words', async () => {
    const answer = await town.form('/subscribe', filled);
    expect(answer.status).toBe(202);
    expect(answer.text).toContain('Check your inbox');
    await town.settle();
    const page = await town.form(linkIn((await town.outbox(filled.email))[0]!, 'confirm'), {});
    expect(page.status).toBe(200);
    await town.join({ email: 'swims@example.com', timeZone: 'America/Phoenix' });
    await town.advance('P16D');
    const only = (await town.outbox(filled.email)).find(({ tags }) => tags.step === 'cross-training');
    const swims = (await town.outbox('swims@example.com')).find(({ tags }) => tags.step === 'cross-training');
    expect(only && localTime(only.acceptedAt, 'America/Phoenix')).toMatchObject({ hour: 10, minute: 0 });
    expect(swims?.text).toMatch(/swim/i);
    expect(only?.text).not.toBe(swims?.text.replaceAll('Maya', 'Luis'));
  });

  test('a filled trap is thanked and never heard of', async () => {
    const answer = await town.form('/subscribe', {
      ...filled,
      email: 'trap@example.com',
      website: 'http://spam.example',
    });
    expect(answer.status).toBe(202);
    await town.settle();
    expect(await town.outbox('trap@example.com')).toEqual([]);
  });
});

describe('nobody learns who is known', () => {
  const ask = (email: string) => town.post('/subscribe', { ...both, smsConsent: false, email });

  test('new, known and suppressed addresses get the same answer', async () => {
    await town.join({ email: 'bounced@example.com' });
    await town.report((await town.outbox('bounced@example.com')).at(-1)!.id, 'bounce', 'Permanent');
    await town.settle();
    const answers = await Promise.all(['nobody@example.com', 'maya@example.com', 'bounced@example.com'].map(ask));
    for (const { status, text } of answers) expect({ status, text }).toEqual({ status: 202, text: answers[0]!.text });
    await town.settle();
    expect((await town.outbox('bounced@example.com')).filter(({ tags }) => tags.step === 'confirm-email')).toHaveLength(
      1,
    );
  });

  test('one confirmation in 24 hours and three ever, plus-tags and dots included', async () => {
    const asked = async () => {
      const boxes = await Promise.all(['pat@gmail.com', 'p.a.t+x@gmail.com'].map((to) => town.outbox(to)));
      return boxes.flat().length;
    };
    for (const [round, total] of [1, 2, 3, 3, 3].entries()) {
      for (const address of ['pat@gmail.com', 'p.a.t+x@gmail.com', 'pat@gmail.com'])
        expect((await ask(address)).status).toBe(202);
      await town.settle();
      expect([round, await asked()]).toEqual([round, total]);
      await town.advance('PT25H');
    }
  });

  test('whoever never confirms gets nothing more', async () => {
    await town.post('/subscribe', { ...both, email: 'quiet@example.com', phone: '+14045550180' });
    await town.advance('P49D');
    expect((await town.outbox('quiet@example.com')).map(({ tags }) => tags.step)).toEqual(['confirm-email']);
    expect((await town.outbox('+14045550180')).map(({ tags }) => tags.step)).toEqual(['confirm-sms']);
  });
});
