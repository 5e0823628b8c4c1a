import { readFile } from 'node:fs/promises';
import { composeSeed } from './compose';
import { composed } from './config';
import { env } from './environment';
import { log } from './log';

const start = composed((config) => composeSeed(config));
/** Runs at every deployment: series of the files are taken, joined with the words of staff. A refusal stops it. */
export const handler = async () => {
  const series: unknown = JSON.parse(await readFile(process.env[env.seriesFile] ?? 'series.json', 'utf8'));
  const { published, dropped } = await (await start())(series);
  log('seeded', { published, ...(dropped.length > 0 ? { dropped: dropped.join(', ') } : {}) });
};
