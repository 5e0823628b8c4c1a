import { inTextHours, linkIn, openTown, steps, type Town } from './world';

// Weeks pass in each test, and a busy machine takes its time.
jest.setTimeout(60_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const kinds = async (to: string) => (await town.outbox(to)).map(({ tags }) => tags.step);

describe('a runner texts TIPS', () => {
  const phone = '+16025550131';

  test('the whole disclosure comes first, and nothing more without YES', async () => {
    await town.text(phone, 'TIPS');
    await town.settle();
    const [asked] = await town.outbox(phone);
    expect(asked!.tags.step).toBe('sms-tips-disclosure');
    expect(asked!.text).toMatch(/YES.*agree.*automated marketing texts.*Not a condition.*rates may apply.*HELP.*STOP/s);
    expect((await town.get(/https?:\/\/\S+/.exec(asked!.text)![0])).status).toBe(200);
    await town.text('+16025550132', 'tips');
    await town.advance('P8D');
    expect(await kinds('+16025550132')).toEqual(['sms-tips-disclosure']);
    await town.text('+16025550132', 'YES');
    await town.advance('P7D');
    expect(steps(await town.outbox('+16025550132'))).toEqual([]);
  });

  test('YES brings the welcome and a link to the questions; answering them makes the tips fit', async () => {
    const mine = '+16025550133';
    await town.text(mine, 'TIPS');
    await town.settle();
    await town.text(mine, 'YES');
    await town.settle();
    expect((await kinds(mine)).sort()).toEqual(['sms-profile-link', 'sms-tips-disclosure', 'sms-welcome']);
    const link = linkIn((await town.outbox(mine)).find(({ tags }) => tags.step === 'sms-profile-link')!, 'profile');
    expect((await town.get(link)).status).toBe(200);
    const answers = { firstName: 'Priya', experience: 'new', pain: 'mechanical', crossTraining: true, adult: true };
    expect((await town.post(link, answers)).json).toEqual({ status: 'saved' });
    const staff = await town.staff('viewer');
    const [row] = (await staff.post('/subscribers/find', { address: mine })).json.items;
    expect(row).toMatchObject({
      firstName: 'Priya',
      answers: [
        { id: 'experience', answer: 'new' },
        { id: 'crossTraining', answer: true },
        { id: 'pain', answer: 'mechanical' },
      ],
    });
    await town.advance('P49D');
    const texts = (await town.outbox(mine)).filter(({ tags }) => tags.target.startsWith('enr_'));
    expect(steps(texts)).toEqual(['welcome', 'stretching', 'rest', 'cross-training', 'spine-doctor', 'check-in']);
    for (const { acceptedAt } of texts) expect(inTextHours(acceptedAt, 'America/Phoenix')).toBe(true);
    expect(texts.map(({ parts }) => parts)).toEqual(texts.map(() => 1));
  });

  test('the tip of a text opens as a page with the whole disclaimer', async () => {
    const tip = linkIn((await town.outbox('+16025550133')).find(({ tags }) => tags.step === 'stretching')!, 't');
    const page = await town.get(tip);
    expect(page.status).toBe(200);
    expect(page.text).toContain('DOES NOT CONSTITUTE THE PROVIDING OF MEDICAL ADVICE');
    expect(page.text).toContain('/book/');
    expect(page.text).toContain('tel:+17705550100');
  });

  test('asking is answered each time: with the disclosure once, and with the question in short after that', async () => {
    const eager = '+16025550134';
    for (let n = 0; n < 5; n += 1) {
      await town.text(eager, 'TIPS');
      await town.text(eager, 'START');
      await town.advance('PT25H');
    }
    const asked = (await kinds(eager)).filter((step) => step !== 'sms-not-understood');
    expect(asked).toEqual(['sms-tips-disclosure', ...Array.from({ length: 9 }, () => 'sms-ask-again')]);
  });

  test('a text nobody understands gets the same short answer, once a day, and staff see it', async () => {
    const chatty = '+16025550135';
    await town.join({ phone: chatty });
    for (const body of ['what colour are the socks', 'and the shoes?']) await town.text(chatty, body);
    await town.settle();
    expect((await kinds(chatty)).filter((step) => step === 'sms-not-understood')).toHaveLength(1);
    const staff = await town.staff('viewer');
    const { items } = (await staff.get('/replies?forStaff=true')).json;
    expect(items.map((one: { body: string }) => one.body)).toEqual(expect.arrayContaining(['and the shoes?']));
  });
});
