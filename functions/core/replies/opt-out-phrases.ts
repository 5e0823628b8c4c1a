import { phrases } from './phrases';

/** The tables that `opt-out.ts` reads by: what is about us, what is not, and what only sounds so. */

/** What people cancel, end, quit and remove that is nothing of ours. */
const VISIT =
  'appointment|appointments|appt|appts|apt|appointmnt|visit|visits|booking|reservation|consult|consultation|callback|call|' +
  'mri|xray|x_ray|scan|session|sessions|therapy|pt|surgery|procedure|injection|physical|checkup|follow_up|followup|slot|spot|seat|rsvp|' +
  'order|class|trip|race|monday|tuesday|wednesday|thursday|friday|saturday|sunday|am|pm|' +
  'mondays|tuesdays|wednesdays|thursdays|fridays|\\d{1,2}[ap]m|cita|citas|consulta|visita|reserva|cirugia|carrera|vuelo|viaje';
const WORN =
  'stitch|stitches|suture|sutures|staple|staples|brace|boot|cast|tape|bandage|bandages|dressing|splint|sling|wrap|gauze|' +
  'shoe|shoes|sock|socks|insole|insoles|orthotic|orthotics|belt|pad|pads|patch|patches|ice|pack|heat|screw|screws|drain|' +
  'hardware|clothes|jewelry|puntos|venda|ferula|yeso|bota|faja';
const PLACE =
  'office|offices|clinic|desk|store|shop|pharmacy|gym|light|lights|mile|miles|home|house|place|location|er|hospital|practice|' +
  'park|track|corner|station|urgent_care|noon|lunch|\\d{1,2}|\\d{1,2}[ap]m';
const ACTIVITY =
  'running|run|runs|jogging|jog|walking|walk|walks|training|workout|workouts|stretching|stretches|stretch|exercise|' +
  'exercises|exercising|lifting|squats|biking|cycling|swimming|hiking|racing|sitting|smoking|smokes|vaping|drinking|' +
  'coffee|caffeine|alcohol|sugar|soda|gym|job|work|team|school|yoga|crossfit|ice|' +
  'icing|heat|heating|pills|meds|medicine|ibuprofen|advil|aspirin|tylenol|physical_therapy|pt';
export const notOurs = phrases(`
  cancel|cancels|canceled|cancelling|canceling ~4 ${VISIT}
  cancel|cancels|canceled ~1 and|or reschedule|rebook|move
  cancel|cancele|cancelen|cancela|cancelar mi|mis|la|una|nuestra ~1 ${VISIT}
  remove|removes|removing|removed ~3 ${WORN}
  stop by(?!_now|_today_please|_immediately)|over|off|into|around
  stop in for|to|today|tomorrow|person
  stop in|at ~3 ${PLACE}
  stop and go|think|rest|breathe|walk
  stop ~1 ${ACTIVITY} ~2 if|when|before|after|until|for|or|because|with|at|during|and|while
  stop ~1 ice|icing|heat|heating|pills|meds|medicine|ibuprofen|advil|aspirin|tylenol
  quit|quits|quitting ~2 ${ACTIVITY}
  end stage|zone|result
  end|ends ~1 ${ACTIVITY}|week|day|month|night|season|each|every
  end on a
  stop hurting|aching|bleeding|burning|throbbing|tingling|swelling|cramping
  made|makes it|them stop
  optout of ~1 ${VISIT}|school|pe
  halt at|when|if
  basta con|caminar|correr|estirar|hacer|descansar|un|una|unos|unas|media|mucho|poco|solo
  alto ~1 dolor|impacto|rendimiento|nivel|riesgo|volumen|kilometraje
  suspender|suspendan|detener|detenga el|la|los|las? dolor|estiramientos|ejercicios|ejercicio|carrera|medicina|pastillas
  take me off ~2 waitlist|waiting_list|schedule|calendar
`);
export const openerIdioms = phrases(`
  ^ ~2 end of|up|zone|goal|result|date|is|was|came|felt
  ^ ~2 stop light|lights|sign|signs|watch
  ^ ~2 alto dolor|impacto|rendimiento|nivel|riesgo
  ^ ~2 stop if|when it|you|i hurt|hurts
`);

const TEXTS =
  'text|texts|texting|txt|txts|txting|message|messages|messaging|messege|messeges|mesage|mesages|msg|msgs|sms|sending|' +
  'contacting|spamming|spam|bothering|harassing|bugging|blowing_up|writing|notifications|notification|subscription|alerts|' +
  'reminder|reminders|promo|promos|marketing';
/** Which of them are nothing but ours. */
export const names = phrases(
  'text|texts|texting|txt|txts|message|messages|messaging|msg|msgs|sms|notifications|reminder|reminders|list|mensaje|mensajes|textos',
);
export const nothing = phrases('');
export const aboutTexts = phrases(`^ ~2 ${TEXTS}`);
const MENSAJES =
  'mensaje|mensajes|mensages|texto|textos|sms|mandar|mandarme|enviar|enviarme|escribir|escribirme|molestar|molestarme';

