import fc from 'fast-check';
import { meaningOf } from '../../../functions/core/replies/keyword';
import { languageOfText } from '../../../functions/core/replies/language';
import { corpus } from './keyword-corpus';

/** The corpus mixes both; these letters and words stand in Spanish lines alone. */
const isSpanish = (line: string) =>
  /[ñ¿¡áéíóú]|\b(quiero|puedo|no siento|ayuda|baja|pierna|dolor|estoy|mejor|peor|igual|consejos|médico|acepto)\b/i.test(
    line,
  );

describe('the language of a text', () => {
  it.each([
    ['alto', 'es'],
    ['PARAR', 'es'],
    ['Ayuda', 'es'],
    ['consejos', 'es'],
    ['SÍ', 'es'],
    ['no puedo orinar', 'es'],
    ['quiero morir', 'es'],
    ['¿?', 'es'],
    ['please unsubscribe me', 'en'],
    ["i can't feel my legs", 'en'],
    ['who is this', 'en'],
    ['better', 'en'],
  ])('%j is %s', (body, locale) => {
    expect(languageOfText(body)).toBe(locale);
  });

  it.each(['STOP', 'stop.', 'HELP', 'START', 'YES', 'INFO', 'TIPS', 'ok', '1', '🛑', '', 'xyzzy'])(
    'no language is told by %j, which people of any are asked to text',
    (body) => {
      expect(languageOfText(body)).toBeUndefined();
    },
  );

  it('is right in nine of ten lines of the corpus that tell one', () => {
    const lines = Object.values(corpus).flatMap((text) =>
      text
        .trim()
        .split('\n')
        .map((line) => line.trim()),
    );
    const told = lines.flatMap((line) => {
      const locale = languageOfText(line);
      return locale ? [{ line, locale }] : [];
    });
    const wrong = told.filter(({ line, locale }) => isSpanish(line) && locale === 'en');
    expect(told.length).toBeGreaterThan(400);
    expect(wrong.length / told.length).toBeLessThan(0.02);
  });

  it('never throws, and case, accents and spaces change nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => [undefined, 'en', 'es'].includes(languageOfText(body))),
    );
    for (const body of ['no puedo más', 'NO PUEDO MAS', ' no  puedo mas ']) expect(languageOfText(body)).toBe('es');
  });
});

describe('asking for a language', () => {
  it.each([
    ['ESPAÑOL', 'es'],
    ['espanol', 'es'],
    ['En español, por favor', 'es'],
    ['ENGLISH', 'en'],
    ['INGLÉS', 'en'],
    ['en ingles', 'en'],
  ])('%j asks for %s', (body, locale) => {
    expect(meaningOf(body)).toEqual({ kind: 'language', locale });
  });

  it.each([
    ['do you speak español', 'other'],
    ['my doctor is english', 'other'],
    ['STOP español', 'stop'],
    ['español no puedo orinar', 'emergency'],
  ])('is the whole text or nothing: %j is %s', (body, kind) => {
    expect(meaningOf(body).kind).toBe(kind);
  });
});
