import type { Sign } from './sign';

/** Bladder, bowel and saddle: nerves at the lower end of the spine are pressed upon. */
export const nerveSigns: readonly Sign[] = [
  {
    name: 'bladder',
    kind: 'emergency',
    says: 'Cannot pass urine or cannot hold it, does not feel it, leaks, wets oneself',
    patterns: `
      CANNOT ~3 PEE
      PEE ~3 CANNOT $
      HAVENT ~2 PEE
      sin PEE
      TROUBLE ~3 PEE
      PEE ~1 is|has ~1 hard|difficult|impossible
      CANNOT ~3 CONTROL ~2 BLADDER
      no ~1 CONTROL ~2 BLADDER
      DONT ~2 CONTROL ~3 BLADDER
      BLADDER ~2 CANNOT|DONT ~1 CONTROL
      CANNOT ~2 FEEL ~3 BLADDER|PEE
      CANNOT ~3 tell|know ~4 BLADDER|PEE|URGE
      NO_FEELING ~4 BLADDER|PEE
      NO_FEELING ~3 ganas
      DONT ~2 FEEL|get|have|tengo ~3 urge|urges
      CANNOT ~2 FEEL ~3 urge
      LOST|NONE ~3 feeling|sensation|sense|urge|urges ~3 BLADDER|PEE|URGE
      LOST ~2 urge|urges
      dont|doesnt|didnt|never FEEL ~3 when ~2 PEE|go
      dont|cant|doesnt|didnt FEEL ~1 it when ~2 PEE|go|poop
      CANNOT FEEL ~2 when ~2 go|pee|poop
      when|cuando ~2 PEE ~3 CANNOT|NO_FEELING|dont FEEL?
      CANNOT ~2 empty|fill|release|start|stop ~2 BLADDER|it|urinating|flow
      LOST ~3 CONTROL ~3 BLADDER
      LOST ~2 BLADDER ~1 CONTROL|function|feeling
      NONE any? BLADDER control|function|feeling
      NONE any? CONTROL ~4 BLADDER
      NO_STRENGTH ~3 BLADDER
      TROUBLE ~3 BLADDER
      BLADDER ~3 TROUBLE
      BLADDER ~4 CHANGED
      NUMB <4> BLADDER|BOWEL
      BLADDER ~3 INCONTINENT
      BLADDER just? stopped|quit|gave
      LEAK ~3 BLADDER|gotitas
      BLADDER ~4 LEAK
      LEAK ~8 UNAWARE
      BLADDER ~4 NOTHING_OUT
      PEE|toilet|bathroom|bano|URGE ~8. NOTHING_OUT
      TRYING ~2 PEE|go ~3 hour|hours|hrs|minutes|min|horas|all
      NOTHING_OUT ~6 PEE|toilet|bathroom|bano|URGE
      WETTING ~3 ONESELF
      myself ~2 WETTING
      woke up ~2 soaked|wet
      soaked ~2 BLADDER
      WETTING ~6 UNAWARE
      me orine|orino ~4 UNAWARE
      ACCIDENT <3> BLADDER
      BLADDER ACCIDENT
      having|have|had|keep ~2 accidents ~4 pee|poop|back|know|feel
      PEE|BLADDER <9> UNAWARE|NO_FEELING|LEAK
      BLADDER <12> CANNOT ~1 go|release|PEE|let|get|it
      PEE ~1 but|and ~2 CANNOT
      havent|hasnt|not been able to go ~6 NOW
      lose|losing|loose|loosing ~1 BLADDER
      BLADDER ~1 wont|refuses|quit
      BLADDER|PEE ~3 coming|comes|came|running|pouring out
      DONT ~1 know|notice|realize|sense|tell ~4 PEE|URGE|POOP
      no ~1 orino|meo|orina|orinaba
      no ~1 aguanto|aguanta ~2 PEE
      UNAWARE ~4 orino|orine|orina
      BLADDER|PEE <8> burst ~6 CANNOT
      retention ~8. NOTHING_OUT|CANNOT
      not PEE right|normally|normal|properly
      TROUBLE ~3. BLADDER ~3 control
      BLADDER_NAMED
      strain|straining|push|pushing ~6 NOTHING_OUT|drops
      hours|hrs|days|day|horas ~3 no pee|peeing|urine
      no pee|urine ~3 NOW
      weak|slow ~1 stream
      bladder ~3 empty
      PEE|BLADDER <8> signal|signals
      nothing ~2 comes|come|coming|came out
      wear|wearing|using ~2 depends|diaper|diapers|panal|panales
      dribbling|leaking ~6 BACK|surgery|constantly|all
      BLADDER <4> retaining|retention|retain|drained
      NOTHING_OUT ~3 BLADDER|gota
      woke up ~2 in? ~1 puddle|wet|soaked|drenched
      TOILET <8> NOTHING_OUT
      TOILET ~6 nothing
      went|go|going ~3 in ONESELF
      catheter <10> CANNOT|retention|again|stuck
      orino ~4 cuesta|poquito|gotas|poco
      PEE|BLADDER ~4 cuesta
      PEE|BLADDER <8> CANNOT ~2 FEEL|CONTROL|start|stop|tell
      PAD ~3 because ~3 BLADDER|LEAK
      CANNOT ~2 make it ~2 to the? bathroom|toilet|restroom
      CANNOT ~1 hold my|the? BLADDER
      CANNOT ~1 hold it ~4 PEE|anymore|bladder|toilet|bathroom
      BLADDER ~8 CANNOT CONTROL
      no|not|ya ~1 aguanto ~2 BLADDER
      no llego|alcanzo ~2 bano
      numb ~6 cant pee
      BLADDER ~2 super|very|really|so? WEAK ~6 TROUBLE
      INCONTINENT
    `,
  },
  {
    name: 'bowel',
    kind: 'emergency',
    says: 'Cannot hold or does not feel stool, soils oneself',
    patterns: `
      CANNOT ~3 CONTROL ~2 BOWEL|POOP|gas|farts
      CANNOT ~3 CONTROL ~2 when ~1 POOP|go
      no ~1 CONTROL ~2 BOWEL
      DONT ~2 CONTROL ~3 BOWEL
      CANNOT ~2 POOP ~12 NUMB|NO_FEELING|CANNOT
      HAVENT ~4 POOP ~12 NUMB|NO_FEELING|CANNOT
      constipated|estrenido|estrenida ~12 NUMB|NO_FEELING|CANNOT
      CANNOT ~2 FEEL ~3 BOWEL|POOP
      CANNOT ~3 tell|know ~4 POOP|BOWEL
      NO_FEELING ~4 BOWEL|POOP
      dont|doesnt|didnt|never FEEL ~3 when ~2 POOP
      NO_FEELING ~2 cuando ~2 POOP
      LOST ~3 CONTROL ~3 BOWEL
      LOST ~2 BOWEL ~1 CONTROL|function|feeling
      NONE any? BOWEL control|function|feeling
      NONE any? CONTROL ~4 BOWEL
      NONE any? CONTROL ~2 back|down there
      NO_STRENGTH ~3 BOWEL
      TROUBLE ~2 BOWEL ~6 control|numb|feel
      TROUBLE controlling ~2 BOWEL
      BOWEL ~3 TROUBLE
      BOWEL ~3 CHANGED
      BOWEL ~2 INCONTINENT
      LEAK ~3 BOWEL
      BOWEL|POOP ~5 LEAK
      CANNOT POOP
      no puedo POOP
      TROUBLE ~1 POOP
      HAVENT|DONT ~1 POOP ~6 days|week|dias|semana
      have no idea when ~3 POOP|PEE
      ACCIDENT <2> BOWEL
      BOWEL|POOP <6> UNAWARE|NO_FEELING|LEAK
      BOWEL ~3 coming|comes|came|falling out
      BOWEL ~1 wont|refuses|quit
      lost control ~6 POOP|PEE|BOWEL
      CANNOT CONTROL anything down there
      me ~1 hice|hago del|de ~1 bano encima
    `,
  },
  {
    name: 'saddle',
    kind: 'emergency',
    says: 'Numb, tingling or without feeling between the legs or where one sits',
    patterns: `
      NUMB <8.> SADDLE
      TINGLE <5.> SADDLE
      NO_FEELING <6.> SADDLE
      CANNOT ~2 FEEL ~5 SADDLE|WIPE
      SADDLE ~4 CANNOT ~2 FEEL
      CANNOT ~2 FEEL ~6 WIPE
      NO_FEELING ~6 WIPE
      WIPE ~4 NO_FEELING
      WIPE ~5 CANNOT|dont|didnt FEEL
      DONT ~2 FEEL ~6 WIPE|SADDLE
      LOST|NONE ~2 feeling|sensation ~4 SADDLE
      LOST ~3 FEEL ~3 SADDLE
      feeling|sensation ~3 gone|missing|different|weird ~4 SADDLE
      SADDLE ~3 feeling|sensation ~2 gone|missing
      SADDLE ~3 dead|deadened|anesthesia
      dead|deadened ~4 SADDLE
      NUMB|NO_FEELING|TINGLE <4> WAIST_DOWN
      CANNOT ~3 FEEL ~4 WAIST_DOWN
      WAIST_DOWN ~3 CANNOT|NO_FEELING
      NUMB <3> bottom
      NUMB ~3 where ~3 sit|wipe
      SADDLE ~2 LEAK
      like ~2 NUMB ~3 SADDLE
      sitting on ~2 pillow|cushion|cotton|nothing ~6 NUMB|SADDLE
      NUMB back|down there
      CANNOT FEEL ~3 down|back there
      SADDLE <10> NUMB|NO_FEELING
      NUMB ~8 seat
      SADDLE ~2 DONT ~1 feel ~3 there|right|normal
      area|part|spot|place ~1 i sit ~4 NUMB
      NUMB ~4 area|part|spot|place ~1 i sit
      NUMB <8> underwear|panties|pants|downstairs
      TROUBLE ~1 FEEL ~4 SADDLE
      SADDLE ~2 wont
      mi|el ano NUMB
      NUMB ~1 el|mi ano
      SADDLE <8> CANNOT ~2 FEEL
      weird|strange|funny|odd|off ~3 SADDLE
      SADDLE ~3 weird|strange|funny|odd|different
      sex ~6 NO_FEELING|NUMB|nothing
      NO_FEELING down|back|below there
      shower ~8 CANNOT ~2 FEEL ~6 SADDLE
    `,
  },
];
