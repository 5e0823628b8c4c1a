import fc from 'fast-check';
import { honestWords, oftenMisspelt } from '../../../functions/core/lexicon/misspelt';
import { SHORTEST } from '../../../functions/core/lexicon/spelling';
import { urgencyOf } from '../../../functions/core/triage/urgency';
import { type Kind, partOf, readAs } from '../../../scripts/safety-texts';
import { root } from '../../support/imports';

const signOf = (text: string): string | undefined => urgencyOf(text)?.sign;

describe('a part of the body and a loss of function', () => {
  const regions = ['leg', 'left foot', 'thigh', 'groin', 'bladder', 'crotch', 'butt', 'private parts'];

  it.each(regions)('are guidance wherever they meet: %s', (region) => {
    for (const text of [
      `my ${region} is numb`,
      `numb ${region} since this morning`,
      `I have no feeling in my ${region}`,
      `I can't feel my ${region}`,
      `lost feeling in my ${region}, what now`,
    ]) {
      expect([text, urgencyOf(text)?.kind]).toEqual([text, 'emergency']);
    }
  });

  it.each(['pierna', 'entrepierna', 'vejiga', 'nalga'])('are guidance in Spanish: %s', (region) => {
    for (const text of [`no siento la ${region}`, `perdí la sensibilidad en la ${region} desde ayer`]) {
      expect([text, urgencyOf(text)?.kind]).toEqual([text, 'emergency']);
    }
  });

  it('are none where the loss is denied', () => {
    for (const text of [
      'no numbness in my leg',
      'my leg is not numb',
      'no fever, chills or numbness in my groin',
      'numb leg? no',
      'fever, numbness between the legs, weak legs. None of those',
      'sin debilidad en la pierna',
      'no tengo la pierna dormida',
    ]) {
      expect([text, signOf(text)]).toEqual([text, undefined]);
    }
  });

  it('are not denied by a "no" about something else', () => {
    for (const text of [
      "no, I can't feel my leg",
      "no I can't pee",
      'no fever but my leg is numb',
      'not sure why my leg is numb',
      'no cough no cold just fever',
      'no se por que no siento la pierna',
    ]) {
      expect([text, urgencyOf(text)?.kind]).toEqual([text, 'emergency']);
    }
  });
});

describe('a number', () => {
  it.each(['101', '100.4', '102.3 F', '103°F', '38', '38,5', '39.2 C', '40 °C'])(
    'of a fever is one: temp %s',
    (number) => {
      expect(signOf(`my temp is ${number} and my back hurts`)).toBe('fever');
    },
  );

  it.each(['98.6', '97', '36.6', '37.2 C', '99.1 F'])('of somebody well is none: temp %s', (number) => {
    expect(signOf(`my temp is ${number} and my back hurts`)).toBeUndefined();
  });

  it.each([
    'ran 101 miles',
    'mile 102',
    '104 Main St',
    'room 103',
    'its 102 outside',
    'hace 40 grados afuera',
    'what temp is best for a 38k',
    'signed up for the fall 10k',
    'a suicide loss 5k',
  ])('of something else is none: %s', (text) => {
    expect(signOf(text)).toBeUndefined();
  });
});

describe('a cry for help', () => {
  it.each(['911?', 'ambulance', 'call an ambulance', 'should I go to the ER', 'SOS', 'llamen una ambulancia'])(
    'is one: %s',
    (text) => {
      expect(urgencyOf(text)?.kind).toBe('call-for-help');
    },
  );

  it('is told apart from self-harm, which comes first', () => {
    expect(urgencyOf('call 911, I want to kill myself')?.kind).toBe('crisis');
    expect(urgencyOf("I can't feel my legs and I want to die")?.kind).toBe('crisis');
  });
});

describe('a misspelling', () => {
  it.each([
    'lost control of my bladdder',
    'incontinense since monday',
    'nummbness in my groin',
    'weeknes in my leg',
    'i am paralyised',
    'send an ambulanse',
    'thinking of suiciide',
    'tengo la pierna entumesida',
    'calemtura y dolor',
  ])('hides nothing: %s', (text) => {
    expect(urgencyOf(text)).toBeDefined();
  });

  it('is looked for in long words alone, and honest neighbours are no slips', () => {
    expect(oftenMisspelt.filter((word) => word.length < SHORTEST)).toEqual([]);
    for (const word of [
      'never',
      'lever',
      'step',
      'wearer',
      'larder',
      'numbers',
      'weekend',
      'espada',
      'crouch',
      ...honestWords,
    ]) {
      expect([word, signOf(`my ${word} is here, my legs are fine`)]).toEqual([word, undefined]);
    }
  });
});

