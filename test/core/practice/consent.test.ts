import { locales } from '../../../functions/core/base/locale';
import {
  currentWording,
  disclosedMaximum,
  disclosure,
  shownByPage,
  shownByText,
  wordingHash,
} from '../../../functions/core/practice/consent';
import { segments } from '../../../functions/core/practice/gsm';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { practice } from '../../templates/sample';

const shown = disclosure({ ...practice, legalName: 'Sample Orthopaedics, P.C.' }, 'en');

describe('the words beside the box for texts', () => {
  it.each([
    ['the seller by its legal name', 'Sample Orthopaedics, P.C.'],
    ['that they are marketing, automated and recurring', /recurring automated marketing texts/],
    ['the technology (47 CFR 64.1200(f)(9)(i)(A))', /sent by autodialer/],
    ['which number', /at this number/],
    ['that nothing depends on it ((f)(9)(i)(B))', /not a condition of buying any goods or services or of getting care/],
    ['how many', `Up to ${disclosedMaximum} msgs/month`],
    ['what it costs', /Msg & data rates may apply/],
    ['the way out and the way to help', /Reply STOP to cancel, HELP for help/],
    ['that others could read them (78 FR 5634)', /not encrypted and others could read them/],
  ])('say %s', (_what, words) => {
    expect(shown.sms).toEqual(
      typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words),
    );
  });
});

describe('the words beside the other boxes', () => {
  it('of email warn that it is not encrypted and name the way out', () => {
    expect(shown.email).toMatch(/not encrypted/);
    expect(shown.email).toMatch(/unsubscribe with one click/);
  });

  it.each([
    ['what is collected', /contact details and your answers/],
    ['what for', /use them only to send these tips and to set up a visit/],
    ['who receives it', /Only .+ receive them/],
    ['how to take it back', /Unsubscribe or delete your data at any time/],
  ])('of health data say %s (RCW 19.373.030)', (_what, words) => {
    expect(shown.health).toMatch(words);
  });
});

describe('the text that asks for consent by text', () => {
  const at = 'https://tips.practice.example';
  const named = { ...practice, shortName: 'Runner Back', legalName: 'Sample Orthopaedics, P.C.' };
  const asked = shownByText(named, at);

  it.each([
    ['the brand first, and the seller by its legal name', /^Runner Back \(Sample Orthopaedics, P\.C\.\): /],
    ['that they are marketing, automated and recurring', /recurring automated marketing texts/],
    ['that nothing depends on it ((f)(9)(i)(B))', /Not a condition of buying or care/],
    ['how many and what they cost', `Up to ${disclosedMaximum} msgs/month. Msg & data rates may apply.`],
    ['that others could read them (78 FR 5634)', /Not encrypted/],
    ['who may agree', /if 18\+/],
    ['the way out and the way to help', /HELP for help, STOP to end/],
    ['where the terms and the privacy policies stand', `Terms & privacy: ${at}/legal`],
  ])('says %s', (_what, words) => {
    expect(asked.text).toEqual(
      typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words),
    );
  });

  it('is two parts at most, and refuses names that need a third', () => {
    expect(segments(asked.text)).toEqual({ encoding: 'GSM-7', parts: 2 });
    expect(shownByText({ ...named, legalName: 'Runner Back Physicians' }, at).text).toMatch(
      /^Runner Back Physicians: /,
    );
    const long = { ...named, legalName: 'The Sample Orthopaedic and Spine Physicians of Greater Sampleville, P.C.' };
    expect(() => shownByText(long, at)).toThrow(expect.objectContaining({ code: 'invalid', field: 'legalName' }));
  });

  it('has a version and a language of its own', () => {
    expect(asked).toMatchObject({ wording: 'text-2026-11-b', language: 'en' });
    expect(wordingHash(shownByText({ ...practice, shortName: 'N', legalName: 'N' }, 'U').text)).toBe(
      '54f704b437a5a434e367786c7f3a497a',
    );
  });
});

describe('what a page showed', () => {
  it('is the label and the words on health data, by the version that was served', () => {
    const { sms, health } = disclosure(practice, 'en');
    expect(shownByPage(practice, 'sms', '2026-11-a')).toEqual({
      wording: '2026-11-a',
      language: 'en',
      text: `${sms}\n${health}`,
    });
  });

  it('in Spanish has a version of its own, and the proof keeps the Spanish words', () => {
    const { email, health } = disclosure(practice, 'es');
    expect(shownByPage(practice, 'email', currentWording.es)).toEqual({
      wording: '2026-11-a-es',
      language: 'es',
      text: `${email}\n${health}`,
    });
    expect(email).toMatch(/^Sí, envíenme por correo/);
  });

  it('in Spanish names all that the box for texts has to name', () => {
    const { sms } = disclosure({ ...practice, legalName: 'Sample Orthopaedics, P.C.' }, 'es');
    for (const part of [
      'mensajes de texto publicitarios',
      'automáticos y periódicos',
      'Sample Orthopaedics, P.C.',
      'marcador automático',
      'no es una condición',
      `Hasta ${disclosedMaximum} mensajes al mes`,
      'tarifas de mensajes y datos',
      'STOP',
      'HELP',
      'no van cifrados',
    ])
      expect(sms).toContain(part);
  });

  it('is not guessed where a request named none', () => {
    const { wording, text } = shownByPage(practice, 'sms', undefined);
    expect({ wording, claimed: text.includes('autodialer') }).toEqual({ wording: 'api', claimed: false });
  });
});

it('promises no fewer messages than the caps let through', () => {
  for (const cap of Object.values(defaultPolicy.caps)) expect(cap.per30d).toBeLessThanOrEqual(disclosedMaximum);
});

it('has a new version whenever a word changes, because evidence names it', () => {
  const hashed = locales.map((locale) => {
    const { email, sms, health } = disclosure({ ...practice, name: 'N', legalName: 'L' }, locale);
    return [currentWording[locale], wordingHash([email, sms, health].join('\n'))];
  });
  expect(hashed).toEqual([
    ['2026-11-a', '7d348cfbf2e1a245c0507fc35a4e9d26'],
    ['2026-11-a-es', '79f019008cc5bc90d7326ec0c0963b5d'],
  ]);
});
