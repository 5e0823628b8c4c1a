import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { practiceDir } from '../support/practice';
import { linkIn, openTown, someone, type Town } from './world';

/** All that anybody has to write to ask one more question. */
const weeklyMiles = `
  - id: weeklyMiles
    kind: number
    section: running
    ask: { en: How many miles do you run in a week?, es: ¿Cuántas millas corre por semana? }
    help: { en: A rough number is fine., es: Basta un número aproximado. }
    label: Miles a week
    min: 0
    max: 200
`;

let copy: string;
let town: Town;
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'questions-'));
  cpSync(practiceDir, copy, { recursive: true });
  const file = join(copy, 'questions.yaml');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace(/\n# Made-up people/, `${weeklyMiles}\n# Made-up people`));
  town = await openTown({ practiceDir: copy });
  await town.join({ email: 'twenty@example.com', weeklyMiles: 20 } as object);
  await town.join({ email: 'forty@example.com', weeklyMiles: 40 } as object);
  await town.join({ email: 'open@example.com' });
}, 120_000);
afterAll(async () => {
  await town?.close();
  rmSync(copy, { recursive: true, force: true });
});

describe('one more question in questions.yaml', () => {
  test.each([
    ['en', 'How many miles do you run in a week?'],
    ['es', '¿Cuántas millas corre por semana?'],
  ])('is asked by the sign-up page in %s', async (lang, words) => {
    const { text } = await town.get(`/subscribe?lang=${lang}`, { accept: 'text/html' });
    expect(text).toContain(words);
    expect(text).toMatch(/<input[^>]* id="weeklyMiles" name="weeklyMiles"/);
  });

  test.each([['many'], [201], ['20']])('refuses %j, names the field and keeps nothing', async (wrong) => {
    const body = { ...someone, email: 'wrong@example.com', emailConsent: true, weeklyMiles: wrong };
    const answer = await town.post('/subscribe', body);
    expect([answer.status, answer.json.error.field]).toEqual([400, 'weeklyMiles']);
    expect(await town.outbox('wrong@example.com')).toEqual([]);
  });

  test('a form shows what is wrong beside the field, and takes a number as it is typed', async () => {
    const { crossTraining: _yes, pain: _pain, adult: _adult, ...typed } = someone;
    const plain = { where: 'none', leg: 'no', crossTraining: 'true', adult: 'true', emailConsent: 'true' };
    const fields = { ...typed, ...plain, email: 'form@example.com' };
    const refused = await town.form('/subscribe', { ...fields, weeklyMiles: 'a few' });
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/id="weeklyMiles-wrong">Please give a number/);
    expect(refused.text).toContain('value="a few"');
    expect((await town.form('/subscribe', { ...fields, weeklyMiles: '12,5' })).status).toBe(202);
  });

  test('is offered to the rule builder, and every comparison counts', async () => {
    const staff = await town.staff('marketer');
    const { questions } = (await staff.get('/options')).json;
    expect(questions.find(({ id }: { id: string }) => id === 'weeklyMiles')).toEqual({
      id: 'weeklyMiles',
      kind: 'number',
      label: 'Miles a week',
      answers: [],
    });
    const people = async (rule: object) => {
      const body = { who: { weeklyMiles: rule }, channels: ['email'], exact: true };
      return (await staff.post('/segments/count', body)).json.reached;
    };
    expect(await people({ is: 20 })).toBe(1);
    expect(await people({ isNot: 20 })).toBe(1);
    expect(await people({ moreThan: 20 })).toBe(1);
    expect(await people({ lessThan: 41 })).toBe(2);
    expect(await people({ between: [10, 30] })).toBe(1);
    expect(await people({ answered: true })).toBe(2);
    expect(await people({ answered: false })).toBe(1);
    const refused = await staff.post('/segments', { name: 'Far', who: { weeklyMiles: { moreThan: 'far' } } });
    expect([refused.status, refused.json.error.field]).toEqual([400, 'who.weeklyMiles.moreThan']);
  });

  test('stands on the person’s page, in the words of staff', async () => {
    const staff = await town.staff('viewer');
    const [row] = (await staff.post('/subscribers/find', { address: 'forty@example.com' })).json.items;
    const { profile } = (await staff.get(`/subscribers/${row.id}`)).json.subscriber;
    expect(profile.answers).toContainEqual({ id: 'weeklyMiles', label: 'Miles a week', answer: 40, text: '40' });
  });

  test('is in the file of one’s own data, in the words in which it was asked', async () => {
    const email = 'forty@example.com';
    const welcome = (await town.outbox(email)).find(({ tags }) => tags.step === 'welcome')!;
    await town.post(linkIn(welcome, 'preferences'), { set: 'data', action: 'download' });
    await town.settle();
    const file = (await town.post(linkIn((await town.outbox(email)).at(-1)!, 'preferences/data'), {})).json;
    expect(file.answers).toContainEqual({ question: 'How many miles do you run in a week?', answer: '40' });
    expect(file.person.profile.answers).toMatchObject({ weeklyMiles: 40 });
  });
});
