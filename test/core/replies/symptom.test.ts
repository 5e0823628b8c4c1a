import { readText } from '../../../functions/core/replies/phrases';
import { speaksOfBody } from '../../../functions/core/replies/symptom';
import { rows } from './keyword-corpus';

const speaks = (text: string): boolean => speaksOfBody(readText(text).line);

describe('a word of the body or of what is wrong with it', () => {
  it.each([
    'my knee clicks when I run',
    'toes went white',
    'SORE',
    'everything hurts',
    'it got worse over night',
    'swollen since Tuesday',
    'is dizziness a thing?',
    'I threw my hip out',
    'something snapped',
    'can’t sleep',
    'pissed blood',
    'I feel funny',
    'la rodilla',
    'me duele',
    'no puedo dormir',
    'estoy mareado',
    'tengo el tobillo hinchado',
  ])('stands in "%s"', (text) => {
    expect(speaks(text)).toBe(true);
  });

  it.each([
    'nice weather',
    'and the shoes?',
    'what colour are the socks',
    'ok',
    'thanks!',
    'see you at the race',
    'who won',
    'lol',
    'hola',
    'gracias',
    'buenos días',
    '👍',
    '',
  ])('does not stand in "%s"', (text) => {
    expect(speaks(text)).toBe(false);
  });

  it('stands in nearly every emergency we know of, so that one nobody recognised is still answered with 911', () => {
    const urgent = rows.filter(([label]) => /^(emergency|crisis)/.test(label)).map(([, text]) => text);
    const missed = urgent.filter((text) => !speaks(text));
    expect(urgent.length).toBeGreaterThan(150);
    expect({ missed, share: missed.length / urgent.length < 0.05 }).toEqual({ missed, share: true });
  });
});
