import readability from 'text-readability';
import { phoneText } from '../../../functions/core/practice/phone-text';
import { practice, serve } from '../public-site';

/**
 * Names that the law or the practice gives, and the disclaimer that is shown word for word, are read off and not counted.
 * What stays is held to grade 8 by both formulas that judge the mails.
 */
const given = [
  practice.disclaimer,
  practice.postalAddress,
  practice.legalName,
  practice.name,
  practice.program,
  practice.sender.replyTo,
  phoneText(practice.sender.smsNumber),
  phoneText(practice.phone),
  'Consumer Health Data Privacy Policy',
  'Notice of Privacy Practices',
  'Privacy policy',
  'Washington My Health My Data Act',
  'HIPAA',
  'Attorney General',
  'www.atg.wa.gov/file-complaint',
];

/** The sentences of a page; a heading is left out, since a formula would take it for a short sentence. */
async function read(path: string): Promise<string> {
  const page = await (await serve().app.request(path)).text();
  const [, main = ''] = /<main id="main">([\s\S]*)<\/main>/.exec(page) ?? [];
  const words = main
    .replace(/<(h1|h2|thead)\b[\s\S]*?<\/\1>|<p class="soft">[\s\S]*?<\/p>/g, ' ')
    .replace(/<\/(p|li|td)>/g, '\n')
    .replace(/<[^>]+>/g, '');
  return given
    .reduce((text, name) => text.replaceAll(name, 'us'), words)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => (/[.?!]$/.test(line) ? line : `${line}.`))
    .join(' ');
}

describe.each(['/terms', '/health-data-privacy', '/privacy'])('%s', (path) => {
  it('reads at grade 8 by both formulas', async () => {
    const text = await read(path);
    expect(text.split(' ').length).toBeGreaterThan(300);
    expect(readability.fleschKincaidGrade(text)).toBeLessThanOrEqual(8);
    expect(readability.smogIndex(text)).toBeLessThanOrEqual(8);
  });

  it('keeps every sentence to 25 words', async () => {
    const long = (await read(path)).split(/(?<=[.?!;])\s+/).filter((sentence) => sentence.split(' ').length > 25);
    expect(long).toEqual([]);
  });
});
