import type { ChannelName } from '../../functions/core/base/channel';
import { type Locale, locales } from '../../functions/core/base/locale';
import { mailView } from '../../functions/core/messages/message';
import { noticeView, wordedKinds } from '../../functions/core/messages/notices';
import { renderMail } from '../../functions/providers/render';
import { context, noticeLinks, practice, readings } from '../templates/sample';

const facts: Record<Locale, Record<string, string>> = {
  en: {
    firstName: 'Sam',
    callBackBy: 'Monday, November 30, 3:00 PM',
    when: 'Friday, December 4, 9:00 AM',
    location: 'Sample North Office',
  },
  es: {
    firstName: 'Sofía',
    callBackBy: 'lunes 30 de noviembre a las 3:00 p.m.',
    when: 'sábado 5 de diciembre a la 1:00 p.m.',
    location: 'Sample North Office',
  },
};

const notices = (channel: ChannelName) =>
  locales.flatMap((locale) =>
    wordedKinds.flatMap((kind) => {
      try {
        const view = noticeView(kind, practice, noticeLinks, facts[locale], channel, locale);
        return [[`notice/${kind} (${locale})`, view] as const];
      } catch {
        // A kind of the other channel alone.
        return [];
      }
    }),
  );

const branded = { ...practice, logo: { light: 'logo.svg', dark: 'logo-dark.svg', width: 160 } };

/** Every mail of the fixtures, rendered whole. */
export const mails = [
  ...readings.map(([name, reading]) => [name, 'message', mailView(reading, context)] as const),
  ...notices('email').flatMap(([name, view]) => (typeof view === 'string' ? [] : [[name, 'notice', view] as const])),
  ['with a logo', 'message', mailView(readings[0]![1], { ...context, practice: branded })] as const,
].map(([name, look, view]) => ({ name, subject: view.subject, ...renderMail(look, view) }));

export const serviceTexts = notices('sms').flatMap(([name, text]) =>
  typeof text === 'string' ? [{ name, text }] : [],
);
