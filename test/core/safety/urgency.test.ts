import fc from 'fast-check';
import { honestWords, oftenMisspelt } from '../../../functions/core/safety/misspelt';
import { SHORTEST } from '../../../functions/core/safety/spelling';
import { urgencyOf } from '../../../functions/core/safety/urgency';

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

  it.each(['ran 101 miles', 'mile 102', '104 Main St', 'room 103', 'its 102 outside', 'hace 40 grados afuera'])(
    'of something else is none: %s',
    (text) => {
      expect(signOf(text)).toBeUndefined();
    },
  );
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
