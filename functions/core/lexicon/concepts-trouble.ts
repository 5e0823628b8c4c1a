import type { Concepts } from './lexicon';

/** What can be wrong with a part of the body: feeling, strength, control, fever, injury. */
export const trouble: Concepts = {
  CANNOT: {
    says: 'cannot, or hardly can',
    en:
      'cant | unable | unable to | not able to | not being able to | being unable to | been able to | isnt able to | wasnt able to | arent able to | hasnt been able to | havent been able to | hadnt been able to | no longer | no longer able to | barely | barely able to | hardly able to | barely can | can barely | can hardly | ' +
      'hardly | wont let me | impossible to | lost the ability to | lost my ability to | lost ability to | losing the ability to | can no longer | can not | dont have the strength to | not been able to | never able to',
    es:
      'no puedo | no puede | no pudo | no pude | no podia | no podemos | no logro | no consigo | ya no puedo | no he podido | no ha podido | no me puedo | no se puede | apenas puedo | casi no puedo | imposible | sin poder | ' +
      'incapaz de | no me deja | no soy capaz de | no alcanzo a | no puedo ni | no puedo ya | no puedo bien | no e podido | no puedes | no me es posible',
  },
  DONT: {
    says: 'does not',
    en: 'dont | doesnt | didnt | do not | does not | did not | never | not | wont | will not | isnt | arent | is not | are not | wouldnt | stopped | quit | no longer',
    es: 'no | ya no | nunca | dejo de | dejaron de | deje de',
  },
  HAVENT: {
    says: 'has not, for some time',
    en: 'havent | hasnt | have not | has not | not | hadnt | haven',
    es: 'no he | no ha | llevo sin',
  },
  FEEL: {
    says: 'to feel or to tell',
    en: 'feel | feels | feeling | felt | sense | tell | notice | know when',
    es: 'sentir | siento | siente | sienten | sentia | senti | sintiendo | noto | sentirme',
  },
  NO_FEELING: {
    says: 'no feeling',
    en:
      'no feeling | no feelings | no sensation | no sensations | no sense of feeling | without feeling | without sensation | zero feeling | zero sensation | lost feeling | lost the feeling | lost all feeling | lost my feeling | lost sensation | lost the sensation | lost all sensation | lost some sensation | lost some feeling | ' +
      'losing feeling | losing the feeling | losing sensation | loss of feeling | loss of sensation | loss of sense | loss of sensations | lack of feeling | lack of sensation | dont have feeling | dont have any feeling | dont have sensation | not much feeling | little feeling | little sensation | hardly any feeling | barely any feeling | less feeling | less sensation | reduced sensation | decreased sensation | ' +
      'feeling gone | feeling is gone | sensation gone | sensation is gone | feeling is going away | feeling is going | feeling going away | feeling is leaving | sensation is going | feeling went away | dont feel anything | dont feel a thing | dont feel nothing | cant feel anything | cant feel a thing | cant feel nothing | feel nothing | nothing there | not feeling anything | stopped feeling | cant sense | have no feel',
    es:
      'no siento | no siente | no sentia | no senti | no sienten | no lo siento | no la siento | no los siento | no las siento | no me siento el | no me siento la | no me siento los | no me siento las | no se siente | no noto | no percibo | no tengo sensibilidad | sin sensibilidad | sin sensacion | no tengo sensacion | perdi sensibilidad | perdi la sensibilidad | perdiendo sensibilidad | ' +
      'perdido sensibilidad | perdido la sensibilidad | perdida de sensibilidad | falta de sensibilidad | poca sensibilidad | insensible | insensibilidad | deje de sentir | dejado de sentir | nada de sensibilidad | no siento nada',
  },
  NUMB: {
    says: 'numb or asleep',
    en:
      'numb | numbed | numbness | numness | nummness | nubness | numbnes | numm | nummb | num | numbing | numbish | asleep | a sleep | falls asleep | fell asleep | falling asleep | fallen asleep | went to sleep | goes to sleep | going to sleep | gone to sleep | ' +
      'deadened | novocaine | novacaine | novocain | lidocaine | anesthesia | anaesthesia | anesthetized | dead feeling | feels dead | desensitized | not there | isnt there | arent there | like it isnt there',
    es:
      'entumecido | entumecida | entumecidos | entumecidas | entumecimiento | entumecio | entumece | entumecen | entumecieron | entumido | entumida | entumidos | entumidas | entume | entumen | entumio | entumieron | entumi | entumecer | ' +
      'adormecido | adormecida | adormecidos | adormecidas | adormecimiento | adormecio | adormece | adormecen | adormecieron | adormilado | adormilada | adormiladas | dormido | dormida | dormidos | dormidas | dormidito | dormidita | ' +
      'se me durmio | se me durmieron | se me duerme | se me duermen | se duerme | se duermen | se le durmio | se le duerme | se le duermen | anestesiado | anestesiada | anestesiadas | anestesia | engarrotada | engarrotado',
  },
  TINGLE: {
    says: 'tingling, pins and needles',
    en: 'tingle | tingles | tingling | tingly | tingeling | prickly | prickling | prickles | pins and needles | pins n needles | pin and needles | pins needles | burning numb',
    es: 'hormigueo | hormigueos | hormigas | cosquilleo | hormiguea | hormiguean | piquetitos | hormigueando',
  },
  WEAK: {
    says: 'weak',
    en: 'weak | weaker | weakest | weakness | weaknes | weekness | wekness | weakend | weakened | weakening | weakly | feeble | no strength',
    es: 'debil | debiles | debilidad | debilitada | debilitadas | debilitando | debilita | floja | flojas | flojo | aguadas | aguada',
  },
  NO_STRENGTH: {
    says: 'no strength or power',
    en:
      'no strength | no strenght | no power | no muscle control | lost strength | lost strenght | lost all strength | lost the strength | lost power | losing strength | losing the strength | losing power | loss of strength | loss of power | loss of muscle | zero strength | not strong enough | ' +
      'no control over | no control of | lost control of | lost control over | losing control of | loss of control of | loss of control in | no push off | lost function | loss of function | no use of | lost use of | lost the use of | loss of movement | lost movement | no movement | loss of motion',
    es:
      'no tengo fuerza | no tengo fuerzas | no tengo nada de fuerza | no tiene fuerza | no tienen fuerza | sin fuerza | sin fuerzas | perdi fuerza | perdi la fuerza | perdi fuerzas | perdido fuerza | perdido la fuerza | perdiendo fuerza | perdiendo la fuerza | perdida de fuerza | pierdo fuerza | pierdo la fuerza | ' +
      'perdio fuerza | perdio la fuerza | falta fuerza | falta de fuerza | falta la fuerza | faltan fuerzas | menos fuerza | perdio movimiento | perdi movimiento | perdi el movimiento | perdida de movimiento | poca fuerza | no le siento fuerza | casi sin fuerza',
  },
  GIVE_WAY: {
    says: 'gives way',
    en:
      'give out | gives out | gave out | giving out | given out | give way | gives way | gave way | giving way | given way | buckle | buckles | buckled | buckling | bukling | collapse | collapses | collapsed | collapsing | gave up on | gives up on | giving up on | quit on | quits on | quitting on | ' +
      'caves in | cave in | caved in | caves | shuts off | shut off | shutting off | shut down | shuts down | goes out from under | went out from under | goes out on | went out on | gives under | fold under | folds | folded | folding | crumple | crumples | crumpled | give up on | fails | failing | failed',
    es:
      'se me dobla | se me doblan | se me doblo | se me doblaron | se dobla | se doblan | se doblo | se doblaron | se le dobla | se le doblan | se me vence | se me vencen | se me vencio | se vence | se vencen | me falla | me fallan | me fallo | me fallaron | le fallan | falla | fallan | fallo | fallaron | fallando | ' +
      'no me aguanta | no me aguantan | no me aguanto | no aguanta | no aguantan | no me sostiene | no me sostienen | no sostiene | no sostienen | no me detiene | no me detienen | se me va | se me van | se me fue | se me fueron | flaquea | flaquean | flaqueando | se me afloja | se me aflojan | se me aflojo | cede | ceden | cedio | no me da | no me dan | no me cargan',
  },
  LIMP: {
    says: 'limp, lifeless, like jelly',
    en:
      'limp | floppy | lifeless | like jelly | like jello | jelly | jello | rubber | rubbery | like rubber | like noodles | noodles | like spaghetti | like concrete | heavy as concrete | like lead | like cement | dead weight | useless | belongs to somebody else | belongs to someone else | not mine | isnt mine | dont feel like mine | doesnt feel like mine | not like mine | dont feel like my own | doesnt feel like my own | not my own | not feel like mine | ' +
      'not part of me | disconnected | wobbly and weak',
    es: 'muerta | muertas | muerto | muertos | de trapo | de gelatina | como gelatina | gelatina | como de trapo | guangas | guanga | pesadas como plomo | de plomo | no es mia | no fuera mia',
  },
  PARALYSED: {
    says: 'paralysed',
    en: 'paralyzed | paralysed | paralized | paralised | paralysis | paralyses | paralyzing | parallyzed | paralyze',
    es: 'paralizado | paralizada | paralizados | paralizadas | paralisis | paralizo | paralizaron | paralitico | paralitica',
  },
  FOOT_DROP: {
    says: 'foot drop',
    en: 'foot drop | footdrop | drop foot | dropfoot | dropped foot | drop feet | droopy foot',
    es: 'pie caido | pie pendulo | pie equino | caida del pie | se me cayo el pie | se me cae el pie',
  },
  DRAG: {
    says: 'drags, flops, catches',
    en: 'drag | drags | draging | dragging | dragged | flop | flops | flopping | flopped | slap | slaps | slapping | hang down | hangs down | hangs | hanging | catching | catches | scuff | scuffs | scuffing | scrapes | scraping | droop | droops | drooping | shuffling',
    es: 'arrastro | arrastra | arrastran | arrastrando | arrastrar | arrastre | cuelga | colgando | golpea el piso',
  },
  STUMBLE: {
    says: 'stumbles again and again',
    en: 'tripping | stumbling | stumble | stumbles | keep tripping | trip over',
    es: 'tropiezo | tropieza | tropezando | tropezar',
  },
  MOVE: {
    says: 'to move, to lift, to control',
    en: 'move | moving | lift | lifting | raise | raising | wiggle | wiggling | bend | flex | control | controlling | push | push off | pull up | pick up | use | budge | operate | command',
    es: 'mover | muevo | mueve | mueven | moverme | levantar | levanto | levanta | alzar | alzo | subir | sube | doblar | controlar | controlo | apoyar | usar | menear | flexionar | despegar',
  },
  WORK: {
    says: 'to work, to respond, to hold',
    en: 'work | works | working | respond | responding | responds | move | moving | function | functioning | listen | listening | obey | cooperate | cooperating | hold | holding | holds | support | supporting | carry | lift | lifts | doing what | do what | wake up | react | come up | go where',
    es: 'responde | responden | respondia | funciona | funcionan | funcionando | reacciona | reaccionan | sirve | sirven | obedece | obedecen | hace caso | hacen caso | sostiene | sostienen | aguanta | aguantan | mueve | mueven | levanta | sube',
  },
  STAND: {
    says: 'to walk, to stand up, to bear weight',
    en:
      'walk | wlak | walking | stand up | stand on | stand up on | stand straight | stand or | stand without | stand and | stand at all | get up | get up off | get out of bed | get off the floor | get off the couch | get off the toilet | get out of the chair | get to my feet | bear weight | bare weight | bear any weight | put weight | put any weight | put pressure | ' +
      'weight bear | walk right | walk straight | walk on | climb stairs | climb the stairs | climb steps | go up stairs | do stairs | do the stairs | stay upright | get up the stairs | stay standing',
    es: 'caminar | caminar bien | camino | camina | andar | pararme | parar de pie | parar en | ponerme de pie | ponerme en pie | estar de pie | estar parado | estar parada | mantenerme de pie | mantenerme en pie | sostenerme | levantarme | levantarme de la cama | levantarme del suelo | levantarme del piso | apoyar el pie | apoyar la pierna | parar | subir escaleras | subir las escaleras | dar un paso | pisar',
  },
  CONTROL: {
    says: 'to control, to hold',
    en: 'control | controll | controle | controling | controlling | controled | hold | holding | hold in | hold it in | keep in | keep it in | contain | stop | manage | make it to',
    es: 'control | controlar | controlo | controla | aguantar | aguanto | aguanta | aguantarme | aguantarse | retener | retengo | contener | contengo | detener | detengo',
  },
  LOST: {
    says: 'lost',
    en: 'lost | lose | loose | losing | loosing | lossing | loss of | loss | lack of | losed | los',
    es: 'perdi | perdio | perdido | perdiendo | pierdo | pierde | perdida de | perdida | sin',
  },
  NONE: {
    says: 'no, none of',
    en: 'no | zero | without | dont have | dont got | doesnt have | havent got | have no | got no | aint got | dont have any | not have | no more',
    es: 'sin | no tengo | no tiene | no hay | ya no tengo | nada de | ningun',
  },
  TROUBLE: {
    says: 'trouble, difficulty, straining',
    en: 'trouble | truble | difficulty | difficult | difficulties | problem | problems | issue | issues | hard time | hard to | hard for me to | struggle | struggles | struggling | strain | straining | push hard | press on | pressing on | push on | have to push | have to press | have to squeeze | push really hard | pushing | painful to | pain when i | takes forever to | cant quite | tough to | have to force | forcing',
    es: 'problema | problemas | dificultad | dificultades | trabajo | cuesta | cuesta mucho | batallo | batallando | batalla | dificil | esfuerzo | pujar | pujo | pujando | tardo mucho | tarda mucho | forzar',
  },
  TRYING: {
    says: 'trying for a long time',
    en: 'try to | trying to | tried to | been trying to | keep trying to | sit there and | standing there to | keep going to',
    es: 'tratando de | intento | intentando | trato de | llevo intentando',
  },
  CHANGED: {
    says: 'not right any more',
    en: 'not right | isnt right | not working | isnt working | wont work | stopped working | quit working | doesnt work | dont work | not emptying | wont empty | wont emty | doesnt empty | isnt emptying | wont start | wont stop | not normal | not right | is off | wont | shut down | acting up | acting weird | messed up | gone | weak | numb | dead | stuck | failing | blocked | retention | retaining | wont come | wont let go | locked up | has no control | weakness',
    es: 'no funciona | no me funciona | no trabaja | no responde | no me responde | no vacia | no se vacia | no sirve | no me sirve | dejo de funcionar | mal | debil | dormida | tapada | bloqueada | no esta bien | no anda bien',
  },
  LEAK: {
    says: 'leaks',
    en:
      'leak | leaks | leaking | leaked | leakage | leeking | dribble | dribbles | dribbling | drip | drips | dripping | comes out on its own | coming out on its own | comes out by itself | just comes out | just falls out | falls out | falling out | just runs out | seep | seeping | slides out | sliding out | spills out | slips out | let go | lets go | slipping out | coming out by itself | ' +
      'lose urine | lose pee | losing urine | squirts out | pours out | running down my leg | just came out | running down my legs | escaping',
    es: 'se me sale | se me salio | se sale | se le sale | se me escapa | se me escapo | se me escapan | se escapa | se le escapa | gotea | goteo | goteando | sale sola | sale solo | se me chorrea | chorrea | chorreando | se me viene | a gotas | a gotitas | gotitas | se me tira | se me riega | se me va | se me anda saliendo | fuga | fugas | escapes de | escape de | perdidas de | sale sin',
  },
  WETTING: {
    says: 'to wet or soil',
    en: 'wet | wets | wetting | wetted | pee | peed | peeing | piss | pissed | pissing | urinate | urinated | urinating | pooped | pooping | poop | poo | pooed | crapped | crapping | shit | shat | shitted | shitting | soiled | soiling | soil | messed | messing | pooed | dookied | defecated | pee d | sharted',
    es: 'me orine | orinandome | orinando | me estoy orinando | me orino | me orinaba | me orinado | se orina | se orino | me mee | me meo | me hice | me hago | se hace | se hizo | moje | mojo | moja | mojado | me cague | me cago | cague | ensucie | ensucio | me zurre | me hice pipi | me hice pis | me hice popo | me hice caca | me hice del bano | hice pipi | hice pis | me ensucie | me obre | me gane | he orinado | he mojado',
  },
  ONESELF: {
    says: 'oneself, bed or clothes',
    en: 'myself | my self | my pants | my shorts | my underwear | my undies | my panties | my jeans | my clothes | my bed | the bed | my sheets | the sheets | on myself | all over myself | bed last night | pants | underwear | himself | herself | mysef | in bed | my leggings | in my sleep | his pants | her pants | my drawers | the couch',
    es: 'encima | la cama | en la cama | mi cama | los pantalones | pantalones | pantalon | calzones | calzon | chones | la ropa | mi ropa | ropa interior | sin darme cuenta | sin querer | sin sentir | ni cuenta | sin sentirlo | sin avisar | las sabanas | durmiendo',
  },
  ACCIDENT: {
    says: 'accidents (of bladder or bowel)',
    en: 'accident | accidents | incident | incidents | mishap | mishaps',
    es: 'accidente | accidentes',
  },
  UNAWARE: {
    says: 'without noticing',
    en: 'without knowing | without me knowing | without my knowing | without me noticing | without control | without trying | no clue | no idea | had no idea | not aware | unaware | without noticing | without realizing | without feeling | without feeling it | without warning | didnt know | didnt notice | dont know when | dont know if i am | dont know that i am | dont sense | didnt feel | didnt even feel | didnt even know | did not know | did not even feel | did not feel | no warning | zero warning | dont know im | dont even know | dont even notice | dont notice | cant feel it | cant feel | cant tell | not even feel | not feel | dont feel it | dont feel | dont realize | didnt realize',
    es: 'sin darme cuenta | sin darse cuenta | ni cuenta me di | ni cuenta | no me doy cuenta | no me di cuenta | sin sentir | sin sentirlo | no lo siento | no lo senti | no la siento | no siento | no senti | sin sentir nada | sin avisar',
  },
  PAD: { says: 'pads and diapers', en: 'pad | pads | diaper | diapers | depends', es: 'panal | panales | toalla' },
  INCONTINENT: {
    says: 'incontinence or retention by name',
    en: 'incontinence | incontinent | incontinance | incontenence | incontinant | urine retention | urinary retention | retention of urine | saddle anesthesia | saddle anaesthesia | cauda equina | cauda equine | cauda | bedwetting | bed wetting',
    es: 'incontinencia | incontinente | retencion de orina | retencion urinaria | cauda equina | cola de caballo',
  },
  NOTHING_OUT: {
    says: 'nothing comes out',
    en: 'nothing comes out | nothing is coming out | nothing coming out | nothing will come out | nothing came out | nothing happens | wont come out | will not come out | doesnt come out | not coming out | isnt coming out | just a dribble | only a dribble | only dribbles | just a trickle | only a trickle | just drops | only drops | few drops | couple drops | couple of drops | cant get it out | cant get any out | cant get a drop out | cant get a drop | cant get anything out | cant get nothing out | not a drop | no drops | nothing comes | no flow | no stream | wont come | will not come | wont go | wont flow',
    es: 'no sale | no me sale | no sale nada | no me sale nada | no sale ni una gota | no quiere salir | no salio | no sale bien | ni gota | ni una gota',
  },
};
