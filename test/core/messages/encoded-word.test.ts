import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { encodedWords, mailbox } from '../../../functions/core/messages/encoded-word';

/** What a mail program reads in a header, by a parser that is not ours. */
const read = (header: string) => simpleParser(`${header}\r\n\r\n`);
const nameIn = async (from: string) => (await read(`From: ${from}`)).from?.value[0];

it('a name in ASCII is a quoted string', () => {
  expect(mailbox('Back Tips', 'a@b.example')).toBe('"Back Tips" <a@b.example>');
  expect(mailbox('Dr. "Back" \\ Sons, Inc.', 'a@b.example')).toBe('"Dr. \\"Back\\" \\\\ Sons, Inc." <a@b.example>');
});

it.each([
  'Clínica Müller',
  'Runner’s Spine',
  'Ärzte "am" Park, <GmbH>',
  '脊椎クリニック',
  '🏃🏽‍♀️ Spine',
  '=?x?='.concat('é'),
])('a name that is not is what a mail program shows: %s', async (name) => {
  const header = mailbox(name, 'a@b.example');
  expect(header).toMatch(/^=\?UTF-8\?B\?[\x21-\x7e ]* <a@b\.example>$/);
  expect(await nameIn(header)).toEqual({ name, address: 'a@b.example' });
});

it('any name: ASCII on one line, words of at most 75 characters, read back whole, and never a second address', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(text, async (name) => {
      const header = mailbox(name, 'a@b.example');
      expect(header).toMatch(/^[\x20-\x7e]+$/);
      for (const word of header.split(' ')) if (word.startsWith('=?UTF-8')) expect(word.length).toBeLessThanOrEqual(75);
      expect((await read(`From: ${header}`)).from?.value.map(({ address }) => address)).toEqual(['a@b.example']);
      if (/[^\x20-\x7e]/.test(name) && name.trim()) expect((await nameIn(header))?.name).toBe(name.trim());
    }),
  );
});

it('a line break begins no header of its own', () => {
  expect(mailbox('Tips\r\nBcc: x@y.example', 'a@b.example')).toBe('"Tips Bcc: x@y.example" <a@b.example>');
});

it('a long text is cut between characters', async () => {
  const text = 'día de los músculos 🦵'.repeat(8);
  const words = encodedWords(text).split(' ');
  expect(words.length).toBeGreaterThan(3);
  for (const word of words) {
    expect(word.length).toBeLessThanOrEqual(75);
    expect((await read(`Subject: ${word}`)).subject).not.toContain('\ufffd');
  }
  expect((await read(`Subject: ${encodedWords(text)}`)).subject).toBe(text);
});
