import { linkIn, type Message, openTown, someone, steps, type Town } from './world';

// Weeks pass in each test, and a busy machine takes its time.
jest.setTimeout(60_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const both = { ...someone, emailConsent: true, smsConsent: true };

const signUp = async (who: { email: string; phone: string }): Promise<void> => {
  expect((await town.post('/subscribe', { ...both, ...who })).status).toBe(202);
  await town.settle();
};
const yes = async (phone: string): Promise<void> => {
  await town.text(phone, 'YES');
  await town.settle();
};
const firstTo = async (to: string): Promise<Message> => (await town.outbox(to))[0]!;
const press = async (to: string, body = {}) => {
  const answer = await town.post(
    linkIn((await town.outbox(to)).findLast(({ tags }) => tags.step === 'confirm-email')!, 'confirm'),
    body,
  );
  await town.settle();
  return answer;
};
const report = async (message: Message, type: 'bounce' | 'complaint'): Promise<void> => {
  expect((await town.report(message.id, type, type === 'bounce' ? 'Permanent' : undefined)).status).toBe(200);
  await town.settle();
};
/** What an address gets after another sign-up of its own: nothing, if it is suppressed. */
const asksAnew = async (who: { email: string; phone: string }): Promise<string[]> => {
  await town.advance('P2D');
  const before = (await town.outbox(who.email)).length;
  await signUp(who);
  return (await town.outbox(who.email))
    .slice(before)
    .map(({ tags }) => tags.step)
    .filter((step) => step === 'confirm-email');
};

describe('a report that comes late is about the address the message went to', () => {
  test.each([
    ['before the number answers', false],
    ['after the number has answered', true],
  ])('a mistyped mail, then the right one %s: the first one bounces, the right one goes on', async (_when, answers) => {
    const n = answers ? 2 : 1;
    const [typo, right, phone] = [`jo.typo${n}@example.com`, `jo.right${n}@example.com`, `+1404555015${n}`];
    await signUp({ email: typo, phone });
    if (answers) await yes(phone);
    await town.advance('P2D');
    await signUp({ email: right, phone });
    await yes(phone);
    await report(await firstTo(typo), 'bounce');
    expect((await press(right)).status).toBe(200);
    await town.advance('P10D');
    expect(steps(await town.outbox(right))).toEqual(['welcome', 'stretching']);
    expect(await asksAnew({ email: typo, phone })).toEqual([]);
  });

  test('a mistyped number that was said to be another’s: its report leaves the right number alone', async () => {
    const [email, typo, right] = ['kit@example.com', '+14045550153', '+14045550154'];
    await signUp({ email, phone: typo });
    await press(email, { beside: 'not-mine' });
    await town.advance('P2D');
    await signUp({ email, phone: right });
    await press(email);
    await yes(right);
    await report(await firstTo(typo), 'bounce');
    await town.advance('P14D');
    expect(steps(await town.outbox(right)).length).toBeGreaterThan(0);
    expect((await town.outbox(typo)).map(({ tags }) => tags.step)).toEqual(['confirm-sms']);
  });

  test('an address given up since: a complaint about its last mail ends the new one not, and itself for good', async () => {
    const [old, anew, phone] = ['lee.old@example.com', 'lee.new@example.com', '+14045550155'];
    await town.join({ email: old, phone });
    const welcome = (await town.outbox(old)).at(-1)!;
    expect(welcome.tags.step).toBe('welcome');
    const choices = linkIn(welcome, 'preferences');
    await town.post(choices, { set: 'data', action: 'delete' });
    await town.settle();
    const link = linkIn((await town.outbox(old)).at(-1)!, 'preferences/data');
    expect((await town.post(link, {})).json).toEqual({ status: 'deleted' });
    await town.advance('P2D');
    await signUp({ email: anew, phone });
    await yes(phone);
    await report(welcome, 'complaint');
    expect((await press(anew)).status).toBe(200);
    await town.advance('P10D');
    expect(steps(await town.outbox(anew))).toEqual(['welcome', 'stretching']);
    expect(await asksAnew({ email: old, phone })).toEqual([]);
  });

  test('a stranger whose mail somebody typed complains: the stranger is left alone, the typist’s number is not', async () => {
    const [stranger, phone] = ['stranger@example.com', '+14045550156'];
    await signUp({ email: stranger, phone });
    await yes(phone);
    await report(await firstTo(stranger), 'complaint');
    expect((await press(stranger)).status).toBe(410);
    await town.advance('P14D');
    expect(steps(await town.outbox(phone)).length).toBeGreaterThan(0);
    expect(await asksAnew({ email: stranger, phone })).toEqual([]);
    expect((await town.outbox(stranger)).map(({ tags }) => tags.step)).toEqual(['confirm-email']);
  });

  test('somebody erased since who is back: what is reported of a mail from before is about their address all the same', async () => {
    const [email, phone] = ['back@example.com', '+14045550157'];
    await town.join({ email });
    const welcome = (await town.outbox(email)).at(-1)!;
    await town.post(linkIn(welcome, 'preferences'), { set: 'data', action: 'delete' });
    await town.settle();
    await town.post(linkIn((await town.outbox(email)).at(-1)!, 'preferences/data'), {});
    await town.advance('P2D');
    await town.join({ email });
    const before = steps(await town.outbox(email));
    expect(before).toEqual(['welcome', 'welcome']);
    await report(welcome, 'complaint');
    await town.advance('P10D');
    expect(steps(await town.outbox(email))).toEqual(before);
    expect(await asksAnew({ email, phone })).toEqual([]);
  });
});
