import fc from 'fast-check';
import { gap, ourTexts } from '../../../functions/core/messages/our-texts';
import { mayQuote, readQuote } from '../../../functions/core/messages/quote';
import { meaningOf } from '../../../functions/core/replies/keyword';
import type { SeriesVersion } from '../../../functions/core/series/series';
import { anyCharacter } from '../../support/any-character';
import { all, practice } from '../../templates/sample';

/** The first step of a series, said in Spanish to people who read Spanish. */
const bilingual: SeriesVersion = {
  ...all[0]!,
  version: 2,
  steps: Object.fromEntries(
    Object.entries(all[0]!.steps).map(([id, step]) => [
      id,
      {
        ...step,
        variants: [
          {
            who: { locale: ['es'] },
            words: {
              ...step.words,
              text: `{{practice.shortName}}: Hola {{firstName}}, si no puede orinar llame al 911. Responda ALTO para terminar (${id}). Info only, not medical advice {{link}}`,
            },
          },
        ],
      },
    ]),
  ) as SeriesVersion['steps'],
};
const ours = ourTexts(practice, [...all, bilingual]);
/** As a phone shows it: every gap is filled with a name, a date or a link. */
const shown = (text: string) => {
  const values = ['Kim', 'Tuesday, December 1 at 3:00 PM', 'r***@example.com'];
  let n = 0;
  return text
    .replace(new RegExp(`${gap}(?=/|$)`, 'g'), 'https://tips.practice.example/t/aB3_x-9')
    .replaceAll(gap, () => values[n++ % values.length]!);
};

const forms: Record<string, (text: string) => string> = {
  Liked: (q) => `Liked “${q}”`,
  'Liked, straight marks': (q) => `Liked "${q}"`,
  Loved: (q) => `Loved “${q}”`,
  Disliked: (q) => `Disliked “${q}”`,
  'Laughed at': (q) => `Laughed at “${q}”`,
  Emphasized: (q) => `Emphasized “${q}”`,
  Questioned: (q) => `Questioned “${q}”`,
  'Removed a heart from': (q) => `Removed a heart from “${q}”`,
  'Removed a like from': (q) => `Removed a like from “${q}”`,
  'Removed an exclamation from': (q) => `Removed an exclamation from “${q}”`,
  'Removed a question mark from': (q) => `Removed a question mark from “${q}”`,
  'Reacted 👍 to': (q) => `Reacted 👍 to “${q}”`,
  'Reacted 😂 to': (q) => `Reacted 😂 to “${q}”`,
  'Reacted with a sticker to': (q) => `Reacted with a sticker to “${q}”`,
  'Removed 👍 from': (q) => `Removed 👍 from “${q}”`,
  'Android 👍': (q) => ` 👍 to “ ${q} ” `,
  'Android ❤️': (q) => `\u200a❤️\u200a to “\u200a${q}\u200a” `,
  'Android 👍🏽': (q) => `👍🏽 to “${q}”`,
  'Android ‼️': (q) => `‼️ to “${q}”`,
  'Android, taken back': (q) => `👍 removed from “${q}”`,
  'Android, Spanish': (q) => `👍 a “${q}”`,
  'Le gustó': (q) => `Le gustó “${q}”`,
  'Me gustó': (q) => `Me gustó “${q}”`,
  'Le encantó': (q) => `Le encantó “${q}”`,
  'No le gustó': (q) => `No le gustó “${q}”`,
  'Se rió de': (q) => `Se rió de “${q}”`,
  'Se ha reído con': (q) => `Se ha reído con «${q}»`,
  Destacó: (q) => `Destacó “${q}”`,
  Enfatizó: (q) => `Enfatizó “${q}”`,
  Exclamó: (q) => `Exclamó por “${q}”`,
  'Preguntó por': (q) => `Preguntó por “${q}”`,
  'Preguntó sobre': (q) => `Preguntó sobre “${q}”`,
  Cuestionó: (q) => `Cuestionó “${q}”`,
  'Ha indicado que le gusta': (q) => `Ha indicado que le gusta “${q}”`,
  'Reaccionó con 👍 a': (q) => `Reaccionó con 👍 a “${q}”`,
  'Eliminó un corazón de': (q) => `Eliminó un corazón de “${q}”`,
  'Quitó un me gusta de': (q) => `Quitó un me gusta de “${q}”`,
  'a quoted line': (q) => `> ${q}`,
  'quoted lines': (q) => q.replace(/^|\. /g, (before) => `${before.trim()}\n> `).trim(),
  'a mail’s quotation': (q) => `On Mon, Nov 30, 2026 at 10:00 AM Pinnacle wrote:\n> ${q}`,
  'marks alone': (q) => `“${q}”`,
  'all of it again': (q) => q,
};

/** What a phone or a carrier leaves of a long quotation. */
const cuts: Record<string, (text: string, at: number) => string> = {
  '…”': (text, at) => `${text.slice(0, at)}…`,
  '...': (text, at) => `${text.slice(0, at)}...`,
};

