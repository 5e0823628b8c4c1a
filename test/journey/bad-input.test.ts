import { openTown, someone, type Town } from './world';

// Weeks pass in each test, and a busy machine takes its time.
jest.setTimeout(60_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const good = { ...someone, email: 'bad@example.com', phone: '+14045550150', emailConsent: true, smsConsent: true };

describe('the public side refuses, names the field and changes nothing', () => {
  const refused: [string, object, string][] = [
    ['an unknown field', { ...good, favourite: 'blue' }, 'favourite'],
    ['__proto__ as a field', JSON.parse(`{"__proto__":{"adult":true},${JSON.stringify(good).slice(1)}`), '__proto__'],
    ['a malformed phone', { ...good, phone: '12' }, 'phone'],
    ['letters for a phone', { ...good, phone: 'call me' }, 'phone'],
    ['a malformed email', { ...good, email: 'maya@' }, 'email'],
    ['two addresses in one', { ...good, email: 'a@example.com,b@example.com' }, 'email'],
    ['a name of 10 kB', { ...good, firstName: 'M'.repeat(10_240) }, 'firstName'],
    ['CRLF in a name', { ...good, firstName: 'Maya\r\nBcc: all@example.com' }, 'firstName'],
    ['CRLF in an address', { ...good, email: 'maya@example.com\r\nBcc: all@example.com' }, 'email'],
    ['an empty name', { ...good, firstName: '  ' }, 'firstName'],
    ['an invalid zone', { ...good, timeZone: 'America/Atlantis' }, 'timeZone'],
    ['a zone that is a path', { ...good, timeZone: '../../etc/passwd' }, 'timeZone'],
    ['a postal code of letters', { ...good, postalCode: 'ABCDE' }, 'postalCode'],
    ['a child', { ...good, adult: false }, 'adult'],
    ['an unknown pain', { ...good, pain: 'a lot' }, 'pain'],
    ['an unknown sign', { ...good, redFlags: ['hiccups'] }, 'redFlags'],
    ['no consent at all', { ...good, emailConsent: false, smsConsent: false }, 'emailConsent'],
    ['consent without a number', { ...good, phone: undefined }, 'phone'],
    ['consent as a word', { ...good, emailConsent: 'yes' }, 'emailConsent'],
    ['a source with spaces', { ...good, source: 'race day' }, 'source'],
  ];

  test.each(refused)('%s', async (_, body, field) => {
    const answer = await town.post('/subscribe', body);
    expect(answer.status).toBe(400);
    expect(answer.json.error).toMatchObject({ code: 'invalid', field });
    expect(answer.text).not.toContain('Bcc');
  });

  test.each([
    ['a body that is not JSON', 'application/json', '{"firstName":', 400],
    ['a list', 'application/json', '[]', 400],
    ['null', 'application/json', 'null', 400],
    ['no known kind of body', 'text/plain', 'hello', 400],
    ['a body of 100 kB', 'application/json', JSON.stringify({ ...good, firstName: 'M'.repeat(100_000) }), 413],
  ])('%s', async (_, type, body, status) => {
    const answer = await town.ask('POST', '/subscribe', body, { 'content-type': type, accept: 'application/json' });
    expect([answer.status, typeof answer.json.error.message]).toEqual([status, 'string']);
  });

  test.each([
    ['200 kB', 200_000, 200],
    ['5 MB', 5_000_000, 10],
  ])('bodies of %s are refused in words, time after time, and never by a broken connection', async (_, size, times) => {
    const body = JSON.stringify({ ...good, firstName: 'M'.repeat(size) });
    const asJson = { 'content-type': 'application/json', accept: 'application/json' };
    const plainly = (path: string) => () => town.ask('POST', path, body, asJson);
    const staff = await town.staff('admin');
    const doors = [
      plainly('/subscribe'),
      () => staff.raw('/segments', body),
      plainly('/local/api/clock'),
      plainly('/local/api/sms'),
    ];
    for (let n = 0; n < times; n++) {
      const { status, json } = await doors[n % doors.length]!();
      expect([n, status, json.error.code]).toEqual([n, 413, 'too-large']);
    }
  });

  test('forged links are not found, whatever they are for', async () => {
    for (const kind of [
      'confirm',
      'unsubscribe',
      'preferences',
      'c',
      'check-in',
      'book',
      'tips',
      'profile',
      'preferences/data',
    ])
      for (const token of ['x', '1.aaaaaaaaaaaaaaaa.e.AAAAAAAAAAAAAAAAAAAAAA', '%00', 'a'.repeat(3000)])
        expect([kind, (await town.get(`/${kind}/${token}`, { accept: 'application/json' })).status]).toEqual([
          kind,
          404,
        ]);
  });

  test('after all of it nobody is known and nothing was sent', async () => {
    await town.advance('P1D');
    expect((await town.get('/local/api/outbox')).json).toEqual([]);
    expect((await (await town.staff('viewer')).get('/subscribers')).json.items).toEqual([]);
  });
});

describe('the staff side refuses, names the field and changes nothing', () => {
  const campaign = {
    name: 'Walk-in hours',
    seriesId: 'walk-in-hours',
    who: {},
    channels: ['email'],
    startDate: '2027-03-01',
    startTime: '10:00',
  };
  const refused: [string, string, object, string][] = [
    ['an unknown field', '/campaigns', { ...campaign, colour: 'blue' }, 'colour'],
    ['an unknown field inside', '/campaigns', { ...campaign, who: { shoe: 44 } }, 'who.shoe'],
    ['an impossible date', '/campaigns', { ...campaign, startDate: '2027-02-30' }, 'startDate'],
    ['an impossible time', '/campaigns', { ...campaign, startTime: '25:00' }, 'startTime'],
    ['an unknown series', '/campaigns', { ...campaign, seriesId: 'nothing-here' }, 'seriesId'],
    ['an unknown channel', '/campaigns', { ...campaign, channels: ['fax'] }, 'channels.0'],
    ['a name of 10 kB', '/campaigns', { ...campaign, name: 'M'.repeat(10_240) }, 'name'],
    ['CRLF in a name', '/segments', { name: 'a\r\nb', who: {} }, 'name'],
    ['an unknown pain', '/segments', { name: 'a', who: { pain: ['awful'] } }, 'who.pain.0'],
    ['neither segment nor audience', '/campaigns', { ...campaign, who: undefined }, 'segmentId'],
    ['no switch', '/controls/kill', { on: 'perhaps' }, 'on'],
    ['going on without the rev that was seen', '/controls/kill', { on: false }, 'rev'],
    [
      'an address typed as text',
      '/series/back-care/versions',
      { rev: 1, steps: { rest: { headline: 'More at www.example.com' } } },
      'steps.rest.headline',
    ],
    [
      'words of an unknown step',
      '/series/back-care/versions',
      { rev: 1, steps: { dancing: { subject: 'x' } } },
      'steps.dancing',
    ],
    [
      'CRLF in a subject',
      '/series/back-care/versions',
      { rev: 1, steps: { rest: { subject: 'a\r\nBcc: b' } } },
      'steps.rest.subject',
    ],
    [
      'an unknown merge field',
      '/series/back-care/versions',
      { rev: 1, steps: { rest: { headline: 'Hi {{diagnosis}}' } } },
      'steps.rest.headline',
    ],
  ];

  test.each(refused)('%s', async (_, path, body, field) => {
    const answer = await (await town.staff('approver')).post(path, body);
    expect([answer.status, answer.json.error.field]).toEqual([answer.status === 404 ? 404 : 400, field]);
  });

  test('a body that is not JSON', async () => {
    const answer = await (await town.staff('approver')).raw('/campaigns', '{"name":');
    expect([answer.status, answer.json.error.code]).toEqual([400, 'invalid']);
  });

  test('without a token, or with a wrong one, everything is closed', async () => {
    for (const collection of ['subscribers', 'segments', 'series', 'campaigns', 'bookings', 'messages', 'nothing'])
      for (const headers of [
        {},
        { authorization: 'Bearer x' },
        { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' },
      ] as Record<string, string>[])
        expect([collection, (await town.get(`/staff/api/${collection}`, headers)).status]).toEqual([collection, 401]);
    expect((await town.get('/staff/api/openapi.json')).json.openapi).toMatch(/^3\.1/);
  });

  test('a viewer changes nothing', async () => {
    const viewer = await town.staff('viewer');
    expect((await viewer.post('/campaigns', campaign)).status).toBe(403);
    expect((await viewer.post('/controls/kill', { on: true })).status).toBe(403);
  });

  test('after all of it there is one version, no campaign, no segment, and sending is on', async () => {
    const staff = await town.staff('viewer');
    expect((await staff.get('/series/back-care')).json.versions).toEqual([1]);
    expect((await staff.get('/campaigns')).json.items).toEqual([]);
    expect((await staff.get('/segments')).json.items).toEqual([]);
    expect((await staff.get('/controls')).json.kill).toBe(false);
  });
});
