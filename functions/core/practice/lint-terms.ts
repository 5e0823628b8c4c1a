import type { Locale } from '../base/locale';

/** The words that a language has for what the lint looks for. */
export interface Terms {
  walkIn: RegExp;
  inNeed: RegExp;
  /** A sentence that offers no walk-in, or sends people where they belong. */
  sentElsewhere: RegExp;
  /** 15 USC 45: what helps may be said, what it does for everybody may not. */
  promise: RegExp;
  condition: RegExp;
  backPain: RegExp;
  /** 45 CFR 164.508(a)(3): what somebody else pays for needs an authorisation that says so, and nobody here has given one. */
  paid: RegExp;
  spam: RegExp;
  event: RegExp;
  dated: RegExp;
  exercise: RegExp;
  /** Opens a sentence that tells the reader to do what follows. */
  tells: RegExp;
  /** What a preheader may speak of that then has to be in the mail; the first group is its stem. */
  things: RegExp;
  /** Those of them that a drawing is. */
  drawn: RegExp;
  /** From one to ten. */
  numbers: string[];
  /** How a message greets; a greeting is no sentence to grade. */
  greeting: RegExp;
}

/** Spanish ones are matched against text without accents, as people often type it. */
export const termsOf: Record<Locale, Terms> = {
  en: {
    walkIn: /walk.?in|urgent ?care/i,
    inNeed:
      /\b(emergenc\w*|911|numb\w*|bladder|bowel|groin|fever|(can ?not|can['’]t) (feel|move|walk|hold|go)|crash|accident|gives? way)\b/i,
    sentElsewhere: /\b(911|ER|emergency room|hospital)\b|\b(not|never|no) (for|an?)\b/i,
    promise:
      /\bcures?\b|\bcured\b|guarantee\w*|\btreats? (your )?(back|pain)|stronger spine|\bheals?\b|\bprove[ns]\b|you should have|your fault|best in|pain.?free|100 ?%/i,
    condition:
      /\b(sciatica|stenosis|scoliosis|spondyl\w*|herniat\w*|(slipped|bulging|ruptured|torn) dis[ck]s?|pinched nerves?|arthritis|osteoporosis|(stress )?fractures?|cauda equina|cancer|tumou?rs?|radiculopathy|degenerative|disc disease)\b/i,
    backPain: /\bback pain\b/i,
    paid: /\bsponsored (by|content|message|post)\b|\bpaid for by\b|\bpaid (promotion|partnership|advertisement|ad)\b|\bbrought to you by\b|\ba (message|word|offer) from our (sponsor|partner)s?\b|\baffiliate link/i,
    spam: /act now|click here|buy now|order now|limited time|free money|risk.?free|winner|lowest price|once in a lifetime|no obligation|special promotion|exclusive (deal|offer)|discounts?\b|don['’]t delete|this is not spam/i,
    event: /\b(open house|event|workshop|seminar|screening|clinic day|race day|join us|come and meet|meet our team)\b/i,
    dated:
      /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\b\d{1,2}\/\d{1,2}\b|\b(mon|tues|wednes|thurs|fri|satur|sun)day\b/i,
    exercise:
      /\b(stretch\w*|lift\w*|swim\w*|bike|biking|weights|lean\w*|plank\w*|squats?|lunges?|crunch\w*|sit.?ups?)\b/i,
    tells: /^$/,
    things:
      /\b(video|checklist|calendar|map|hours|drawing|picture|coupon|list|plan|stretch|move|tip|question)(e?s)?\b/i,
    drawn: /^(drawing|picture|move|stretch)$/,
    numbers: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    greeting: /^Hi /,
  },
  es: {
    walkIn:
      /walk.?in|urgent ?care|\bsin (hacer )?(una )?cita\b|atencion (de urgencia|inmediata)|cuidados? (de )?urgen\w*/i,
    inNeed:
      /\b(emergenci\w*|911|entumec\w*|adormec\w*|vejiga|intestin\w*|ingle|fiebre|no (puede|siente|logra) (sentir|mover|caminar|aguantar|orinar)|no siente|choques?|accidentes?)\b/i,
    sentElsewhere: /\b(911|sala de emergencias|hospital)\b|\b(no es|nunca es|no son) (para|una?)\b/i,
    promise:
      /\bcura(r|ra|mos|n)?\b|\bcurad[oa]s?\b|garanti[az]\w*|\btrata(mos|n)? (su|la|el) (espalda|dolor)|columna mas fuerte|\bsana(r|ra|n)?\b|\b(com)?probad[oa]s?\b|\bdemuestra\w*|deberia haber|\bsu culpa\b|\b(el|la) mejor (de|en)\b|sin dolor|100 ?%/i,
    condition:
      /\b(ciatica|estenosis|escoliosis|espondil\w*|herni\w*|discos? (roto|abultado|desplazado|salido|degenerado)s?|nervios? (pinzado|atrapado|pellizcado)s?|artritis|osteoporosis|fracturas?|cauda equina|cola de caballo|cancer|tumor(es)?|radiculopatia|degenerativ\w*|enfermedad del disco)\b/i,
    backPain: /\bdolor(es)? de (la )?espalda\b/i,
    paid: /\bpatrocin\w*|\bauspici\w*|\bpagado por\b|\b(anuncio|publicidad|promocion) pagad[oa]\b|\b(mensaje|oferta) de nuestros? (patrocinador|socio)\w*|enlace de afiliad\w*/i,
    spam: /actue (ya|ahora)|(haga|de) clic aqui|(compre|pida|ordene) (ya|ahora)|tiempo limitado|dinero gratis|sin riesgo|\bganador\w*|precio mas bajo|oportunidad unica|sin (ningun )?compromiso|promocion especial|oferta exclusiva|\bdescuentos?\b|no (lo )?borre|esto no es spam/i,
    event:
      /\b(puertas abiertas|evento|taller|seminario|charla|dia de la clinica|dia de la carrera|acompanenos|venga a conocer\w*|conozca a nuestro equipo)\b/i,
    dated:
      /\b\d{1,2} de (ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)[a-z]*\b|\b\d{1,2}\/\d{1,2}\b|\b(lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b/i,
    exercise:
      /\b(estir\w*|levant\w* pesas|pesas|nad(ar|e|en|ando)|natacion|bici(cleta)?s?|inclin\w*|planchas?|sentadillas?|zancadas?|desplantes?|abdominales|flexiones)\b/i,
    tells: /^(haga|practique|pruebe|intente|cambie)\b/i,
    things:
      /\b(video|lista|calendario|mapa|horario|dibujo|imagen|cupon|plan|estiramiento|movimiento|consejo|pregunta)(e?s)?\b/i,
    drawn: /^(dibujo|imagen|movimiento|estiramiento)$/,
    numbers: ['uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
    greeting: /^Hola\b/,
  },
};

/** Text as the terms of its language are matched against it. */
export const matchable = (text: string, locale: Locale): string =>
  locale === 'en' ? text : text.normalize('NFD').replace(/\p{M}/gu, '');
