import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { practiceDir } from '../support/practice';
import { isMarketing, openTown, someone, steps, type Town } from './world';

const knees = join(process.cwd(), 'test/fixtures/knee-care');
const copies: string[] = [];
const towns: Town[] = [];

/** The frozen practice in a folder of its own, changed, and a town that lives by it. */
async function townOf(evergreen: string[], change: (copy: string) => void): Promise<Town> {
  const copy = mkdtempSync(join(tmpdir(), 'knees-'));
  copies.push(copy);
  cpSync(practiceDir, copy, { recursive: true });
  change(copy);
  const town = await openTown({ practiceDir: copy, evergreen });
  towns.push(town);
  return town;
}
afterAll(async () => {
  for (const town of towns) await town.close();
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

const { firstName, timeZone, adult } = someone;
const answers = { firstName, timeZone, adult, emailConsent: true };

describe('a practice that asks about knees', () => {
  let town: Town;
  beforeAll(async () => {
    town = await townOf(['knee-care'], (copy) => {
      rmSync(join(copy, 'series/back-care'), { recursive: true });
      cpSync(knees, copy, { recursive: true });
    });
  }, 120_000);
  const signUp = async (email: string, given: object) => {
    const answer = await town.post('/subscribe', { ...answers, email, ...given });
    await town.settle();
    const link = /https?:\S+\/confirm\/\S+/.exec((await town.outbox(email))[0]?.text ?? '')?.[0];
    if (link) await town.post(link, {});
    await town.settle();
    return answer;
  };

  test('shows its own questions and its own signs of an emergency', async () => {
    const { text } = await town.get('/subscribe', { accept: 'text/html' });
    expect(text).toContain('Does your knee lock or give way?');
    expect(text).toContain('A hot red knee with a fever. A cold or blue foot.');
    expect(text).not.toMatch(/How do you run|name="(experience|crossTraining|pain|where)"/);
  });

  test('sends its own series, and no exercise where a doctor comes first', async () => {
    await signUp('sore@example.com', { kneeHurts: true, kneeLocks: 'never' });
    const locked = await signUp('locked@example.com', { kneeHurts: true, kneeLocks: 'often' });
    const hot = await signUp('hot@example.com', { kneeHurts: true, kneeLocks: 'never', kneeSigns: ['hot'] });
    expect(locked.json.advice).toMatch(/doctor/);
    expect(hot.json.advice).toMatch(/911/);
    await town.advance('P20D');
    const got = async (email: string) => steps(await town.outbox(email));
    expect(await got('sore@example.com')).toEqual(['knee-welcome', 'knee-moves', 'knee-doctor']);
    expect(await got('locked@example.com')).toEqual(['knee-doctor']);
    expect(await got('hot@example.com')).toEqual(['knee-doctor']);
  });

  test('confirms people who are at no door, and sends them nothing of a series', async () => {
    await signUp('fine@example.com', { kneeHurts: false, kneeLocks: 'never' });
    const staff = await town.staff('viewer');
    const [row] = (await staff.post('/subscribers/find', { address: 'fine@example.com' })).json.items;
    expect(row.channels).toEqual([{ channel: 'email', status: 'active' }]);
    expect(steps(await town.outbox('fine@example.com'))).toEqual([]);
  });

  test('refuses the questions of another practice', async () => {
    const refused = await town.post('/subscribe', { ...answers, email: 'a@example.com', ...someone });
    expect(refused.status).toBe(400);
  });
});

describe('two evergreen series side by side', () => {
  const kneeHurts = `
  - id: kneeHurts
    kind: yes-no
    section: back
    ask: { en: Does your knee hurt?, es: ¿Le duele la rodilla? }
    answers:
      - { id: "yes", ask: { en: "Yes", es: Sí } }
      - { id: "no", ask: { en: "No", es: "No" } }
`;
  let town: Town;
  beforeAll(async () => {
    town = await townOf(['back-care', 'knee-care'], (copy) => {
      cpSync(join(knees, 'series'), join(copy, 'series'), { recursive: true });
      const file = join(copy, 'questions.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/\n# Made-up people/, `${kneeHurts}\n# Made-up people`));
      appendFileSync(join(copy, 'stages.yaml'), '  evergreen: [back-care, knee-care]\n');
    });
    await town.join({ email: 'both@example.com', kneeHurts: true } as object);
    await town.join({ email: 'back@example.com', kneeHurts: false } as object);
  }, 120_000);

  test('a person may be in both, and a door keeps others out', async () => {
    await town.advance('P25D');
    const both = steps(await town.outbox('both@example.com'));
    expect(both).toEqual(
      expect.arrayContaining(['welcome', 'stretching', 'knee-welcome', 'knee-moves', 'knee-doctor']),
    );
    expect(steps(await town.outbox('back@example.com')).filter((step) => step.startsWith('knee'))).toEqual([]);
  });

  test('where both are due, the one of lower number goes first and the other waits; caps hold across', async () => {
    const mails = (await town.outbox('both@example.com')).filter(isMarketing);
    expect(steps(mails).slice(0, 2)).toEqual(['knee-welcome', 'welcome']);
    const at = mails.map(({ acceptedAt }) => Date.parse(acceptedAt));
    const gaps = at.slice(1).map((one, i) => one - at[i]!);
    // The cap counts from the moment before the request; the world stamps it a little later.
    expect(Math.min(...gaps)).toBeGreaterThan(86_400_000 - 60_000);
    expect(steps(mails).indexOf('knee-moves')).toBeLessThan(steps(mails).indexOf('stretching'));
  });
});
