import { describe, expect, it } from '@jest/globals';
import { cleaned, typedAddress } from '../../../functions/core/base/staff-text';

describe('what staff type is cleaned', () => {
  it('of marks that turn the direction of a line, which can make words read as others', () => {
    for (const mark of '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c')
      expect(cleaned(`Come ${mark}today`)).toBe('Come today');
  });

  it('of characters nobody sees: zero width, soft hyphens, tags, controls', () => {
    for (const mark of ['\u200b', '\u2060', '\ufeff', '\u00ad', '\u{e0041}', '\u0000', '\u0007', '\u001b', '\u0085'])
      expect(cleaned(`re${mark}st`)).toBe('rest');
  });

  it('and keeps the joiners that emoji and some scripts are written with, tabs and ends of lines', () => {
    for (const text of ['👩🏽‍⚕️ here', 'می‌خواهم', 'a\tb', 'one\ntwo', 'Über años', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])
      expect(cleaned(text)).toBe(text);
  });

  it('and has one kind of line end, which no lone return can hide a line behind', () => {
    expect(cleaned('one\r\ntwo\r\n')).toBe('one\ntwo\n');
    expect(cleaned('Come in\rGo away')).toBe('Come inGo away');
  });
});

describe('an address typed as text', () => {
  it.each([
    'https://example.com/path',
    'see HTTP://EXAMPLE.COM',
    'ftp://files',
    'go to www.practice',
    'www2.example.org is ours',
    'example.com',
    'Book at example.com/path today',
    'Example.COM.',
    'our page (clinic.health) says',
    'bit.ly/3abc',
    'my.practice.co.uk',
    'book.practice.me',
    'practice.to/book',
    'practice.it/book?x=1',
    'write to desk@practice.example.com',
    'mailto:desk',
    '192.168.10.20/x',
    'exa\u00admple.c\u200bom',
    'example\u3002com',
    'ｅｘａｍｐｌｅ．ｃｏｍ',
    'пример.com',
    'xn--80akhbyknj4f.com',
    '{{practice.shortName}}.com/sale',
    'hxxps://example',
  ])('is found in "%s"', (text) => {
    expect(typedAddress(text)).toBeDefined();
  });

  it.each([
    '9 a.m.to 5 p.m.',
    'St.John and Dr.Lee',
    'e.g. a walk, i.e. ten minutes',
    'Rest.Then run. Stop.It hurts',
    'See you there.In the morning',
    'No.1 and 1.5/2 miles, 3.2km, 50.000',
    'Call 206.555.0142 or (206) 555-0142.',
    'U.S. runners, M.D., Ph.D.',
    'and/or better/same/worse',
    'Hi {{firstName}}, call {{practice.phone}}. {{practice.name}}',
    'Your tip: {{link}}',
    'Ratio 3:1 // done',
    'Wait...what',
    'dolor.La semana',
    'Ready? go.so',
  ])('is not seen in "%s"', (text) => {
    expect(typedAddress(text)).toBeUndefined();
  });

  it('is looked for in no more time than the text is long', () => {
    const started = process.hrtime.bigint();
    for (const text of ['a.'.repeat(50_000), 'a'.repeat(100_000), `${'a-'.repeat(50_000)}.`, '1.'.repeat(50_000)])
      typedAddress(text);
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(1000);
  });
});
