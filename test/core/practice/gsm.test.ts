import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { asText, costlyIn, foreign, segments, toGsm } from '../../../functions/core/practice/gsm';

const judge = (text: string) => {
  const { segmentsCount, encodingName } = new SegmentedMessage(text, 'auto');
  return { parts: text === '' ? 0 : segmentsCount, encoding: encodingName };
};

describe('parts of a text', () => {
  it.each([
    [160, 1],
    [161, 2],
    [306, 2],
    [307, 3],
  ])('counts %i plain letters as %i', (length, parts) => {
    expect(segments('a'.repeat(length))).toEqual({ encoding: 'GSM-7', parts });
  });

  it('counts an extension character double', () => {
    expect(segments('€'.repeat(80)).parts).toBe(1);
    expect(segments('€'.repeat(81)).parts).toBe(2);
  });

  it('never splits an escape pair between two parts', () => {
    expect(segments(`${'a'.repeat(152)}€${'a'.repeat(152)}`).parts).toBe(3);
    expect(segments(`${'a'.repeat(151)}€${'a'.repeat(153)}`).parts).toBe(2);
  });

  it('falls to 70 a part for one foreign character', () => {
    expect(segments(`${'a'.repeat(70)}’`)).toEqual({ encoding: 'UCS-2', parts: 2 });
  });

  it('agrees with an independent calculator on GSM-7 texts', () => {
    const letter = fc.constantFrom(...'abc XYZ 019 .,:;!?@£$éñ_-€[]{}~|^\\');
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 400 }), (letters) => {
        const text = letters.join('');
        expect(segments(text).parts).toBe(judge(text).parts);
      }),
    );
  });

  it('counts plain texts, which take a shorter road, as that calculator does', () => {
    fc.assert(
      fc.property(fc.nat(700), (length) => {
        const text = 'Ab 0,z.\n'.repeat(90).slice(0, length);
        expect(segments(text)).toEqual({ encoding: 'GSM-7', parts: judge(text).parts });
        expect(toGsm(text)).toBe(text);
        expect(foreign(text)).toEqual([]);
      }),
    );
  });

  it('agrees with an independent calculator on texts with a foreign character', () => {
    const letter = fc.constantFrom(...'abc 019 .é—’“жñ');
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: 300 }), (letters) => {
        const text = `${letters.join('')}ж`;
        expect(segments(text).parts).toBe(judge(text).parts);
      }),
    );
  });
});

describe('making a text plain', () => {
  it('turns what phones and word processors write into GSM-7', () => {
    expect(toGsm('Don’t “run” — rest…\u00a0ok')).toBe('Don\'t "run" - rest... ok');
  });

  it('keeps accents GSM has and drops those it lacks', () => {
    expect(toGsm('José Ñandú Łó')).toBe('José Ñandu Łó'.replace('ó', 'o'));
  });

  it('drops what nobody can see', () => {
    expect(toGsm('a\u200bb\u202ec\ufeff')).toBe('abc');
  });

  it('leaves what has no plain form for the caller to name', () => {
    expect(foreign(toGsm('go 🏃 go ж'))).toEqual(['🏃', 'ж']);
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => toGsm(toGsm(text)) === toGsm(text)));
  });
});

describe('a Spanish text', () => {
  it('keeps the accents that GSM-7 lacks, and counts what they cost', () => {
    expect(asText('¿Mañana, qué más? ¡Sí!', 'es')).toBe('¿Mañana, qué más? ¡Sí!');
    expect(segments(asText('á'.repeat(71), 'es'))).toEqual({ encoding: 'UCS-2', parts: 2 });
    expect(costlyIn('¿Qué día es más útil?')).toBe('í, á, ú');
  });

  it('pays nothing for é, ñ, ü, ¿ and ¡', () => {
    const text = '¿Niño, pingüino, café? ¡Qué! '.repeat(5);
    expect(asText(text, 'es')).toBe(text);
    expect(segments(text.slice(0, 140))).toEqual({ encoding: 'GSM-7', parts: 1 });
    expect(costlyIn(text)).toBe('');
  });

  it('reads a letter and its accent as one, and names what no text carries', () => {
    expect(asText('cafe\u0301 mas\u0301', 'es')).toBe('café maś'.replace('ś', 's'));
    expect(foreign(asText('más 🏃 ж', 'es'), 'es')).toEqual(['🏃', 'ж']);
  });

  it('is counted as an independent calculator counts it, and changes nothing the second time', () => {
    const letter = fc.constantFrom(...'abc ñéüáíóú¿¡’“ÁÑ.,');
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 300 }), (letters) => {
        const text = asText(letters.join(''), 'es');
        expect(segments(text)).toEqual(text === '' ? { encoding: 'GSM-7', parts: 0 } : judge(text));
        expect(asText(text, 'es')).toBe(text);
      }),
    );
  });
});
