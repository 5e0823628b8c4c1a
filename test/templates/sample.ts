import { join } from 'node:path';
import type { Links } from '../../functions/core/messages/message';
import type { Words } from '../../functions/core/series/series';
import { type Reading, readIn, readingsOf } from '../../functions/core/series/step';
import { all, practice } from '../support/practice';

export { all, folder, practice } from '../support/practice';

export const root = join(__dirname, '../..');
/** The software's looks. */
export const templates = join(root, 'templates');

const base = 'https://tips.practice.example';
export const links: Links = {
  unsubscribe: `${base}/unsubscribe/t0k3n?a=1&b=2`,
  oneClick: `${base}/unsubscribe/0ne`,
  preferences: `${base}/preferences/t0k3n`,
  targets: {
    book: `${base}/c/b00k`,
    call: `tel:${practice.phone}`,
    tip: `${base}/tips/t1p`,
    'check-in': `${base}/check-in/t0k3n`,
    seen: `${base}/check-in/s33n`,
    site: `${base}/c/s1te`,
    preferences: `${base}/preferences/t0k3n`,
  },
  checkIn: { better: `${base}/check-in/b`, same: `${base}/check-in/s`, worse: `${base}/check-in/w` },
  languageHelp: `${base}/language-help`,
  privacy: `${base}/privacy`,
  healthPrivacy: `${base}/health-data-privacy`,
  terms: `${base}/terms`,
  asset: (name) => `${base}/assets/${name}`,
};
export const noticeLinks = { ...links, action: `${base}/confirm/t0k3n` };
export const context = { practice, firstName: 'Sam', links };

/** Words as somebody reads them in English. */
export const english = (words: Words): Reading => readIn(words, 'en');

/** Every wording of every step in each of its languages, named as a failure should show it. */
export const readings = all.flatMap(({ seriesId, steps }) =>
  Object.entries(steps).flatMap(([id, step]) =>
    [step.words, ...step.variants.map(({ words }) => words)].flatMap((words, i) =>
      readingsOf(words).map(
        (reading) => [`${seriesId}/${id}${i ? `#${i}` : ''} (${reading.locale})`, reading] as const,
      ),
    ),
  ),
);
