import { editedWordsSchema, editVersion, mayApprove, mayGoOut } from '../../../functions/core/series/change';
import { languagesOf } from '../../../functions/core/series/lint-series';
import { all, practice } from '../../templates/sample';

const base = all.find((one) => one.seriesId === 'back-care')!;
const edit = (steps: object, variants: object = {}) => editVersion(base, { steps, variants } as never, 'u-1', practice);

describe('edited versions', () => {
  it('are the next number, a draft, with their author, and leave the old one as it was', () => {
    const before = JSON.stringify(base);
    const next = editVersion(
      { ...base, approval: 'approved' },
      { steps: { rest: { headline: 'Rest well' } }, variants: {} },
      'u-1',
      practice,
    );
    expect(next).toMatchObject({ version: base.version + 1, approval: 'draft', author: 'u-1' });
    expect(next.steps.rest?.words).toEqual({ ...base.steps.rest?.words, headline: 'Rest well' });
    expect(JSON.stringify(base)).toBe(before);
  });

  it('are cleaned of what nobody sees, and have one kind of line end', () => {
    const { rest } = edit({
      rest: editedWordsSchema.parse({ headline: 'Rest \u202ewell\u202c', paragraphs: ['One\r\ntwo\u200b\rthree'] }),
    }).steps;
    expect(rest?.words).toMatchObject({ headline: 'Rest well', paragraphs: ['One\ntwothree'] });
  });

  it('change a variant where the caller points, and nowhere else', () => {
    const [stepId, step] = Object.entries(base.steps).find(([, one]) => one.variants.length > 0)!;
    const next = edit({}, { [stepId]: { '0': { headline: 'For you' } } });
    expect(next.steps[stepId]?.variants[0]?.words.headline).toBe('For you');
    expect(next.steps[stepId]?.words).toEqual(step.words);
    expect(() => edit({}, { [stepId]: { '9': { headline: 'x' } } })).toThrow(
      expect.objectContaining({ field: `variants.${stepId}.9` }),
    );
    expect(() => edit({}, { [stepId]: { '0': { subject: 'Re: hello you' } } })).toThrow(
      expect.objectContaining({ field: `variants.${stepId}.0.subject` }),
    );
  });

  it('keep the words to stop of every exercise', () => {
    expect(() => edit({ stretching: { paragraphs: ['Just go.'] } })).not.toThrow();
    expect(() => edit({ stretching: { text: 'Pinnacle Ortho: hi' } })).toThrow(
      expect.objectContaining({ field: 'steps.stretching.text' }),
    );
  });

  it('need a change to be one', () => {
    expect(() => edit({ rest: { headline: base.steps.rest?.words.headline } })).toThrow(
      expect.objectContaining({ code: 'invalid', field: 'steps' }),
    );
  });

  it('are approved by someone else than their author', () => {
    const next = edit({ rest: { headline: 'Rest well' } });
    expect(() => mayApprove(next, 'u-1', [])).toThrow(expect.objectContaining({ code: 'forbidden' }));
    expect(mayApprove(next, 'u-2', [])).toEqual([]);
    expect(mayApprove(base, 'u-1', [])).toEqual([]);
  });

  it('are approved with each warning accepted by its name, and with no other', () => {
    const next = edit({ rest: { subject: 'REST this week', headline: 'Act now' } });
    const names = ['shouting in steps.rest.words.subject', 'spam in steps.rest.words.headline'];
    const refused = expect.objectContaining({ code: 'invalid', field: 'accepted' });
    expect(() => mayApprove(next, 'u-2', [])).toThrow(refused);
    expect(() => mayApprove(next, 'u-2', names.slice(1))).toThrow(/shouting in steps\.rest\.words\.subject/);
    expect(() => mayApprove(next, 'u-2', [...names, 'spam in steps.rest.words.text'])).toThrow(refused);
    expect(mayApprove(next, 'u-2', names.reverse())).toEqual(names.reverse());
  });

  it('go out as drafts anywhere but in production', () => {
    expect(mayGoOut({ approval: 'draft' }, 'prod')).toBe(false);
    expect(mayGoOut({ approval: 'approved' }, 'prod')).toBe(true);
    expect(mayGoOut({ approval: 'draft' }, 'staging')).toBe(true);
  });
});

describe('edits of another language', () => {
  const spanish = {
    subject: 'Otra cosa que contarle',
    preheader: 'Una línea que dice lo que viene en este mensaje.',
    headline: 'Con calma',
    paragraphs: ['Hola, {{firstName}}:', 'Vaya con calma esta semana.'],
    button: 'Pida una cita',
    text: '{{practice.shortName}}: Vaya con calma. STOP para cancelar. Solo info, no consejo médico {{link}}',
  };
  /** The one step of the fixtures that nobody has written in Spanish. */
  const stepId = 'call-back';
  const figures = (base.steps[stepId]?.words.figures ?? []).map(() => ({
    alt: 'Un dibujo',
    title: 'Un título',
    text: 'Algo.',
  }));

  it('change that language alone, and are a draft again', () => {
    const next = edit({ rest: { es: { headline: 'Descanse bien' } } });
    expect(next.steps.rest?.words).toEqual({
      ...base.steps.rest?.words,
      es: { ...base.steps.rest?.words.es, headline: 'Descanse bien' },
    });
    expect([next.approval, next.author]).toEqual(['draft', 'u-1']);
  });

  it('write a language that was not there, once it is whole', () => {
    expect(languagesOf(base)).toEqual([{ locale: 'es', whole: false, missing: [stepId] }]);
    const next = edit({ [stepId]: { es: { ...spanish, figures } } });
    expect(languagesOf(next)).toEqual([{ locale: 'es', whole: true, missing: [] }]);
    const { text: _text, ...part } = spanish;
    expect(() => edit({ [stepId]: { es: part } })).toThrow(
      expect.objectContaining({ code: 'invalid', field: `steps.${stepId}.es.text` }),
    );
  });

  it('are held to the rules of their language', () => {
    expect(() => edit({ rest: { es: { headline: 'Esto cura la espalda' } } })).toThrow(
      expect.objectContaining({ field: 'steps.rest.es.headline', message: expect.stringMatching(/"cura" promises/) }),
    );
    expect(() => edit({ rest: { es: { subject: 'Para su lesión' } } })).toThrow(/names a condition/);
    expect(() => edit({ 'rest-gently': { es: { paragraphs: ['Levante pesas cada día.'] } } })).toThrow(/exercise/);
  });
});
