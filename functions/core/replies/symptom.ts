import { has, phrases } from './phrases';

/**
 * Whether a text holds a word of the body or of what is wrong with it. This is no reading of it: it only tells small
 * talk, which one answer a day is enough for, from what must never be met with silence. Wide on purpose, since a needless
 * "this number is not watched, emergency: call 911" costs one text.
 */
export const speaksOfBody = (line: string): boolean => has(line, words);

const words = phrases(`
  back|backs|backache|spine|spinal|neck|head|headache|hip|hips|knee|knees|leg|legs|foot|feet|ankle*|toe|toes|heel|heels
  thigh*|groin*|crotch|genital*|butt*|bottom|tailbone|calf|calves|hamstring*|quad|quads|shin*|glute*|pelvi*|sciatic*
  shoulder*|arm|arms|elbow*|hand|hands|wrist*|finger*|chest|heart|lung|lungs|breath*|stomach|belly|abdom*|bladder|bowel*
  pee|peeing|peed|urin*|poop*|stool|stools|pants|bathroom|toilet|wet|skin|muscle*|nerve*|disc|discs|disk|disks|bone|bones
  joint|joints|rib|ribs|tendon*|ligament*|body|face|eye|eyes|throat|kidney*|saddle|private|privates|nether|down_there
  pain*|ache|aches|aching|hurt*|sore*|numb*|tingl*|pins_and_needles|weak*|burn*|cramp*|spasm*|stiff*|swell*|swollen|bleed*
  blood*|fever*|temperature|temp|chill*|sweat*|shiver*|dizzy|dizziness|faint*|nause*|vomit*|throw_up|throwing_up|puk*|sick
  ill|unwell|fell|fall|falls|fallen|falling|crash*|wreck*|accident*|injur*|broke|broken|fractur*|sprain*|strain*|tear|tore
  torn|pop|popped|snap|snapped|crack*|lock|locked|locks|gave_way|gave_out|gives_way|gives_out|giving_out|giving_way
  collaps*|limp|limping|drag|drags|dragging|paraly*|stuck|bruis*|rash|wound*|stab*|shoot|shooting|throb*|sting*|pinch*
  worse*|worst|wors|emergency|urgent|hospital|er|ambulance|911|988|doctor|doc|surgeon|nurse|surgery|medicine|meds|pill|pills
  die|dying|dead|suicid*|kill|kms|overdos*|help|scared|afraid|severe|agony|unbearable|incontinen*|leak*|soil*|control
  feel|feeling|feelings|felt|myself
  cant ~3 walk|move|stand|sit|sleep|go|stop|hold|up|get_up|on
  my|end|living|own life
  life|live|living ~2 not|isnt|worth|anymore
  i|to live|exist
  thrown|threw|rearended|hit|slip*|trip|tripp*|tumbl*|landed|blader|blad*|feaver|fevr|fev*|temp|atropell*|golpe*
  rear ended
  symptom*|diagnos*|cancer|infect*|stroke|pregnan*|hit_by|hit_my|passed_out|black_out|blacked_out
  espalda|columna|cintura|cuello|cabeza|cadera*|rodilla*|pierna*|pie|pies|tobillo*|dedo*|talon|muslo*|ingle|ingles
  entrepierna|nalga*|trasero|gluteo*|hombro*|brazo*|mano|manos|pecho|corazon|respir*|aire|estomago|vientre|vejiga|intestin*
  orin*|pipi|popo|caca|bano|musculo*|nervio*|disco|discos|hueso*|articulacion*|costilla*|cuerpo|piel
  dolor*|duele*|dolia|lastim*|molestia*|adormec*|entumec*|dormid*|hormigue*|debil*|ardor|arde|calambre*|espasmo*|rigid*
  hinchad*|hincha*|sangr*|fiebre|calentura|escalofrio*|sudor*|mareo*|maread*|desmay*|nausea*|vomit*|enferm*|cai|caida|caido
  choque|choco|accidente*|lesion*|rot*|fractur*|torcedura|torci|desgarr*|paraliz*|cojeo|arrastro|empeor*|peor|urgente
  urgencia*|emergencia|ambulancia|doctor*|medico|medica|cirugia|pastilla*|medicina|morir|muert*|suicid*|matar*|ayuda|siento
  no puedo ~1 caminar|mover|mover*|parar*|dormir|respirar|ir
`);
