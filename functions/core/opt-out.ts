import { has, phrases, type Text, without } from './phrases';

/**
 * Whether a text asks us to stop. The FCC's words (47 CFR 64.1200(a)(10): stop, quit, end, revoke, opt out, cancel,
 * unsubscribe) always count, and so does any wording a reasonable person would understand. AWS and the carriers add
 * theirs. `certain: false` means: suppress all the same, and let staff read it. The doubt falls on the side of silence
 * because a person can come back with START, while a text after a stop cannot be taken back.
 *
 * Decided so:
 * - "Cancel my appointment" and "STOP running?" open with a word of the law: suppressed, and staff read the rest (they
 *   have to anyway, for the appointment). "I need to cancel my visit" and "should I stop running" do not, and are not.
 * - "Wrong number", "I never signed up": perhaps a slip of the reader, but nobody who consented says so: suppressed.
 * - A stop word as a sentence of its own counts wherever it stands first or last: "Who is this? Stop."
 */
export function optOutOf({ sentences, line }: Text): { certain: boolean } | null {
  const said = sentences.map((s) => ({ ...s, words: s.words.filter((w) => !FILLERS.has(w)) }));
  const heavy = said.filter((s) => s.words.length > 0);
  const isStop = heavy.map((s) => s.words.every((w) => WORDS.has(w) || MISSPELLED_UNSUBSCRIBE.test(w)));
  if (isStop.length > 0 && isStop.every(Boolean)) return { certain: true };
  if (isStop.at(0) && !heavy.at(0)?.asked) return { certain: true };
  if (isStop.at(-1) && !heavy.at(-1)?.asked) return { certain: true };

  const plain = without(line, notAStop);
  if (has(line, asksOthers)) return { certain: true };
  if (has(plain, asks)) return { certain: true };
  if (isStop.some(Boolean) || has(plain, perhaps)) return { certain: false };

  const first = line
    .trim()
    .split(' ')
    .find((w) => !FILLERS.has(w));
  if (first !== undefined && OPENERS.has(first) && !has(line, openerIdioms)) return { certain: false };
  return null;
}

/** Alone in a text or a sentence, each of these is an opt-out. */
const WORDS = words(`
  stop quit end revoke optout cancel unsubscribe
  arret arrete remove td stopall
  alto parar basta cancelar pare paren para detener detenga detente baja cancela cancele desuscribir desuscribirme salir
  stpo sotp tsop stp stopp stoop st0p sto dtop xtop stoo stopo stpp stob stopped stops stoped stahp
  stopit stopnow stoptexting stoptext stopplease plsstop pleasestop removeme
  qiut quitt qit cancle cancell canel cansel cncel canceled cancelled endd revok remvoe unsub nsubscribe otpout
`);
const MISSPELLED_UNSUBSCRIBE = /^un?s[a-z]{0,3}s?cri[a-z]{1,5}$/;

/** Say nothing beside a stop word. */
const FILLERS = words(`
  please thanks now ok okay k hi hello hey yes yeah yep yup y no nope sorry sir maam dear team everyone dude guys bye
  just all already immediately asap today it this these them that everything the a so oh um well and or text txt
  si ya hola ahora favor inmediatamente todo adios o lol omg ugh
`);

/** As the first word these leave a doubt, whatever follows. */
const OPENERS = words('stop stopall quit end revoke optout cancel unsubscribe remove alto basta');
const openerIdioms = phrases(`
  ^ ~2 end of|up|zone|goal|result|date|is|was|came|felt
  ^ ~2 stop light|lights|sign|signs|watch
  ^ ~2 alto dolor|impacto|rendimiento|nivel|riesgo
  ^ ~2 stop if|when it|you|i hurt|hurts
`);

const TEXTS =
  'text|texts|texting|txt|txts|txting|message|messages|messaging|messege|messeges|mesage|mesages|msg|msgs|sms|sending|' +
  'contacting|spamming|spam|bothering|harassing|bugging|writing|notifications|notification|subscription|alerts';
const MENSAJES =
  'mensaje|mensajes|mensages|texto|textos|sms|mandar|mandarme|enviar|enviarme|escribir|escribirme|molestar|molestarme';

/** Someone is told to stop, even where "don't" or "can't" stands before it. */
const asksOthers = phrases(`
  i|ive ~1 said stop|quit
  told|asked|asking|telling|said_to you|yall ~3 stop|quit
  why|you ~3 stop|quit ~2 ${TEXTS}|calling
  wanna|need|like|want you|yall ~2 to stop
`);

