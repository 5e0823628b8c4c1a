import { channelNames } from '../base/channel';
import type { Preference } from './preference';

/** What the history keeps when a person who began by text answers the rest of the sign-up. */
export const profileCompleted = 'profile completed';

/** A change on the page of choices, as the history keeps it. `choiceIn` reads it back. */
export function choiceText(choice: Preference): string {
  switch (choice.set) {
    case 'channel':
      return `${choice.channel} ${choice.on ? 'asked for' : 'off'}`;
    case 'topic':
      return `topic ${choice.seriesId} ${choice.on ? 'on' : 'off'}`;
    case 'pause':
      return choice.on ? 'paused for 30 days' : 'resumed';
    case 'tips-by':
      return `tips by ${choice.by}`;
    case 'locale':
      return `language ${choice.locale}`;
    case 'data':
      return `asked to ${choice.action} data`;
  }
}

/** The change that an entry of the history names; undefined for words of another release. */
export function choiceIn(text: string): Preference | undefined {
  if (text === 'paused for 30 days') return { set: 'pause', on: true };
  if (text === 'resumed') return { set: 'pause', on: false };
  const [, name, asked] = /^([a-z]+) (asked for|off)$/.exec(text) ?? [];
  const channel = channelNames.find((one) => one === name);
  if (channel) return { set: 'channel', channel, on: asked === 'asked for' };
  const [, seriesId, state] = /^topic ([a-z][a-z0-9-]*) (on|off)$/.exec(text) ?? [];
  if (seriesId !== undefined) return { set: 'topic', seriesId, on: state === 'on' };
  const [, by] = /^tips by ([a-z]+)$/.exec(text) ?? [];
  const tipsBy = by === 'both' ? by : channelNames.find((one) => one === by);
  if (tipsBy) return { set: 'tips-by', by: tipsBy };
  const [, locale] = /^language (en|es)$/.exec(text) ?? [];
  if (locale === 'en' || locale === 'es') return { set: 'locale', locale };
  const [, action] = /^asked to (download|delete) data$/.exec(text) ?? [];
  if (action === 'download' || action === 'delete') return { set: 'data', action };
  return undefined;
}
