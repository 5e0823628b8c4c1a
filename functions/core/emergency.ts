import { has, phrases, without } from './phrases';

/**
 * The emergency tier: new bladder or bowel trouble, numbness between the legs, new or worse leg weakness, fever, a bad
 * fall or crash, and what no one should wait with (chest pain, breath). This is a net of phrases, not a diagnosis: where
 * a text could go either way it answers with guidance, because needless guidance costs one text and missing guidance may
 * cost a bladder or a leg. Fever counts without the word "back": whoever writes here wrote about a back.
 * Pain or tingling down one leg is the other tier (a spine doctor makes the diagnosis) and is left alone on purpose.
 */

const PEE = 'pee|peeing|peed|urinat*|urine|pis|piss|wee|poop|pooping|poo|crap|defecat*|bowel_movement|bathroom|toilet';
const CONTROLLED =
  'bladder|blader|bladdr|bowel|bowels|bowls|pee|peeing|urine|urination|poop|stool|number_one|sphincter';
const LEG = 'leg|legs|foot|feet|thigh|thighs|ankle|ankles|lower_body';
const NUMB = 'numb*|num|nub|tingl*|pins_and_needles|no_feeling|no_sensation|loss_of_feeling|lost_feeling|cant_feel';
const SADDLE =
  'groin|groins|crotch|saddle|genital*|privates|private_part|private_parts|private_area|between_my_legs|between_legs|' +
  'between_the_legs|between_both_legs|inner_thigh|inner_thighs|perine*|butt|buttock|buttocks|butthole|bum|anus|rectum|' +
  'vagina*|penis|scrotum|testic*|balls|labia|down_there|my_ass|where_i_sit|where_i_wipe|sit_bones|nether*';
const FELL = 'fell|fall|fallen|falling|slipped|tripped|tumbled|tumble|spill|crash|crashed|wreck|wrecked|collision';
const HURT = 'back|spine|neck|head|hip|tailbone|hurt|hurts|hurting|pain|ache|broke|broken|cant|er|ambulance|bad';
const BACK = 'back|bak|spine|backache|spinal|espalda|columna|cintura';
const ORINA =
  'orinar|mear|hacer_pipi|hacer_pis|hacer_popo|hacer_caca|hacer_del_bano|defecar|evacuar|ir_al_bano|la_orina|el_pipi';
const PIERNA = 'pierna|piernas|pie|pies|tobillo|muslo';
const ENTREPIERNA =
  'entrepierna|ingle|ingles|genital*|entre_las_piernas|partes_intimas|nalgas|gluteos|trasero|vagina|pene';
const DORMIDO =
  'entumecid*|entumec*|adormecid*|adormec*|dormid*|hormigueo|no_siento|sin_sensibilidad|perdi_sensibilidad';

