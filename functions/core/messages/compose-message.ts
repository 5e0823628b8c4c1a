import { isText } from '../base/channel';
import { StridewellError } from '../base/error';
import { type Locale, localeOf } from '../base/locale';
import { day, hour, type Instant, minute, second } from '../base/time';
import { visitCalendar } from '../bookings/calendar';
import { type Enrollment, languageOf, type Notice, type Subscriber } from '../person/subscriber';
import { deliveryId } from '../sending/delivery';
import { requestTimeout, startWithin } from '../sending/due';
import type { Outgoing, OutgoingEmail, OutgoingText, Tags } from '../sending/outgoing';
import { isRun, type Sendable, stepIdOf } from '../sending/sendable';
import { type Book, whereOf } from '../series/enrollment';
import { sampleOf, sampleRunOf } from '../series/sample';
import { readingFor } from '../series/step';
import { type TestSend, withWords } from '../series/test-send';
import { windowEnd } from '../time/schedule';
import { copies } from './copy/copy';
import { disclaimerOfText, disclaimerVersion } from './disclaimer';
import { confirmLink, dataLink, type LinkMaker, linksFor, profileLink, tipLink } from './links';
import { asTest, type MailView, mailView, testMark, textOf } from './message';
import { noticeFacts, noticeView } from './notices';

export interface Composer extends LinkMaker {
  render(look: 'message' | 'notice', view: MailView): { html: string; text: string };
}

/** How long links that act once keep working. */
const dataLinkLives = 30 * minute;
const profileLinkLives = 30 * day;
/** From composing to the end of the request; a text's life is counted from the request. */
const underWay = startWithin + requestTimeout;
/** A carrier that cannot deliver a service text within this gives up. */
const serviceTextLives = 4 * hour;

/** What the planner reads, and the test that a notice stands for, which the planner need not know. */
export interface MessageBook extends Book {
  test?(notice: string): TestSend | undefined;
}

/** One whole message to one person: rendered, checked, tagged; throws rather than send half of one. */
export function composeMessage(
  composer: Composer,
  { person, sendable, book }: { person: Subscriber; sendable: Sendable; book: MessageBook },
  now: Instant,
): Outgoing {
  const to = person.channels[sendable.channel]?.address;
  if (!to) throw new StridewellError('internal', 'There is nobody to write to.');
  const tags: Tags = {
    subscriber: person.id,
    target: sendable.id,
    step: stepIdOf(sendable) ?? '',
    attempt: 'none',
    to: composer.addressKey(to),
  };
  if (isRun(sendable)) return stepMessage(composer, person, sendable, to, tags, book, now);
  return sendable.kind === 'test-send'
    ? testMessage(composer, sendable, to, tags, book, now)
    : noticeMessage(composer, person, sendable, to, tags, now);
}