const asks = phrases(`
  stop|stopall|quit|cease|stops|stpo|sotp|stahp|discontinue|terminate ~2 ${TEXTS}|send|calling|emailing|calls|emails|contact
  end|cancel|ending|cancelling|canceling the|these|all|my|this|your|any? ${TEXTS}|messages|enrollment|membership|plan|program
  stop|quit already|please|immediately|asap $
  stop please|already|immediately|asap|thanks
  please stop|quit|cancel|end|remove $
  optout
  opt me out
  unsubscri*
  unsub
  desuscri*
  take|get|pull|drop me|my_name|my_number|us|this_number|my_phone off|out
  remove|delete|erase|drop|scratch me|my|us|this number|name|phone|info|information|contact|cell
  remove|delete|erase me|us
  off|from your|the|this|ur ~1 list|lists
  no more ${TEXTS}|of_these|of_this
  ^ no more $
  no more please|thanks $
  no more $
  enough ~2 texts|messages|msgs|already
  dont|never|not ~1 text|txt|message|msg|contact|bother|spam|write|sms me|us|this|here|anymore|again|ever
  dont|never ~1 send ~2 ${TEXTS}|me|these|this|anything|anymore|more
  dont wanna|want|need|like|wish|care ~4 ${TEXTS}
  please discontinue
  ^ please? dont|never text|txt|message|contact|sms please? $
  spam ~2 stop|optout
  dont wanna|want ~1 hear from
  dont wanna|want ~1 be texted|contacted|messaged|on_this|on_your|on_the
  leave me|us alone
  lose my|this number
  revoke|withdraw|revoking|withdrawing ~2 consent|permission
  i revoke|withdraw
  i ~1 wanna optout|unsubscribe
  i ~1 want out
  done with ~2 texts|messages|list
  count me out
  no ~1 me ~1 mande*|manden|mandes|envie*|envien|escriba*|escriban|escribas|texte*|moleste*|contacte*|contacten|llame*
  no ~1 quiero ~3 ${MENSAJES}
  no ~1 quiero recibir
  no mand*|envi*|escrib* ~1 mas? ${MENSAJES}
  eliminar|borrar|quitar|eliminen|borren|quiten mi numero|nombre
  no mas ~1 ${MENSAJES}
  ^ no mas $
  no mas please|thanks $
  deje|dejen|deja|pare|paren|para|dejar de ~1 ${MENSAJES}
  dejame|dejeme|dejenme en paz
  quitame|quiteme|quitenme|sacame|saqueme|saquenme|borrame|borreme|borrenme|eliminame|elimineme|eliminenme
  dar|darme|darse|deme|denme|dame de baja
  cancelar|cancele|cancelen|canceled|cancela mi|la|los|mis|esta? ~1 suscripcion|subscription|mensajes|textos
  ya basta
  basta ya|de
  para|pare|paren ya
  alto please|ya|thanks
`);

const perhaps = phrases(`
  wrong number|person|phone
  not|isnt ~2 this|my|the number|phone ~1 anymore
  not|isnt my number|phone
  ^ ~2 this isnt ~1 $
  wrong no|num
  ^ ~1 im not ~2 wrong
  who|how|where ~3 my|this number
  spam
  not interested
  no ~1 interested
  no thanks
  no longer wanna|want|interested|need
  never|didnt|dont sign|signed|subscribe|subscribed|agree|agreed|ask|asked|remember_signing
  dont|never|not ~1 call|email|phone me|us|this
  go away
  fuck|f|piss|buzz|back off
  fuck|screw you
  stop $
  wanna|want|need_to|like_to stop|quit|cancel|end $
  ^ i quit|stop $
  stop it|this|that|now|bothering
  ^ enough $
  pause|hold ~2 ${TEXTS}
  ^ pause $
  ^ atop|stip|sop|shop|stol $
  numero equivocado
  persona equivocada
  no ~1 me interesa
  no ~1 estoy interesad*
  nunca me ~1 inscribi|registre|suscribi|apunte
  vayase|vete|largate
`);

/** The body stops, or the runner does; nobody asks us to. */
const notAStop = phrases(`
  cant|couldnt|dont|didnt|doesnt|never|not|wont|without|wouldnt wanna|ever|seem_to|really|just? stop|quit|unsubscribe|optout|cancel|remove_me
  should|shall|must|can|could|do|did|when|before|until|if|after|would|will|may i|we|they|someone|runners|people have_to|need_to|ever|just|ever_have_to? stop|quit|cancel|end
  i|we have_to|had_to|need_to|must|should|can|will|would|could|always|usually|often|just|only|gotta|ever? stop|end
  have|had|need|trying|try|when|where|how|time|reason|forced|made_me|refuse|refused to stop|quit|end|cancel
  pain|ache|aching|hurting|spasms|spasm|tingling|burning|cramps|cramp|soreness|bleeding|symptoms ~1 stop
  does|will|would|did|doesnt it ~1 stop
  told|tells|advised|asked|ordered|want|wants|warned me ~2 stop|quit
  doctor|dr|doc|pt|therapist|coach|surgeon ~1 said|says ~2 stop|quit
  make|makes|made|making|let|lets ~1 my|the ~2 stop
  bus|rest|pit|full|non|aid|water|first|last|next|short|a|the|my|one|every|each|train|truck|bathroom|potty stop|stops
`);

function words(table: string): Set<string> {
  return new Set(table.trim().split(/\s+/));
}