/** Never talked away by a "no" in front of it: "no, I can't pee". */
const certain = phrases(`
  cant even|really|barely|hardly|seem_to|properly|start|hold|control|feel|stop|empty|pass|go|use|fully? my|the|to|when_i|myself|any|a? ${PEE}
  cant|couldnt|havent|havent_been_able_to ${PEE}
  cant|hard_to|trouble|barely hold|control|feel|empty|emptying|holding|controlling ~2 ${CONTROLLED}
  barely|hardly pee|urinate|poop
  hard to pee|urinate|poop
  not|havent|hasnt ~1 peed|urinated|pooped
  lost|losing|lose|loss|no|lack|not|without|dont_have|havent|havent_got|have_no|little|loosing|lossing|lots control|feeling|sensation|controll ~4 ${CONTROLLED}
  lost|losing|lose|loss|no|loosing of? ~1 bladder|blader|bowel|bowels control|function|feeling
  lost|losing|no|loss ~2 feeling|sensation ~3 ${SADDLE}
  wet|wetting|peed|peeing|pee|pissed|pooped|soiled|soiling|crapped|shit on? myself|my_pants|the_bed|my_bed|my_shorts
  cant ~1 feel|move|lift|raise|wiggle|bend|control my|the|either|one|both? right|left? ${LEG}|toes
  cant ~1 put ~1 weight ~2 ${LEG}|it
  cant ~1 bear weight
  cant stand on my ~2 toes|heel|heels|tiptoes
  cant ~1 move|get_up $
  cant ~1 stand up|on
  cant get up off|from
  fallen|fell ~3 cant ~1 get_up|move|stand
  cant ~1 walk
  no|lost|losing|loss strength|power|control|movement ~4 ${LEG}
  cant ~2 breath|breathe|breathing|catch_my_breath|catch_my_breathe
  hard|trouble|difficulty|problem|problems ~1 breath|breathe|breathing
  no ~1 puedo ~2 ${ORINA}
  no ~1 aguanto|controlo|control|retengo|siento ~2 vejiga|orina|pipi|popo|esfinter|esfinteres|intestino|intestinos
  no ~1 puedo ~1 controlar|aguantar|retener ~2 vejiga|orina|pipi|popo|esfinter|esfinteres|intestino|intestinos|ganas
  perdi|perdido|perdiendo|sin ~1 control ~3 vejiga|orina|esfinter|esfinteres|intestino|intestinos
  no ~1 puedo ~1 mover|levantar|sentir|apoyar ~2 ${PIERNA}
  no ~1 siento ~2 ${PIERNA}|${ENTREPIERNA}
  no ~1 responde|responden ~2 ${PIERNA}
  ${PIERNA} ~1 no ~1 responde|responden|reacciona|funciona
  no ~1 puedo ~1 caminar|respirar|pararme|ponerme_de_pie|levantarme_del_suelo
  perdi|perdido|perdiendo|no_tengo|sin ~1 fuerza|fuerzas ~3 ${PIERNA}
  me falta ~1 aire
`);

