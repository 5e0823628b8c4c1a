import { textOf } from '../../functions/core/messages/message';
import { disclosedMaximum } from '../../functions/core/practice/consent';
import { costlyIn, segments } from '../../functions/core/practice/gsm';
import type { Practice } from '../../functions/core/practice/practice';
import { wordingsOf } from '../../functions/core/series/lint-series';
import { fieldOf, type WordsProblem } from '../../functions/core/series/merge';
import type { Path, SeriesVersion } from '../../functions/core/series/series';
import { checkSeries } from '../../functions/core/series/series-check';
import { readingsOf } from '../../functions/core/series/step';
import { bodyOf, type Grades, tooHard } from './reading';

/** Every reason not to send a series as it is written, the build's own rules first. Fields are paths inside the version. */
export function judgeSeries(version: SeriesVersion, practice: Practice, grades: Grades): WordsProblem[] {
  const broken = checkSeries(version, practice);
  // What cannot be merged cannot be read either.
  if (broken.length > 0) return broken;
  const all = Object.keys(version.steps).flatMap((id) => wordingsOf(version, id));
  const problems = all.flatMap(({ at, words }) =>
    readingsOf(words).flatMap((reading) =>
      tooHard(bodyOf(reading, practice), reading.locale, grades).map((message) => ({
        field: `${at}.${fieldOf('headline', reading.locale)}`,
        message,
      })),
    ),
  );
  return version.kind === 'drip' ? [...problems, ...version.paths.flatMap(tooMany)] : problems;
}

/** A link of 45 characters: `https://`, a domain of 20, `/t/` and the token (docs/adr/0029). */
const usualLink = 'x'.repeat(45);

/** A second part doubles what a text costs, so whoever writes it is told, and by how much it is too long. */
export const inTwoParts = (version: SeriesVersion, practice: Practice): WordsProblem[] =>
  Object.keys(version.steps)
    .flatMap((id) => wordingsOf(version, id))
    .flatMap(({ at, words }) => readingsOf(words).map((reading) => ({ at, reading })))
    .flatMap(({ at, reading }) => {
      const text = textOf(reading, { practice, firstName: 'Maria', link: usualLink });
      if (segments(text).parts < 2) return [];
      const over = text.length - 160;
      const costly = costlyIn(text);
      return [
        {
          field: `${at}.${fieldOf('text', reading.locale)}`,
          message:
            costly === ''
              ? `needs two parts and costs twice as much; ${over} characters fewer make it one`
              : `needs two parts and costs twice as much; without ${costly} it ${over > 0 ? `would be ${over} characters too long for one` : 'needs one'}`,
        },
      ];
    });

/** The consent wording names a number a month; more are another program than the one agreed to. */
function tooMany({ steps }: Path, at: number): WordsProblem[] {
  return steps.flatMap(({ day }, j) => {
    const month = steps.filter((other) => other.day >= day && other.day < day + 30).length;
    return month > disclosedMaximum
      ? [
          {
            field: `paths.${at}.steps.${j}`,
            message: `${month} messages in 30 days; sign-up names ${disclosedMaximum}`,
          },
        ]
      : [];
  });
}
