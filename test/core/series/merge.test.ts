import fc from 'fast-check';
import { checkWords, greetingName, merge, mergeFieldsOf, mergeValues } from '../../../functions/core/series/merge';
import type { Words } from '../../../functions/core/series/series';
import { practice } from '../../templates/sample';

const values = mergeValues(practice, 'Sam', 'en', 'https://x.example/1');
const words: Words = {
  subject: 'A tip for you',
  preheader: 'One short tip for your next run, with a drawing.',
  headline: 'Hello',
  paragraphs: ['Hi {{firstName}}.'],
  button: { label: 'Book', link: 'book' },
  text: '{{practice.shortName}}: A tip. Info only, not medical advice {{link}}',
};
const fields = (change: Partial<Words>) => checkWords({ ...words, ...change }, practice).map(({ field }) => field);

describe('merging', () => {
  it('fills the listed fields, spaces or not', () => {
    expect(merge('Hi {{ firstName }}, call {{practice.phone}}', values)).toBe('Hi Sam, call (770) 555-0100');
  });

  it('does not read a value again', () => {
    expect(merge('{{firstName}}', { ...values, firstName: '{{link}}' })).toBe('{{link}}');
  });

  it.each([
    '{{constructor}}',
    '{{__proto__}}',
    '{{toString}}',
    '{{lastName}}',
    '{{#if firstName}}',
    '{{{firstName}}}',
    '{{firstName',
    '{{}}',
    '{{> part}}',
    '{{firstName}} }}',
  ])('refuses %s', (text) => {
    expect(() => merge(text, values)).toThrow(/merge field|braces/);
  });

  it('lists the fields of a text', () => {
    expect(mergeFieldsOf('{{firstName}} and {{ link }}')).toEqual(['firstName', 'link']);
  });

  it('leaves no token behind, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const merged = merge('Hi {{firstName}}', mergeValues(practice, name, 'en'));
        expect(merged).not.toMatch(/[{}\r\n<>]|undefined/);
      }),
    );
  });
});

describe('a name for a greeting', () => {
  it.each([
    ['Sam', 'Sam'],
    ['  Mary  Ann ', 'Mary Ann'],
    ["O'Neil-Díaz", "O'Neil-Díaz"],
    ['محمد', 'محمد'],
    ['Sam\r\nBcc: x', 'there'],
    ['Sam\r\nLee', 'Sam Lee'],
    ['\u202emaS', 'maS'],
    ['', 'there'],
    ['Win at https://evil.example', 'there'],
    ['evil.example', 'there'],
    ['St.John', 'St.John'],
    ['Mary-Ann St.Claire', 'Mary-Ann St.Claire'],
    ['J.Smith', 'J.Smith'],
    ['J.R.', 'J.R.'],
    ['St.Com', 'there'],
    ['X.Com', 'there'],
    ['T.Co', 'there'],
    ['Evil.Lol', 'there'],
    ['e\u200dvil.lol', 'there'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['a@b.example', 'there'],
    ['<script>alert(1)</script>', 'there'],
  ])('%j becomes %j', (name, greeting) => {
    expect(greetingName(name, 'en')).toBe(greeting);
  });

  it('is at most 40 characters, never half of one', () => {
    expect(Array.from(greetingName('🏃'.repeat(60), 'en'))).toHaveLength(40);
  });
});

describe('checking words', () => {
  it('accepts good words', () => {
    expect(checkWords(words, practice)).toEqual([]);
  });

  it.each<[string, Partial<Words>, string]>([
    ['an unknown field in a paragraph', { paragraphs: ['ok', 'Hi {{lastName}}'] }, 'paragraphs.1'],
    ['a prototype name', { headline: '{{constructor}}' }, 'headline'],
    ['a block', { headline: '{{#each x}}' }, 'headline'],
    ['three braces', { subject: '{{{firstName}}}' }, 'subject'],
    ['the link outside the text', { paragraphs: ['{{link}}'] }, 'paragraphs.0'],
    ['a condition in the subject', { subject: 'Help for your back pain' }, 'subject'],
    ['a condition in the preheader', { preheader: 'Here is what may help your injury on the next run.' }, 'preheader'],
    ['a condition in the text', { text: words.text.replace('A tip', 'About your condition') }, 'text'],
    ['a false reply', { subject: 'Re: a tip for you' }, 'subject'],
    ['a text without the brand', { text: 'A tip. Info only, not medical advice {{link}}' }, 'text'],
    ['a text without the short disclaimer', { text: '{{practice.shortName}}: A tip {{link}}' }, 'text'],
    ['a text without a link', { text: '{{practice.shortName}}: A tip. Info only, not medical advice' }, 'text'],
    ['a text of three parts', { text: words.text.replace('A tip', 'go '.repeat(60)) }, 'text'],
    ['an emoji in a text', { text: words.text.replace('A tip', 'Go 🏃') }, 'text'],
    ['an address in the subject', { subject: 'See www.practice.example today' }, 'subject'],
    ['an address in a paragraph', { paragraphs: ['ok', 'More at example.com/tips'] }, 'paragraphs.1'],
    ['an address on the button', { button: { label: 'https://example.com', link: 'book' } }, 'button.label'],
    ['an address in a text', { text: words.text.replace('A tip', 'Go to bit.ly/3x') }, 'text'],
  ])('names the field of %s', (_, change, field) => {
    expect(fields(change)).toEqual([field]);
  });

  it('says what to use instead of an address, and how to write what only looks like one', () => {
    const said = (change: Partial<Words>) => checkWords({ ...words, ...change }, practice)[0]?.message;
    expect(said({ headline: 'See example.com' })).toMatch(
      /"example\.com".*use a link.*button.*space after a full stop/,
    );
    expect(said({ text: words.text.replace('A tip', 'example.com') })).toMatch(/use a link.*\{\{link\}\}/);
  });
});
