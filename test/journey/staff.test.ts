import { inTextHours, localTime, openTown, steps, type Town } from './world';

// Weeks pass in each test, and a busy machine takes its time; a stop is answered when nothing can be under way any more.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const day = 86_400_000;
const kinds = async (to: string) => (await town.outbox(to)).map(({ tags }) => tags.step);
const dateIn = (at: number) => new Date(at).toISOString().slice(0, 10);
const draft = (now: number, days: number, over: object = {}) => ({
  name: 'Walk-in hours',
  seriesId: 'walk-in-hours',
  who: { pain: ['mechanical'] },
  channels: ['email', 'sms'],
  startDate: dateIn(now + days * day),
  startTime: '11:30',
  ...over,
});

/** As the console does: looks at it, counts, and schedules what it saw. */
async function schedule(staff: Awaited<ReturnType<Town['staff']>>, { id }: { id: string }) {
  const { rev, who, channels, seriesId } = (await staff.get(`/campaigns/${id}`)).json;
  const { people } = (await staff.post('/segments/count', { who, channels, seriesId, exact: true })).json;
  return staff.post(`/campaigns/${id}/schedule`, { rev, who, count: people });
}

describe('a broadcast to a segment', () => {
  const wanted = ['+18085550161', 'kai@example.com', 'lou@example.com'];
  let id = '';

  test('is counted, drafted from a saved segment, and scheduled', async () => {
    await town.join({
      firstName: 'Kai',
      email: 'kai@example.com',
      phone: '+18085550161',
      timeZone: 'Pacific/Honolulu',
    });
    await town.join({ firstName: 'Lou', email: 'lou@example.com' });
    await town.join({ firstName: 'Not', email: 'not-meant@example.com', pain: 'none' });
    await town.join({ firstName: 'Left', email: 'left@example.com' });
    await town.ask(
      'POST',
      (await town.outbox('left@example.com')).at(-1)!.text.match(/https?:\S+\/unsubscribe\/\S+/)![0],
    );
    const now = await town.settle();
    const staff = await town.staff('marketer');
    const counted = await staff.post('/segments/count', {
      who: { pain: ['mechanical'] },
      channels: ['email', 'sms'],
      exact: true,
    });
    expect(counted.json).toMatchObject({ people: 3, reached: 2, eligible: { email: 2, sms: 1 }, exact: true });
    expect(counted.json.leftOut).toMatchObject([{ code: 'suppressed', count: 1 }]);
    const segment = (await staff.post('/segments', { name: 'Mechanical', who: { pain: ['mechanical'] } })).json;
    const made = await staff.post('/campaigns', { ...draft(now, 4), who: undefined, segmentId: segment.id });
    expect([made.status, made.json.status]).toEqual([201, 'draft']);
    id = made.json.id;
    const unseen = await staff.post(`/campaigns/${id}/schedule`, { rev: made.json.rev, count: 30 });
    expect([unseen.status, unseen.json.error.field, unseen.json.current.count]).toEqual([409, 'count', 3]);
    const scheduled = await schedule(staff, made.json);
    expect([scheduled.status, scheduled.json.status]).toEqual([200, 'scheduled']);
    expect((await schedule(staff, made.json)).status).toBe(409);
  });

  test('reaches whom it means, each once, at the hour where they are, and nobody else', async () => {
    await town.advance('P6D');
    for (const to of wanted)
      expect([to, (await kinds(to)).filter((step) => step === 'message')]).toEqual([to, ['message']]);
    for (const to of ['not-meant@example.com', 'left@example.com']) expect(await kinds(to)).not.toContain('message');
    const mail = (await town.outbox('kai@example.com')).find(({ tags }) => tags.step === 'message')!;
    expect(localTime(mail.acceptedAt, 'Pacific/Honolulu')).toMatchObject({ hour: 11, minute: 30 });
    const text = (await town.outbox('+18085550161')).find(({ tags }) => tags.step === 'message')!;
    expect(inTextHours(text.acceptedAt, 'Pacific/Honolulu')).toBe(true);
    const campaign = (await (await town.staff('viewer')).get(`/campaigns/${id}`)).json;
    expect(campaign.sweep).toMatchObject({ enrolled: 3, done: true });
    expect(campaign.outcomes).toMatchObject({ sent: 3 });
  });

  test('paused, nothing leaves; cancelled, nothing ever will', async () => {
    const now = await town.settle();
    const staff = await town.staff('marketer');
    const [paused, cancelled] = await Promise.all(
      ['Paused', 'Cancelled'].map(async (name, n) => {
        const series = n === 0 ? 'walk-in-hours' : 'clinic-event';
        await town.join({ email: `${name.toLowerCase()}@example.com`, experience: n === 0 ? 'new' : 'competitive' });
        const { json: made } = await staff.post(
          '/campaigns',
          draft(now, 2, {
            name,
            seriesId: series,
            who: { experience: [n === 0 ? 'new' : 'competitive'] },
            channels: ['email'],
          }),
        );
        expect((await schedule(staff, made)).status).toBe(200);
        return made.id as string;
      }),
    );
    await town.advance('PT1H');
    // Both wait out the requests that may be under way; side by side that is once.
    const [pause, cancel] = await Promise.all([
      staff.post(`/campaigns/${paused}/pause`),
      staff.post(`/campaigns/${cancelled}/cancel`),
    ]);
    expect([pause.json.status, cancel.json.status]).toEqual(['paused', 'cancelled']);
    await town.advance('P2D');
    for (const to of ['paused@example.com', 'cancelled@example.com']) expect(await kinds(to)).not.toContain('message');
    expect((await staff.post(`/campaigns/${cancelled}/resume`, { rev: cancel.json.rev })).status).toBe(409);
    expect((await staff.post(`/campaigns/${paused}/resume`, { rev: pause.json.rev })).status).toBe(200);
    await town.advance('P2D');
    expect(await kinds('paused@example.com')).toContain('message');
    expect(await kinds('cancelled@example.com')).not.toContain('message');
  });
});

