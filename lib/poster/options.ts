import { parseArgs } from 'node:util';
import { StridewellError } from '../../functions/core/base/error';
import { type Locale, locales } from '../../functions/core/base/locale';
import { type Paper, papers } from './poster';

export interface PosterOptions {
  source: string;
  locale: Locale;
  paper: Paper;
  stage: string;
  /** Where to write it; absent: `.build/posters`. */
  out?: string;
}

/** The options of `npm run poster`; each wrong one is told with what would be right. */
export function posterOptions(args: string[]): PosterOptions {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { source: option, lang: option, paper: option, stage: option, out: option },
  });
  const { source, lang = 'en', paper = 'letter', stage = 'prod', out } = values;
  if (source === undefined || !/^[A-Za-z0-9_-]{1,40}$/.test(source))
    throw wrong('source', 'Say where the poster hangs, in at most 40 letters, digits, _ and -: --source waiting-room');
  const locale = locales.find((one) => one === lang);
  if (!locale) throw wrong('lang', `We speak ${locales.join(' and ')}, not "${lang}": --lang ${locales[1]}`);
  if (!isPaper(paper))
    throw wrong('paper', `Paper is ${Object.keys(papers).join(' or ')}, not "${paper}": --paper letter`);
  return { source, locale, paper, stage, ...(out ? { out } : {}) };
}

const isPaper = (name: string): name is Paper => Object.hasOwn(papers, name);
const wrong = (field: string, message: string) => new StridewellError('invalid', message, field);