/** Said of oneself now; "no numbness", "I don't have a fever" take these back. */
const stated = phrases(`
  trouble|difficulty|difficult|problem|problems|issue|issues|struggling|struggle|accident|accidents|leaking|leak|leaks ~3 ${CONTROLLED}
  trouble|difficulty|difficult|problem|problems|struggling|struggle|pain ~2 ${PEE}
  bladder|blader|bowel|bowels ~2 control|trouble|problem|problems|issue|issues|leak*|accident|accidents|weak*|loss|change|changes|incontinen*|wont|numb|stopped
  incontin*
  cant tell ~4 ${PEE}
  bladder|bowel|bowels isnt|arent|not|wont working|work|emptying|empty
  leak|leaking|leaked|dribbling ~1 urine|pee|poop|stool
  ${NUMB} ~5 ${SADDLE}
  ${SADDLE} ~5 ${NUMB}
  saddle anesthesia|anaesthesia
  my bottom is|feels|went|goes|has_gone numb
  both ~1 legs|feet ~3 ${NUMB}
  ${NUMB} ~3 both ~1 legs|feet
  leg|legs|foot|feet|knee|knees|ankle ~3 gave|gives|give|giving|given out|way|up_on
  leg|legs|foot|knee|knees|ankle ~2 buckl*|collaps*|paraly*|wobbled_and
  leg|legs|foot|feet ~2 wont work|move|lift|hold|respond|listen
  leg|legs|foot|feet ~1 stopped|quit|not|isnt|arent working|moving|responding
  leg|foot just|suddenly? went|is|feels|goes out|dead|limp
  leg|legs|foot|feet ~3 weak|weaker|weakness|weakened|weekness
  leg|legs|foot|feet is|are|feel|feels|got|getting|feeling so|very|really|too? week
  weak|weaker|weakness|weakening|week|weekness in|of? my|the|one|both|left|right? left|right? leg|legs|foot|feet|thigh|thighs
  leg|foot weakness|weekness
  foot|feet is|are|keeps|just? drop|drops|dropping|dropped|slap|slaps|slapping|flop|flops|flopping|drags|dragging
  drop|dropped foot
  keep|keeps tripping|stumbling over|on ~2 ${LEG}|toes
  ${LEG} keeps ~2 dragging|catching|tripping
  ${LEG} ~2 numb|dead and|so|now ~2 cant
  on|hit my back ~4 cant ~1 move
  car|truck|bus|van|suv|bike|cyclist|driver hit|struck|clipped me
  drag|drags|dragging|dragged my|the|one? left|right? foot|leg|feet|toes
  paraly*
  fever|feaver|fevr|fevor|fevers|feverish
  temp|temperature ~3 100|101|102|103|104|105|38|39|40
  chills|shivering ~6 ${BACK}
  ${BACK} ~6 chills|shivering
  ${FELL} ~2 off|from|out_of|down|into|over ~3 ladder|roof|stairs|stair|steps|bike|bicycle|ebike|motorcycle|scooter|horse|tree|deck|porch|balcony|truck|scaffold*|treadmill|cliff|height|feet|ft|wall|curb|trail|hill|bridge|attic|chair|window
  thrown|knocked|bucked off|from|down|over
  rear ended
  golpeo|choco|pego un|una|el carro|coche|auto|camion|moto|bici|bicicleta
  hit by a|an|the? car|truck|bus|bike|cyclist|driver|van|suv|vehicle|motorcycle|scooter
  car|bike|motorcycle|bicycle|auto|vehicle|traffic|cycling|scooter|ski|skiing|atv ~1 accident|crash|wreck|collision
  crashed|wrecked|totaled|flipped my|the|a|his|her car|bike|truck|motorcycle|bicycle|scooter|van
  crashed on|into|off my|the|a ~1 bike|bicycle|car|truck|motorcycle|tree|wall|pole
  bad|nasty|hard|serious|big|terrible|awful|major|horrible ~1 fall|crash|accident|wreck|spill
  took|had|taken|having a ~1 fall|spill|tumble|crash|wreck|accident
  in an|a ~1 accident|crash|wreck|collision
  fell|fallen|falling|landed hard|badly|flat_on|on_my|on_ice
  ${FELL} ~6 ${HURT}
  back|spine|neck|tailbone|hurt|hurts|pain ~6 after|since|from|when ~3 ${FELL}|accident
  i fell today|yesterday|again|last_night|this_morning|running|while|during|tonight|and|earlier|down
  ^ i fell $
  chest|chst ~1 pain|pains|hurts|hurting|tight|tightness|pressure|feels_tight|is_tight|is_killing
  pain|pains|pressure|tightness|tight ~2 chest
  short|shortness of breath|breathe
  heart attack
  having|had a stroke
  passed|pass|passing|blacked|blacking out
  fainted|fainting|unconscious
  call|calling|need|dial 911
  ^ 911 $
  this|its|medical|an|is|real emergency
  ^ emergency $
  ^ emergencia $
  es una emergencia
  incontinencia
  problema|problemas|dificultad|dificultades|trabajo|cuesta ~3 ${ORINA}|vejiga|intestino|intestinos|respirar
  se me sale|escapa|sale_sola ~2 orina|pipi|popo|caca
  me orine|orino|cague|mee|hice_pipi|hice_pis|hice_popo encima|en_la_cama|en_los_pantalones|sin_querer
  se me duerme|duermen|durmio|durmieron ~1 ${ENTREPIERNA}
  ${DORMIDO} ~4 ${ENTREPIERNA}
  ${ENTREPIERNA} ~4 ${DORMIDO}
  ${PIERNA} ~3 debil|debiles|debilidad
  debilidad|debil ~4 ${PIERNA}
  me|se_me fallo|falla|fallan|fallaron|doblo|dobla|doblaron|vencio|vence ~3 ${PIERNA}|rodilla|rodillas
  ${PIERNA} me|se_me? fallo|falla|fallan|fallaron|doblo|dobla|doblaron|vencio|vence
  ${PIERNA} se ~1 dobla|doblo|doblan|doblaron|vence|vencio
  pie caido
  arrastro|arrastrando ~2 ${PIERNA}
  paraliz*
  fiebre|calentura
  escalofrios ~6 ${BACK}
  ${BACK} ~6 escalofrios
  me cai
  me ~1 caido
  caida ~1 fuerte|mala|grave|fea|horrible
  sufri|tuve una ~1 caida
  accidente
  me atropell*
  choque ~3 carro|coche|auto|moto|bici|bicicleta
  tuve un choque
  dolor|presion|opresion ~3 pecho
  duele|aprieta ~2 pecho
  ataque al corazon
  infarto
  me desmay*
`);

