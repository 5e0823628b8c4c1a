import { type NoticeLinks, noticeView } from '../functions/core/messages/notices';
import type { NoticeKind } from '../functions/core/person/subscriber';
import { disclosedMaximum, disclosure } from '../functions/core/practice/consent';
import type { Practice } from '../functions/core/practice/practice';
import type { SeriesVersion } from '../functions/core/series/series';

/** One field of a carrier registration: what the form calls it, and what to paste. */
export interface Field {
  name: string;
  text: string;
  /** Most characters the form takes. */
  atMost: number;
}

/**
 * What the forms of a ten-digit campaign and of a toll-free verification ask, from the same sources that the service
 * speaks from: carriers compare these words with what they see arriving and refuse what differs.
 */
export function registration(practice: Practice, publicUrl: string, evergreen: SeriesVersion): Field[] {
  const said = (kind: NoticeKind): string =>
    String(noticeView(kind, practice, { action: publicUrl } as NoticeLinks, {}, 'sms'));
  const number = practice.sender.smsNumber;
  const field = (name: string, text: string, atMost: number): Field => ({ name, text, atMost });
  return [
    field('Use case', 'Marketing (a small practice: Low volume mixed)', 60),
    field(
      'Campaign description',
      `${practice.program} is a program of ${practice.legalName}, a medical practice. Adults who run sign up for one short tip a week about back care, and for invitations to book a visit. Up to ${disclosedMaximum} messages a month to each person. Only people who asked for it and confirmed by replying YES get texts. No health detail is ever in a text.`,
      4096,
    ),
    field(
      'Opt-in workflow',
      `1. Web: people type their number at ${publicUrl}/subscribe and tick a box that is empty at first, beside these words: "${disclosure(practice, 'en').sms}" Terms and privacy policy are linked there. 2. Text: people text TIPS to ${number} and get the disclosure below. Either way nothing begins before they reply YES to: "${said('confirm-sms')}" We keep the words shown, the time and the page.`,
      2048,
    ),
    field('Opt-in keywords', 'TIPS, START, YES', 255),
    field('Opt-in message', said('sms-welcome'), 320),
    field('Disclosure sent for TIPS', said('sms-tips-disclosure'), 320),
    field('Opt-out keywords', 'STOP, STOPALL, END, QUIT, CANCEL, UNSUBSCRIBE, REVOKE, OPTOUT', 255),
    field('Opt-out message', said('sms-stop'), 320),
    field('Help keywords', 'HELP, INFO', 255),
    field('Help message', said('sms-help'), 320),
    field('Terms and conditions', `${publicUrl}/terms`, 255),
    field('Privacy policy', `${publicUrl}/privacy`, 255),
    ...samples(practice, publicUrl, evergreen).map((text, i) => field(`Sample message ${i + 1}`, text, 1024)),
    field('Links in messages', `Yes, all under ${publicUrl}; none shortened`, 255),
    field('Phone numbers in messages', 'Yes, the office', 255),
    field('Age-gated content, lending, affiliates', 'No', 255),
  ];
}

/** The first texts of the series, as people get them. */
function samples(practice: Practice, publicUrl: string, { paths, steps }: SeriesVersion): string[] {
  const inOrder = paths.flatMap((path) => path.steps).sort((a, b) => a.day - b.day);
  const ids = [...new Set(inOrder.map(({ step }) => step))];
  return ids
    .flatMap((id) => steps[id]?.words.text ?? [])
    .slice(0, 5)
    .map((text) =>
      text
        .replaceAll('{{practice.shortName}}', practice.shortName)
        .replaceAll('{{practice.phone}}', practice.phone)
        .replaceAll('{{firstName}}', 'Sam')
        .replaceAll('{{link}}', `${publicUrl}/t/0h3k9q7Zx4TmPa`),
    );
}