test('edited words are a new version, and whoever signs up next reads them', async () => {
  const staff = await town.staff('marketer', 'kim');
  const { version, rev } = (await staff.get('/series/back-care')).json;
  const words = {
    subject: 'A quiet day makes the next run better',
    paragraphs: ['Hi {{firstName}},', 'Rest is when your body gets stronger.'],
  };
  const edited = await staff.post('/series/back-care/versions', { rev, steps: { rest: words } });
  expect([edited.status, edited.json.version]).toEqual([201, version.version + 1]);
  expect(
    (
      await staff.post('/series/back-care/versions', {
        rev,
        steps: { rest: { subject: 'Too late' } },
      })
    ).status,
  ).toBe(409);
  await town.join({ firstName: 'Nadia', email: 'nadia@example.com' });
  await town.advance('P22D');
  const mail = (await town.outbox('nadia@example.com')).at(-1)!;
  expect(mail).toMatchObject({ subject: words.subject, tags: { step: 'rest' } });
  expect(mail.text).toContain('Hi Nadia,');
  expect(mail.text).toContain(words.paragraphs[1]);
});

test('the kill switch stops everything at once; switched back, what is still wanted goes on', async () => {
  const [email, phone] = ['held@example.com', '+14045550162'];
  await town.join({ email });
  await town.join({ phone });
  // To the morning of the second tip, two hours before it.
  await town.advance('P6D');
  await town.advance('PT9H');
  const before = [steps(await town.outbox(email)), steps(await town.outbox(phone))];
  expect(before).toEqual([['welcome'], ['welcome']]);
  const approver = await town.staff('approver');
  const killed = await approver.post('/controls/kill', { on: true, reason: 'A test of the switch' });
  expect(killed.json).toMatchObject({ kill: true });
  await town.text(phone, 'STOP');
  await town.advance('PT5H');
  expect([steps(await town.outbox(email)), steps(await town.outbox(phone))]).toEqual(before);
  const lifted = await approver.post('/controls/kill', { on: false, rev: killed.json.rev });
  expect(lifted.json).toMatchObject({ kill: false });
  await town.advance('PT1H');
  expect(steps(await town.outbox(email))).toEqual(['welcome', 'stretching']);
  await town.advance('P9D');
  expect(steps(await town.outbox(phone))).toEqual(['welcome']);
  expect((await kinds(phone)).at(-1)).toBe('sms-stop');
});

test('staff see one person whole: what happened, what comes, and that they looked', async () => {
  const staff = await town.staff('marketer');
  const [row] = (await staff.post('/subscribers/find', { address: 'Nadia@Example.com ' })).json.items;
  const { subscriber, timeline, next } = (await staff.get(`/subscribers/${row.id}`)).json;
  expect(subscriber.channels).toMatchObject([{ channel: 'email', address: 'nadia@example.com', status: 'active' }]);
  expect(timeline.map((one: { kind: string }) => one.kind)).toEqual(expect.arrayContaining(['message', 'consent']));
  expect(next.length).toBeGreaterThan(0);
  const before = await kinds('nadia@example.com');
  expect(
    (await staff.post(`/subscribers/${row.id}/opt-out`, { channel: 'all', reason: 'Asked at the desk' })).status,
  ).toBe(200);
  await town.advance('P49D');
  expect(await kinds('nadia@example.com')).toEqual(before);
});
