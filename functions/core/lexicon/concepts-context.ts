import type { Concepts } from './lexicon';

/** What turns the meaning of the other words: denial, the past, somebody else, jokes, the weather. */
export const context: Concepts = {
  NOT: {
    says: 'denial',
    en: 'no | not | without | never | zero | none | neither | nor | dont | doesnt | didnt | isnt | arent | wasnt | werent | aint | havent | hasnt | hadnt | wont | wouldnt | dont think it is | dont think its | dont think this is | dont believe it is | dont think i have | dont think i am | doubt its | deny | denies | denied | negative for | free of | ruled out | rule out | rules out | no signs of | no sign of | no more | nothing like',
    es: 'no | sin | ni | nunca | jamas | tampoco | ninguno | ninguna | ningun | no creo que sea | no creo tener | nada de | descarto | descartaron | niego',
  },
  NOT_DENIAL: {
    says: 'sounds like a denial and is none',
    en: 'not only | not just | not sure | no idea | not certain | dont know | not to be | no joke | no kidding | no lie | not kidding | not joking | no matter | no wonder | no doubt | not good | not normal | not ok | not okay | not fun | not better | no better | not getting better | not improving | not going away | not gone | no relief | dont understand | wont go away | wont stop | wont quit | didnt help | doesnt help | dont care | not lying | not gonna lie | not going to lie | not feeling well | not feeling good | dont feel good | dont feel well | didnt go away | not long ago | no insurance | not trying to',
    es: 'no solo | no se si | no se que | no se por que | no se porque | no sé | no es broma | no se me quita | no se quita | no se va | no mejora | no mejoro | no me siento bien | no se baja | no baja | no cede | no para | no es normal | no tengo seguro',
  },
  DENIAL_ENDS: {
    says: 'a new thought after a denial',
    en: 'but | just | only | except | though | however | yet | and | because | since | so | then | now | still | also | is | are | was | feels | has | i | my | he | she | that | its | which | more | rather',
    es: 'pero | solo | solamente | sino | aunque | excepto | y | porque | desde | ahora | si | mi | mis | es | esta | estan | que | me | se | yo',
  },
  CARRIES_ON: {
    says: 'a denial goes on',
    en: 'or | nor | any | and no | neither',
    es: 'o | ni | u',
  },
  INTERJECTION: {
    says: 'after these "no" stands alone',
    en: 'i | my | it | its | he | she | we | they | this | that | the | joke | please | really | seriously',
    es: 'yo | esto | por favor',
  },
  PAST: {
    says: 'long ago',
    en:
      'last year | years ago | year ago | yrs ago | yr ago | months ago | month ago | weeks ago | a while ago | long ago | decades ago | decade ago | last month | last summer | last winter | last spring | last season | as a kid | as a child | as a teen | as a teenager | when i was | when i was a kid | in college | in high school | back in | ' +
      'used to | childhood | a few years back | years back | my old | in my twenties | in the army | in the past | previously | history of | last fall',
    es: 'el ano pasado | hace anos | hace un ano | hace muchos anos | hace meses | hace un mes | hace semanas | el mes pasado | de nino | de nina | cuando era | cuando era nino | cuando era nina | de chico | de chica | hace tiempo | hace mucho | de joven | antes tenia | hace varios anos',
  },
  AGES: {
    says: 'a number of years or months',
    en: 'years | year | yrs | yr | months | weeks | decades',
    es: 'anos | meses | semanas',
  },
  NOW: {
    says: 'it is going on',
    en: 'since | today | tonight | now | yesterday | this morning | last night | again | still | hours | hrs | started | new | getting worse | right now | tonite | nite | woke up | all day | all night | this week | suddenly | sudden | worse | days | keep | keeps | just happened | anymore',
    es: 'desde | hoy | ayer | ahora | anoche | esta manana | otra vez | horas | empezo | sigue | sigo | peor | de repente | todo el dia | dias | ahorita | esta semana | ya no',
  },
  RESOLVED: {
    says: 'over and done with',
    en: 'went away | gone now | is gone | are gone | is all gone | all gone | all good | all good now | all better | fine now | ok now | okay now | good now | better now | back to normal | recovered | healed | resolved | cleared up | is fine | broke overnight | broke | is down | came down | is back to normal | wore off | went back to normal | gone since | stable | is over | has gone away | has passed | subsided',
    es: 'se me quito | ya se me quito | se quito | ya se quito | ya paso | ya se fue | ya estoy bien | estoy bien | ya no tengo | ya me recupere | me recupere | se fue | ya bajo | ya se me paso | todo bien | ya sano',
  },
  ANIMAL: {
    says: 'an animal',
    en: 'dog | dogs | doggo | puppys | cats | puppy | pup | cat | cats | kitten | kitty | horse | pony | hamster | bird | chickens | cow | goat | rabbit | bunny | lab | pitbull | poodle | beagle | pet',
    es: 'perro | perra | perrito | perrita | gato | gata | gatito | gatita | caballo | cachorro | mascota | conejo | pajaro | vaca',
  },
  CHILD: {
    says: 'a child',
    en: 'son | sons | daughters | babys | daughter | kid | kids | child | children | baby | babies | toddler | grandson | granddaughter | grandkid | grandkids | grandbaby | newborn | infant | niece | nephew | little one | my boy | my girl | preschooler | students | 3 year old | two year old',
    es: 'hijo | hija | hijos | nino | nina | ninos | bebe | bebes | nieto | nieta | sobrino | sobrina | chamaco | peque | chiquito | chiquita',
  },
  OTHER_PERSON: {
    says: 'somebody whom we do not treat',
    en: 'friend | neighbor | neighbour | uncle | aunt | cousin | roommate | coworker | boss | coach | guy | someone | somebody | a lady | teammate | buddy | runner | people | grandpa | grandma | grandfather | grandmother | teacher | classmate | celebrity | in law',
    es: 'amigo | amiga | vecino | vecina | tio | tia | primo | prima | companero | companera | jefe | alguien | senor | abuelo | abuela | entrenador | cunado | suegra | suegro',
  },
  RELATIVE: {
    says: 'one of the family',
    en: 'wife | husband | hubby | mom | mother | dad | father | sister | brother | girlfriend | boyfriend | partner | whole family | family',
    es: 'esposo | esposa | marido | mama | papa | hermano | hermana | novio | novia | familia',
  },
  LOL: {
    says: 'a laugh',
    en: 'lol | jk | just kidding | kidding | joking | lolz | hehe | heh | teehee',
    es: 'jaja | jajaja | jeje | jejeje | ja | jajajaja | broma | es broma',
  },
  TRAINING: {
    says: 'training that makes anybody tired',
    en: 'leg day | legday | squats | squat | lunges | workout | work out | deadlifts | burpees | intervals | sprints | hill repeats | hills | peloton | spin class | crossfit | bootcamp | marathon | half marathon | the race | miler | long run | mile | miles | gym | pt session | box jumps | stair master | stairmaster | leg press | wall sits | rep | reps | last set | sets | pt | physical therapy | wod | zumba | pilates | yoga | stair climber | 10 miles | 20 miles | tempo | class | trainer | coach | 5k | 10k | ultra | triathlon | ironman | ruck',
    es: 'dia de pierna | dia de piernas | sentadillas | desplantes | entrenamiento | gimnasio | gym | maraton | medio maraton | carrera | cuestas | series | crossfit | millas | kilometros | km | clase | spinning | entrenador',
  },
  LEG_DAY: {
    says: 'leg day',
    en: 'leg day | legday | leg workout | legs workout | leg session',
    es: 'dia de pierna | dia de piernas',
  },
  COLD: {
    says: 'cold, ice, a cream, the dentist',
    en: 'cold | snow | snowy | ice bath | ice pack | icing | iced | ice | freezing | frozen | frost | winter | chilly | windy | frigid | numbing cream | numbing spray | dentist | dental | polar plunge | cold plunge | below zero | wind chill | icy hot | biofreeze',
    es: 'frio | frios | nieve | hielo | congelado | congelada | helado | heladas | invierno | dentista | bajo cero | helando',
  },
  POSTURE: {
    says: 'pressed or sat upon',
    en: 'sitting | sit cross legged | cross legged | crisscross | sat on | sat too long | slept on | slept wrong | how i slept | on the couch | on the toilet | toilet too long | long drive | hr drive | hour drive | drive | flight | plane | bleachers | meeting | movie | bike seat | bike saddle | hard chair | hard bench | pew | zoom | laced | laces | tied too tight | too tight | tight shoes | new shoes | these shoes | my shoes | shoes | boots | ski boots | socks | crossed legs | legs crossed',
    es: 'sentado | sentada | piernas cruzadas | cruce las piernas | mala postura | mal dormido | dormi mal | zapatos | tenis | botas | agujetas apretadas | el avion | manejar | pelicula | misa | bicicleta | sillin | bici',
  },
  PASSING: {
    says: 'it passed or passes by itself',
    en: 'fine now | ok now | ok after | fine after | wore off | went away | woke up fine | lol | only when | only if | goes away | after walking around | shook it off | when i sit | if i sit | from sitting | sitting | laced | too tight | tight shoes | in these shoes',
    es: 'ya se me quito | se me quita | se quita | ya paso | jaja | lol | solo cuando | solo si | cuando me siento | por estar sentado | por estar sentada',
  },
  WEATHER: {
    says: 'weather, machines and other things with degrees',
    en: 'outside | out there | out today | weather | forecast | degrees out | hot out | heat | heat index | humid | humidity | sunny | windy | oven | water temp | pool | sauna | hot tub | garage | room temp | too hot | summer | degrees today | in the shade | nice run | high of | low of | ac | sunscreen | tomorrow | feels like',
    es: 'afuera | clima | calor | hace calor | sol | pronostico | humedad | alberca | horno | sombra | verano | grados hoy | corro | correr | corri | sauna | frio',
  },
  HYPOTHETICAL: {
    says: 'asked in general',
    en: 'what if i ever | what if i get | what if i got | what if someone | what would happen if | if i ever | if i get | if i were to | if i was to | if someone | if somebody | if a person | if you get | if you have | if there is | in case | in case of | when would | signs of | sign of | symptoms of | what should i watch | watch for | watch out for | look out for | what does | do you treat | do you help with | do you do | do you see | do you guys treat | does it help | help with | helps with | do your tips | asking for | for my blog | just curious | article | read about | read that | heard that | heard about | prevent | preventing | prevention | avoid | risk of | screened for | asked about | asked if | asked me about | asked me if | checked for | tested for | wondering what | define | meaning of | worried about getting | afraid of getting | emergency questions | the list',
    es: 'que hago si algun dia | si algun dia | si alguna vez | que pasa si | en caso de | que significa | cuales son | cuales son los sintomas | sintomas de | signos de | senales de | tratan | atienden | ustedes tratan | me preguntaron | me pregunto el doctor | prevencion | prevenir | evitar | riesgo de | lei que | lei sobre | escuche que',
  },
};
