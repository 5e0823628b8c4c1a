import { matches } from '../audience/audience';
import { type ChannelName, channelNames } from '../base/channel';
import { derivedId } from '../base/id';
import type { Locale } from '../base/locale';
import { day, type Instant } from '../base/time';
import { withRun } from '../campaigns/runs';
import { after, withChannel } from '../person/contact';
import { carrierOf } from '../person/once';
import { withAnswers } from '../person/profile';
import { isProvenChannel } from '../person/proof';
import type { ConsentRef, Subscriber } from '../person/subscriber';
import { besideOf } from '../person/wish';
import { type Book, datesToCome, enroll, revive } from '../series/enrollment';
import type { SeriesVersion } from '../series/series';
import { readingFor } from '../series/step';

export interface Confirmed {
  /** The record that the address belongs to. */
  subscriber: string;
  channel: ChannelName;
  firstName: string;
  /** What will come and when, in the person's own zone. */
  dates: { run: string; step: string; at: Instant; zone: string; title: string; titleIn: Locale }[];
  structural: boolean;
}

/** The record with this address active on it, and with the answers that the address has just confirmed. */
export function activated(
  record: Subscriber,
  form: Subscriber,
  channel: ChannelName,
  consent: ConsentRef,
  now: Instant,
): Subscriber {
  const { expiresAt: _expires, ...kept } = record;
  const { address } = form.channels[channel]!;
  const { asked: _asked, home: _home, ...reached } = record.channels[channel] ?? form.channels[channel]!;
  const profile = form.id === record.id || !form.profile ? record.profile : withAnswers(form.profile, record.profile);
  const chosen = form.tipsBy ? { tipsBy: form.tipsBy } : {};
  const proven: Subscriber = { ...kept, kind: 'runner', ...(profile ? { profile } : {}), ...chosen };
  const since = after(reached, now);
  return withChannel(proven, channel, { ...reached, address, status: 'active', since, consent });
}

/** Whether the other address of this sign-up was proven, too. */
export const isBesideProven = (form: Pick<Subscriber, 'channels'>, channel: ChannelName): boolean =>
  isProvenChannel(besideOf(form, channel));

/** The other address of the sign-up waits where this one has gone, and not at all if it is somebody else's. */
export function withBeside(
  record: Subscriber,
  form: Subscriber,
  other: ChannelName | undefined,
  alone: boolean,
  follows: boolean,
  now: Instant,
): Subscriber {
  if (!other) return record;
  const theirs = record.channels[other];
  if (isProvenChannel(theirs)) return record;
  if (alone) {
    if (theirs?.address !== form.channels[other]?.address) return record;
    const { [other]: _dropped, ...channels } = record.channels;
    return { ...record, channels };
  }
  const named = form.channels[other];
  // An address that waits here already has a question of its own out, and keeps its place.
  if (!follows || !named?.asked || (theirs && theirs.address !== named.address)) return record;
  return withChannel(record, other, { address: named.address, status: 'pending', since: now, asked: named.asked });
}

/** Whether the other address of the sign-up waits on that record now. */
export function followed(form: Subscriber, home: Subscriber, other: ChannelName | undefined): boolean {
  if (!other) return false;
  const there = home.channels[other];
  if (home.id === form.id || !form.channels[other]?.asked) return false;
  return there?.asked !== undefined && there.address === form.channels[other].address;
}

/** The sign-up once these addresses have gone to a record: pointers, and for a while, since reports on it may come. */
export function handedOver(form: Subscriber, gone: readonly ChannelName[], home: string, now: Instant): Subscriber {
  const moved = gone.reduce((next, name) => {
    const { asked: _asked, consent: _consent, ...rest } = form.channels[name]!;
    return withChannel(next, name, { ...rest, status: 'pending', home });
  }, form);
  const waits = Object.values(moved.channels).some((one) => one.asked !== undefined || isProvenChannel(one));
  return waits ? moved : { ...moved, expiresAt: now + 2 * day };
}

/** One run per person, series and channel: a stopped one goes on where it was, a running or finished one stays. */
export function begin(
  confirmed: Subscriber,
  channel: ChannelName,
  series: SeriesVersion,
  book: Book,
  now: Instant,
): Subscriber {
  const run = confirmed.enrollments.find((one) => one.seriesId === series.seriesId && one.channel === channel);
  if (!isAtDoor(series, confirmed)) return confirmed;
  const person = wanting(confirmed, series.seriesId);
  if (!run) {
    // Of this consent: an address that was erased and comes back begins again under another id.
    const since = person.channels[channel]?.consent?.at ?? 0;
    const id = derivedId('enr', series.seriesId, person.id, channel, String(since));
    const begun = enroll(person, { id, seriesId: series.seriesId, version: series.version, channel }, book, now);
    return withRun(person, begun, book, { now, cancelled: new Set() });
  }
  if (run.status !== 'stopped') return person;
  const revived = revive(person, run, book, now);
  return { ...person, enrollments: person.enrollments.map((one) => (one.id === run.id ? revived : one)) };
}

/** Whether the series is for this person, by what they have answered so far. */
const isAtDoor = ({ who }: Pick<SeriesVersion, 'who'>, { profile }: Subscriber): boolean =>
  who === undefined || (profile !== undefined && matches(who, profile));

/** The person with every series begun that is for them now: on each channel that is on, what they have not had yet. */
export const begunByAnswers = (
  person: Subscriber,
  all: readonly SeriesVersion[],
  book: Book,
  now: Instant,
): Subscriber =>
  channelNames
    .filter((channel) => person.channels[channel]?.status === 'active')
    .flatMap((channel) => all.map((series) => ({ channel, series })))
    .filter(
      ({ channel, series }) =>
        !person.enrollments.some((run) => run.seriesId === series.seriesId && run.channel === channel),
    )
    .filter(({ series }) => !person.topicsOff?.includes(series.seriesId))
    .reduce((next, { channel, series }) => begin(next, channel, series, book, now), person);

/** A new sign-up turns the series on again, even if the person had turned it off. */
function wanting({ topicsOff = [], ...person }: Subscriber, seriesId: string): Subscriber {
  const off = topicsOff.filter((one) => one !== seriesId);
  return off.length > 0 ? { ...person, topicsOff: off } : person;
}

/** What the confirmed page says: which message comes when, in the person's own zone. */
export function summary(
  person: Subscriber,
  channel: ChannelName,
  book: Book,
  now: Instant,
  evergreen: readonly string[],
): Confirmed {
  const { profile } = person;
  const runs = person.enrollments
    .filter((one) => evergreen.includes(one.seriesId) && one.channel === channel)
    .map((one) => carrierOf(person, one));
  if (!profile) return { subscriber: person.id, channel, firstName: '', dates: [], structural: false };
  const zone = profile.zones[0] ?? 'UTC';
  const dates = runs
    .flatMap((run) =>
      datesToCome(person, run, book, now).map(({ stepId, at }) => {
        const { words, locale } = readingFor(book.version(run.seriesId, run.version), stepId, profile);
        return { run: run.id, step: stepId, at, zone, title: words.subject, titleIn: locale };
      }),
    )
    .sort((a, b) => a.at - b.at);
  return {
    subscriber: person.id,
    channel,
    firstName: profile.firstName,
    dates,
    structural: profile.safety === 'structural' && !profile.seen,
  };
}
