import { hour, minute } from '../../../functions/core/base/time';
import { readToken } from '../../../functions/core/base/token';
import { composeMessage } from '../../../functions/core/messages/compose-message';
import { tipLink } from '../../../functions/core/messages/links';
import { guardKey } from '../../../functions/core/person/address';
import { requestTimeout, startWithin } from '../../../functions/core/sending/due';
import type { OutgoingEmail, OutgoingText } from '../../../functions/core/sending/outgoing';
import { sendableOf } from '../../../functions/core/sending/sendable';
import { renderMail } from '../../../functions/providers/render';
import { aPerson, aRun, keys, memory, monday, publicUrl } from '../../support/memory';
import { practice } from '../../templates/sample';

const composer = {
  keys,
  publicUrl,
  practice,
  addressKey: (address: string) => guardKey('secret', address),
  render: renderMail,
};
const compose = async (person = aPerson({ enrollments: [aRun()] }), target = 'enr_0000000000000001', now = monday) =>
  composeMessage(
    composer,
    { person, sendable: sendableOf(person, target), book: await memory().base.book(person) },
    now,
  );

describe('the link in a text', () => {
  it('has 45 characters on a domain of 20, whoever and whatever it is for', async () => {
    const short = { ...composer, publicUrl: 'https://tips.mypractice.org' };
    expect(new URL(short.publicUrl).host).toHaveLength(19);
    for (const id of ['sub_0000000000000001', 'sub_zzzzzzzzzzzzzzzz']) {
      const link = tipLink({ ...short, publicUrl: `${short.publicUrl}x` }, id, 'msg_0000000000000001');
      expect(link).toHaveLength(45);
      expect(link).toMatch(/\/t\/[A-Za-z0-9]{14}$/);
    }
  });
});

describe('a step as mail', () => {
  it('carries one-click leaving, its list, its tags, and no address in any link', async () => {
    const mail = (await compose()) as OutgoingEmail;
    const headers = Object.fromEntries(mail.headers.map(({ name, value }) => [name, value]));
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const token = headers['List-Unsubscribe']!.slice(`<${publicUrl}/unsubscribe/`.length, -1);
    expect(readToken(keys, 'unsubscribe', token)).toEqual([
      '0000000000000001',
      'e',
      guardKey('secret', 'robin@example.com'),
    ]);
    expect(mail).toMatchObject({
      to: 'robin@example.com',
      stream: 'marketing',
      tags: { subscriber: 'sub_0000000000000001', step: 'welcome' },
    });
    for (const value of Object.values(mail.tags)) expect(value).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
    expect(mail.html).not.toContain('robin@example.com');
    expect(mail.text).toContain(practice.postalAddress.slice(0, 17));
  });

  it('names its list by the series, and comes from another address than what nobody subscribes to', async () => {
    const listOf = (mail: OutgoingEmail) =>
      mail.headers.filter(({ name }) => name === 'List-Id').map((one) => one.value);
    const mail = (await compose()) as OutgoingEmail;
    const later = (await compose(undefined, undefined, monday + hour)) as OutgoingEmail;
    expect(listOf(mail)).toEqual([`<back-care.${practice.sender.marketing.split('@')[1]}>`]);
    expect(listOf(later)).toEqual(listOf(mail));
    expect(practice.sender.transactional).not.toBe(practice.sender.marketing);
    const asked = aPerson({
      notices: [
        {
          id: 'ntc_1',
          kind: 'booking-received',
          channel: 'email',
          phase: 'waiting',
          dueAt: monday,
          expiresAt: monday + hour,
        },
      ],
    });
    const notice = (await compose(asked, 'ntc_1')) as OutgoingEmail;
    expect([notice.stream, listOf(notice)]).toEqual(['transactional', []]);
  });
});

describe('a step as text', () => {
  it('expires before the window does, however long the request takes to start', async () => {
    for (const now of [monday, monday + 6 * hour, monday + 7 * hour - 3 * minute]) {
      const sms = (await compose(aPerson({ enrollments: [aRun({ channel: 'sms' })] }), undefined, now)) as OutgoingText;
      expect(now + startWithin + requestTimeout + sms.timeToLive * 1000).toBeLessThanOrEqual(monday + 7 * hour);
      expect(sms.timeToLive).toBeGreaterThanOrEqual(5);
    }
  });
  it('is not composed when the window is closed', async () => {
    await expect(
      compose(aPerson({ enrollments: [aRun({ channel: 'sms' })] }), undefined, monday + 8 * hour),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

it('nobody to write to is an error, not half a message', async () => {
  await expect(compose(aPerson({ channels: {}, enrollments: [aRun()] }))).rejects.toMatchObject({ code: 'internal' });
  await expect(compose(aPerson(), 'enr_nobody')).rejects.toMatchObject({ code: 'internal' });
});

describe('the mail of an agreed visit', () => {
  const notice = {
    id: 'ntc_0000000000000001',
    kind: 'booking-confirmed',
    channel: 'email',
    phase: 'waiting',
    dueAt: monday,
    expiresAt: monday + hour,
    data: { booking: 'bkg_0000000000000001', visitAt: String(Date.UTC(2026, 11, 5, 18)), location: 'north' },
  } as const;

  it('names day, hour and calendar entry in the language of its reader', async () => {
    const { profile } = aPerson();
    const person = aPerson({ profile: { ...profile!, locale: 'es' }, notices: [notice] });
    const mail = (await compose(person, notice.id)) as OutgoingEmail;
    expect(mail.text).toContain('Le esperamos el sábado 5 de diciembre a la 1:00 p.m. en Sample North Office.');
    expect(mail.html).toMatch(/<html[^>]* lang="es"/);
    expect(mail.attachments?.[0]?.body).toContain('SUMMARY:Cita: Pinnacle Orthopaedics');
  });
});
