import { type Locale, locales } from '../../functions/core/base/locale';
import { mailView, textOf } from '../../functions/core/messages/message';
import { noticeView, wordedKinds } from '../../functions/core/messages/notices';
import { segments } from '../../functions/core/practice/gsm';
import { practiceIn } from '../../functions/core/practice/practice-words';
import { longestLink, namesCondition, shortDisclaimers } from '../../functions/core/series/merge';
import { renderMail } from '../../functions/providers/render';
import { context, links, noticeLinks, practice, readings } from './sample';

/** What the looks and the merging make of words. What words may say is judged in lib/judge. */

const steps = readings.map(([name, reading]) => ({ name, view: mailView(reading, context), look: 'message' as const }));
const notices = locales.flatMap((locale) =>
  wordedKinds.flatMap((kind) => {
    const view = noticeView(kind, practice, noticeLinks, { firstName: 'Sam' }, undefined, locale);
    return typeof view === 'string' ? [] : [{ name: `notice/${kind} (${locale})`, view, look: 'notice' as const }];
  }),
);
const mails = [...steps, ...notices].map(
  ({ name, view, look }) => [name, { view, look, ...renderMail(look, view) }] as const,
);
/** What has to stand in every mail, in the words of each language. */
const emergency: Record<Locale, { signs: string[]; act: string }> = {
  en: {
    signs: ['bladder or bowel', 'between the legs', 'leg weakness', 'Fever with back pain', 'bad fall or crash'],
    act: 'Call 911 or go to the ER. Do not wait for our reply.',
  },
  es: {
    signs: ['orinar o evacuar', 'entre las piernas', 'Debilidad', 'Fiebre con dolor de espalda', 'caída o un choque'],
    act: 'Llame al 911 o vaya a la sala de emergencias. No espere nuestra respuesta.',
  },
};
const plainly = (html: string) =>
  html
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
const seen = (html: string) =>
  plainly(html.replace(/<!--.*?-->|<style.*?<\/style>|<head.*?<\/head>|<[^>]+>/gs, ' ')).replace(/\s+/g, ' ');
const hrefs = (html: string) => Array.from(html.matchAll(/<a\b[^>]*?href="([^"]*)"/g), (match) => plainly(match[1]!));

