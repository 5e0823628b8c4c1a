import type { MailView } from '../../../functions/core/messages/message';
import { noticeView, wordedKinds } from '../../../functions/core/messages/notices';
import { noticeKinds } from '../../../functions/core/person/subscriber';
import { disclosedMaximum, shownByText } from '../../../functions/core/practice/consent';
import { segments } from '../../../functions/core/practice/gsm';
import { noticeLinks, practice } from '../../templates/sample';

const text = (kind: (typeof noticeKinds)[number], data = {}) =>
  noticeView(kind, practice, noticeLinks, data, 'sms') as string;
const mail = (kind: (typeof noticeKinds)[number], data = {}) =>
  noticeView(kind, practice, noticeLinks, data) as MailView;

describe('service messages', () => {
  it.each(wordedKinds)('%s has words', (kind) => {
    const notice = noticeView(kind, practice, noticeLinks);
    expect(JSON.stringify(notice)).not.toMatch(/\{\{|undefined|\[object/);
    if (typeof notice === 'string') expect(segments(notice)).toMatchObject({ encoding: 'GSM-7' });
    else {
      expect(notice.subject.length).toBeLessThanOrEqual(60);
      expect(notice.preheader.length).toBeGreaterThanOrEqual(40);
    }
  });

  it('welcomes a number with everything carriers ask for, in one part (CTIA 5.1.2.1)', () => {
    const words = text('sms-welcome');
    for (const part of [
      /Runner Tips/,
      /HELP/,
      /STOP/,
      new RegExp(`${disclosedMaximum} msgs/month`),
      /Msg & data rates may apply/,
    ])
      expect(words).toMatch(part);
    expect(segments(words).parts).toBe(1);
  });

  it('asks for YES with the same facts before anything else is sent', () => {
    for (const kind of ['confirm-sms', 'sms-tips-disclosure'] as const)
      for (const part of [/Reply YES/, /recurring/, /6 msgs\/month/, /rates may apply/, /HELP/, /STOP/])
        expect(text(kind)).toMatch(part);
    const at = 'https://tips.practice.example';
    const asked = noticeView('sms-tips-disclosure', practice, { ...noticeLinks, action: at }, {}, 'sms');
    expect(asked).toBe(shownByText(practice, at).text);
  });

  it('asks in short who has the disclosure already: automated, no condition of care, HELP and STOP, in one part', () => {
    for (const part of [
      /^Pinnacle Ortho: Reply YES/,
      /Runner Tips/,
      /automated/,
      /18\+/,
      /no condition of care/,
      /HELP/,
      /STOP/,
    ])
      expect(text('sms-ask-again')).toMatch(part);
    expect(segments(text('sms-ask-again')).parts).toBe(1);
  });

  it('answers STOP once, without a link or an invitation (47 CFR 64.1200(a)(12))', () => {
    expect(text('sms-stop')).toMatch(/^Pinnacle Ortho: /);
    expect(text('sms-stop')).not.toMatch(/http|book|visit|tip/i);
    expect(segments(text('sms-stop')).parts).toBe(1);
  });

  it('answers HELP with the brand, a person to call and the way out', () => {
    expect(text('sms-help')).toMatch(/^Pinnacle Ortho .*\(770\) 555-0100.*STOP/);
  });

  it('names the practice first in every text, whatever it may say beside (CTIA 5.1.3)', () => {
    const all = wordedKinds.flatMap((kind) => {
      try {
        return [
          text(kind),
          text(kind, { late: 'yes', beside: 'r***@example.com', callBackBy: 'x', when: 'y', location: 'z' }),
        ];
      } catch {
        return [];
      }
    });
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((words) => !words.startsWith('Pinnacle Ortho'))).toEqual([]);
  });

  it('sends an emergency to 911 and the ER, never to a walk-in', () => {
    expect(text('sms-emergency')).toContain('Call 911 or go to the ER. Do not wait for our reply.');
    expect(text('sms-emergency')).not.toMatch(/walk|hours|http/i);
  });

  it('gives 988 and 911 in a crisis', () => {
    expect(text('sms-crisis')).toMatch(/988.*911/);
  });

  it('says word for word that nobody watches the number', () => {
    expect(text('sms-not-understood')).toBe(
      'Pinnacle Ortho: This number is not watched. Emergency: call 911. Office: (770) 555-0100.',
    );
  });

  it('stays within two parts with the longest link and the longest name', () => {
    const longest = { ...practice, shortName: 'x'.repeat(18) };
    const link = `https://${'w'.repeat(72)}`;
    // Its link is the public address itself, without a token.
    const address = link.slice(0, 52);
    for (const kind of noticeKinds.filter((k) => k.startsWith('sms') || k === 'confirm-sms')) {
      const action = kind === 'sms-tips-disclosure' ? address : link;
      expect(() => noticeView(kind, longest, { ...noticeLinks, action }, {}, 'sms')).not.toThrow();
    }
  });

  it('confirms an address without a word of marketing', () => {
    const view = mail('confirm-email', { firstName: 'Sam' });
    expect(view.button).toMatchObject({ label: 'Yes, sign me up', href: noticeLinks.action });
    expect(JSON.stringify(view.paragraphs)).not.toMatch(/book|visit|walk-in|urgent/i);
  });

  it('tells the front desk nothing about the person', () => {
    const view = mail('desk-booking', { firstName: 'Quentin', when: 'Monday' });
    expect(JSON.stringify(view)).not.toMatch(/Quentin|Monday/);
    expect(view.headline).toBe('A booking request waits in the console');
    expect(mail('desk-booking', { count: '1' }).subject).toBe('A booking request waits');
    expect(mail('desk-booking', { count: '3' })).toMatchObject({
      subject: '3 booking requests wait',
      headline: '3 booking requests wait in the console',
    });
  });

  it('says when the desk calls back and when the visit is', () => {
    expect(mail('booking-received', { callBackBy: 'Monday 2 PM' }).paragraphs.join(' ')).toContain('by Monday 2 PM');
    expect(text('booking-confirmed', { when: 'Mon 9 AM', location: 'North Office' })).toContain(
      'Mon 9 AM, North Office',
    );
  });

  it('refuses a channel a kind has no words for', () => {
    expect(() => noticeView('sms-stop', practice, noticeLinks, {}, 'email')).toThrow('never a mail');
    expect(() => noticeView('confirm-email', practice, noticeLinks, {}, 'sms')).toThrow('never a text');
  });
});

describe('service messages in Spanish', () => {
  const facts = {
    late: 'yes',
    beside: 'r***@example.com',
    callBackBy: 'sábado 5 de diciembre a las 3:00 p.m.',
    when: 'sábado 5 de diciembre a la 1:00 p.m.',
    location: 'Sample Central Office',
  };
  const said = wordedKinds.flatMap((kind) =>
    (['sms', 'email'] as const).flatMap((channel) =>
      [{}, facts].flatMap((data) => {
        try {
          return [{ kind, view: noticeView(kind, practice, noticeLinks, data, channel, 'es') }];
        } catch {
          // A kind of the other channel alone.
          return [];
        }
      }),
    ),
  );

  it('cost what the English ones cost: no letter that GSM-7 lacks, at most two parts', () => {
    const texts = said.flatMap(({ view }) => (typeof view === 'string' ? [view] : []));
    expect(texts.length).toBeGreaterThan(25);
    for (const body of texts) {
      expect(segments(body).encoding).toBe('GSM-7');
      expect(segments(body).parts).toBeLessThanOrEqual(2);
      expect(body).toMatch(/^Pinnacle Ortho/);
    }
  });

  it('are Spanish whole: mails say their language, and no English sentence is left', () => {
    const mails = said.flatMap(({ view }) => (typeof view === 'string' ? [] : [view]));
    expect(mails.length).toBeGreaterThan(8);
    for (const view of mails) {
      expect(view.lang).toBe('es');
      const { subject, preheader, headline, paragraphs, button, why, foot, frame, safety } = view;
      const shown = [subject, preheader, headline, ...paragraphs, button?.label ?? '', why];
      const around = [...foot.map(({ label }) => label), ...Object.values(frame), ...Object.values(safety)];
      for (const line of [...shown, ...around])
        expect(line).not.toMatch(/\b(the|your|you|us|please|unsubscribe|terms)\b/i);
    }
  });

  it('answer STOP without a link or an invitation, and need with 911 and 988', () => {
    const of = (kind: (typeof noticeKinds)[number]) => String(said.find((one) => one.kind === kind)!.view);
    expect(of('sms-stop')).not.toMatch(/http|cita|consejo/i);
    expect(of('sms-emergency')).toContain('Llame al 911 o vaya a la sala de emergencias. No espere nuestra respuesta.');
    expect(of('sms-crisis')).toMatch(/988.*911/);
  });
});