describe('a quote of our own words', () => {
  it('has something to quote: every service text and every step, in two languages', () => {
    expect(ours.length).toBeGreaterThan(40);
    expect(ours.filter((text) => /\{\{|undefined/.test(text))).toEqual([]);
    expect(ours.filter((text) => text.includes('Hola ¤')).length).toBeGreaterThan(3);
  });

  it.each(Object.keys(forms))('%s: is a reaction, whatever text it is to', (name) => {
    for (const text of ours) {
      const body = forms[name]!(shown(text));
      expect([body, mayQuote(body), readQuote(body, ours)]).toEqual([
        body,
        true,
        { own: expect.anything(), isReaction: true },
      ]);
    }
  });

  it('is one wherever it is cut off, and whatever the phone makes of case and marks', () => {
    const form = fc.constantFrom(
      ...Object.keys(forms).filter((name) => /“/.test(forms[name]!('')) && name !== 'marks alone'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...ours),
        form,
        fc.constantFrom(...Object.keys(cuts)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(
          (body: string) => body,
          (body: string) => body.toUpperCase(),
          (body: string) => body.replaceAll("'", '’'),
          (body: string) => body.replace(/[”"]\s*$/u, ''),
        ),
        (text, name, cut, share, change) => {
          const quoted = shown(text);
          const body = change(forms[name]!(cuts[cut]!(quoted, Math.floor(share * quoted.length))));
          expect([body, readQuote(body, ours).isReaction]).toEqual([body, true]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is taken out of a reply that adds words, and these alone are read', () => {
    const added = ['STOP', "I can't pee", 'I want to die', 'yes', 'is that for me', 'my back hurts'];
    for (const [n, text] of ours.entries())
      for (const word of [added[n % added.length]!])
        for (const body of [
          `“${shown(text)}” ${word}`,
          `> ${shown(text)}\n${word}`,
          `${word}\n> ${shown(text)}`,
          `Liked “${shown(text)}”\n${word}`,
          `${word}. Liked “${shown(text).slice(0, 40)}…”`,
        ]) {
          const { own, isReaction } = readQuote(body, ours);
          expect([body, isReaction, meaningOf(own)]).toEqual([body, false, meaningOf(word)]);
        }
  });
});

describe('a quote of anything else', () => {
  it.each([
    ['Liked “I can’t pee”', 'emergency'],
    ['Emphasized “my legs are numb and I fell off a ladder”', 'emergency'],
    ['Questioned “Pinnacle Ortho: I can’t feel my legs”', 'emergency'],
    ['“Pinnacle Ortho: This may be an emergency because I cannot pee”', 'emergency'],
    ['Reacted I want to die to “Pinnacle Ortho: You are unsubscribed…”', 'crisis'],
    ['I have “numbness between the legs”', 'emergency'],
    ['Loved “stop texting me”', 'stop'],
    ['> I want to kill myself', 'crisis'],
    ['👍 to “no puedo orinar”', 'emergency'],
    ['Le gustó “quiero morir”', 'crisis'],
    ['Liked “STOP”', 'stop'],
  ])('is read: %s', (body, kind) => {
    const { own, isReaction } = readQuote(body, ours);
    expect([isReaction, meaningOf(own).kind]).toEqual([false, kind]);
  });

  it('leaves the body as it was, to the letter', () => {
    for (const body of [
      '“STOP”',
      "'stop'",
      'I said "stop" ...',
      'Pinnacle Ortho',
      'Pinnacle Ortho: who are you?',
      '>:(',
    ])
      expect(readQuote(body, ours)).toEqual({ own: body, isReaction: false });
  });

  it('of nothing: a picture, or words that were cut off before they began', () => {
    for (const body of ['Liked an image', 'Loved a movie', 'Le gustó una imagen', 'Liked “…”', '👍 to “”'])
      expect([body, readQuote(body, ours).isReaction]).toEqual([body, true]);
  });

  it('a sign that says stop is the person’s own, also as a reaction', () => {
    const { own, isReaction } = readQuote('🛑 to “Pinnacle Ortho: You are signed up for Runner Tips…”', ours);
    expect([own, isReaction, meaningOf(own)]).toEqual(['🛑', false, { kind: 'stop', certain: false }]);
  });

  it('never throws and takes a bounded time, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: anyCharacter }),
          fc
            .array(fc.constantFrom('“', '”', '>', '\n', 'Liked ', 'Pinnacle Ortho: ', '…', '👍 to ', 'Reply STOP'))
            .map((parts) => parts.join('')),
        ),
        (body) => {
          expect(typeof readQuote(body, ours).own).toBe('string');
        },
      ),
    );
    for (const piece of ['“', '“Pinnacle Ortho: ', 'Liked “', '> ', '👍', 'Removed a from ', 'Reacted '])
      expect(typeof readQuote(piece.repeat(2_000), ours).own).toBe('string');
  });
});
