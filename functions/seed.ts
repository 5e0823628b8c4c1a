import { readFile } from 'node:fs/promises';
import { composeSeed } from './compose';
import { composed } from './config';
import { env } from './environment';
import { log } from './log';

const start = composed((config) => composeSeed(config));
/** Runs at every deployment: built-in series become version 1 where they are new; what staff have made since stays. */
export const handler = async () => {
  const series: unknown = JSON.parse(await readFile(process.env[env.seriesFile] ?? 'series.json', 'utf8'));
  log('seeded', { published: await (await start())(series) });
};