/** Words of the two lists that mean nothing of the kind in these company. */
const idioms = phrases(`
  fell|fall|falls|falling|fallen asleep|in_love|behind|apart|short|through|off_the_wagon|off_track|out_of_love|into_place|back_asleep
  fell|fall|falling|fallen off ~1 wagon|schedule|plan|program|routine|calendar|list|track
  in|this|last|next|the|early|late|of fall
  fall weather|marathon|race|season|schedule|colors|leaves|running|training|line|classic|5k|10k
  crash|crashed|crashing on|in ~2 couch|sofa|bed|recliner
  crash|crashed early|after_work|after_the|after_my|diet|course|landing|pad
  crash hard? at|around ~1 mile
  hay|cabin|spring|race|marathon|running|dance|gold|baby|scarlet|yellow fever
  fever pitch|dream
  fiebre del|de heno|sabado
  slipped|slip a? disc|disk|discs|disks|my_mind|up
  numb|number|numbers|tingling from|with|in|because|due_to of? ~1 cold|snow|ice|wind|winter|freezing
  weak|weaker coffee|tea|excuse|signal|spot|point|link|beer|wifi|attempt|joke
  cant ~1 walk in|the_dog|my_dog|away|on_water
  cant stand on|it|this|the|that|when|how
  hydration|camelbak|water|pack|vest bladder ~2 leak*|problem|problems|issue|issues?
  temp|temperature ~2 today|outside|out|tomorrow|index ~3 1*|3*?
  drop in|shoe|shoes|heel
  foot drop|dropped ~1 1*|2*|3*|4*|5*|6*|7*|8*|9*|0*|beat
  pass|passing|passed out flyers|water|bibs|snacks|medals
  fever|feverish|fell|fall|crash|crashed|wreck|accident|fiebre|calentura|accidente|me_cai|caida ~5 last_year|years_ago|year_ago|months_ago|as_a_kid|as_a_child|when_i_was|in_college|in_high_school|decades_ago|el_ano_pasado|hace_anos|hace_un_ano|de_nino|de_nina
  fever|fell|crash|crashed|accident in|back_in 19*|20*
  hace ~1 anos ~3 accidente|fiebre|caida
  son|daughter|kid|kids|child|baby|wife|husband|dog|mom|toddler|grandson ~3 fever|feverish
  hijo|hija|nino|nina|bebe|esposo|esposa ~3 fiebre|calentura
  by accident
  heart attack hill
  emergency contact|contacts|fund
  hard|no_trouble|no_problem to? breathe|breathing through_my_mask|in_the_cold|in_this_heat
`);

/** "No" right before a statement, and nothing between the two but "new" or "signs of". */
const TAKEN_BACK =
  /(?: (?:no|not|without|never|zero|dont have|dont feel|dont get|didnt have|havent had|ive no|neither|nor|sin|no tengo|nunca) ?)(?:any |a |an |new |more |real |bad |signs of |sign of |in )*$/;

/** Whether the text belongs to the emergency tier. */
export function speaksOfEmergency(line: string): boolean {
  const plain = without(line, idioms);
  if (has(plain, certain)) return true;
  return stated().some((phrase) =>
    [...plain.matchAll(phrase)].some(
      (found) => !TAKEN_BACK.test(plain.slice(Math.max(0, found.index - 40), found.index + 1)),
    ),
  );
}
