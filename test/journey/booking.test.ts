import { linkIn, openTown, type Signup, steps, type Town } from './world';

// Weeks pass in each test, and a busy machine takes its time.
jest.setTimeout(60_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const desk = 'frontdesk@practice.example';
const kinds = async (to: string) => (await town.outbox(to)).map(({ tags }) => tags.step);
const wish = { location: 'north', days: [1, 3], part: 'morning' };

/** Joins, waits eight days and opens the booking page by the button of the last mail. */
async function opened(who: Partial<Signup> & { email: string }): Promise<string> {
  await town.join(who);
  await town.advance('P8D');
  const mail = (await town.outbox(who.email)).at(-1)!;
  for (const link of mail.text.match(/https?:\/\/\S+\/c\/\S+/g) ?? []) {
    const { status, headers } = await town.get(link, { 'user-agent': 'Mozilla/5.0 (iPhone)' });
    expect(status).toBe(302);
    const to = headers.get('location')!;
    if (to.startsWith('/book/')) return to;
  }
  return `/book/${linkIn(mail, 'book').split('/book/')[1]}`;
}

describe('from a message to a visit', () => {
  const email = 'clara@example.com';
  const phone = '+13055550111';

  test('button, page, request: staff see it, the desk is told without a detail, the series rests', async () => {
    const page = await opened({ firstName: 'Clara', email, phone });
    const shown = await town.get(page);
    expect(shown.status).toBe(200);
    for (const place of ['North', 'South', 'East', 'West', 'Central'])
      expect(shown.text).toContain(`Sample ${place} Office`);
    expect(shown.text).not.toContain(phone.slice(2));

    const before = [steps(await town.outbox(email)), steps(await town.outbox(phone))];
    const answer = await town.post(page, wish);
    expect(answer.status).toBe(200);
    expect(answer.json.message).toMatch(/call you back by/i);
    await town.settle();

    const staff = await town.staff('viewer');
    const { items } = (await staff.get('/bookings?status=requested')).json;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ firstName: 'Clara', phone, location: 'north', days: [1, 3], part: 'morning' });
    expect((await staff.get('/bookings/by-step')).json.items[0]).toMatchObject({ requests: 1 });

    const told = await town.outbox(desk);
    expect(told).toHaveLength(1);
    const whole = JSON.stringify(told[0]);
    for (const detail of ['Clara', email, phone, phone.slice(2), 'North', 'morning', items[0].subscriber])
      expect(whole).not.toContain(detail);

    await town.advance('P13D');
    expect([steps(await town.outbox(email)), steps(await town.outbox(phone))]).toEqual(before);
  });

  test('without a visit the series goes on after 14 days', async () => {
    await town.advance('P49D');
    expect(steps(await town.outbox(email)).at(-1)).toBe('check-in');
    expect(new Set(steps(await town.outbox(email))).size).toBe(steps(await town.outbox(email)).length);
  });
});

test('a booked visit ends the series; the mail with the time carries a calendar file', async () => {
  const email = 'dora@example.com';
  const page = await opened({ firstName: 'Dora', email });
  await town.post(page, { ...wish, phone: '+13055550112' });
  const now = await town.settle();
  const staff = await town.staff('marketer');
  const [request] = (await staff.get('/bookings?status=requested')).json.items.filter(
    (one: { firstName: string }) => one.firstName === 'Dora',
  );
  const visitAt = new Date(now + 3 * 86_400_000).toISOString();
  expect((await staff.post(`/bookings/${request.id}`, { status: 'booked', visitAt, rev: request.rev })).status).toBe(
    200,
  );
  await town.settle();
  const said = (await town.outbox(email)).at(-1)!;
  expect(said.tags.step).toBe('booking-confirmed');
  expect((await town.get(`/local/api/outbox/${said.id}.eml`)).text).toMatch(/text\/calendar/);
  const before = (await kinds(email)).length;
  await town.advance('P49D');
  expect(await kinds(email)).toHaveLength(before);
});

describe('whom a doctor should see first', () => {
  const exercises = ['stretching', 'cross-training'];
  const doctorFirst = ['spine-doctor-first', 'rest-gently', 'follow-up', 'check-in'];

  test('gets no exercise, whatever sign made it so', async () => {
    await town.join({ email: 'leg@example.com', phone: '+13055550113', pain: 'structural' });
    await town.join({ email: 'fever@example.com', pain: 'mechanical', redFlags: ['fever'] });
    await town.advance('P49D');
    for (const to of ['leg@example.com', '+13055550113', 'fever@example.com'])
      expect(steps(await town.outbox(to))).toEqual(doctorFirst);
  });

  test('"I have been seen", by text or by the page, brings the exercises', async () => {
    const [email, phone] = ['seen@example.com', '+13055550114'];
    await town.join({ phone, pain: 'structural' });
    await town.join({ email, pain: 'structural' });
    await town.advance('P22D');
    expect(steps(await town.outbox(phone)).filter((step) => exercises.includes(step))).toEqual([]);
    await town.text(phone, 'I have been seen');
    const followUp = (await town.outbox(email)).find(({ tags }) => tags.step === 'follow-up')!;
    const links = [...followUp.text.matchAll(/https?:\/\/\S+\/(?:c|check-in)\/\S+/g)].map(([link]) => link);
    const places = await Promise.all(
      links.map(async (link) => (link.includes('/c/') ? ((await town.get(link)).headers.get('location') ?? '') : link)),
    );
    const page = places.find((place) => place.includes('/check-in/'))!;
    expect((await town.get(page)).text).toContain('I have been seen by a doctor');
    await town.advance('P1D');
    expect((await town.post(page, { answer: 'seen' })).status).toBe(200);
    await town.advance('P49D');
    for (const to of [phone, email])
      expect(steps(await town.outbox(to)).filter((step) => exercises.includes(step))).toEqual(exercises);
  });
});

describe('how it is going', () => {
  test.each(['better', 'same', 'worse'])('"%s" is recorded by POST alone, and staff see it', async (answer) => {
    const email = `${answer}@example.com`;
    await town.join({ email });
    await town.advance('P42D');
    const mail = (await town.outbox(email)).at(-1)!;
    expect(mail.tags.step).toBe('check-in');
    const link = new RegExp(`https?://\\S+/check-in/\\S+answer=${answer}`).exec(mail.text)![0];
    const staff = await town.staff('viewer');
    const { id } = (await staff.post('/subscribers/find', { address: email })).json.items[0];
    const said = async () => (await staff.get(`/subscribers/${id}`)).json.subscriber.profile.checkIn;

    expect((await town.get(link)).status).toBe(200);
    expect(await said()).toBeUndefined();
    expect((await town.post(link.split('?')[0]!, { answer })).status).toBe(200);
    expect(await said()).toBe(answer);
    await town.advance('P14D');
    const after = steps(await town.outbox(email)).slice(6);
    expect(after).toEqual(answer === 'worse' ? ['call-back'] : []);
  });
});
