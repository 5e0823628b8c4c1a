import { fernandezHuerta, syllablesIn } from '../../../functions/core/series/grade';
import { exerciseIn, type LintRule, lintWords } from '../../../functions/core/series/lint';
import { warningsOf } from '../../../functions/core/series/lint-series';
import type { SeriesVersion, Words } from '../../../functions/core/series/series';
import { checkSeries } from '../../../functions/core/series/series-check';
import { all, practice } from '../../support/practice';

const backCare = all.find(({ seriesId }) => seriesId === 'back-care')!;
const plain: Words = {
  subject: 'Rest is part of the plan',
  preheader: 'A day off is not a day lost. See how to fit rest in this week.',
  headline: 'Take a day off',
  paragraphs: ['Hi {{firstName}},', 'A day off is not a day lost. Fit rest in this week.'],
  button: { label: 'Book a visit', link: 'book' },
  text: '{{practice.shortName}}: Rest this week. Info only, not medical advice {{link}}',
};
const found = (change: Partial<Words>, kind: SeriesVersion['kind'] = 'drip') =>
  lintWords({ ...plain, ...change }, kind).map(({ rule, level, field }) => `${level} ${rule} ${field}`);
const para = (text: string): Partial<Words> => ({ paragraphs: ['Hi {{firstName}},', text] });

it('finds nothing in plain words', () => {
  expect(found({})).toEqual([]);
  expect(found({}, 'broadcast')).toEqual([]);
});

describe('an error, whoever wrote it', () => {
  it.each<[LintRule, string, Partial<Words>, SeriesVersion['kind']]>([
    ['emergency', 'paragraphs.1', para('Lost feeling in your groin? Walk in to us today.'), 'broadcast'],
    ['emergency', 'paragraphs.1', para('After a crash our urgent care is the place.'), 'broadcast'],
    ['emergency', 'headline', { headline: 'Come to our walk-in' }, 'drip'],
    ['promise', 'paragraphs.1', para('These moves cure back pain.'), 'drip'],
    ['promise', 'subject', { subject: 'A guaranteed way to run' }, 'drip'],
    ['promise', 'paragraphs.1', para('Our plan treats back pain.'), 'drip'],
    ['promise', 'paragraphs.1', para('You will run pain-free.'), 'drip'],
    ['condition', 'subject', { subject: 'Running with sciatica' }, 'drip'],
    ['condition', 'preheader', { preheader: 'How a slipped disc changes the way you train each week.' }, 'drip'],
    [
      'condition',
      'text',
      { text: '{{practice.shortName}}: Your stenosis tip. Info only, not medical advice {{link}}' },
      'drip',
    ],
    ['link', 'paragraphs.1', para('Read more at www.example.com.'), 'drip'],
    ['link', 'paragraphs.1', para('See http://example.com/a.'), 'drip'],
    ['paid', 'paragraphs.1', para('This week is sponsored by Sample Shoes.'), 'drip'],
    ['paid', 'headline', { headline: 'A word from our partners' }, 'broadcast'],
    ['paid', 'text', { text: '{{practice.shortName}}: Paid ad. Info only, not medical advice {{link}}' }, 'broadcast'],
    ['link', 'text', { text: '{{practice.shortName}}: bit.ly/abc Info only, not medical advice {{link}}' }, 'drip'],
  ])('%s in %s: %j', (rule, field, change, kind) => {
    expect(found(change, kind)).toContain(`error ${rule} ${field}`);
  });
});

describe('a warning for the approver', () => {
  const hard =
    'Musculoskeletal rehabilitation professionals recommend individualised periodisation of cardiovascular conditioning, incorporating multidirectional stabilisation, proprioceptive recalibration and comprehensive biomechanical evaluation preceding reintroduction of unrestricted competitive participation in organised endurance activities.';

  it.each<[LintRule, string, Partial<Words>, SeriesVersion['kind']]>([
    ['condition', 'preheader', { preheader: 'Two kinds of back pain, and how to know when to ask for help.' }, 'drip'],
    ['grade', 'paragraphs', para(hard), 'drip'],
    ['shouting', 'subject', { subject: 'REST this week' }, 'drip'],
    ['shouting', 'paragraphs.1', para('Rest now!! It helps.'), 'drip'],
    ['spam', 'paragraphs.1', para('Act now for a limited time.'), 'drip'],
    ['date', 'paragraphs', para('Join us for our open house at the clinic.'), 'broadcast'],
    ['preheader', 'preheader', { preheader: 'Three drawings that show you the whole way there and back.' }, 'drip'],
    ['preheader', 'preheader', { preheader: 'A short video shows you how to fit rest into each week.' }, 'drip'],
  ])('%s in %s: %j', (rule, field, change, kind) => {
    expect(found(change, kind)).toContain(`warning ${rule} ${field}`);
  });
});

