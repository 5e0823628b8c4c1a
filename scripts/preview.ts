import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Locale, locales } from '../functions/core/base/locale';
import { type Links, mailView, textOf } from '../functions/core/messages/message';
import { noticeView, wordedKinds } from '../functions/core/messages/notices';
import { readingsOf, stepOf } from '../functions/core/series/step';
import { renderMail } from '../functions/providers/render';
import { loadSeries } from '../functions/providers/templates';
import { nowhere } from '../lib/judge/nowhere';
import { practiceFolder } from '../lib/practice-folder';
import { loadPractice } from '../lib/settings';

/** `npm run preview -- back-care/stretching` (or `notice/confirm-email`, or a whole series) writes what people will see. */
const root = join(import.meta.dirname, '..');
const mine = practiceFolder(root);
const out = join(root, '.build/preview');
const [wanted = 'back-care'] = process.argv.slice(2);
const links: Links = { ...nowhere, asset: (name) => relative(out, join(mine.drawings, name)) };

try {
  mkdirSync(out, { recursive: true });
  const practice = loadPractice(mine.settings);
  const [folder = '', only] = wanted.split('/');
  if (folder === 'notice') {
    for (const kind of wordedKinds.filter((k) => !only || k === only)) {
      for (const locale of locales) {
        const notice = noticeView(kind, practice, { ...nowhere, ...links }, { firstName: 'Sam' }, undefined, locale);
        const name = `notice-${kind}${inLocale(locale)}`;
        if (typeof notice === 'string') write(`${name}.sms.txt`, notice);
        else both(name, renderMail('notice', notice));
      }
    }
  } else {
    const folders = readdirSync(mine.series).filter((name) => existsSync(join(mine.series, name, 'series.yaml')));
    if (!folders.includes(folder))
      throw new Error(`no series ${folder}; there are: ${[...folders, 'notice'].join(', ')}`);
    const version = loadSeries(join(mine.series, folder), practice);
    for (const id of only ? [only] : Object.keys(version.steps)) {
      const { words, variants } = stepOf(version, id);
      [words, ...variants.map((variant) => variant.words)].forEach((wording, i) => {
        for (const reading of readingsOf(wording)) {
          const name = `${folder}-${i === 0 ? id : `${id}-${i + 1}`}${inLocale(reading.locale)}`;
          both(name, renderMail('message', mailView(reading, { practice, firstName: 'Sam', links })));
          write(`${name}.sms.txt`, textOf(reading, { practice, firstName: 'Sam', link: nowhere.targets.tip }));
        }
      });
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** English files keep the plain name. */
function inLocale(locale: Locale): string {
  return locale === 'en' ? '' : `.${locale}`;
}

function both(name: string, { html, text }: { html: string; text: string }): void {
  write(`${name}.html`, html);
  write(`${name}.txt`, text);
}

function write(name: string, content: string): void {
  writeFileSync(join(out, name), content);
  console.log(relative(process.cwd(), join(out, name)));
}
