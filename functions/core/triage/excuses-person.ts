import { bodily, type Excuse } from './excuse';

/** It happened to somebody else. */
export const excusesOfPerson: readonly Excuse[] = [
  {
    says: 'An animal',
    signs: [...bodily, 'call for help'],
    reach: 'sentence',
    around: 'ANIMAL',
    unless: `
      ANIMAL ~4 me|i|us
      ANIMAL ~12 i|me cant|am|have|no|duele
      FALL ~4 off|del|de|from ~2 ANIMAL
      off|on ~2 ANIMAL
      me ~2 tiro|tumbo|pateo|avento ~3 ANIMAL
      ANIMAL ~3 HIT
      HIT ~3 ANIMAL
      i ~3 FALL
      me cai
      i ~1 CANNOT
      my left|right|lower|own? LEG|BACK|SADDLE
    `,
  },
  {
    says: 'A child (fever, wetting, falls of play)',
    signs: ['fever', 'bladder', 'bowel', 'leg', 'injury'],
    reach: 'sentence',
    around: 'CHILD',
    unless: `
      i ~2 CANNOT|have|FALL|am
      my ~2 BACK|LEG|BLADDER
      CHILD ~6 CANNOT ~1 WORK|MOVE|STAND|PEE|FEEL|BREATH
      since|after ~2 CHILD
      me ~1 cai
      tengo ~1 FEVER
      FALL ~8 CANNOT
      CANNOT ~2 FEEL
    `,
  },
  {
    says: 'A fever in the family',
    signs: ['fever'],
    reach: 'sentence',
    around: 'RELATIVE ~4 FEVER|TEMPERATURE',
    unless: `
      FEVER <12> BACK
      i ~2 have|got
    `,
  },
  {
    says: 'Somebody whom we do not treat',
    signs: ['fever', 'injury', 'chest'],
    reach: 'sentence',
    around: 'OTHER_PERSON ~8 FEVER|HIT|CRASH|ATTACK|FAINT|FALL|TIGHT|POPPED',
    unless: `
      CANNOT
      not breathing
      help
      HIT ~1 me|us
      me ~1 atropello|chocaron
      my ~3 BACK|LEG|CHEST|neck
      i FALL
      is ~1 having
      now
    `,
  },
  {
    says: 'A crash that was only seen',
    signs: ['injury', 'chest'],
    reach: 'sentence',
    around: 'saw|seen|watched|witnessed|vi ~4 CRASH|HIT|FALL|FAINT',
    unless: 'my ~2 BACK|LEG',
  },
  {
    says: 'A crash of others, on the road',
    signs: ['injury'],
    reach: 'sentence',
    around: `
      CRASH ~10 late|traffic|trafico|tarde|delayed|stuck
      CRASH on ~1 i|highway|hwy NUMBER
      late|traffic|trafico|tarde ~6 CRASH
    `,
    unless: `
      in|had|my ~2 CRASH
      tuve|mi ~2 CRASH
      INJURED
    `,
  },
  {
    says: 'A crash without anybody in it',
    signs: ['injury'],
    reach: 'sentence',
    around: `
      nobody|noone ~3 in|inside|hurt|injured
      no one ~3 in|inside|hurt|injured
      was parked
      parked VEHICLE
    `,
    unless: `
      my ~2 BACK|LEG
      INJURED ~3 my|i
    `,
  },
  {
    says: 'Help with an errand',
    signs: ['call for help'],
    reach: 'sentence',
    around: 'RESCUE ~3 finding|locating|booking|logging|getting|with',
    unless: 'with ~2 BACK|LEG',
  },
  {
    says: 'Works there',
    signs: ['call for help'],
    reach: 'sentence',
    around: `
      nurse|paramedic|emt|dispatcher|dispatchers|doctor|medic|enfermera|enfermero here|looking|at|and|de|on|tip|run
      i|we ~1 drive|work|volunteer|train
      drive|work|volunteer ~3 AMBULANCE|ER
      manejo|trabajo ~3 AMBULANCE|ER
      soy ~2 enfermera|enfermero|paramedico|doctor|medico
      am a ~3 nurse|paramedic|emt|medic
    `,
    unless: `
      call|need|send|manden|llamen ~3 AMBULANCE
      should i
    `,
  },
];
