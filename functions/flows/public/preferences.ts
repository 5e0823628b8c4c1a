import { type ChannelName, channelNames, traits } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import { derivedId } from '../../core/base/id';
import { type Instant, minute } from '../../core/base/time';
import { readToken } from '../../core/base/token';
import { choiceText } from '../../core/membership/choice';
import {
  askAgain,
  type Preference,
  type PreferencesView,
  preferencesOf,
  underWay,
  withBreak,
  withoutBreak,
  withTipsBy,
  withTopic,
} from '../../core/membership/preference';
import type { SignupRequest } from '../../core/membership/signup';
import { channelOf } from '../../core/messages/links';
import { addNotice } from '../../core/person/notice';
import { withLocale } from '../../core/person/profile';
import { isProvenChannel } from '../../core/person/proof';
import type { Subscriber } from '../../core/person/subscriber';
import { isWaiting } from '../../core/person/wish';
import { currentWording, type Wording } from '../../core/practice/consent';
import { rerouted } from '../../core/series/enrollment';
import { refuseSample } from '../../core/series/sample';
import type { Books, Wake } from '../ports';
import { type LeavePorts, leaveChannel } from './leave';

type PreferencePorts = LeavePorts &
  Books &
  Wake & {
    /** Coming back is a sign-up like any other: it counts once the address has confirmed it. */
    signUp(request: SignupRequest, context: PreferenceContext & { page: string; wording: Wording }): Promise<void>;
  };

interface PreferenceContext {
  ip?: string;
  userAgent?: string;
}

export type PreferenceResult =
  | { did: 'stopped'; channel: ChannelName; drained: boolean }
  | { did: 'asked'; channel: ChannelName }
  | { did: 'paused'; underWay: boolean }
  | { did: 'resumed' }
  | { did: 'language' }
  | { did: 'tips-by'; by: ChannelName | 'both' }
  | { did: 'topic'; on: boolean; underWay: boolean }
  | { did: 'data-link'; channel: ChannelName };

const linkLives = 30 * minute;

/** Stopping email does not end the right to one's data, but a number that said STOP gets no text. */
function mayCarryData({ channels }: Subscriber, name: ChannelName): boolean {
  const reached = channels[name];
  if (!isProvenChannel(reached)) return false;
  return traits[name].optOutEnds === 'everything' ? reached?.status === 'active' : reached?.status !== 'suppressed';
}

/** What the page shows; reading it changes nothing. */
export async function preferences(ports: PreferencePorts, token: string): Promise<PreferencesView> {
  const { person } = await linked(ports, token);
  const now = ports.now();
  const asked = await askedNow(ports, person, now);
  return preferencesOf(person, await ports.book(person), ports.practice.timeZone, now, asked);
}

/** Channels whose address a sign-up of its own asks to come back. */
async function askedNow(ports: PreferencePorts, person: Subscriber, now: Instant): Promise<Set<ChannelName>> {
  const asked = new Set<ChannelName>();
  for (const channel of channelNames) {
    const { address, status } = person.channels[channel] ?? {};
    if (address === undefined || status === 'active') continue;
    const { wish } = await ports.guardOf(address, (guard) => guard);
    const form = wish === undefined ? undefined : await ports.people.load(wish);
    if (isWaiting(form, { channel, address }, now)) asked.add(channel);
  }
  return asked;
}

