import type { Sign } from './sign';

/** Self-harm, and cries for help. */
export const helpSigns: readonly Sign[] = [
  {
    name: 'self-harm',
    kind: 'crisis',
    says: 'Wants to die, to kill or to harm oneself, or has begun',
    patterns: `
      KILL_SELF
      KILL ~1 SELF
      me ~2 matar|suicidar|ahorcar|colgar
      WANT ~3 HURT ~1 myself|himself|herself
      HURT ~1 myself on|again|to|because|every|last|tonight|today
      HURT myself $
      have been|started? HURT myself
      do something ~1 to myself
      hurt|harm myself ~4 on purpose
      end|ending|take|taking my|this|his|her ~1 life
      WANT ~3 END it $
      WANT ~3 END it ~1 all|tonight|now|today|already|anymore|so
      END it all
      END IT_ALL ~2 forever|tonight
      WANT ~2 acabar|terminar con? ~1 todo|esto $
      WANT ~5 DIE
      ^ let me die
      NOT_WANT ~2 LIVE $
      NOT_WANT ~3 LIVE anymore|any|no|like|with|tomorrow|asi|mas|ever|at|in|con|sin|de|manana
      NOT_WANT wake|live|exist|despertar|vivir|existir
      ya no quiero|aguanto LIVE
      no se si quiero LIVE
      NOT_WANT ~1 my? life
      NO_REASON ~3 LIVE
      LIVE ~2 NO_REASON
      LIVE ~2 worth|pointless|meaningless
      nothing ~2 to live for
      cant go on living|like|anymore|with|this|much
      cant LIVE with|like ~2 this|pain|anymore
      dead ~1 than ~3 this|pain|live|living
      better|mejor|rather dead|muerto|muerta
      BETTER_OFF
      TOOK ~3 ALL ~4 PILLS
      TOOK|DIE ~3 PILLS ~4 DIE
      TOOK todas|todos
      PILLS ~4 TOOK todas|todos
      if i TOOK ~3 PILLS
      the whole|entire bottle
      ALL ~3 PILLS ~6 would|over|enough|die
      PILLS|MEANS ~3 AT_HAND
      MEANS ~8 NO_REASON|KILL_SELF|DIE
      have|got|bought a MEANS ~6 tonight|out|done|end|myself|way
      OVERDOSE
      PILLS ~6 WANT ~2 TOOK ~2 all|them|em|todas
      WANT ~2 TOOK ~2 PILLS ~4 die|end|death
      looking|staring|thinking ~3 MEANS
      way|ways|how to DIE|KILL_SELF
      wrote|writing|left|leaving ~2 note|letter ~8 family|goodbye|kids|done|wife|husband|everyone
      WANT ~2 out of ~2 life
      WANT out $
      CANNOT ~1 take|stand|do ~1 life|living
      my life is over|finished
      WANT ~2 acabar|terminar con todo
      how many|much ~3 PILLS ~8 die|kill|KILL_SELF|death|dead|OVERDOSE
      have|got|bought|tengo ~2 MEANS $
      danger|threat to myself|himself|herself
      hurting|cutting|harming|burning myself
      give|giving|given|gave up on life|living
      WANT ~3 dont|never ~1 wake
      end ~2 suffering|misery
      only way out
      tired|sick|done|cansado|cansada|harto|harta of|with|de? living|life|vivir
      dejar de sufrir
      no puedo mas con ~1 vida
      cant go on $
      should be|have dead|died
      JUMP|KILL ~3 off|from|in|of|into|de|del|por|al ~1 the|a|el|la|un? PRECIPICE
      WANT ~3 JUMP|KILL ~1 off|from|de|del ~2 PRECIPICE
      going to jump $
      i am ~1 JUMP $
      done ~1 with life
    `,
  },
  {
    name: 'call for help',
    kind: 'call-for-help',
    says: 'Asks for an ambulance, 911, the emergency room, or says that it is an emergency',
    patterns: `
      AMBULANCE
      ^ EMERGENCY $
      is|its|this|an|es|una|real|medical|urgent ~1 EMERGENCY
      help ~2 EMERGENCY
      is this|it ~1 ER
      ER worthy
      take|get|drive|bring|taking ~1 me|him|her ~2 ER
      EMERGENCY ~1 help|please|now
      OUGHT ~3 EMERGENCY room?
      OUGHT ~4 ER
      RESCUE
      STUCK
    `,
  },
];
