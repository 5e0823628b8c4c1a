import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type ChannelName, channelNames } from '../../functions/core/base/channel';
import { StridewellError } from '../../functions/core/base/error';
import { type Locale, locales } from '../../functions/core/base/locale';
import { copies } from '../../functions/core/messages/copy/copy';
import { drawnFrom, mailView } from '../../functions/core/messages/message';
import { noticeView, wordedKinds } from '../../functions/core/messages/notices';
import type { NoticeKind } from '../../functions/core/person/subscriber';
import type { Practice } from '../../functions/core/practice/practice';
import { languagesOf, warningsOf } from '../../functions/core/series/lint-series';
import { longestLink } from '../../functions/core/series/merge';
import type { SeriesVersion } from '../../functions/core/series/series';
import { readingsOf } from '../../functions/core/series/step';
import { dayAndTime } from '../../functions/core/time/day-and-time';
import { renderMail } from '../../functions/providers/render';
import { readSeries, seriesFolders } from '../../functions/providers/templates';
import type { PracticeFolder } from '../practice-folder';
import { loadPractice, loadStage } from '../settings';
import { nowhere } from './nowhere';
import type { Grades } from './reading';
import { inTwoParts, judgeSeries } from './words';

export interface Judged {
  /** What is wrong, each with its file and line where a line is to blame. */
  faults: string[];
  /** What an approver would have to tick, each with its file and line; it keeps nothing from going out. */
  warnings: string[];
  series: SeriesVersion[];
  /** Steps that are not in every language yet, one sentence a series and language; whoever reads it gets English there. */
  unwritten: string[];
}

/** A stage without a web of its own is reached by a name that AWS makes; as long as they are. */
const gatewayUrl = 'https://0123456789.execute-api.us-east-1.amazonaws.com';

/** Gmail shows less of a mail than 102 KB; ours stay far below. */
const mailBytes = 40_000;

/** All that a practice owns, judged at once: an owner mends everything in one go. */
export function judgePractice(folder: PracticeFolder, grades: Grades): Judged {
  const faults: string[] = [];
  const warnings: string[] = [];
  const tell = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof StridewellError)) throw error;
      faults.push(...error.message.split('\n'));
      return undefined;
    }
  };
  const practice = tell(() => loadPractice(folder.settings));
  const folders = seriesFolders(folder.series);
  const series = folders.flatMap((dir) => {
    const written = tell(() => readSeries(dir));
    if (!written) return [];
    const { version, fault } = written;
    const broken = practice ? judgeSeries(version, practice, grades) : [];
    faults.push(...broken.map((problem) => fault(problem).message));
    if (practice && broken.length === 0)
      warnings.push(...inTwoParts(version, practice).map((problem) => fault(problem).message));
    warnings.push(...warningsOf(version).map((warning) => fault(warning).message));
    return [version];
  });
  const addresses = new Set<string>();
  for (const name of tell(() => stageNames(folder.stages)) ?? []) {
    const stage = tell(() => loadStage(name, folder.stages));
    if (stage) addresses.add(stage.web?.publicUrl ?? gatewayUrl);
    // A series that cannot be read has been named already.
    if (stage && series.length === folders.length)
      for (const id of stage.evergreen)
        if (!series.some(({ seriesId }) => seriesId === id))
          faults.push(`stages.yaml: ${name}: evergreen: there is no series "${id}".`);
  }
  if (practice && faults.length === 0) faults.push(...judgeMessages(practice, series, folder.drawings, [...addresses]));
  return { faults: [...new Set(faults)], warnings, series, unwritten: series.flatMap(unwrittenIn) };
}

const unwrittenIn = (version: SeriesVersion): string[] =>
  languagesOf(version).flatMap(({ locale, missing }) =>
    missing.length > 0
      ? [`${version.seriesId} is not whole in ${locale}; these go out in English: ${missing.join(', ')}.`]
      : [],
  );

function stageNames(file: string): string[] {
  if (!existsSync(file)) throw new StridewellError('invalid', `There is no file ${file}.`, 'stages.yaml');
  return Object.keys((parse(readFileSync(file, 'utf8')) as object | null) ?? {});
}

/** Whole messages, with this practice's name, disclaimer and drawings in them. */
function judgeMessages(practice: Practice, series: SeriesVersion[], drawings: string, addresses: string[]): string[] {
  const faults: string[] = [];
  const context = { practice, firstName: 'Maximiliana', links: nowhere };
  const shown = new Set<string>();
  const weigh = (name: string, html: string) => {
    const bytes = Buffer.byteLength(html);
    if (bytes > mailBytes) faults.push(`The mail ${name} has ${bytes} bytes; ${mailBytes} is the most.`);
  };
  for (const { seriesId, steps } of series)
    for (const [id, { words, variants }] of Object.entries(steps))
      for (const wording of [words, ...variants.map((variant) => variant.words)]) {
        for (const reading of readingsOf(wording))
          weigh(`${seriesId}/${id} (${reading.locale})`, renderMail('message', mailView(reading, context)).html);
        for (const { drawing } of wording.figures ?? []) shown.add(`${drawing}.png`);
      }
  const longest = practice.locations.map(({ name }) => name).sort((a, b) => b.length - a.length)[0]!;
  // The longest day and hour of a year, and of those to come.
  const at = Date.parse('2026-09-30T14:30:00Z');
  const judgeNotice = (kind: NoticeKind, channel: ChannelName, action: string, locale: Locale): void => {
    const when = copies[locale].moment(dayAndTime(at, 'America/New_York', locale));
    const facts = {
      firstName: 'Maximiliana',
      callBackBy: when,
      when,
      location: longest,
      beside: 'm***@a-long-practice-ex...',
    };
    try {
      const notice = noticeView(kind, practice, { ...nowhere, action }, facts, channel, locale);
      if (typeof notice !== 'string') weigh(`notice/${kind} (${locale})`, renderMail('notice', notice).html);
    } catch (error) {
      if (!(error instanceof StridewellError)) throw error;
      // `internal` says that this notice never goes out on this channel.
      if (error.field === 'legalName') faults.push(`practice.yaml: ${error.message}`);
      else if (error.code === 'invalid')
        faults.push(
          `The notice ${kind} (${locale}): ${error.message}. Shorten shortName, program or the name of an office in practice.yaml.`,
        );
    }
  };
  // What asks for consent names the public address itself; every other link may be as long as a signed one.
  for (const kind of wordedKinds)
    for (const channel of channelNames)
      for (const action of kind === 'sms-tips-disclosure' ? addresses : [longestLink])
        for (const locale of locales) judgeNotice(kind, channel, action, locale);
  if (practice.logo) for (const file of [practice.logo.light, practice.logo.dark]) shown.add(drawnFrom(file));
  for (const name of shown) faults.push(...judgeDrawing(join(drawings, name), name));
  return faults;
}

function judgeDrawing(file: string, name: string): string[] {
  if (!existsSync(file)) return [`There is no drawing drawings/${name}.`];
  const bytes = readFileSync(file).length;
  return bytes > 60_000
    ? [`drawings/${name} has ${bytes} bytes; 60000 is the most, since people open mail on the road.`]
    : [];
}
