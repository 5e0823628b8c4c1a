import fc from 'fast-check';
import { type Meaning, meaningOf } from '../../../functions/core/replies/keyword';
import { anyCharacter } from '../../support/any-character';
import { rows } from './keyword-corpus';
import { leaving } from './leaving-corpus';

function label(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'crisis':
    case 'emergency':
      return meaning.alsoStop ? `${meaning.kind}+stop` : meaning.kind;
    case 'stop':
      return meaning.certain ? 'stop' : 'stop?';
    case 'check-in':
      return meaning.answer;
    default:
      return meaning.kind;
  }
}

describe('the corpus of texts', () => {
  it('holds at least 250 phrases, none under two labels', () => {
    const phrases = rows.map(([, phrase]) => phrase);
    expect(phrases.length).toBeGreaterThanOrEqual(250);
    expect(phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i)).toEqual([]);
  });

  it.each([...new Set(rows.map(([name]) => name))])('reads every "%s" phrase as that', (name) => {
    const misread = rows
      .filter(([want, phrase]) => want === name && label(meaningOf(phrase)) !== want)
      .map(([, phrase]) => `${phrase} -> ${label(meaningOf(phrase))}`);
    expect(misread).toEqual([]);
  });

  it('reads every phrase alike in any case, form of Unicode and spacing', () => {
    const changes: Record<string, (phrase: string) => string> = {
      upper: (phrase) => phrase.toUpperCase(),
      lower: (phrase) => phrase.toLowerCase(),
      NFC: (phrase) => phrase.normalize('NFC'),
      NFD: (phrase) => phrase.normalize('NFD'),
      NFKC: (phrase) => phrase.normalize('NFKC'),
      spaced: (phrase) => `  \t${phrase.replaceAll(' ', ' \u00a0 ')}  \n`,
      curly: (phrase) => phrase.replaceAll("'", '’'),
      'full width': (phrase) => phrase.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
      'zero width': (phrase) => phrase.replace(/[a-z](?=[a-z])/g, '$&\u200b'),
    };
    const misread = Object.entries(changes).flatMap(([change, apply]) =>
      rows.filter(([want, p]) => label(meaningOf(apply(p))) !== want).map(([, p]) => `${change}: ${p}`),
    );
    expect(misread).toEqual([]);
  });
});

describe('the corpus of leaving', () => {
  const texts = Object.entries(leaving).flatMap(([want, table]) =>
    table
      .trim()
      .split('\n')
      .map((text) => [want, text.trim()] as const),
  );
  const read = (text: string) => {
    const meaning = meaningOf(text);
    return meaning.kind === 'stop' ? label(meaning) : 'stays';
  };

  it('holds more than 150 texts that leave and as many that only sound so, none twice', () => {
    const [leaves, stays] = [true, false].map((yes) => texts.filter(([want]) => (want !== 'stays') === yes).length);
    expect(leaves).toBeGreaterThan(150);
    expect(stays).toBeGreaterThan(150);
    expect(new Set(texts.map(([, text]) => text)).size).toBe(texts.length);
  });

  it.each(Object.keys(leaving))('reads every "%s" text as that', (name) => {
    const misread = texts.filter(([want, text]) => want === name && read(text) !== name);
    expect(misread.map(([, text]) => `${text} -> ${read(text)}`)).toEqual([]);
  });

  it('a text of something else that names our texts as well still leaves', () => {
    for (const text of [
      'cancel my appointment and the texts',
      'stop by and take me off your list',
      'remove my stitches. STOP',
    ])
      expect([text, meaningOf(text).kind]).toEqual([text, 'stop']);
  });
});