it.each<[string, Partial<Words>, SeriesVersion['kind']]>([
  ['a race the practice helps', para('We sponsor the spring race. Say hello to our team there.'), 'drip'],
  ['the walk-in beside the way to the ER', para('Our walk-in is not for an emergency: call 911.'), 'broadcast'],
  ['an event with its day', para('Join us for our open house on May 6 at 5 PM.'), 'broadcast'],
  ['a word that holds another', para('The secure page heads west. A manicured lawn.'), 'drip'],
  ['HELP and STOP', { text: '{{practice.shortName}}: HELP or STOP. Info only, not medical advice {{link}}' }, 'drip'],
  ['one short name in capitals', para('An MRI is a picture of the inside.'), 'drip'],
  [
    'a preheader that keeps its word',
    {
      preheader: 'Three ways to rest, and a checklist for the week ahead.',
      ...para('Here is a checklist: three ways.'),
    },
    'drip',
  ],
])('%s is fine', (_, change, kind) => {
  expect(found(change, kind)).toEqual([]);
});

describe('a version', () => {
  const say = (step: string, change: Partial<Words>): SeriesVersion => {
    const one = backCare.steps[step]!;
    return { ...backCare, steps: { ...backCare.steps, [step]: { ...one, words: { ...one.words, ...change } } } };
  };

  it('with an error is refused wherever versions are checked', () => {
    expect(checkSeries(say('rest', { subject: 'Rest cures' }), practice)).toEqual([
      { field: 'steps.rest.words.subject', message: expect.stringContaining('promises') },
    ]);
  });

  it('with an exercise in words for people no doctor has seen is refused', () => {
    const [problem] = checkSeries(say('rest-gently', para('Stretch a little each day.')), practice);
    expect(problem).toMatchObject({ field: 'steps.rest-gently.words.paragraphs.1' });
  });

  it.each(['☐ Stretch your calves.', 'Your list:\n☐ Lift weights.', '1. Rest. 2. Swim a bit.'])(
    'that tells people to exercise in a list is seen as well: %s',
    (text) => {
      expect(exerciseIn({ ...plain, ...para(text) })).toContainEqual(expect.objectContaining({ told: true }));
    },
  );

  it('that tells people to exercise in a step that is not marked so warns', () => {
    expect(warningsOf(say('rest', para('Stretch a little each day.'))).map(({ name }) => name)).toEqual([
      'exercise in steps.rest.words.paragraphs.1',
    ]);
  });

  it('of the fixtures warns of nothing', () => {
    expect(all.flatMap(warningsOf)).toEqual([]);
  });
});

describe('the reading ease of Spanish', () => {
  it.each([
    ['correr', 2],
    ['espalda', 3],
    ['médico', 3],
    ['días', 2],
    ['dolió', 2],
    ['ahora', 3],
    ['guitarra', 3],
    ['pingüino', 3],
    ['quien', 1],
    ['aéreo', 4],
    ['muy', 1],
    ['ya', 1],
    ['ciudad', 2],
    ['oír', 2],
    ['leer', 2],
    ['fisioterapia', 5],
    ['prohibir', 2],
    ['chico', 2],
    ['20', 1],
    ['', 1],
  ])('%s has %i syllables', (word, count) => {
    expect(syllablesIn(word)).toBe(count);
  });

  it('is what the formula says: 206.84 - 60 syllables a word - 1.02 words a sentence', () => {
    expect(fernandezHuerta('La casa es azul. '.repeat(10))).toBeCloseTo(206.84 - 60 * (6 / 4) - 1.02 * 4, 5);
    expect(fernandezHuerta('La casa es azul.')).toBeUndefined();
  });

  it('is low for long words and sentences, which an approver is warned of', () => {
    const hard = 'La regeneración fisiológica necesita inactividad musculoesquelética consistentemente mantenida. ';
    expect(fernandezHuerta(hard.repeat(5))).toBeLessThan(0);
    const step = all.find(({ seriesId }) => seriesId === 'back-care')!.steps.rest!.words;
    const words = { ...step, es: { ...step.es!, paragraphs: [hard.repeat(5)] } };
    expect(lintWords(words, 'drip')).toEqual([
      expect.objectContaining({ rule: 'grade', level: 'warning', field: 'es.paragraphs' }),
    ]);
  });
});

describe('what Spanish words may not say', () => {
  const step = all.find(({ seriesId }) => seriesId === 'back-care')!.steps.rest!.words;
  it.each([
    ['promise', 'headline', 'Esto cura el dolor'],
    ['promise', 'headline', 'Resultados garantizados'],
    ['condition', 'subject', 'Para quien tiene ciática'],
    ['emergency', 'headline', 'Venga sin cita hoy'],
    ['paid', 'headline', 'Un mensaje patrocinado'],
    ['spam', 'headline', 'Actúe ahora mismo'],
    ['link', 'headline', 'Vea www.sitio hoy'],
  ] as const)('%s in %s: %s', (rule, field, said) => {
    const words = { ...step, es: { ...step.es!, [field]: said } };
    expect(lintWords(words, 'drip').map((one) => [one.rule, one.field])).toContainEqual([rule, `es.${field}`]);
  });

  it('an exercise is seen in Spanish, and that it is told', () => {
    const words = { ...step, es: { ...step.es!, headline: 'Levante pesas cada día' } };
    expect(exerciseIn(words)).toEqual([
      { field: 'es.headline', message: '"Levante pesas" is an exercise', told: true },
    ]);
  });
});
