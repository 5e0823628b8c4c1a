import {
  aboutTexts,
  asks,
  asksOthers,
  names,
  notAStop,
  nothing,
  notOurs,
  openerIdioms,
  perhaps,
} from './opt-out-phrases';
import { has, type Text, without } from './phrases';

/**
 * Whether a text asks us to stop. The FCC's words (47 CFR 64.1200(a)(10): stop, quit, end, revoke, opt out, cancel,
 * unsubscribe) count wherever they may be meant for us, and so does any wording a reasonable person would understand.
 * AWS and the carriers add theirs. `certain: false` means: suppress all the same, ask once whether that was meant, and
 * let staff read it. The doubt falls on the side of silence because a person can come back with START, while a text
 * after a stop cannot be taken back.
 *
 * Decided so:
 * - What a word of the law is about decides. "Cancel my appointment", "stop by the office", "remove my stitches" and
 *   "basta con 10 minutos" name something that is not ours to stop; with a word for our texts beside it they count.
 * - "STOP running?" opens with a word of the law, and may be both: suppressed, asked, and read by staff.
 * - "Wrong number", "I never signed up": perhaps a slip of the reader, but nobody who consented says so: suppressed.
 * - A stop word as a sentence of its own counts wherever it stands first or last: "Who is this? Stop."
 */
export function optOutOf(text: Text): { certain: boolean } | null {
  const sentences = text.sentences.map(({ words, asked }) => ({ asked, words: joined(words) }));
  const line = ` ${sentences.flatMap(({ words }) => words).join(' ')} `;
  const said = sentences.map((s) => ({ ...s, words: s.words.filter((w) => !FILLERS.has(w)) }));
  const heavy = said.filter((s) => s.words.length > 0);
  const isStop = heavy.map((s) => s.words.every((w) => WORDS.has(w) || MISSPELLED_UNSUBSCRIBE.test(w)));
  if (isStop.length > 0 && isStop.every(Boolean)) return { certain: true };
  if (isStop.at(0) && !heavy.at(0)?.asked) return { certain: true };
  if (isStop.at(-1) && !heavy.at(-1)?.asked) return { certain: true };

  const plain = without(without(line, notAStop), has(line, names) ? nothing : notOurs);
  if (has(line, asksOthers)) return { certain: true };
  if (has(plain, asks)) return { certain: true };
  if (isStop.some(Boolean) || has(plain, perhaps)) return { certain: false };

  const first = plain
    .trim()
    .split(' ')
    .find((w) => !FILLERS.has(w));
  if (first !== undefined && OPENERS.has(first) && !has(line, openerIdioms)) return { certain: false };
  return null;
}

/** A sign for "stop" is as plain as the word, but alone, or beside words for our texts, only. */
export function optOutBySign(text: Text, body: string): { certain: boolean } | null {
  if (!STOP_SIGN.test(body)) return null;
  const isAlone = text.sentences.every(({ words }) => words.every((word) => FILLERS.has(word)));
  if (isAlone) return { certain: false };
  return SIGN_FIRST.test(body) && has(text.line, aboutTexts) ? { certain: true } : null;
}

const STOP_SIGN = /[🛑✋⛔🚫]/u;
const SIGN_FIRST = /^\s*[🛑✋⛔🚫]/u;

/** "ST OP", "STOP2", "stop4ever": a word of the law that a space fell into, or a number grew on. */
function joined(words: string[]): string[] {
  const grown = words.map((word) => word.replace(NUMBERED, '$1'));
  const heavy = grown.filter((word) => !FILLERS.has(word));
  if (heavy.length > 1 && heavy.length < 5 && LAW.has(heavy.join(''))) return [heavy.join('')];
  const at = grown.findIndex((word, i) => TORN.test(`${word} ${grown[i + 1]}`));
  return at < 0 ? grown : [...grown.slice(0, at), 'stop', ...grown.slice(at + 2)];
}

const NUMBERED =
  /^(stop|quit|end|cancel|unsubscribe|remove|revoke|halt)(?:\d+|[124]\d*(?:end|stop|ever|all|now|life))$/;
const LAW = words('stop quit end revoke cancel unsubscribe remove halt unsub stopall optout alto basta');
const TORN = /^(?:st op|sto p)$/;

/** Alone in a text or a sentence, each of these is an opt-out. */
const WORDS = words(`
  stop quit end revoke optout cancel unsubscribe halt desist
  arret arrete remove td stopall
  alto parar basta cancelar pare paren para detener detenga detente baja cancela cancele desuscribir desuscribirme salir
  suspender suspendan suspenda
  stpo sotp tsop stp stopp stoop st0p sto dtop xtop stoo stopo stpp stob stopped stops stoped stahp
  stopit stopnow stoptexting stoptext stopplease plsstop pleasestop removeme
  qiut quitt qit cancle cancell canel cansel cncel canceled cancelled endd revok remvoe unsub nsubscribe otpout
`);
const MISSPELLED_UNSUBSCRIBE = /^un?s[a-z]{0,3}s?cri[a-z]{1,5}$/;

/** Say nothing beside a stop word. */
const FILLERS = words(`
  please thanks now ok okay k hi hello hey yes yeah yep yup y no nope sorry sir maam dear team everyone dude guys bye
  just all already immediately asap today it this these them that everything the a so oh um well and or text txt
  si ya hola ahora favor inmediatamente todo adios o lol omg ugh bro man lady folks enough seriously kindly really
`);

/** As a first word these are ambiguous. */
const OPENERS = words('stop stopall quit end revoke optout cancel unsubscribe remove halt alto basta');
function words(table: string): Set<string> {
  return new Set(table.trim().split(/\s+/));
}
