import { bodily, type Excuse } from './excuse';
import { excusesOfPerson } from './excuses-person';

/** Everything that takes a sign back. */
export const excuses: readonly Excuse[] = [
  ...excusesOfPerson,
  {
    says: 'Long ago',
    signs: ['fever', 'injury', 'chest', 'bowel', 'bladder', 'saddle', 'leg'],
    reach: 'sentence',
    around: `
      PAST
      hace ~2 AGES
      AGES ago
      in|en|from|de|back YEAR_NUMBER
      when|cuando i|era|was ~2 kid|young|little|nino|chico
      childhood
      AGES later
    `,
    unless: `
      today|now|tonight|yesterday|hoy|ayer|ahora ~6 CANNOT|NUMB|WEAK|NO_FEELING|FEVER|FALL|GIVE_WAY|LEAK
      but|pero ~4 CANNOT|NUMB|WEAK|NO_FEELING|FEVER|FALL|GIVE_WAY|LEAK|LEG|BLADDER
      and|y ~1 now|today|ahora|hoy
      until today
      keeps|getting ~1 worse
    `,
  },
  {
    says: 'Over and done with',
    signs: bodily,
    reach: 'sentence',
    around: `
      NUMB|WEAK|FEVER|TINGLE|FOOT_DROP|CHILLS|TEMPERATURE|TIGHT|LEAK|LEG|JOINT|SADDLE ~8 RESOLVED
      se me quito ~3 NUMB|FEVER|WEAK|TINGLE
      ya no tengo ~3 NUMB|FEVER|WEAK|TINGLE
      ya ~1 RESOLVED
      RESOLVED $
      RESOLVED ~1 thanks|thank|gracias|lol|feeling|can
    `,
    unless: `
      but|pero|now|ahora ~5 CANNOT|NUMB|WEAK|NO_FEELING|FEVER|GIVE_WAY|LEAK
      FEEL ~2 gone
      strength|power|feeling|sensation|control ~5 gone
      hasnt|havent|not|wont|never|no ~1 RESOLVED
    `,
  },
  {
    says: 'Leg day',
    signs: ['leg'],
    reach: 'sentence',
    around: 'LEG_DAY',
    unless: 'NUMB|NO_FEELING <14> NOW',
  },
  {
    says: 'Training, and a laugh',
    signs: ['leg', 'chest', 'injury', 'self-harm'],
    reach: 'text',
    around: `
      TRAINING <40> LOL
      LOL <40> TRAINING
    `,
    unless: `
      KILL_SELF
      SADDLE
      BLADDER
    `,
  },
  {
    says: 'Legs after training',
    signs: ['leg'],
    reach: 'sentence',
    around: `
      TRAINING <8> jello|jelly|noodles|rubber|dead|tired|heavy|shaky|gelatina|WEAK
      hit ~1 wall
      bonked
      overtraining
      after|despues ~2 LEG_DAY
      WEAK ~3 on ~3 run
      take|took ~1 easy
      strengthen|fortalecer ~4 LEG|JOINT
      sentadillas
      WEAK ~6 eat|ate|breakfast|hydrate|hungry|food
      feel|felt|sentia weak on|during
    `,
    unless: `
      NUMB
      NO_FEELING
      CANNOT
      GIVE_WAY
      NOW ~3 WEAK
    `,
  },
  {
    says: 'Bladder and bowels are well',
    signs: ['bladder', 'bowel'],
    reach: 'sentence',
    around: `
      BLADDER_NAMED|BLADDER|BOWEL ~6 fine|ok|okay|good|normal|normally|great|bien
      full|good CONTROL
      can ~2 control|hold ~3 BLADDER
    `,
    unless: `
      CANNOT|LOST|LEAK|NUMB|NO_FEELING|CHANGED|NOTHING_OUT|ACCIDENT
      until|before|used|usually|was|were
      is|are ~2 BLADDER_NAMED|BOWEL ~2 TROUBLE|CHANGED
      mine|started|new
      not|isnt|arent|never ~2 fine|ok|okay|good|normal
    `,
  },
  {
    says: 'Legs that quit in a race',
    signs: ['leg'],
    reach: 'sentence',
    around: `
      at|last|first|by|after|around|past|until|till|for ~3 mile|miles|milla|kilometro|km|rep|reps|lap|laps
      finished|finish ~4 race|marathon|half|run
    `,
    unless: `
      NUMB|NO_FEELING|BLADDER|SADDLE|DRAG|PARALYSED|FOOT_DROP
      CANNOT ~3 FEEL|MOVE|STAND
      since|now|still|today|keeps|every
      NOW ~6 BACK
    `,
  },
  {
    says: 'A joint that clicks',
    signs: ['leg'],
    reach: 'sentence',
    around: 'CANNOT ~8 without ~4 cracking|popping|clicking|creaking',
  },
  {
    says: 'A stretch that is hard to do',
    signs: ['leg'],
    reach: 'sentence',
    around: `
      CANNOT <14> stretch|stretches|hamstring|hamstrings|exercise|yoga|pose|estiramiento|ejercicio
    `,
    unless: `
      NUMB|WEAK|NO_FEELING|NO_STRENGTH|GIVE_WAY|PARALYSED|DRAG|FEEL
      CANNOT ~1 STAND
    `,
  },
  {
    says: 'Cold, ice, the dentist',
    signs: ['leg', 'saddle'],
    reach: 'sentence',
    around: `
      NUMB <12> COLD
      TINGLE <8> COLD
      NO_FEELING <8> COLD
      FEEL <6> COLD
    `,
    unless: `
      not|no|nor ~3 COLD
      BLADDER
      COLD ~1 sweat
      CANNOT ~1 move|lift|walk
    `,
  },
  {
    says: 'Pressed or sat upon, and it passes',
    signs: ['leg', 'saddle'],
    reach: 'sentence',
    around: `
      POSTURE <20> PASSING
      NUMB ~6 these|tight|new ~1 shoes|boots
      NUMB ~3 when|if ~1 i? ~1 sit|cross
      NUMB ~6 from ~1 sitting|sleeping|crossing
      NUMB ~2 sitting through
      NUMB ~8 drive|flight ~6 ok|fine|walking
      NUMB ~5 fine|ok|okay now|after
    `,
    unless: `
      BLADDER
      not|hasnt|wont|doesnt ~3 wake|away|back
      days|weeks
      havent ~3 been
      CANNOT ~2 FEEL ~6 WIPE
    `,
  },
  {
    says: 'The weather',
    signs: ['fever'],
    reach: 'sentence',
    around: 'WEATHER <10> DEGREES_OF_FEVER',
    unless: `
      FEVER
      TEMPERATURE ~2 is|was ~2 DEGREES_OF_FEVER ~1 and ~2 BACK
      BACK
    `,
  },
  {
    says: 'A normal temperature',
    signs: ['fever'],
    reach: 'sentence',
    around: `
      TEMPERATURE ~3 normal|NORMAL_DEGREES
      NORMAL_DEGREES ~2 no FEVER
    `,
    unless: 'have|got|high FEVER',
  },
  {
    says: 'Asked in general',
    signs: bodily,
    reach: 'sentence',
    around: 'HYPOTHETICAL',
    unless: `
      i|we ~1 CANNOT
      NOW
      i have|am|got
      my ~2 LEG|SADDLE|BACK|BLADDER
      tengo
      no puedo
      se me
    `,
  },
  {
    says: 'Self-harm denied, or a cause',
    signs: ['self-harm'],
    reach: 'sentence',
    around: `
      LOL ~12 TRAINING
      not KILL_SELF
      not ~1 thinking|going|trying|planning ~3 HURT|KILL ~1 myself
      nor KILL_SELF
      dont ~1 want to DIE
      no quiero DIE
      no ~1 i dont want to DIE
      charity|fundraiser|donate|fundraising|raising ~6 KILL_SELF
    `,
    unless: `
      but|pero
      LIVE
      WANT ~1 KILL_SELF ~1 tonight
    `,
  },
  {
    says: 'Went to the emergency room already',
    signs: ['call for help'],
    reach: 'sentence',
    around: `
      went|been|was|fui ~2 ER
      ER ~2 said|last|doc
      no ~1 need
      ER ~3 ago
    `,
  },
];
