import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import Handlebars from 'handlebars';
import { family, lineOf, type Size, scale } from '../core/practice/typeface';

/**
 * Looks are MJML; words are data. Both are joined at send time by precompiled Handlebars, so MJML (3 MB) is needed
 * only here, at build time. Everything MJML would do wrong in silence is checked here and named with file and line.
 */
const looks = { message: 'message', notice: 'system/notice' } as const;

/** Stand-ins for the practice's shades, because MJML validates colours and would refuse a token; they may stand in lists. */
const shades = {
  '#abcde1': '{{@root.paint.brand}}',
  '#abcde2': '{{@root.paint.link}}',
  '#abcde3': '{{@root.paint.onBrand}}',
};

const options = { strict: true, knownHelpersOnly: true };

/** The whole text of `compiled.js` for the looks in a templates folder. */
export async function compileLooks(templatesDir: string): Promise<string> {
  const specs: string[] = [];
  for (const [name, file] of Object.entries(looks)) {
    const html = await compileMjml(join(templatesDir, `${file}.mjml`));
    const textFile = join(templatesDir, `${file}.txt.hbs`);
    const text = readFileSync(textFile, 'utf8');
    checkTokens(textFile, text);
    if (name === 'message')
      for (const [source, where] of [
        [html, `${file}.mjml`],
        [text, `${file}.txt.hbs`],
      ] as const)
        if (!source.includes('{{links.unsubscribe}}'))
          throw new Error(
            `${relative(process.cwd(), join(templatesDir, where))}:1: no {{links.unsubscribe}} (16 CFR 316.5)`,
          );
    specs.push(`  '${name}.html': ${precompile(html)},`, `  '${name}.txt': ${precompile(text, true)},`);
  }
  return `// Written by \`npm run templates\`; do not edit.\nexport const compiled = {\n${specs.join('\n')}\n};\n`;
}

const precompile = (source: string, noEscape = false): string =>
  String(Handlebars.precompile(source, { ...options, noEscape }));

async function compileMjml(file: string): Promise<string> {
  const source = expand(file);
  const { default: mjml2html } = await import('mjml');
  // Includes are already in place; an include left to MJML may be dropped without an error.
  // MJML would fetch fonts it knows by name, Roboto among them, from Google for every reader.
  const options = { validationLevel: 'soft', filePath: file, keepComments: false, fonts: {} } as const;
  const { html, errors } = await mjml2html(source, options);
  const error = errors[0];
  if (error) throw new Error(`${relative(process.cwd(), file)}:${error.line}: ${error.message} (line after includes)`);
  const tight = html.replace(/^\s+/gm, '').replace(/[ \t]+$/gm, '');
  const painted = Object.entries(shades).reduce((text, [shade, token]) => text.replaceAll(shade, token), tight);
  checkSurvival(file, source, painted);
  return painted;
}

/** `%family%`, `%body%` and `%body-line%` stand for the one type family and scale, since MJML reads sizes as numbers. */
function typed(file: string, source: string): string {
  return source.replace(/%([a-z]+)(-line)?%/g, (token, name: string, line: string | undefined, offset: number) => {
    if (token === '%family%') return family;
    if (!(name in scale))
      throw fault(file, source, offset, `${token} is no size of functions/core/practice/typeface.ts`);
    return `${line ? lineOf(name as Size) : scale[name as Size]}px`;
  });
}

/** Puts the parts in place, checking each file's own tokens on the way. */
function expand(file: string): string {
  const source = readFileSync(file, 'utf8');
  checkTokens(file, source);
  return typed(file, source).replace(/<mj-include path="([^"]+)"[^>]*\/>/g, (tag, path: string, offset: number) => {
    const part = join(dirname(file), path);
    if (!existsSync(part)) throw fault(file, source, offset, `${tag} names a file that is not there`);
    return expand(part);
  });
}

/** MJML drops bare block tags between sections without a word; every token must come through. */
function checkSurvival(file: string, source: string, html: string): void {
  const count = (text: string, token: string) => text.split(token).length - 1;
  for (const [token] of source.matchAll(/\{\{[^{}]*\}\}/g)) {
    const wanted = /^\{\{[#/]/.test(token) || token === '{{else}}' ? count(source, token) : 1;
    if (count(html, token) < wanted)
      throw fault(
        file,
        source,
        source.indexOf(token),
        `${token} is lost in MJML; wrap it in mj-raw (line after includes)`,
      );
  }
}

/** Every field a look asks for must be one that a view always has. */
function checkTokens(file: string, source: string): void {
  if (/\{\{\{/.test(source)) throw fault(file, source, source.indexOf('{{{'), 'unescaped {{{ is never allowed');
  const bare = /[\w-]=\{\{/.exec(source);
  if (bare) throw fault(file, source, bare.index, 'a field in an attribute must stand in quotes');
  for (const match of source.matchAll(/\{\{([^{}]*)\}\}/g)) {
    const path = (match[1] ?? '').replace(/^(#if|#each)\s+/, '').trim();
    if (['/if', '/each', 'else', 'this'].includes(path) || viewFields.has(path)) continue;
    throw fault(file, source, match.index, `unknown field {{${match[1]}}}`);
  }
}

const fault = (file: string, source: string, offset: number, message: string): Error =>
  new Error(`${relative(process.cwd(), file)}:${source.slice(0, offset).split('\n').length}: ${message}`);

/** Every field a `MailView` always has, and of the things in its lists. */
const viewFields = new Set<string>([
  ...[
    'lang',
    'subject',
    'preheader',
    'headline',
    'paragraphs',
    'figures',
    'choices',
    'locations',
    'button',
    'disclaimer',
    'disclaimerLang',
    'foot',
    'why',
  ],
  ...['button.label', 'button.href', 'button.plain', 'safety.ask', 'safety.signs', 'safety.act', 'safety.wait'],
  ...['places', 'orCall', 'unsubscribe'].map((f) => `frame.${f}`),
  ...['name', 'postalAddress', 'phone', 'tel', 'site', 'logo', 'logo.light', 'logo.dark', 'logo.width'].map(
    (f) => `practice.${f}`,
  ),
  ...['unsubscribe', 'preferences', 'languageHelp', 'privacy', 'healthPrivacy', 'terms'].map((f) => `links.${f}`),
  ...['brand', 'onBrand', 'link', 'linkDark'].map((f) => `paint.${f}`),
  ...['src', 'alt', 'title', 'text', 'lines', 'label', 'href', 'name', 'address', 'phone', 'tel'].map(
    (f) => `this.${f}`,
  ),
]);
