import { linkIn, openTown, steps, type Town } from './world';

// Weeks pass in each test, and a busy machine takes its time.
jest.setTimeout(120_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const email = 'once@example.com';
const phone = '+14045550161';
const mails = async () => steps(await town.outbox(email));
const texts = async () => steps(await town.outbox(phone));

test('whoever gives both gets each tip once, by text if they say so; STOP brings the rest by mail', async () => {
  await town.join({ email, phone, tipsBy: 'sms' });
  await town.advance('P12D');
  expect(await mails()).toEqual(['welcome']);
  expect((await texts()).length).toBeGreaterThan(0);
  expect(await texts()).not.toContain('welcome');
  await town.text(phone, 'STOP');
  const had = [...(await mails()), ...(await texts())];
  const byText = await texts();
  await town.advance('P40D');
  expect(await texts()).toEqual(byText);
  const all = [...(await mails()), ...byText];
  expect(all.length).toBeGreaterThan(had.length);
  expect(new Set(all).size).toBe(all.length);
});

test('the page of choices says where tips come, and changes it', async () => {
  const [mailbox, number] = ['twice@example.com', '+14045550162'];
  await town.join({ email: mailbox, phone: number, tipsBy: 'email' });
  await town.advance('P1D');
  const page = linkIn((await town.outbox(mailbox)).find(({ tags }) => tags.step === 'welcome')!, 'preferences');
  const { text } = await town.get(page);
  expect(text).toContain('Where each tip comes');
  expect(text).toContain('name="by" value="email" checked');
  const saved = await town.post(page, { set: 'tips-by', by: 'sms' });
  expect(saved.json).toMatchObject({ status: 'saved', message: 'Done. Tips come by text.' });
  const before = steps(await town.outbox(mailbox));
  await town.advance('P30D');
  expect(steps(await town.outbox(mailbox))).toEqual(before);
  expect(steps(await town.outbox(number)).length).toBeGreaterThan(1);
  const wrong = await town.post(page, { set: 'tips-by', by: 'pigeon' });
  expect([wrong.status, wrong.json.error.message]).toEqual([400, 'Please choose email, texts or both.']);
});