function stepMessage(
  composer: Composer,
  person: Subscriber,
  run: Enrollment,
  to: string,
  tags: Tags,
  book: Book,
  now: Instant,
  /** The notice of a test, which the links then name in place of the message. */
  test?: string,
): Outgoing {
  const { profile } = person;
  if (!profile) throw new StridewellError('internal', 'An enrolled person has no profile.');
  const { practice } = composer;
  const { firstName } = profile;
  const stepId = run.stepId ?? '';
  const message = test ?? deliveryId(run.id, stepId);
  const reading = readingFor(book.version(run.seriesId, run.version), stepId, profile);
  const { channel } = run;
  if (isText(channel)) {
    const envelope = { channel, to, stream: 'marketing', linked: true, tags } as const;
    // Looked up by the item it was sent from, which of a test is not its made-up reader.
    const link = tipLink(composer, tags.subscriber, message);
    const body = textOf(reading, { practice, firstName, link });
    // The mark may cost a part; a test is not refused for that.
    if (test) return text(envelope, `${testMark}${body}`, serviceTextLives);
    // Before the window's guard band, because the request starts some seconds after this.
    const ends = windowEnd(book.policy, channel, whereOf(profile, book), now) - book.policy.guard;
    return text(envelope, body, ends - now - underWay);
  }
  const links = linksFor(composer, person.id, message, to);
  const real = mailView(reading, { practice, firstName, links });
  const view = test ? asTest(real) : real;
  return {
    channel,
    to,
    stream: 'marketing',
    ...disclaimed(view, tags),
    subject: view.subject,
    ...composer.render('message', view),
    headers: [
      // RFC 8058 3.1 and RFC 2369; RFC 2919 for the list's name.
      { name: 'List-Unsubscribe', value: `<${links.oneClick}>` },
      { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
      { name: 'List-Id', value: `<${run.seriesId}.${practice.sender.marketing.split('@')[1]}>` },
    ],
  } satisfies OutgoingEmail;
}

/**
 * A test is the step's own message, from the same sender and with the same headers, to a made-up person: its links are
 * genuine but nobody has that id, so the button leads where it will lead, the tip's page shows what the test shows, and
 * leaving leaves nobody. It is bound to nobody's hours, so a text of it lives as long as a service text.
 */
function testMessage(
  composer: Composer,
  notice: Notice,
  to: string,
  tags: Tags,
  book: MessageBook,
  now: Instant,
): Outgoing {
  const test = book.test?.(notice.id);
  if (!test) throw new StridewellError('unavailable', 'What this test was to show is not there.');
  const person = sampleOf(composer.practice, test.sample, now, test.locale);
  const series = book.version(test.seriesId, test.version);
  const shown = test.words ? withWords(series, test.stepId, person.profile, test.words) : series;
  const run = sampleRunOf(series, test.stepId, notice.channel, now);
  return stepMessage(composer, person, run, to, tags, { ...book, version: () => shown }, now, notice.id);
}

function noticeMessage(
  composer: Composer,
  person: Subscriber,
  notice: Notice,
  to: string,
  tags: Tags,
  now: Instant,
): Outgoing {
  const { publicUrl, practice } = composer;
  const links = {
    languageHelp: `${publicUrl}/language-help`,
    privacy: `${publicUrl}/privacy`,
    healthPrivacy: `${publicUrl}/health-data-privacy`,
    terms: `${publicUrl}/terms`,
    asset: (name: string) => `${publicUrl}/assets/${name}`,
    action: actionOf(composer, person, notice, to, now),
  };
  const { beside } = notice.data ?? {};
  // What the text asked in, which the notice then says; else what the person reads. The front desk reads English.
  const locale = localeOf(notice.data?.locale) ?? languageOf(person);
  const data = {
    firstName: person.profile?.firstName ?? '',
    ...(beside ? { beside } : {}),
    ...noticeFacts(practice, notice, locale, now),
  };
  const { channel } = notice;
  const view = noticeView(notice.kind, practice, links, data, channel, locale);
  if (isText(channel)) return text({ channel, to, stream: 'transactional', tags }, String(view), serviceTextLives);
  if (typeof view === 'string') throw new StridewellError('internal', `notice ${notice.kind} is never a mail`);
  return {
    channel,
    to,
    stream: 'transactional',
    ...disclaimed(view, tags),
    subject: view.subject,
    ...composer.render('notice', view),
    headers: [{ name: 'Auto-Submitted', value: 'auto-generated' }],
    ...visitFile(composer, notice, locale),
  } satisfies OutgoingEmail;
}

/** The version of the disclaimer that stands in this very view, also as a tag, so that a crash loses it no more than the message. */
function disclaimed(view: MailView, tags: Tags): Pick<OutgoingEmail, 'disclaimer' | 'tags'> {
  const disclaimer = disclaimerVersion(view.disclaimer);
  return { disclaimer, tags: { ...tags, disclaimer } };
}

/** The agreed visit as a file that a calendar opens; a visit that moves replaces the earlier one there. */
function visitFile(
  { practice }: Composer,
  { kind, data = {}, dueAt }: Notice,
  locale: Locale,
): Pick<OutgoingEmail, 'attachments'> {
  const { booking, visitAt, location } = data;
  if (kind !== 'booking-confirmed' || !booking || !visitAt || !location) return {};
  const visit = {
    id: booking,
    rev: Math.floor(dueAt / minute),
    status: 'booked' as const,
    visitAt: Number(visitAt),
    location,
  };
  const body = visitCalendar(visit, practice, dueAt, copies[locale].visit({ practice: practice.name }));
  return body ? { attachments: [{ name: 'visit.ics', type: 'text/calendar', body }] } : {};
}

/** Where a notice's one button or link leads. */
function actionOf(composer: Composer, person: Subscriber, notice: Notice, to: string, now: Instant): string {
  const { publicUrl, practice } = composer;
  switch (notice.kind) {
    case 'confirm-email':
      return confirmLink(composer, person.id, notice.dueAt, to);
    case 'sms-profile-link':
      return profileLink(composer, person.id, now + profileLinkLives);
    case 'data-link':
      return dataLink(
        composer,
        person.id,
        notice.data?.action === 'delete' ? 'delete' : 'download',
        now + dataLinkLives,
        notice.channel,
      );
    case 'sms-tips-disclosure':
      return publicUrl;
    case 'desk-booking':
      return `${publicUrl}/staff/bookings`;
    default:
      return practice.site;
  }
}

function text(
  envelope: Pick<OutgoingText, 'channel' | 'to' | 'stream' | 'linked' | 'tags'>,
  body: string,
  livesFor: number,
): OutgoingText {
  const disclaimer = disclaimerOfText(body);
  // AWS takes 5 seconds to 72 hours.
  const timeToLive = Math.max(5, Math.min(72 * 3600, Math.floor(livesFor / second)));
  return { ...envelope, body, timeToLive, ...(disclaimer ? { disclaimer } : {}) };
}