/** Someone is told to stop, even where "don't" or "can't" stands before it. */
export const asksOthers = phrases(`
  i|ive ~1 said stop|quit
  told|asked|asking|telling|said_to you|yall ~3 stop|quit
  why|you ~3 stop|quit ~2 ${TEXTS}|calling
  wanna|need|like|want you|yall ~2 to stop
`);

export const asks = phrases(`
  stop|stopall|quit|cease|halt|desist|stops|stpo|sotp|stahp|discontinue|terminate ~2 ${TEXTS}|send|calling|emailing|calls|emails|contact
  knock|cut|quit|stop it off|out? with ~1 ${TEXTS}
  cease and? desist
  turn|shut|switch off? ~2 ${TEXTS} off?
  no texts|texting|txts|messages|msgs please|thanks|anymore|ever? $
  dont have my consent|permission
  i want off
  let me off
  dont|never ~1 want ~1 any_of this|these|it
  dont|never|not|no|longer ~1 wish|want|wanna|care|like|need|desire|consent|agree ~4 ${TEXTS}|texted|contacted|messaged
  discontinue|terminate|deactivate|disable|unenroll|disenroll|withdraw|deregister service|subscription|enrollment|program|me|my
  unenroll|disenroll|deregister
  salir|salirme de ~1 lista|grupo|programa
  no|ya_no deseo|quiero|necesito|acepto ~4 ${MENSAJES}
  parenle|dejenle|bajenle ~1 a ~1 ${MENSAJES}
  alto a los|las|sus ${MENSAJES}
  suspend*|deten*|par* los|las|sus|estos|mis? ${MENSAJES}
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
  leave me|us alone|be
  lose my|this number
  revoke|withdraw|revoking|withdrawing ~2 consent|permission
  i revoke|withdraw
  i ~1 wanna optout|unsubscribe
  i ~1 want out
  done with ~2 texts|messages|list
  count me out
  no ~1 me ~1 mande*|manden|mandes|envie*|envien|escriba*|escriban|escribas|texte*|moleste*|contacte*|contacting|llame*
  no ~1 quiero ~3 ${MENSAJES}
  no ~1 quiero recibir
  no mand*|envi*|escrib* ~1 mas? ${MENSAJES}
  elimin*|borr*|quit*|saqu* ~1 mi|este|mis numero|nombre|telefono|celular|datos
  no ~1 escrib*|mand*|envi*|text* ~3 nada|nunca|numero
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

export const perhaps = phrases(`
  wrong number|person|phone|guy|man|lady|woman|one
  why ~3 you ~2 texting|messaging|contacting me|us|this
  never|didnt ~2 give|gave ~1 you|yall ~2 number|permission|consent
  not|isnt ~2 this|my|the number|phone ~1 anymore
  not|isnt my number|phone
  ^ ~2 this isnt ~1 $
  wrong no|num
  ^ ~1 im not ~2 wrong
  who|how|where ~3 my|this number
  spam
  not interested
  ^ ~3 not for me please|thanks? $
  harass*
  no ~1 interested
  no thanks
  no longer wanna|want|interested|need
  never|didnt|dont sign|signed|subscribe|subscribed|agree|agreed|ask|asked|remember_signing
  dont|never|not ~1 call|email|phone me|us|this
  go away
  ^ ~1 get lost
  ^ ~1 beat it
  ^ ~1 knock it off
  ^ ~1 cut it out
  ^ im|i_am done|out please|thanks? $
  youre|your|are|u_r blocked
  blocking you|this|your
  ^ mute $
  ^ ~1 this isnt ~1 phone|number
  ^ ya no ~1 quiero? $
  ^ fuera $
  yo? no pedi esto
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
export const notAStop = phrases(`
  cant|couldnt|dont|didnt|doesnt|never|not|wont|without|wouldnt wanna|ever|seem_to|really|just? stop|quit|unsubscribe|optout|cancel|remove_me
  should|shall|must|can|could|do|did|when|before|until|if|after|would|will|may i|we|they|someone|runners|people have_to|need_to|ever|just|ever_have_to? stop|quit|cancel|end
  i|we have_to|had_to|need_to|must|should|can|will|would|could|always|usually|often|just|only|gotta|ever? stop|end
  have|had|need|trying|try|when|where|how|time|reason|forced|made_me|refuse|refused to stop|quit|end|cancel
  pain|ache|aching|hurting|spasms|spasm|tingling|burning|cramps|cramp|soreness|bleeding|symptoms ~1 stop
  does|will|would|did|doesnt it ~1 stop
  told|tells|advised|asked|ordered|want|wants|warned me ~2 stop|quit
  doctor|dr|doc|pt|therapist|coach|surgeon ~1 said|says ~2 stop|quit
  make|makes|made|making|let|lets ~1 my|the ~2 stop
  dont|not ~1 wanna|want|like ~1 miss|lose|skip
  bus|rest|pit|full|non|aid|water|first|last|next|short|a|the|my|one|every|each|train|truck|bathroom|potty stop|stops
`);
