import type { Locale } from '../base/locale';
import type { CheckInAnswer } from '../person/subscriber';
import { urgencyOf } from '../triage/urgency';
import { optOutBySign, optOutOf } from './opt-out';
import { readText, type Text } from './phrases';

/** What a text asks of us. `alsoStop`: the same text opts out (surely or perhaps), so it is honoured as well. */
export type Meaning =
  | { kind: 'crisis'; alsoStop: boolean }
  /** `signs`: they said so of the signs that we asked about (core/replies/screen). */
  | { kind: 'emergency'; alsoStop: boolean; signs?: true }
  | { kind: 'stop'; certain: boolean }
  | { kind: 'help' }
  | { kind: 'start' }
  | { kind: 'yes' }
  | { kind: 'tips' }
  | { kind: 'check-in'; answer: CheckInAnswer }
  | { kind: 'seen' }
  /** Wants to be written to in this language from now on. */
  | { kind: 'language'; locale: Locale }
  /** Nothing but a quote of our own words (core/messages/quote), which is not for this file to see. */
  | { kind: 'reaction' }
  | { kind: 'other' };

/** Whether somebody of the practice has to read the text. */
export const isForStaff = (meaning: Meaning): boolean =>
  ['crisis', 'emergency', 'other'].includes(meaning.kind) ||
  (meaning.kind === 'stop' && !meaning.certain) ||
  (meaning.kind === 'check-in' && meaning.answer === 'worse');

/**
 * Reads an inbound text. Never throws, takes any string, and reads at most the length of a ten-part text. Case, full
 * width, accents, punctuation, letters set apart and spaces within a line change nothing. A line end ends a sentence,
 * but hides no emergency within one.
 *
 * The order is by what a wrong reading costs:
 * 1. Self-harm: a life. Its answer (988 and 911) covers the emergency answer, never the other way round.
 * 2. Emergency: health. "STOP I can't pee" must not get "you are unsubscribed" and nothing else.
 * 3. Opt-out: the law. It is carried along by the two above (`alsoStop`), and beats every friendly word: "yes stop".
 * 4. The rest only when the whole text says it. Consent (YES, START) and "I have been seen", which unlocks exercises,
 *    are never guessed from a part; "ok" is no YES, because people answer "ok" to the confirmation of their STOP.
 */
export function meaningOf(body: string): Meaning {
  const text = readText(body);
  const optOut = optOutOf(text) ?? optOutBySign(text, body);

  const urgency = urgencyOf(body);
  if (urgency) return { kind: urgency.kind === 'crisis' ? 'crisis' : 'emergency', alsoStop: optOut !== null };
  if (optOut) return { kind: 'stop', certain: optOut.certain };
  const whole = wholeText(text);
  return WHOLE.get(whole) ?? { kind: SEEN.test(whole) ? 'seen' : 'other' };
}

const POLITE = new Set(['please', 'thanks', 'hi', 'hello', 'hey', 'hola', 'ok', 'okay', 'sir', 'maam', 'lol', 'ma']);

function wholeText({ line }: Text): string {
  const words = line.trim().split(' ');
  const plain = words.filter((word, i) => !POLITE.has(word) && word !== words[i - 1]);
  return plain.join(' ');
}

