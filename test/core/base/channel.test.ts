import { channelByLetter, channelNames, traits, upkeep } from '../../../functions/core/base/channel';
import { channelOfAddress, normalised } from '../../../functions/core/person/address';

describe('a channel', () => {
  it('has a letter of its own, by which links and stored sends find it again', () => {
    const letters = channelNames.map((name) => traits[name].letter);
    expect(letters.every((letter) => /^[a-z]$/.test(letter))).toBe(true);
    expect(new Set(letters).size).toBe(channelNames.length);
    expect(letters.map(channelByLetter)).toEqual([...channelNames]);
    // Links and items that were written before traits.
    expect([channelByLetter('e'), channelByLetter('s')]).toEqual(['email', 'sms']);
    expect([channelByLetter('x'), channelByLetter(undefined)]).toEqual([undefined, undefined]);
  });

  it('is paired both ways or not at all', () => {
    for (const name of channelNames) {
      const { pairedWith } = traits[name];
      if (pairedWith) expect(traits[pairedWith].pairedWith).toBe(name);
    }
  });

  it('is found by an address, and spells it', () => {
    expect(channelOfAddress('robin@example.com')).toBe('email');
    expect(channelOfAddress('+17705550123')).toBe('sms');
    expect(normalised('email', ' Robin@Example.com ')).toBe('robin@example.com');
    expect(normalised('sms', '(770) 555-0123')).toBe('+17705550123');
    expect(() => normalised('sms', 'robin@example.com')).toThrow('mobile number');
  });

  it('that erases what has expired is one whose rules are the strictest', () => {
    expect(traits[upkeep]).toMatchObject({ hours: 'law', optOutEnds: 'everything', onUnknown: 'hold' });
  });
});