describe('an opt-out', () => {
  const perSe = ['stop', 'quit', 'end', 'revoke', 'opt out', 'cancel', 'unsubscribe', 'opt-out', 'optout', 'stopall'];
  const more = ['arret', 'remove', 'td', 'stop all', 'alto', 'parar', 'basta', 'cancelar'];
  const around = fc.string({
    unit: fc.constantFrom(
      ' ',
      '\t',
      '\n',
      '.',
      '!',
      '?',
      ',',
      '"',
      "'",
      '“',
      '’',
      '*',
      '-',
      '(',
      ')',
      '🙏',
      '\u200b',
      '\ufeff',
    ),
    maxLength: 12,
  });

  it('is any word of the law in any case, within any punctuation and whitespace', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...perSe, ...more).chain((word) => fc.mixedCase(fc.constant(word))),
        around,
        around,
        (word, before, after) => {
          expect(meaningOf(before + word + after)).toEqual({ kind: 'stop', certain: true });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('survives any friendly word beside it', () => {
    for (const word of [...perSe, ...more]) {
      for (const text of [
        `yes ${word}`,
        `${word} please`,
        `please ${word}, thanks`,
        `ok. ${word}`,
        `hola ${word} gracias`,
      ]) {
        expect([text, meaningOf(text)]).toEqual([text, { kind: 'stop', certain: true }]);
      }
    }
  });

  it('is never lost when a text opens with a word of the law, unless it names what is nothing of ours', () => {
    const word = fc.constantFrom('stop', 'quit', 'revoke', 'cancel', 'unsubscribe', 'remove');
    fc.assert(
      fc.property(
        word,
        fc.array(fc.constantFrom('the', 'news', 'my', 'back', 'tips', 'yes', 'start', 'help', 'maybe')),
        (w, rest) => {
          expect(meaningOf([w, ...rest].join(' ')).kind).toBe('stop');
        },
      ),
    );
  });

  it('rides along with an emergency and with self-harm', () => {
    fc.assert(
      fc.property(fc.constantFrom(...perSe, ...more), (word) => {
        expect(meaningOf(`${word}. I can't pee`)).toEqual({ kind: 'emergency', alsoStop: true });
        expect(meaningOf(`I want to die. ${word}`)).toEqual({ kind: 'crisis', alsoStop: true });
      }),
    );
  });
});

describe('any string', () => {
  const wild = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.array(fc.constantFrom(...rows.map(([, phrase]) => phrase)), { maxLength: 4 }).map((parts) => parts.join(' ')),
  );

  it('has a meaning', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          wild,
          fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)),
        ),
        (text) => {
          expect(typeof meaningOf(text).kind).toBe('string');
        },
      ),
    );
  });

  it('means the same in other case, Unicode form and spacing', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const meaning = meaningOf(text);
        expect(meaningOf(text.toLowerCase())).toEqual(meaning);
        expect(meaningOf(text.normalize('NFKC'))).toEqual(meaning);
        expect(meaningOf(`  ${text.replaceAll(' ', '  ')}\t`)).toEqual(meaning);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is read to a bound and no further, however long and repetitive', () => {
    const hostile = [
      'a ',
      'stop ',
      'cant cant ',
      'no ',
      'i dont wanna ',
      '.',
      'a.',
      ' ',
      '\u200b',
      '🛑',
      'ﷺ',
      'bladde ',
      'fell ~ ',
      'numb ',
    ];
    // An expression that backtracks without end would run into the test's own time limit.
    for (const piece of [...hostile, 'lost control of of of ', 'aaaaaaaaaaaaaaaaab']) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      expect(meaningOf(text)).toEqual(meaningOf(text.slice(0, 8_000)));
    }
  });

  it('keeps its meaning when it fills ten message parts', () => {
    const filler = 'my run was fine and the sun was out ';
    const long = filler.repeat(43).slice(0, 1_580);
    expect(meaningOf(`${long}. I can't pee`).kind).toBe('emergency');
    expect(meaningOf(`${long}. STOP`)).toEqual({ kind: 'stop', certain: true });
    expect(meaningOf(long)).toEqual({ kind: 'other' });
  });
});
