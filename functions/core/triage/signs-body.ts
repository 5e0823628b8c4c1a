import type { Sign } from './sign';

/** Fever, injuries, and what no one should wait with. */
export const bodySigns: readonly Sign[] = [
  {
    name: 'fever',
    kind: 'emergency',
    says: 'Fever, by name or as a number (from 100 °F or 38 °C), or chills with back pain',
    patterns: `
      FEVER
      TEMPERATURE ~6 DEGREES_OF_FEVER
      DEGREES_OF_FEVER ~2 TEMPERATURE
      UNIT_OF_FEVER
      chills|burning|spiking|spiked|shivering|sweating|sweats|ardiendo ~5 DEGREES_OF_FEVER
      running ~2 DEGREES_OF_FEVER $
      running ~2 DEGREES_OF_FEVER ,
      thermometer|termometro ~5 DEGREES_OF_FEVER
      CHILLS <10> BACK
      CHILLS <10> DEGREES_OF_FEVER
      CHILLS <6> NEEDLE
      INFECTED <6> NEEDLE
      burning up ~10 BACK
      DEGREES_WITH_POINT <10> hot|sick|sweaty|BACK|pain|hurts|chills|vomiting|throwing|shaking|headache|flu
      tengo|traigo|con|estoy|ando ~2 DEGREES_OF_FEVER ~1 grados|temperatura|fiebre|calentura
      BACK <4> DEGREES_WITH_POINT
      DEGREES_OF_FEVER ~2 BACK pain|hurts
      ^ DEGREES_WITH_POINT $
      traigo|ando ~2 DEGREES_OF_FEVER
    `,
  },
  {
    name: 'injury',
    kind: 'emergency',
    says: 'A fall, a crash or a blow',
    patterns: `
      FALL ~4 off|from|out|down|into|over|through|on|in|de|del|por|en|desde ~4 HEIGHT
      FALL ~2 HEIGHT
      FALL ~4 LENGTH
      HEIGHT ~3 FALL
      FALL ~2 HARD
      HARD ~1 fall|spill|tumble|caida
      took|had|taken ~3 fall|spill|tumble|header
      FALL ~8 INJURED
      INJURED ~4 after|since|from|when|desde|despues|porque|cuando ~4 FALL|CRASH
      i fell $
      i fell down|today|yesterday|again|last|this|tonight|running|while|and|earlier|twice|en
      ^ fell ~2 today|yesterday|again|last|this|tonight|running
      fallen twice|again|down|three|several
      me cai
      me CANNOT? caido
      tuve|sufri una ~1 caida
      CRASH ~8 INJURED
      after|desde|despues ~3 CRASH ~6 INJURED
      was|been|got|just|had|in|i|we|my|got|tuve|sufri|bad|big ~3 CRASH
      CRASH ~2 my|mi|la|el|mi ~2 VEHICLE
      VEHICLE ~2 CRASH
      CRASH ~3 VEHICLE
      CRASH ~2 today|yesterday|skiing|skating|biking|last|this|ayer|hoy|anoche|esta
      HIT ~6 VEHICLE|HEIGHT|INJURED|horse|tree|player|branch
      VEHICLE|horse|tree|branch|someone|guy|player|bull|cow ~3 HIT
      got|was|were HIT
      was|got|been|were|am hit|struck|bucked|shoved|thrown|knocked
      pushed|shoved|thrown|knocked ~4 HEIGHT
      HIT ~2 me|us
      VEHICLE ~6 totaled|totalled
      jumped ~6 BACK ~2 POPPED
      heard|felt|senti|escuche ~5 POPPED ~6 BACK
      heard|felt|senti|escuche ~4 BACK ~2 POPPED
      broke|fractured|quebre|rompi ~1 BACK
      ^ just? fell
      ^ slipped ~1 in|on
      flew over|off
      over ~2 handlebars
      me ~1 atropello|atropellaron|chocaron
      HIT
      me di ~2 golpe
      hit|hits a|an tree|car|deer|pole|guardrail|curb|pothole|truck|bike|rock
      ran|slammed|drove|backed|smashed|crashed into my|our VEHICLE
      slammed|smashed|crashed|plowed into me|us|a|the
      i|we|he|she|mom|dad|husband|wife|grandma ~1 fell
      dropped|fell|landed ~4 on ~2 BACK
      hurt|twisted|injured|broke ~4 FALL|CRASH
      me ~1 pegue|golpee|di|lastime ~4 FALL|CRASH|columna|espalda|cabeza
      LEG|JOINT ~4 FALL|falling ~3 because
      keep|keeps falling ~2 because|down|over|when
      dog|perro HIT
    `,
  },
  {
    name: 'chest',
    kind: 'emergency',
    says: 'Chest pain, no breath, fainting, signs of a heart attack or a stroke',
    patterns: `
      CHEST ~3 TIGHT
      TIGHT ~5 CHEST
      elephant|weight|brick|bricks|band|vice|vise ~3 CHEST
      CANNOT ~2 MOVE ~3 side|body|arm
      CANNOT ~3 BREATH
      CANNOT ~1 get ~2 air|breath
      TROUBLE ~2 BREATH
      TROUBLE to? BREATH
      BREATH ~1 is|es ~1 hard|difficult|dificil
      SHORT_BREATH
      no puedo ~2 BREATH
      i|we|me|he|she|mom|dad|husband|wife ~4 FAINT
      FAINT
      i|he|she|we|mom|dad|husband|wife just? collapsed
      bleeding ~3 bad|badly|heavily|lot|wont
      HAVING ~3 ATTACK
      ATTACK
      FACE ~4 SLURRED
      SLURRED ~4 FACE|speech
      one|left|right side ~4 NUMB|weak|droopy
      CANNOT speak|see
      CANNOT ~1 talk straight|properly|clearly|well
      no puedo hablar
      ARM ~2 NUMB ~6 CHEST|FACE
      tearing|ripping pain ~2 BACK
    `,
  },
];
