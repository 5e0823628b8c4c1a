import type { Concepts } from './lexicon';

/** Self-harm and suicide. */
export const harm: Concepts = {
  KILL: {
    says: 'to kill or to harm',
    en: 'kill | killing | kil | shoot | shooting | hang | hanging | hung | drown | drowning | harm | harming | stab | stabbing | electrocute | poison | off | offing | end | ending | unalive | unaliving | murder | strangle | suffocate | starve',
    es: 'matar | matare | mato | suicidar | ahorcar | colgar | ahogar | lastimar | danar | envenenar | disparar | quitar',
  },
  HURT: {
    says: 'to hurt or to cut',
    en: 'hurt | hurting | cut | cutting | burn | burning | injure | injuring',
    es: 'cortar | cortarme | lastimarme | quemarme | hacerme dano | herirme',
  },
  SELF: {
    says: 'oneself',
    en: 'myself | my self | mysef | meself | myslef | myself off | himself | herself | themself | themselves | my own life',
    es: 'mi mismo | mi misma',
  },
  KILL_SELF: {
    says: 'suicide, in one word or phrase',
    en:
      'kms | kys | killmyself | endmylife | wanttodie | suicide | suicidal | suicidle | sucidal | suiside | suicde | suisidal | suicidality | unalive | self harm | self harming | selfharm | self injury | sewerslide | sewer slide | commit suicide | neck myself | end my life | ending my life | end my own life | end this life | end mine | take my life | take my own life | taking my life | taking my own life | ' +
      'take his own life | take her own life | blow my brains out | blow my head off | slit my wrist | slit my wrists | slitting my wrists | cut my wrists | cutting my wrists | cutting my wrist | slice my wrists | bullet in my head | gun to my head | noose | drink bleach | hang myself',
    es: 'suicidio | suicidarme | suicidarse | suicida | suicidar | suisidio | suicidarm | matarme | matarse | quitarme la vida | quitarse la vida | me quito la vida | quitar la vida | acabar con mi vida | terminar con mi vida | acabar conmigo | cortarme las venas | corte las venas | cortar las venas | ahorcarme | colgarme | pegarme un tiro | darme un tiro | me mato hoy | tirarme de un puente | tirarme del puente | tirarme por la ventana | aventarme del puente | aventarme de un puente | autolesionarme | me quiero hacer dano | hacerme dano',
  },
  WANT: {
    says: 'want, going to, thinking of',
    en: 'want | wants | wanting | going to | gon | will | might | may | could | should | would | thinking | think | thoughts | thought | urge | urges | feel like | feeling like | plan | planning | plans | ready | ready to | wish | wishing | rather | trying | tried | about to | gotta | need to | want to | tempted | ill | almost | contemplating | considering | prefer | hope | hoping | praying | pray | dream | ideas | let me | close to | makes me | imagining',
    es: 'quiero | quisiera | quiere | deseo | voy a | ganas | pienso | pensando | pense | pensado | pensamientos | ojala | prefiero | preferiria | intente | estoy por | me voy a | se me antoja | trate | planeo | listo para | necesito',
  },
  DIE: {
    says: 'to die, to be dead, never to wake',
    en: 'die | dye | be dead | was dead | were dead | am dead | being dead | dying | death | be gone | was gone | were gone | disappear forever | not exist | never been born | was never born | were never born | not wake up | never wake up | not be here | not be alive | be with jesus | cease to exist | stop existing | sleep forever | stop living | go to sleep and never wake | sleep and not wake',
    es: 'morir | morirme | muerto | muerta | estar muerto | estar muerta | morirse | la muerte | no despertar | no despertarme | no existir | desaparecer | no haber nacido | dejar de existir | dejar de vivir | no estar aqui | no vivir | dormirme y no despertar | muriera | dormir para siempre',
  },
  NOT_WANT: {
    says: 'does not want',
    en: 'dont want | dont want to | do not want | do not want to | didnt want to | dont really want to | dont even want to | no desire to | not want | not wanting | no longer want | tired of | sick of | done with | dont wish to | not sure i want | not sure if i want | hate | hate my | no will to | lost the will to | lost my will to | no longer see',
    es: 'no quiero | ya no quiero | no deseo | sin ganas de | no tengo ganas de | ya no tengo ganas de | ya no aguanto | no quisiera | cansado de | cansada de | harto de | harta de | no soporto | odio | odio mi',
  },
  LIVE: {
    says: 'to live, to wake up, to be here',
    en: 'live | living | life | be alive | being alive | wake up | waking up | be here | exist | existing | go on | going on | keep going | continue living | see tomorrow | be around | being here | breathing',
    es: 'vivir | vida | la vida | mi vida | vivo | viviendo | existir | despertar | despertarme | estar vivo | estar viva | seguir viviendo | seguir adelante | estar aqui | amanecer',
  },
  NO_REASON: {
    says: 'no reason, no point, not worth',
    en: 'no reason | no point | no purpose | nothing to | nothing left to | nothing left | dont see a reason | dont see the point | dont see a point | dont see any point | dont see any reason | whats the point | what is the point | not worth | isnt worth | aint worth | no way out | cant see a way out | dont see a way out | dont see any way out | no hope | hopeless | why bother | no future | worthless',
    es: 'sin razon | no hay razon | no vale la pena | no tiene sentido | ningun sentido | sin sentido | no le veo sentido | no le encuentro sentido | no veo sentido | no veo salida | no hay salida | ya no hay salida | para que | nada por que | sin esperanza | no vale nada | no encuentro razon | ya no vale',
  },
  END: { says: 'to end it', en: 'end | ending | finish', es: 'acabar | terminar | acabe | termine' },
  IT_ALL: {
    says: 'it, it all, everything',
    en: 'it | it all | all of it | everything | this | things | all this | the pain forever',
    es: 'todo | con todo | esto | con esto',
  },
  BETTER_OFF: {
    says: 'better off dead, better off without me',
    en: 'better off without me | better without me | better if i was gone | better if i werent here | better if i wasnt here | better if i were gone | better off dead | be better off dead | happier without me | better if i died | better if i was dead | nobody would miss me | no one would miss me | nobody would care if i died | no one would care if i died | a burden to everyone | wont be around much longer | wont be here tomorrow | goodbye everyone | goodbye forever | goodbye cruel world | my last message | my final goodbye | say goodbye to my family | tell my family i love them | tell my kids i love them | writing my note | suicide note',
    es: 'mejor sin mi | mejor muerto | mejor muerta | estarian mejor sin mi | nadie me extranaria | a nadie le importaria si | adios a todos | adios mundo cruel | adios para siempre | diganle a mi familia que los amo | soy una carga para todos | mejor me muero | mas valdria muerto | mas valdria morir | mi ultimo mensaje',
  },
  PILLS: {
    says: 'pills, medicine',
    en: 'pill | pills | tablets | meds | medication | medications | tylenol | oxy | oxys | oxycodone | oxycontin | hydrocodone | morphine | fentanyl | muscle relaxers | flexeril | opiates | benadryl | lorazepam | klonopin |  percs | percocet | percocets | norco | norcos | vicodin | opioids | ibuprofen | advil | bottle | gabapentin | painkillers | ambien | xanax | sleeping pills | tramadol | aspirin',
    es: 'pastilla | pastillas | pastias | medicina | medicinas | medicamento | medicamentos | frasco | bote | tramadol | paracetamol | analgesicos | pildoras | tylenol',
  },
  TOOK: {
    says: 'to take, to swallow',
    en: 'take | took | taking | taken | swallow | swallowed | swallowing | downed | down | ate | popped | pop | overdosed on | drank',
    es: 'tome | tomar | tomo | tomarme | tomarmelas | tomando | trague | tragar | tragarme | tragarmelas | empastille | ingeri | me tome',
  },
  ALL: {
    says: 'all, too many, the whole',
    en: 'all | too many | too much | whole | entire | every | bunch of | handful of | handful | a bunch | lots of | bottle of | rest of',
    es: 'todas | todo | demasiadas | muchas | un monton de | entero | completo | bote | frasco | puno',
  },
  OVERDOSE: {
    says: 'overdose',
    en: 'overdose | overdosed | overdosing | over dose | od | oding | overdoes',
    es: 'sobredosis | sobredosi',
  },
  AT_HAND: {
    says: 'within reach',
    en: 'in front of me | in my hand | in my hands | next to me | ready | loaded | here with me | lined up | by my bed | staring at',
    es: 'en la mano | en las manos | enfrente | frente a mi | aqui conmigo | listas | cargada | cargado | a la mano',
  },
  MEANS: {
    says: 'a weapon, a rope, a high place',
    en: 'gun | pistol | rifle | shotgun | rope | razor | razor blade | knife | noose | blade | loaded gun',
    es: 'pistola | arma | rifle | soga | cuerda | navaja | cuchillo',
  },
  JUMP: {
    says: 'to jump or drive off',
    en: 'jump | jumping | drive off | driving off | step in front | throw myself | walk into traffic | run into traffic | jump in front | walk in front | crash my car | step off | driving into | drive into | leap',
    es: 'tirarme | aventarme | saltar | brincar | lanzarme | echarme | arrojarme',
  },
  PRECIPICE: {
    says: 'a bridge, a roof, a train',
    en: 'bridge | roof | building | cliff | train | traffic | balcony | overpass | window | a wall | a tree | oncoming',
    es: 'puente | techo | edificio | azotea | tren | barranco | balcon | ventana | metro | carretera | via',
  },
};