describe('letters set apart', () => {
  it.each([
    ['S U I C I D E', 'crisis'],
    ['s u i c i d a l', 'crisis'],
    ['s-u-i-c-i-d-a-l', 'crisis'],
    ['k i l l myself', 'crisis'],
    ['k.i.l.l myself', 'crisis'],
    ['k i l l   m y s e l f', 'crisis'],
    ['I want to d i e', 'crisis'],
    ['should I k i l l myself', 'crisis'],
    ['s\u00a0u\u2003i\tc i d e', 'crisis'],
    ['s\nu\ni\nc\ni\nd\ne', 'crisis'],
    ['I p e e d myself', 'emergency'],
    ['my leg is n u m b', 'emergency'],
    ['f.e.v.e.r', 'emergency'],
    ['i n c o n t i n e n t', 'emergency'],
  ])('are the word: %j', (text, kind) => {
    expect(urgencyOf(text)?.kind).toBe(kind);
  });

  it.each([
    'Dr. J. R. R. Smith',
    'P.T. at 3 p.m.',
    'my I T B is tight',
    'see you a.s.a.p.',
    'plan A B C',
    'R. I. C. E.',
  ])('are none where they are initials: %s', (text) => {
    expect(urgencyOf(text)).toBeUndefined();
  });
});

describe('a line end', () => {
  const lineEnds = ['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029', ' \n ', '\n\n'];

  it.each(lineEnds)('within a phrase hides nothing: %j', (end) => {
    for (const [text, kind] of [
      ['I want to kill|myself', 'crisis'],
      ['I cant|pee', 'emergency'],
      ["I can't|feel my legs", 'emergency'],
      ['numb between|my legs', 'emergency'],
      ['I fell off|a|ladder', 'emergency'],
      ['should I go to|the ER', 'call-for-help'],
    ] as const) {
      expect([text, urgencyOf(text.replaceAll('|', end))?.kind]).toEqual([text, kind]);
    }
  });

  it.each(lineEnds)('still ends a sentence, so that nothing beside it takes a sign back: %j', (end) => {
    for (const text of ['no|fever since last night', 'My dog is fine|numb legs', 'years ago|I fell off a ladder']) {
      expect([text, urgencyOf(text.replaceAll('|', end))?.kind]).toEqual([text, 'emergency']);
    }
  });

  it('in the place of any one space hides no urgent text', () => {
    const order: Kind[] = ['crisis', 'emergency', 'harmless'];
    const hidden = partOf(root, 'tuned')
      .filter(({ kind }) => kind !== 'harmless')
      .flatMap(({ kind, text }) =>
        [...text.matchAll(/ /g)]
          .map(({ index }) => `${text.slice(0, index)}\n${text.slice(index + 1)}`)
          .filter((broken) => order.indexOf(readAs(broken)) > order.indexOf(kind)),
      );
    expect(hidden).toEqual([]);
  });

  it('counts by its more urgent reading, whichever that is', () => {
    expect(urgencyOf('numb leg\nI want to\ndie')?.kind).toBe('crisis');
    expect(urgencyOf('call 911 now\nI cant\npee')?.kind).toBe('emergency');
  });
});

describe('any string', () => {
  it('is read without throwing, words of the language among them', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void urgencyOf(text)));
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf 101 constructor']) {
      expect(urgencyOf(word)).toBeUndefined();
    }
  });

  it('costs no more than its length, whatever is repeated in it', () => {
    // 40 texts of full length in the time of one test: a search that grows with the square would not come back.
    const words = [
      'cant ',
      'no ',
      'numb leg, ',
      'my leg. ',
      'fell off ',
      'dog leg ',
      'no no numb leg or ',
      '101 ',
      'ﷺ',
      'weaknes ',
      'i cant\n',
      'a ',
      'i . ',
    ];
    for (const word of words) {
      const text = word.repeat(Math.ceil(8_000 / word.length));
      for (let i = 0; i < 4; i += 1) expect(urgencyOf(text)).toEqual(urgencyOf(text.slice(0, 8_000)));
    }
  });

  it('names the sign and the pattern, never the words of the person', () => {
    expect(urgencyOf('hi this is Maria from Tacoma, I cannot pee')).toEqual({
      kind: 'emergency',
      sign: 'bladder',
      by: 'CANNOT ~3 PEE',
    });
  });
});