const WHOLE = new Map<string, Meaning>([
  ...say(
    { kind: 'help' },
    'help|help me|i need help|need help|helpp|hlep|hepl|hlp|info|information|more info|more information|helpme|' +
      'who is this|who are you|whos this|who is texting me|what is this|what number is this|' +
      'ayuda|ayudame|ayudeme|necesito ayuda|informacion|mas informacion|quien es|quien eres|quien es usted|aide',
  ),
  ...say(
    { kind: 'start' },
    'start|unstop|sign me up|sign me up again|sign me back up|sign up|signup|resubscribe|subscribe|subscribe me|' +
      'optin|opt me in|opt me back in|start again|start texting me again|start texting me|start texts|restart|resume|' +
      'join|begin|re subscribe|un stop|strat|satrt|star t|add me back|put me back on the list|' +
      'empezar|comenzar|iniciar|inicio|inscribirme|inscribeme|inscribame|suscribir|suscribirme|suscribirse|reanudar|alta',
  ),
  ...say(
    { kind: 'yes' },
    'yes|y|yeah|yep|yup|yess|yea|yes i do|yes i agree|yes i confirm|yes confirm|yes sign me up|yes i want tips|i agree|' +
      'agree|i confirm|confirm|confirmed|absolutely yes|oh yes|yes of course|yes you can|' +
      'si|sip|si acepto|acepto|si quiero|claro que si|claro|si claro|confirmo|si confirmo|yes si|si yes',
  ),
  ...say(
    { kind: 'tips' },
    'tips|tip|tipps|tps|send tips|send me tips|more tips|text tips|text me tips|i want tips|i wanna tips|tips for me|' +
      'the tips|send me the tips|back tips|back care tips|get tips|tisp|tpis|yes tips|' +
      'consejo|consejos|quiero consejos|mas consejos|enviar consejos|mandame consejos',
  ),
  ...say(
    { kind: 'check-in', answer: 'better' },
    '1|one|uno|better|beter|bettr|feeling better|much better|a lot better|a little better|im better|im feeling better|' +
      'i feel better|im feeling much better|i feel much better|its better|getting better|1 better|my back is better|' +
      'way better|mejor|mucho mejor|estoy mejor|me siento mejor|un poco mejor|1 mejor|option 1|number 1',
  ),
  ...say(
    { kind: 'check-in', answer: 'same' },
    '2|two|dos|same|the same|about the same|still the same|its the same|im the same|no change|no better|not better|' +
      'no difference|no improvement|same as before|2 same|2 the same|sme|i feel the same|unchanged|my back is the same|' +
      'igual|lo mismo|sigo igual|estoy igual|me siento igual|mas o menos|sin cambios|2 igual|option 2|number 2',
  ),
  ...say(
    { kind: 'check-in', answer: 'worse' },
    '3|three|tres|worse|wrose|worst|worser|much worse|a lot worse|a little worse|a bit worse|im worse|i feel worse|' +
      'im feeling worse|feeling worse|getting worse|its worse|its getting worse|way worse|my back is worse|3 worse|' +
      'peor|mucho peor|estoy peor|me siento peor|un poco peor|3 peor|option 3|number 3',
  ),
  ...say({ kind: 'language', locale: 'es' }, 'espanol|en espanol|spanish|in spanish|espaniol|espanyol'),
  ...say({ kind: 'language', locale: 'en' }, 'english|in english|ingles|en ingles|inglish'),
  ...say(
    { kind: 'seen' },
    'seen|ya me vieron|ya me vio el doctor|ya me vio un doctor|ya me vio la doctora|ya me vio el medico|' +
      'ya me vio un medico|me vio el doctor|me vio un doctor|me vio un medico|me vio el medico|ya vi al doctor|' +
      'ya vi al medico|ya fui al doctor|ya fui al medico|ya me atendieron|visto|he visto al doctor|he visto a un medico',
  ),
]);

/** "I've already been seen by Dr. Lee yesterday", whole; a "not", "but" or "when" anywhere keeps it from matching. */
const SEEN = new RegExp(
  '^(?:yes )?(?:i |ive |i was |i got |i ive )?(?:already |now |just |finally )?' +
    '(?:(?:been |got )?seen(?: already)?(?: by)?|(?:saw|visited|went to|gone to|been to)(?= .*(?:doctor|dr|doc|specialist|surgeon|physician)))' +
    '(?: (?:a|the|my|your|spine|back|specialist|physician|surgeon|doctor|doctors|doc|dr(?: [a-z]+)?)){0,5}' +
    '(?: today| yesterday| already| last week| this week| this morning)?$',
);

function say(meaning: Meaning, ways: string): [string, Meaning][] {
  return ways.split('|').map((way) => [way, meaning]);
}
