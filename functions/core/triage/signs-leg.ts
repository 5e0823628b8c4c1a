import type { Sign } from './sign';

/** Legs and feet that are numb, weak or cannot be moved. */
export const legSigns: readonly Sign[] = [
  {
    name: 'leg',
    kind: 'emergency',
    says: 'A leg or foot that is numb, weak, gives way, drags or cannot be moved; cannot walk',
    patterns: `
      CANNOT ~2 FEEL ~4 LEG|JOINT
      CANNOT ~3 MOVE ~4 LEG|TOE
      CANNOT ~2 MOVE ~3 JOINT
      LEG|TOE ~4 CANNOT ~2 MOVE|FEEL
      LEG ~5. CANNOT ~3 WORK|MOVE|FEEL|STAND
      LEG|JOINT|TOE ~2 DONT ~2 WORK
      LEG|TOE ~2 DONT ~2 MOVE
      LEG ~5 DONT ~3 lift|come|hold|support|move|work|wake
      LEG ~3 stopped|quit ~1 working|moving|responding
      NO_FEELING <5> LEG
      NO_FEELING ~4 JOINT
      DONT FEEL ~3 LEG
      LOST|NONE ~2 feeling|sensation ~5 LEG|JOINT|TOE
      NUMB <4> LEG
      LEG <10> NUMB|NO_FEELING
      LEG|TOE ~2 DONT ~2 go|come|lift|bend|straighten|respond|move ~1 up|where|how|right
      lift|lifting|pick|move|moving ~3 LEG ~2 with ~1 hand|hands
      LEG <8> CANNOT ~2 MOVE|FEEL|control|STAND
      CANNOT ~2 get ~2 LEG ~2 to|move|up|off
      crawl ~4 bathroom|bed|floor|room|house|phone
      weird|strange ~2 LEG ~8 NUMB|WEAK
      NUMB <3> JOINT
      LEG ~3 TINGLE ~3 NUMB|WEAK
      both LEG ~3 TINGLE
      ambas|dos LEG ~3 NUMB|TINGLE
      se me NUMB ~3 LEG
      WEAK <4> LEG
      LEG ~6 WEAK
      WEAK ~2 JOINT ~6 NOW
      JOINT ~3 WEAK ~6 NOW
      JOINT|LEG ~3 getting|got|gotten|became|becoming ~3 WEAK
      NUMB|NO_FEELING|PARALYSED <8> JOINT
      LEG <8> PARALYSED|NO_STRENGTH
      TROUBLE ~1 FEEL ~4 LEG|JOINT
      WEAK <8> LEG
      LEG is|are|feel|feels|got|getting|feeling so|very|really|too? week
      week ~1 LEG
      WEAK|NO_STRENGTH <6> WAIST_DOWN
      NO_STRENGTH <5> LEG|JOINT
      LEG ~6 NO_STRENGTH
      NO_STRENGTH $
      LEG|TOE|walking|standing ~2 impossible
      LEG ~2 DONT ~1 feel ~3 there
      dropping my ~1 foot
      LEG ~1 se me? cae|caen|cuelga|cuelgan
      strength|power|feeling|sensation ~2 LEG|JOINT|SADDLE ~3 gone|going|fading|disappearing|less
      strength|power|feeling|sensation ~5 LEG|JOINT|SADDLE ~3 gone|going|fading|disappearing
      fuerza|sensibilidad ~4 LEG ~3 fue|yendo|perdio|menos
      GIVE_WAY <8> LEG|JOINT
      LEG|JOINT ~2 went|gone|goes|going out
      LEG|JOINT ~4 GIVE_WAY
      LEG me falla|fallan|dobla|doblan
      LEG ~3 LIMP
      LEG ~2 quit|quits|gives|gave|giving ~1 up?
      no ~1 responde|responden|funciona|funcionan|sirve|reacciona ~3 LEG
      CANNOT hold|keep|support myself up
      LEG ~3 wobbly|unsteady|clumsy|shaky ~8 NOW|BACK
      LEG ~2 went|goes|gone|going ~1 dead
      LEG ~1 is|feels ~2 dead ~3 numb|weak|strength|cant|nothing|weight
      my|the|one|this whole|entire|left|right LEG ~1 is|feels dead|heavy
      LEG ~1 are|is|feel|feels ~1 heavy ~8 NUMB|WEAK|weight|concrete
      LEG LIMP
      LIMP ~2 LEG
      PARALYSED
      FOOT_DROP
      DRAG ~3 LEG|TOE
      LEG|TOE|JOINT ~5 DRAG
      STUMBLE ~4 LEG|TOE
      STUMBLE ~8 LEG
      LEG ~12 STUMBLE ~3 lot|often|constantly|again|mucho
      trip over|on my|the own|left|right? LEG|TOE
      TROUBLE ~3 lifting|moving|raising|walking|STAND ~5 LEG|TOE|BACK|straight
      TROUBLE ~1 walking
      CANNOT ~1 STAND
      CANNOT ~3 STAND ~2 toes|tiptoe|tiptoes|heel|heels
      CANNOT ~2 do ~2 heel|calf|toe raise|raises
      CANNOT ~3 push ~4 pedal|brake|gas|clutch
      CANNOT ~1 move $
      CANNOT ~1 move ~1 at|from|my ~1 all|neck|waist|body
      CANNOT ~1 me? mover|moverme $
      no me puedo mover|parar|levantar
      CANNOT get|stand up $
      CANNOT get|stand up off|from|out|anymore|by
      CANNOT ~1 stand $
      CANNOT ~2 get out of ~1 bed|chair
      LEG ~3 DONT ~2 listen|obey|hold|cooperate|follow
      LEG ~4 tiemblan|tiembla|shaking|shake ~8 GIVE_WAY|WEAK|CANNOT|hold
      LEG ~4 no ~3 responde|responden|sostienen|sostiene|sube|subir
      no ~3 sube ~3 LEG|TOE
      LEG ~3 feel|feels ~1 like ~1 LIMP
      LEG ~5 belongs|belong ~2 someone|somebody
      walk ~1 like ~1 drunk
      losing ~1 use ~2 LEG
      caigo|caerme ~4 LEG
    `,
  },
];
