import type { Locale } from '../../../functions/core/base/locale';
import { disclosure } from '../../../functions/core/practice/consent';
import { asSentences, easyInSpanish, fernandezHuerta } from '../../../functions/core/series/grade';
import { copiesOf } from '../../../functions/http/pages/copy/copy';
import { leavesOf, textOf } from '../../support/catalogue';
import { practice as asking } from '../../support/practice';
import { fakeFlows, practice, serve, token } from '../public-site';

const copies = copiesOf(asking.words);

const gets = [
  '/subscribe',
  '/unsubscribe',
  '/book',
  '/privacy',
  '/terms',
  '/legal',
  '/health-data-privacy',
  '/no-such-page',
  `/confirm/${token.confirm}`,
  `/unsubscribe/${token.unsubscribe}`,
  `/preferences/${token.preferences}`,
  `/preferences/data/${token.data}`,
  `/check-in/${token['check-in']}`,
  `/check-in/${token['check-in']}?answer=worse`,
  `/book/${token.book}`,
  `/tips/${token.tips}`,
  `/profile/${token.profile}`,
];
const posts: [path: string, fields: Record<string, string>][] = [
  ['/subscribe', { firstName: '', email: 'ana', emailConsent: 'true' }],
  ['/subscribe', { asked: 'both', advice: 'structural', read: 'es' }],
  ['/subscribe', { asked: 'inbox', advice: 'emergency', read: 'es' }],
  ['/book', { location: 'north' }],
  ['/book', { promised: '1796040000000', read: 'es' }],
  ['/unsubscribe', { address: 'ana@gmial.com' }],
  ['/unsubscribe', { address: 'nobody' }],
  [`/confirm/${token.confirm}`, {}],
  [`/unsubscribe/${token.unsubscribe}`, { from: 'page' }],
  [`/preferences/${token.preferences}`, { set: 'pause', on: 'true' }],
  [`/check-in/${token['check-in']}`, { answer: 'worse' }],
  [`/check-in/${token['check-in']}`, { answer: 'same' }],
  [`/profile/${token.profile}`, { asked: 'saved', read: 'es' }],
  [`/preferences/data/${token.data}`, { deleted: 'sms', read: 'es' }],
];

const headers = { accept: 'text/html', 'accept-language': 'es' };
/** A tip that is ready in Spanish. */
const tip = async () => ({
  ...(await fakeFlows().flows.tip(token.tips)),
  headline: 'Estire las pantorrillas',
  paragraphs: ['Hola, Ana:', 'Pare si le duele.'],
  figures: [],
});
const show = async (path: string, fields?: Record<string, string>): Promise<string> => {
  const { app } = serve({ tip });
  const answer = fields
    ? app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers })
    : app.request(path, { headers });
  return (await answer).text();
};

/** What is read off a page. Its English parts (`lang="en"`) are left out. */
const readable = (page: string): string =>
  page
    .replace(/<(\w+)[^>]* lang="en"[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/(?:placeholder|aria-label|alt)="([^"]*)"/g, '>$1<')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"');

/** Every piece of more than two words that a catalogue says around its facts. */
async function piecesOf(locale: Locale): Promise<string[]> {
  const texts: string[] = [];
  const collect = async (copy: object): Promise<void> => {
    for (const value of Object.values(copy)) {
      if (typeof value === 'object' && value !== null && !(value instanceof String) && !(value instanceof Promise))
        await collect(value);
      else texts.push(await textOf(value));
    }
  };
  await collect(copies[locale]);
  return texts
    .flatMap((text) => text.split(/⟦\w+⟧|<[^>]+>|\n/))
    .map((piece) => piece.trim())
    .filter((piece) => piece.split(/\s+/).length > 2);
}

test.each<[string, Record<string, string> | undefined]>([
  ...gets.map((path): [string, undefined] => [path, undefined]),
  ...posts,
])('%s %j in Spanish has no English sentence', async (path, fields) => {
  const page = await show(path, fields);
  expect(page).toContain('<html lang="es">');
  const text = readable(page);
  const english = await piecesOf('en');
  expect(english.length).toBeGreaterThan(200);
  expect(english.filter((piece) => text.includes(piece))).toEqual([]);
  // The words that hold English sentences together, which no Spanish has.
  expect(text.match(/\b(the|and|your|you|with|from|please)\b/gi)?.filter((word) => word !== 'The') ?? []).toEqual([]);
});

/** The sentences of a page: headings, choices and names of places are not read as sentences. */
const sentencesOf = (page: string): string[] =>
  (/<main id="main">([\s\S]*)<\/main>/.exec(page)?.[1] ?? '')
    .replace(/<(\w+)[^>]* lang="en"[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<(h1|h2|thead|select|fieldset)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/(p|li|td|label|button|span|a)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.split(/\s+/).length > 3);

test.each(gets)('%s in Spanish reads as easily as grade 6', async (path) => {
  const ease = fernandezHuerta(asSentences(sentencesOf(await show(path))));
  // Undefined: too few words to tell, and all of them are held below.
  if (ease !== undefined) expect(ease).toBeGreaterThanOrEqual(easyInSpanish);
});

test('each part of the Spanish copy, and of the consent, reads as easily as grade 6', async () => {
  const { email, sms, health } = disclosure({ ...practice, name: 'la casa', legalName: 'la casa' }, 'es');
  expect(fernandezHuerta(`${email} ${sms} ${health}`)).toBeGreaterThanOrEqual(easyInSpanish);
  for (const part of Object.values(copies.es)) {
    const texts = [...(await leavesOf(part)).values()].map(({ text }) =>
      text.replace(/<[^>]+>/g, ' ').replace(/⟦\w+⟧/g, 'esto'),
    );
    const ease = fernandezHuerta(asSentences(texts.filter((text) => text.split(/\s+/).length > 3)));
    if (ease !== undefined) expect(ease).toBeGreaterThanOrEqual(easyInSpanish);
  }
});

test('English pages have no Spanish sentence either', async () => {
  const spanish = await piecesOf('es');
  for (const path of gets) {
    const text = readable(await (await serve().app.request(path, { headers: { accept: 'text/html' } })).text());
    expect(spanish.filter((piece) => text.includes(piece))).toEqual([]);
  }
});
