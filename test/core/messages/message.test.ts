import { asTest, mailView, sendable, textOf } from '../../../functions/core/messages/message';
import type { Profile } from '../../../functions/core/person/subscriber';
import { accentOf, contrastOf, paintOf } from '../../../functions/core/practice/colour';
import { longestLink } from '../../../functions/core/series/merge';
import { stepOf, wordsFor } from '../../../functions/core/series/step';
import { all, context, english, links, practice } from '../../templates/sample';

const backCare = all.find(({ seriesId }) => seriesId === 'back-care')!;
const sam: Profile = {
  firstName: 'Sam',
  answers: { experience: 'regular', pain: 'mechanical', crossTraining: true },
  locale: 'en',
  zones: [],
  zoneSource: 'practice',
  zoneConfidence: 1,
};

describe('the view of a mail', () => {
  it('merges the words and leads each figure to its drawing', () => {
    const view = mailView(english(stepOf(backCare, 'stretching').words), context);
    expect(view.paragraphs[0]).toBe('Hi Sam,');
    expect(view.figures.map(({ src }) => src)).toEqual(
      ['hamstring', 'quadriceps', 'calf'].map((name) => links.asset(`${name}.png`)),
    );
    expect(view.choices).toEqual([]);
    expect(view.locations).toEqual([]);
  });

  it('shows each numbered step and each line to tick on a line of its own', () => {
    const { words } = stepOf(backCare, 'stretching');
    const figure = { ...words.figures![0]!, text: '1. Go slowly. Stop if it hurts. 2. Hold.' };
    const view = mailView(
      english({ ...words, paragraphs: ['Your list.\n☐ Before.\n☐ After.'], figures: [figure] }),
      context,
    );
    expect(view.paragraphs).toEqual(['Your list.', '☐ Before.', '☐ After.']);
    expect(view.figures[0]!.lines).toEqual(['1. Go slowly. Stop if it hurts.', '2. Hold.']);
  });

  it('shows the three answers where a step asks', () => {
    const view = mailView(english(stepOf(backCare, 'check-in').words), context);
    expect(view.choices.map(({ href }) => href)).toEqual([
      links.checkIn.better,
      links.checkIn.same,
      links.checkIn.worse,
    ]);
  });

  it('shows every location with a number to tap', () => {
    const view = mailView(english(stepOf(backCare, 'spine-doctor').words), context);
    expect(view.locations).toHaveLength(5);
    expect(view.locations[0]).toMatchObject({ phone: '(770) 555-0110', tel: 'tel:+17705550110' });
  });

  it('writes a phone number where plain text cannot tap', () => {
    const words = { ...stepOf(backCare, 'rest').words, button: { label: 'Call', link: 'call' as const } };
    expect(mailView(english(words), context).button).toEqual({
      label: 'Call',
      href: 'tel:+17705550100',
      plain: '(770) 555-0100',
    });
  });

  it("shows the logo as a PNG from the practice's own address", () => {
    const words = stepOf(backCare, 'rest').words;
    const logo = { light: 'logo.svg', dark: 'logo-dark.png', width: 120 };
    expect(mailView(english(words), { ...context, practice: { ...practice, logo } }).practice.logo).toEqual({
      light: links.asset('logo.png'),
      dark: links.asset('logo-dark.png'),
      width: 120,
    });
    expect(mailView(english(words), context).practice.logo).toBeNull();
  });

  it('marks a test as a test', () => {
    expect(asTest(mailView(english(stepOf(backCare, 'rest').words), context)).subject).toBe(
      '[Test] Rest is part of the plan',
    );
  });
});

describe('a text', () => {
  const words = stepOf(backCare, 'welcome').words;

  it('begins with the practice and ends with the link', () => {
    const text = textOf(english(words), { practice, firstName: 'Sam', link: 'https://t.example/1' });
    expect(text).toMatch(/^Pinnacle Ortho: .*Info only, not medical advice https:\/\/t\.example\/1$/);
  });

  it('lets a name give way rather than the whole encoding', () => {
    const named = { ...words, text: 'X: Hi {{firstName}}! {{link}}' };
    const say = (firstName: string) => textOf(english(named), { practice, firstName, link: 'l' });
    expect(say('Zoë 🏃')).toBe('X: Hi Zoe! l');
    expect(say('محمد')).toBe('X: Hi there! l');
  });

  it('refuses what a text cannot carry', () => {
    expect(() => sendable('Run 🏃', 'en')).toThrow('🏃');
    expect(() => sendable('a'.repeat(307), 'en')).toThrow('3 message parts');
  });

  it('refuses words that grow past two parts', () => {
    const long = { ...words, text: `{{practice.shortName}}: ${'go '.repeat(70)}{{link}}` };
    expect(() => textOf(english(long), { practice, firstName: 'Sam', link: longestLink })).toThrow('message parts');
  });
});

describe('the words for a person', () => {
  it('are the step words unless a variant fits', () => {
    expect(wordsFor(backCare, 'cross-training', sam).subject).toBe('Give running a helper');
  });

  it('are the running-only words for people who only run', () => {
    const words = wordsFor(backCare, 'cross-training', { ...sam, answers: { ...sam.answers, crossTraining: false } });
    expect(words.subject).toBe('Same sport, new mix');
    expect(words.button).toEqual(stepOf(backCare, 'cross-training').words.button);
    expect(JSON.stringify(words.paragraphs)).not.toMatch(/weights|bike ride/);
  });

  it('name a step that is not there', () => {
    expect(() => stepOf(backCare, 'nope')).toThrow('no step nope');
    expect(() => stepOf(backCare, 'constructor')).toThrow('no step constructor');
  });
});

describe('the paint', () => {
  it.each(['#0b5c6b', '#ffffff', '#000000', '#ffd400', '#7f7f7f', '#e0002a'])('stays legible for %s', (colour) => {
    const paint = paintOf(colour);
    expect(contrastOf(paint.brand, paint.onBrand)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(paint.link, '#f3f0e8')).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(paint.linkDark, '#1e282b')).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(paint.linkDark, '#10181a')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['#0b5c6b', '#ffffff', '#000000', '#ffd400', '#7f7f7f', '#e0002a', '#0000ff'])(
    'keeps the accent of drawings apart from their ground and their outlines for %s',
    (colour) => {
      const accent = accentOf(colour);
      expect(contrastOf(accent, '#ffffff')).toBeGreaterThanOrEqual(3);
      expect(contrastOf(accent, '#17312f')).toBeGreaterThanOrEqual(1.9);
    },
  );
});
