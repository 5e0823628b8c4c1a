import type { ChannelName } from '../../functions/core/base/channel';
import { mailView } from '../../functions/core/messages/message';
import { noticeView, wordedKinds } from '../../functions/core/messages/notices';
import { renderMail } from '../../functions/providers/render';
import { all, context, noticeLinks, practice } from '../templates/sample';

const facts = {
  firstName: 'Sam',
  callBackBy: 'Monday, November 30, 3:00 PM',
  when: 'Friday, December 4, 9:00 AM',
  location: 'Sample North Office',
};

/** Every wording of every step, named as a failure should show it. */
const wordings = all.flatMap(({ seriesId, steps }) =>
  Object.entries(steps).flatMap(([id, step]) =>
    [step.words, ...step.variants.map(({ words }) => words)].map(
      (words, i) => [`${seriesId}/${id}${i ? `#${i}` : ''}`, words] as const,
    ),
  ),
);

const notices = (channel: ChannelName) =>
  wordedKinds.flatMap((kind) => {
    try {
      return [[`notice/${kind}`, noticeView(kind, practice, noticeLinks, facts, channel)] as const];
    } catch {
      // A kind of the other channel alone.
      return [];
    }
  });

const branded = { ...practice, logo: { light: 'logo.svg', dark: 'logo-dark.svg', width: 160 } };

/** Every mail of the fixtures, rendered whole. */
export const mails = [
  ...wordings.map(([name, words]) => [name, 'message', mailView(words, context)] as const),
  ...notices('email').flatMap(([name, view]) => (typeof view === 'string' ? [] : [[name, 'notice', view] as const])),
  ['with a logo', 'message', mailView(wordings[0]![1], { ...context, practice: branded })] as const,
].map(([name, look, view]) => ({ name, subject: view.subject, ...renderMail(look, view) }));

export const serviceTexts = notices('sms').flatMap(([name, text]) =>
  typeof text === 'string' ? [{ name, text }] : [],
);
