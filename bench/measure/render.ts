import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mjml2html from 'mjml';
import { mailView } from '../../functions/core/messages/message';
import { readIn } from '../../functions/core/series/step';
import { renderMail } from '../../functions/providers/render';
import { loadSeries } from '../../functions/providers/templates';
import { practiceFolder } from '../../lib/practice-folder';
import { loadPractice } from '../../lib/settings';
import { type Line, median, micro } from './table';

const rounds = 5;

/** What a message costs to fill as it is sent, beside compiling the same look with MJML for every message. */
export async function render(root: string): Promise<Line[]> {
  const folder = practiceFolder(root);
  const practice = loadPractice(folder.settings);
  const { steps } = loadSeries(join(folder.series, 'back-care'), practice);
  const views = Object.values(steps).map(({ words }) =>
    mailView(readIn(words, 'en'), { practice, firstName: 'Robin', links }),
  );
  const fill = (times: number) => {
    const started = process.hrtime.bigint();
    for (let i = 0; i < times; i += 1) renderMail('message', views[i % views.length]!);
    return Number(process.hrtime.bigint() - started) / 1000 / times;
  };
  const source = readFileSync(join(root, 'templates/message.mjml'), 'utf8');
  const compile = async (times: number) => {
    const started = process.hrtime.bigint();
    for (let i = 0; i < times; i += 1)
      await mjml2html(source, { filePath: join(root, 'templates/message.mjml'), ignoreIncludes: false });
    return Number(process.hrtime.bigint() - started) / 1000 / times;
  };
  fill(2000);
  await compile(5);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(fill(2000));
    theirs.push(await compile(10));
  }
  const times = median(theirs.map((one, i) => one / ours[i]!));
  return [
    {
      what: 'Rendering one mail, HTML and text',
      measured: micro(median(ours)),
      beside: `MJML for every mail: ${micro(median(theirs))}, ${times.toFixed(0)} times as long`,
    },
  ];
}

const base = 'https://tips.practice.example';
const links = {
  unsubscribe: `${base}/unsubscribe/t`,
  oneClick: `${base}/unsubscribe/o`,
  preferences: `${base}/preferences/t`,
  targets: Object.fromEntries(
    ['book', 'call', 'tip', 'check-in', 'seen', 'site', 'preferences'].map((name) => [name, `${base}/c/${name}`]),
  ) as Parameters<typeof mailView>[1]['links']['targets'],
  checkIn: { better: `${base}/check-in/b`, same: `${base}/check-in/s`, worse: `${base}/check-in/w` },
  languageHelp: `${base}/language-help`,
  privacy: `${base}/privacy`,
  healthPrivacy: `${base}/health-data-privacy`,
  terms: `${base}/terms`,
  asset: (name: string) => `${base}/assets/${name}`,
};