describe.each(mails)('the mail %s', (_, { view, look, html, text }) => {
  it('has a short subject and a preheader of its own', () => {
    expect(view.subject.length).toBeLessThanOrEqual(60);
    expect(view.preheader.length).toBeGreaterThanOrEqual(40);
    expect(view.preheader.length).toBeLessThanOrEqual(130);
    expect(view.preheader).not.toBe(view.subject);
    expect(html).toContain(`<title>${view.subject.replace(/'/g, '&#x27;')}</title>`);
  });

  it('names no condition where others can read it', () => {
    for (const line of [view.subject, view.preheader]) expect(line).not.toMatch(namesCondition[view.lang]);
    for (const url of [...hrefs(html), ...view.figures.map(({ src }) => src)])
      expect(url).not.toMatch(/pain|spine|injur|sciatica/i);
  });

  it('leaves no token unresolved', () => {
    for (const out of [html, text]) expect(out).not.toMatch(/\{\{|\}\}|undefined|\bnull\b|NaN|\[object/);
  });

  it('offers the same links in HTML and in plain text', () => {
    const inText = new Set(text.match(/https?:\/\/\S+/g));
    expect(new Set(hrefs(html).filter((href) => href.startsWith('http')))).toEqual(inText);
    for (const href of hrefs(html).filter((link) => link.startsWith('tel:+1'))) {
      const [, area, first, last] = /^tel:\+1(\d{3})(\d{3})(\d{4})$/.exec(href)!;
      expect(text).toContain(`(${area}) ${first}-${last}`);
    }
  });

  it('carries the disclaimer and the postal address word for word, in both', () => {
    for (const out of [seen(html), text.replace(/\s+/g, ' ')]) {
      expect(out).toContain(practiceIn(practice, view.lang).disclaimer);
      expect(out).toContain(practice.postalAddress);
    }
  });

  it('sends an emergency to 911, in both', () => {
    expect(hrefs(html)).toContain('tel:911');
    for (const out of [seen(html), text]) {
      for (const sign of emergency[view.lang].signs) expect(out).toContain(sign);
      expect(out).toContain(emergency[view.lang].act);
    }
  });

  it('prints nothing smaller than 12 px, and body text at 16 or more', () => {
    const visible = html.replace(/<div style="display:none.*?<\/div>/s, '').replace(/<!--.*?-->/gs, '');
    // Layout cells say 0 so that no gap shows between columns; their text blocks say their own size.
    const sizes = Array.from(visible.matchAll(/font-size:\s*(\d+)px/g), (match) => Number(match[1])).filter(
      (size) => size > 0,
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    const paragraph = visible.slice(
      visible.indexOf('<h1'),
      visible.indexOf(view.paragraphs[0]!.replace(/'/g, '&#x27;')),
    );
    expect(Number(/font-size:(\d+)px[^<]*<p[^<]*$/.exec(paragraph)?.[1])).toBeGreaterThanOrEqual(16);
  });

  it('speaks to screen readers: language, titles, layout tables, alt texts, one h1', () => {
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${view.lang}"[^>]* dir="ltr"`));
    for (const [table] of html.matchAll(/<table\b[^>]*>/g)) expect(table).toContain('role="presentation"');
    for (const [img] of html.matchAll(/<img\b[^>]*>/g)) expect(img).toMatch(/alt="[^"]{10,}"/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    for (const [, label] of html.matchAll(/<a\b[^>]*>(.*?)<\/a>/gs))
      expect(seen(label!).trim()).not.toMatch(/^(click here|here|more)?$/i);
  });

  it('is ready for dark mode', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
  });

  it('asks no third party for anything and holds no pixel', () => {
    const sources = Array.from(
      html.matchAll(/\b(?:src|background)="([^"]*)"|url\(([^)]*)\)|@import/g),
      (m) => m[1] ?? m[2] ?? m[0],
    );
    for (const source of sources)
      expect(plainly(source)).toMatch(/^https:\/\/tips\.practice\.example\/assets\/[a-z-]+\.png$/);
    expect(html).not.toMatch(/<script|<link|<iframe|width="1"|data:image/);
  });

  it('keeps its action, address and way out with images off', () => {
    const bare = html.replace(/<img\b[^>]*>/g, '');
    if (view.button) expect(seen(bare)).toContain(view.button.label);
    for (const [, inside] of bare.matchAll(/<a\b[^>]*>(.*?)<\/a>/gs)) expect(seen(inside!).trim()).not.toBe('');
    if (look === 'message') expect(hrefs(bare)).toEqual(expect.arrayContaining([links.unsubscribe, links.preferences]));
    expect(hrefs(bare)).toEqual(expect.arrayContaining([links.languageHelp, links.privacy]));
  });

  it('stays far below the size at which Gmail clips', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(40_000);
  });
});

describe.each(readings)('the text of %s', (_, reading) => {
  const text = textOf(reading, { practice, firstName: 'Maximiliana', link: longestLink });

  it('is at most two parts of GSM-7 with the longest link', () => {
    expect(segments(text)).toEqual({ encoding: 'GSM-7', parts: expect.any(Number) });
    expect(segments(text).parts).toBeLessThanOrEqual(2);
  });

  it('is one part with a link of 45 characters, as it is on a domain of 20', () => {
    const usual = textOf(reading, { practice, firstName: 'Maximiliana', link: 'x'.repeat(45) });
    expect(segments(usual)).toEqual({ encoding: 'GSM-7', parts: 1 });
  });

  it('begins with the practice and ends with the disclaimer and the link', () => {
    expect(text.startsWith(`${practice.shortName}: `)).toBe(true);
    expect(text.endsWith(`${shortDisclaimers[reading.locale]} ${longestLink}`)).toBe(true);
  });

  it('names no condition and does not shout', () => {
    expect(text).not.toMatch(namesCondition[reading.locale]);
    expect(text.replace(/STOP|AM|PM/g, '')).not.toMatch(/\b[A-Z]{3,}\b/);
  });
});
