import { SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { startPage } from '../../../lib/local/world/start-page';
import { mail, type Stand, stand } from './stand';

let here: Stand;
beforeEach(async () => {
  here = await stand();
});
afterEach(() => here.close());

const state = async (since = '') => (await here.get(`/outside/state.json${since}`)).json();
const email = async (html: string) => {
  const input = mail({
    Content: { Simple: { Subject: { Data: 'Tip' }, Body: { Html: { Data: html }, Text: { Data: 'tip' } } } },
  });
  return (await here.ses().send(new SendEmailCommand(input))).MessageId!;
};

test('the page and everything it loads come from here, under a policy that allows nothing else', async () => {
  const page = await fetch(`${here.url}/outside`);
  const html = await page.text();
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  const loaded = [...html.matchAll(/(?:src|href)="(\/outside\/[^"]+)"/g)].map((match) => match[1]!);
  expect(loaded).toEqual(['/outside/local.css', '/outside/outside.js']);
  const imports = (await here.get('/outside/outside.js')).text.matchAll(/from '\.\/([^']+)'/g);
  for (const path of [...loaded, ...[...imports].map((match) => `/outside/${match[1]}`)]) {
    expect([path, (await here.get(path)).status]).toEqual([path, 200]);
  }
});

test('a page that asks again is told only what is new: a message, a text, a report', async () => {
  const id = await email('<p>Hello</p>');
  await here.world.quiet();
  const first = await state();
  expect(first.messages).toEqual([expect.objectContaining({ id, subject: 'Tip', reported: ['Send', 'Delivery'] })]);
  const next = `?run=${first.run}&since=${first.seq}`;
  expect((await state(next)).messages).toEqual([]);
  await here.sms().send(new SendTextMessageCommand({ DestinationPhoneNumber: '+14045550123', MessageBody: 'Hi' }));
  await here.post('/local/api/sms', { from: '+14045550123', body: 'STOP' });
  await here.post('/local/api/events', { id, type: 'bounce' });
  const then = await state(next);
  expect(then.messages.map((one: { id: string; reported: string[] }) => [one.id, one.reported.at(-1)])).toEqual([
    [id, 'Bounce'],
    ['m-2', 'TEXT_DELIVERED'],
  ]);
  expect(then.texts).toEqual([expect.objectContaining({ from: '+14045550123', body: 'STOP' })]);
});

test('a page from before a restart is told everything again', async () => {
  await email('<p>Hello</p>');
  expect((await state('?run=another&since=999')).messages).toHaveLength(1);
});

test('a mail is shown without scripts and forms, its links beside the page', async () => {
  const id = await email(
    '<html><head><title>x</title></head><body><script>alert(1)</script><a href="/book">Book</a></body></html>',
  );
  const shown = await fetch(`${here.url}/outside/mail/${id}`);
  const policy = shown.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/);
  expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin/);
  expect(await shown.text()).toContain('<head><base target="_blank">');
});

test('an opened mail tells its headers, its tags and whether one click unsubscribes', async () => {
  const { MessageId: id } = await here.ses().send(new SendEmailCommand(mail()));
  const detail = (await here.get(`/outside/message/${id}`)).json();
  expect(detail).toMatchObject({
    id,
    html: true,
    oneClick: true,
    configurationSet: 'practice-events',
    tags: { attempt: 'att_1' },
  });
  expect(detail.head).toContainEqual({
    name: 'List-Unsubscribe',
    value: '<https://tips.practice.example/unsubscribe/abc>',
  });
  expect((await here.get('/outside/message/nobody')).status).toBe(404);
});

test('the start page has its three doors and spells any name safely', () => {
  const html = startPage('Spine <b>& Co');
  for (const door of ['/subscribe', '/staff/', '/outside']) expect(html).toContain(`href="${door}"`);
  expect(html).toContain('Spine &#60;b&#62;&#38; Co');
  expect(html).not.toContain('<b>');
});
