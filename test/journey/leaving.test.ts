import { type Answer, linkIn, oneClickOf, openTown, steps, type Town } from './world';

// Weeks pass in each test, and a busy machine takes its time.
jest.setTimeout(60_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const sixWeeks = 'P49D';
const kinds = async (to: string) => (await town.outbox(to)).map(({ tags }) => tags.step);

describe('one click in the mail program', () => {
  const multipart = () => {
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    return body;
  };
  const bodies: [string, (to: string) => Promise<Answer>][] = [
    [
      'urlencoded',
      (to) =>
        town.ask('POST', to, 'List-Unsubscribe=One-Click', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    ['multipart', (to) => town.ask('POST', to, multipart())],
    ['no body at all', (to) => town.ask('POST', to)],
  ];

  test.each(bodies)('%s: the address in the sent header ends the mails for good, texts go on', async (kind, press) => {
    const email = `one-click-${kind.replaceAll(' ', '-')}@example.com`;
    const phone = `+1404555011${bodies.findIndex(([name]) => name === kind)}`;
    await town.join({ email, phone });
    const mail = (await town.outbox(email)).at(-1)!;
    expect(mail.tags.step).toBe('welcome');
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect((await town.ask(method, oneClickOf(mail))).status).toBeLessThan(300);
    await town.advance('P8D');
    expect(await kinds(email)).toEqual(['confirm-email', 'welcome', 'stretching']);

    for (const _ of ['once', 'twice']) {
      const answer = await press(oneClickOf(mail));
      expect(answer.status).toBe(200);
      expect(answer.headers.get('location')).toBeNull();
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    await town.advance(sixWeeks);
    expect(await kinds(email)).toEqual(['confirm-email', 'welcome', 'stretching']);
    expect(steps(await town.outbox(phone))).toHaveLength(6);
  });

  test('the page has one button and it does the same', async () => {
    const email = 'page@example.com';
    await town.join({ email });
    const link = linkIn((await town.outbox(email)).at(-1)!, 'unsubscribe');
    expect((await town.get(link)).text).toMatch(/<form[^>]*method="post"/);
    expect((await town.form(link, { from: 'page' })).status).toBe(200);
    await town.advance(sixWeeks);
    expect(await kinds(email)).toEqual(['confirm-email', 'welcome']);
  });

  test('a forged link is not found, and nobody leaves by it', async () => {
    const email = 'forged@example.com';
    await town.join({ email });
    const link = oneClickOf((await town.outbox(email)).at(-1)!);
    const forged = link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A');
    expect((await town.ask('POST', forged)).status).toBe(404);
    await town.advance('P8D');
    expect(await kinds(email)).toContain('stretching');
  });
});

describe('leaving by text', () => {
  const answers = async (phone: string) =>
    (await kinds(phone)).filter((step) => !['confirm-sms', 'sms-welcome'].includes(step));

  const words = [
    'STOP',
    'stopall',
    'Unsubscribe',
    'CANCEL',
    'END',
    'quit',
    'Revoke',
    'OPT OUT',
    'opt-out',
    'please stop texting me',
    'ALTO',
  ];

  test(`${words.join(', ')}: each gets one confirmation, then silence, also to a second STOP`, async () => {
    const phones = words.map((_, n) => `+14705550${120 + n}`);
    await Promise.all(phones.map((phone) => town.join({ phone })));
    for (const [n, word] of words.entries()) await town.text(phones[n]!, word);
    await town.settle();
    for (const phone of phones) await town.text(phone, 'STOP');
    await town.advance(sixWeeks);
    const got = await Promise.all(phones.map(answers));
    expect(Object.fromEntries(words.map((word, n) => [word, got[n]]))).toEqual(
      Object.fromEntries(words.map((word) => [word, ['sms-stop']])),
    );
  });

  test('"can\'t stop running" is no STOP', async () => {
    const phone = '+16785550101';
    await town.join({ phone });
    await town.text(phone, "I can't stop running, it is the best!");
    await town.advance(sixWeeks);
    expect(await kinds(phone)).not.toContain('sms-stop');
    expect(steps(await town.outbox(phone))).toHaveLength(6);
  });

  test('HELP is answered before and after STOP; START asks again, and only YES brings texts back', async () => {
    const phone = '+16785550102';
    await town.join({ phone });
    await town.text(phone, 'HELP');
    await town.settle();
    expect((await town.outbox(phone)).at(-1)!.text).toMatch(/call \(770\) 555-0100.*STOP/);
    await town.text(phone, 'STOP');
    await town.settle();
    await town.text(phone, 'help');
    await town.settle();
    await town.advance('P2D');
    await town.text(phone, 'START');
    await town.advance('P8D');
    expect(await answers(phone)).toEqual(['sms-help', 'sms-stop', 'sms-help', 'sms-tips-disclosure']);
  });

  test('START and YES within seven days bring texts back', async () => {
    const phone = '+16785550103';
    await town.join({ phone });
    await town.text(phone, 'STOP');
    await town.advance('P2D');
    await town.text(phone, 'START');
    await town.settle();
    await town.text(phone, 'YES');
    await town.advance(sixWeeks);
    expect(steps(await town.outbox(phone)).length).toBeGreaterThan(4);
  });

  test('STOP ends the texts only; mails go on', async () => {
    const [email, phone] = ['texts-off@example.com', '+16785550104'];
    await town.join({ email, phone });
    await town.text(phone, 'STOP');
    await town.advance(sixWeeks);
    expect(steps(await town.outbox(email))).toHaveLength(6);
    expect(steps(await town.outbox(phone))).toEqual([]);
  });

  test('an emergency is answered at any hour and stops nothing by itself', async () => {
    const phone = '+16785550105';
    await town.join({ phone });
    await town.text(phone, 'my legs went numb and i cant pee');
    await town.settle();
    expect((await town.outbox(phone)).at(-1)!.text).toMatch(/911/);
  });
});

describe('mail that does not arrive, or is not wanted', () => {
  test.each([
    ['hard bounce', 'bounce', 'Permanent'],
    ['complaint', 'complaint', undefined],
  ] as const)('a %s ends the mails for good', async (name, type, bounceType) => {
    const email = `${name.replace(' ', '-')}@example.com`;
    await town.join({ email });
    await town.report((await town.outbox(email)).at(-1)!.id, type, bounceType);
    await town.advance(sixWeeks);
    expect(await kinds(email)).toEqual(['confirm-email', 'welcome']);
  });

  test('a full mailbox is no reason to stop', async () => {
    const email = 'full@example.com';
    await town.join({ email });
    await town.report((await town.outbox(email)).at(-1)!.id, 'bounce', 'Transient');
    await town.advance(sixWeeks);
    expect(steps(await town.outbox(email))).toHaveLength(6);
  });
});
