import type { Concepts } from './lexicon';

/** Fever, injuries, what no one should wait with, and calls for help. */
export const events: Concepts = {
  FEVER: {
    says: 'fever by name',
    en: 'fever | fevers | feverish | feaver | fevr | fevor | feever | febrile | low grade fever | high temp | high temperature | running a temp | running a temperature | have a temp | have a temperature | got a temp | got a temperature',
    es: 'fiebre | fiebres | fievre | calentura | calenturas | calenturienta | febril | temperatura alta | afiebrado | afiebrada',
  },
  CHILLS: {
    says: 'chills, shivering, sweats',
    en: 'chills | chill | shivering | shivers | rigors | cold sweats | freezing and sweating | sweating and freezing | hot and cold | hot then cold | freezing then sweating | sweating through | sweated through | night sweats | sweats | sweating at night | shaking chills | the shakes',
    es: 'escalofrio | escalofrios | calosfrios | tiritando | temblando de frio | sudores | sudores nocturnos | sudor frio',
  },
  TEMPERATURE: {
    says: 'a temperature that was taken',
    en: 'temp | temps | temperature | temperture | thermometer | thermometor | fever',
    es: 'temperatura | termometro | fiebre | calentura | grados de fiebre',
  },
  INFECTED: {
    says: 'signs of infection after a needle or an operation',
    en: 'red | hot | pus | oozing | infected | infection | draining | swollen and red',
    es: 'rojo | roja | pus | infectado | infectada | infeccion | supura',
  },
  NEEDLE: {
    says: 'an injection or an operation of the back',
    en: 'injection | injections | epidural | incision | surgery site | surgical site | wound | stitches | spinal tap | steroid shot',
    es: 'inyeccion | epidural | herida | incision | cirugia | puntos | infiltracion',
  },
  FALL: {
    says: 'to fall',
    en: 'fell | fall | fallen | falling | slipped | tripped | tumbled | tumble | slid | landed | took a spill | took a fall | went down hard | missed a step | missed the last step | missed a stair | lost my footing | lost my balance | face planted | took a digger | biffed it | bailed | got thrown | came off | jumped off | jumped from | stumbled | faceplanted | ate it',
    es: 'me cai | cai | caido | me caido | se cayo | caida | me resbale | resbale | me tropece | tropece | rode | rodando | me caigo | aterrice | cayo | cayendo | caerme | caer',
  },
  HEIGHT: {
    says: 'something to fall off, down or on',
    en:
      'ladder | roof | stairs | stair | staircase | steps | stairwell | bike | bicycle | ebike | motorcycle | motorbike | scooter | horse | tree | deck | porch | balcony | truck | scaffold | scaffolding | treadmill | cliff | height | wall | curb | trail | hill | bridge | attic | window | ' +
      'flight of stairs | bleachers | chair | stool | bed of my truck | bunk bed | trampoline | counter | atv | quad bike | snowboard | skateboard | hoverboard | shower | tub | bathtub | ice | icy | concrete | pavement | jetski | zipline | boat | dock | bull | embankment | ravine | ditch',
    es: 'escalera | escaleras | techo | azotea | bici | bicicleta | moto | motocicleta | caballo | arbol | balcon | camion | andamio | barda | muro | banqueta | hielo | banera | regadera | ducha | ventana | segundo piso | patineta | monopatin | scooter | silla | puente | altura | barranco | metros',
  },
  LENGTH: {
    says: 'a height in feet or metres',
    en: 'feet | ft | foot | meters | metres | stories | floors | flights',
    es: 'metros | pies | pisos | escalones',
  },
  HARD: {
    says: 'hard, badly, on the back',
    en: 'hard | badly | bad | nasty | serious | terrible | awful | horrible | major | big | flat on | on my back | on my tailbone | on my butt | on my spine | on my rear | on concrete | on ice | on my hip | backwards | backward | onto',
    es: 'fuerte | feo | fea | mal | mala | grave | horrible | de espalda | de espaldas | de nalgas | de sentaderas | de sentones | sentado | sentada | de culo',
  },
  INJURED: {
    says: 'hurt, pain, broken, a part of the body',
    en: 'back | spine | neck | tailbone | hip | hips | pelvis | head | hurt | hurts | hurting | pain | pains | ache | aches | aching | sore | broke | broken | fracture | fractured | swollen | bruised | cracked | injured | cant | er | ambulance | killing me | agony',
    es: 'espalda | columna | cuello | cadera | cabeza | cintura | coxis | cola | rabadilla | dolor | duele | duelen | dolio | lastime | quebre | rompi | fractura | hinchado | no puedo | golpe | adolorido | adolorida | nuca',
  },
  CRASH: {
    says: 'a crash',
    en: 'crash | crashed | crashing | wreck | wrecked | wreak | collision | collided | accident | accidents | car accident | pileup | mva | t boned | tboned | rear ended | rearended | rear ender | fender bender | hit and run | rolled my | flipped my | totaled | totalled | rolled over | rollover | wiped out | head on',
    es: 'choque | choques | choque de carro | chocamos | choco | chocaron | accidente | accidentes | volcamos | volque | volco | me volque | volcadura | se volteo | carambola',
  },
  HIT: {
    says: 'struck, thrown or run over',
    en: 'hit by | trampled | trampled by | crushed | pinned | pinned under | mauled | kicked by | fell on top of | drove over | ran over | run over | struck by | run over by | ran over by | knocked down | knocked over | knocked off | clipped me | hit me | struck me | ran me over | ran over me | ran into me | hit us | rammed | plowed into me | thrown from | thrown off | threw me | bucked off | bucked by | got bucked | thrown by | bucked me | flew off | flung | kicked me | tackled me | pulled me down | sideswiped | fell on my | fell on me | landed on me | attacked | beat up | beaten up | assaulted | pushed me down',
    es: 'me atropello | me atropellaron | atropellado | atropellada | atropellaron | atropello | me pego un | me pego una | me pego el | me golpeo | me arrollo | arrollo | me embistio | me aventaron | me avento | me tiro | me tumbo | me dieron un golpe | nos chocaron | nos pegaron | me chocaron | me chocó | me empujaron | me di un golpe | me golpee | me di en la | me cayo encima',
  },
  VEHICLE: {
    says: 'a car and the like',
    en: 'car | truck | bus | van | suv | bike | cyclist | driver | motorcycle | scooter | vehicle | pickup | taxi | uber | train | forklift | atv | tractor | jeep | auto | semi',
    es: 'carro | coche | auto | camion | camioneta | moto | motocicleta | bici | bicicleta | autobus | troca | taxi | bus | tren | tractor | conductor',
  },
  POPPED: {
    says: 'a crack or a break of the back',
    en: 'crack | cracked | pop | popped | snap | snapped | crunch | broke | broken | fractured | fracture',
    es: 'trono | tronido | crujido | crujio | quebre | rompi | fracture | fractura | quebro',
  },
  TIGHT: {
    says: 'pain or pressure (of the chest)',
    en: 'pain | pains | hurts | hurt | hurting | tight | tightness | pressure | heavy | heaviness | squeezing | crushing | racing | burning | killing | ache | aching | aches | stabbing | palpitations',
    es: 'dolor | dolores | duele | duelen | presion | opresion | aprieta | apreton | punzada | punzadas | pesado | apretado | palpitaciones | acelerado | quema | oprime',
  },
  SHORT_BREATH: {
    says: 'short of breath by name',
    en: 'short of breath | shortness of breath | shortness of breathe | short of breathe | gasping for air | gasping for breath | gasping | suffocating | choking | winded at rest | throat closing | throat swelling | throat is swelling | tongue swelling | tongue is swelling | face is swelling | face swelling | hives all over | epipen | throat is closing | throat is closing up | throat is swelling | lips are blue | turning blue | coughing up blood | coughing blood | vomiting blood | throwing up blood',
    es: 'me falta el aire | me falta aire | falta de aire | falta el aire | me ahogo | me estoy ahogando | ahogando | me asfixio | asfixiando | sofocado | tosiendo sangre | toso sangre | escupo sangre | vomito sangre | se me cierra la garganta',
  },
  FAINT: {
    says: 'fainted',
    en: 'passed out | pass out | passing out | blacked out | blacking out | black out | fainted | fainting | faint | unconscious | lost consciousness | loss of consciousness | unresponsive | wont wake up | not breathing | seizure | seizures',
    es: 'me desmaye | me desmayo | desmayar | desmayarme | desmayando | desmayado | desmayada | desmayo | me desvaneci | perdi el conocimiento | perdi la conciencia | inconsciente | no despierta | no reacciona | no respira | convulsion | convulsiones | convulsiono',
  },
  ATTACK: {
    says: 'heart attack or stroke by name',
    en: 'heart attack | heartattack | heart attact | hart attack | stroke | aneurysm | blood clot | anaphylaxis | allergic reaction | cardiac arrest',
    es: 'infarto | infartando | ataque al corazon | ataque cardiaco | derrame | derrame cerebral | embolia | coagulo | paro cardiaco',
  },
  HAVING: {
    says: 'it is happening now',
    en: 'having | have | think | might be | is this | could this be | maybe | its a | it is a | feels like | its | like',
    es: 'creo | tengo | tuve | me esta dando | me dio | dando | parece | sera | es un | siento',
  },
  SLURRED: {
    says: 'a face that droops, speech that is lost, one side gone',
    en: 'droop | droops | drooping | drooped | slurred | slurring | slurs | crooked | numb | paralyzed | cant talk | lopsided',
    es: 'chueca | chueco | torcida | torcido | caida | dormida | se me duerme | dormido | paralizada | adormecida | entumida | trabada | arrastra',
  },
  AMBULANCE: {
    says: 'an ambulance, 911',
    en: '911 | 9 1 1 | ambulance | ambulence | ambulancia | paramedics | paramedic | ems',
    es: 'ambulancia | ambulansia | 911 | cruz roja | paramedicos | paramedico',
  },
  ER: {
    says: 'the emergency room',
    en: 'er | e r | the er | emergency room | emergency dept | emergency department | hospital | the hospital | urgent help',
    es: 'emergencias | sala de emergencia | sala de emergencias | urgencias | hospital | la sala de emergencias',
  },
  OUGHT: {
    says: 'should I, I need, take me',
    en: 'should | need | needs | do i | can i | going | go | take me | am going | heading | on my way | on the way | driving | gotta | must | rushed | call',
    es: 'debo | deberia | necesito | tengo que | voy | me voy | vamos | hay que | llevenme | lleven | voy a ir | ir',
  },
  EMERGENCY: {
    says: 'an emergency, called so',
    en: 'emergency | emergancy | emergencey | emergency help | an emergency | medical emergency | medical help | medical attention | life or death',
    es: 'emergencia | emergensia | urgencia | urgencia medica | emergencia medica',
  },
  RESCUE: {
    says: 'send help',
    en: 'send help | need help now | need help right now | help me now | please send someone | send someone | send somebody | get me help | someone help me | somebody help me | someone help | somebody help | sos | mayday | save me',
    es: 'auxilio | ayudenme | ayudeme urgente | es urgente ayuda | socorro | manden ayuda | envien ayuda | ayuda urgente | urgente ayuda | necesito ayuda ya | necesito ayuda urgente | ayuda por favor es urgente | salvenme | manden a alguien | ayudenme por favor',
  },
  STUCK: {
    says: 'lying and cannot get up',
    en: 'stuck on the floor | stuck on the ground | on the floor and | on the ground and | laying on the floor | lying on the floor | stuck in bed | stuck in the tub | collapsed on the floor',
    es: 'tirado en el piso | tirada en el piso | en el piso y no | en el suelo y no | tirado en el suelo | tirada en el suelo',
  },
};
