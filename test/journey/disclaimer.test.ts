import { linkIn, openTown, type Town } from './world';

jest.setTimeout(60_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

interface Line {
  kind: string;
  title: string;
  disclaimer?: string;
}
interface Exported {
  channel: string;
  stepId: string;
  disclaimer?: string;
}

test('the version of the disclaimer stands on each message, in the console and in the person’s own file', async () => {
  const [email, phone] = ['dana@example.com', '+14045550161'];
  await town.join({ email, phone });
  await town.advance('P4D');
  const mail = (await town.outbox(email)).at(-1)!;
  const staff = await town.staff('viewer');
  const { timeline } = (await staff.get(`/subscribers/${mail.tags.subscriber}`)).json as { timeline: Line[] };
  const versions = (start: string) =>
    new Set(
      timeline.filter(({ kind, title }) => kind === 'message' && title.startsWith(start)).map((one) => one.disclaimer),
    );
  const [ofMail] = versions('Email');
  expect(ofMail).toMatch(/^[0-9a-f]{12}$/);
  expect([...versions('Email')]).toEqual([ofMail]);
  // The question by text and the welcome are service texts and give no tips; the tip ends with the short one.
  const ofTexts = [...versions('Text')];
  expect(ofTexts).toHaveLength(2);
  expect(ofTexts).toContain(undefined);

  await town.post(linkIn(mail, 'preferences'), { set: 'data', action: 'download' });
  await town.settle();
  const link = linkIn((await town.outbox(email)).at(-1)!, 'preferences/data');
  const file = (await town.post(link, {})).json as { messages: Exported[]; disclaimers: Record<string, string> };
  const mine = file.messages.filter(({ stepId }) => stepId !== 'data-link');
  expect(mine.length).toBeGreaterThan(0);
  for (const { disclaimer } of mine) expect(disclaimer).toBe(ofMail);
  // Mails are wrapped, so words are compared without their spaces.
  const bare = (words: string) => words.replace(/\s+/g, '');
  expect(bare(mail.text)).toContain(bare(file.disclaimers[ofMail!]!));
});