export async function prefer(
  ports: PreferencePorts,
  token: string,
  wanted: Preference,
  context: PreferenceContext,
): Promise<PreferenceResult> {
  const { person, channel: askedBy } = await linked(ports, token);
  const now = ports.now();
  const note = async () => {
    const change = choiceText(wanted);
    await ports.ledger.addHistory({
      subscriber: person.id,
      id: `preferences-${change}-${now}`,
      at: now,
      happening: { what: 'preferences', change },
    });
  };
  switch (wanted.set) {
    case 'channel': {
      await note();
      const { channel } = wanted;
      if (!wanted.on) {
        const { drained } = await leaveChannel(ports, person.id, channel, { ...context, means: 'preferences' });
        return { did: 'stopped', channel, drained };
      }
      await ports.signUp(askAgain(person, channel), {
        ...context,
        page: '/preferences',
        wording: currentWording[person.profile?.locale ?? 'en'],
      });
      return { did: 'asked', channel };
    }
    case 'topic': {
      await note();
      return topic(ports, person, wanted.seriesId, wanted.on, now);
    }
    case 'pause': {
      await note();
      return wanted.on ? rest(ports, person, now) : goOn(ports, person, now);
    }
    case 'tips-by': {
      await note();
      await wakeAll(ports, await ports.people.change(person.id, (current) => withTipsBy(current, wanted.by, now)));
      return { did: 'tips-by', by: wanted.by };
    }
    case 'locale': {
      await note();
      const book = await ports.book(person);
      await ports.people.change(person.id, (current) => {
        const told = withLocale(current, wanted.locale);
        return told === current ? current : rerouted(told, book, now);
      });
      return { did: 'language' };
    }
    case 'data': {
      await note();
      return dataLink(ports, person, wanted.action, askedBy, now);
    }
  }
}

/** The record a link leads to, and the channel it was sent on. */
async function linked(ports: PreferencePorts, token: string): Promise<{ person: Subscriber; channel: ChannelName }> {
  const [sub = '', letter] = readToken(ports.keys, 'preferences', token);
  refuseSample(`sub_${sub}`);
  const person = await ports.people.load(`sub_${sub}`);
  if (!person) throw new StridewellError('gone', 'There is nothing here any more, because your data was deleted.');
  return { person, channel: channelOf(letter) };
}

async function topic(
  ports: PreferencePorts,
  person: Subscriber,
  seriesId: string,
  on: boolean,
  now: Instant,
): Promise<PreferenceResult> {
  const book = await ports.book(person);
  const changed = await ports.people.change(person.id, (current) => withTopic(current, seriesId, on, book, now));
  if (on) await wakeAll(ports, changed);
  return { did: 'topic', on, underWay: underWay(changed, seriesId) };
}

async function rest(ports: PreferencePorts, person: Subscriber, now: Instant): Promise<PreferenceResult> {
  const changed = await ports.people.change(person.id, (current) => withBreak(current, now));
  return { did: 'paused', underWay: underWay(changed) };
}

async function goOn(ports: PreferencePorts, person: Subscriber, now: Instant): Promise<PreferenceResult> {
  const book = await ports.book(person);
  const changed = await ports.people.change(person.id, (current) => withoutBreak(current, book, now));
  await wakeAll(ports, changed);
  return { did: 'resumed' };
}

async function wakeAll(ports: PreferencePorts, person: Subscriber | undefined): Promise<void> {
  if (!person) return;
  const channels = new Set(person.enrollments.filter(({ status }) => status === 'active').map((run) => run.channel));
  for (const name of channels) await ports.wake(person.id, name);
}

/**
 * A preferences link lives for years and gets forwarded; what shows or deletes data is asked for afresh. The fresh link
 * goes to the address that the old one was sent to, if a person confirmed it, and opens what that address proved.
 */
async function dataLink(
  ports: PreferencePorts,
  person: Subscriber,
  action: 'download' | 'delete',
  channel: ChannelName,
  now: Instant,
): Promise<PreferenceResult> {
  const reached = [channel, ...channelNames].find((name) => mayCarryData(person, name));
  if (!reached)
    throw new StridewellError('conflict', 'We have no address we may write to. Please call us, and we do it for you.');
  // One link in ten minutes, however often the button is pressed.
  const id = derivedId('ntc', person.id, 'data-link', action, reached, String(Math.floor(now / (10 * minute))));
  await ports.people.change(person.id, (current) =>
    addNotice(current, {
      id,
      kind: 'data-link',
      channel: reached,
      dueAt: now,
      expiresAt: now + linkLives,
      data: { action },
    }),
  );
  await ports.wake(person.id, reached);
  return { did: 'data-link', channel: reached };
}
