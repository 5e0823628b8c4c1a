import type { Links } from '../../functions/core/messages/message';
import type { NoticeLinks } from '../../functions/core/messages/notices';

const page = (name: string): string => `https://tips.practice.example/${name}/preview`;

/** Links of the length that real ones have, for messages that are looked at and never sent. */
export const nowhere: Links & NoticeLinks = {
  action: page('open'),
  unsubscribe: page('unsubscribe'),
  oneClick: page('unsubscribe'),
  preferences: page('preferences'),
  targets: {
    book: page('c'),
    call: 'tel:+17705550100',
    tip: page('tips'),
    'check-in': page('check-in'),
    seen: page('check-in'),
    site: page('c'),
    preferences: page('preferences'),
  },
  checkIn: { better: page('check-in'), same: page('check-in'), worse: page('check-in') },
  languageHelp: page('language-help'),
  privacy: page('privacy'),
  healthPrivacy: page('health-data-privacy'),
  terms: page('terms'),
  asset: (name) => `https://tips.practice.example/assets/${name}`,
};
