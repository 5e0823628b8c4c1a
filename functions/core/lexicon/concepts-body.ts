import type { Concepts } from './lexicon';

/** Parts of the body and what they do, by the names people give them. */
export const body: Concepts = {
  BACK: {
    says: 'the back or the spine',
    en: 'back | backs | bak | backache | spine | spinal | lumbar | lower back | low back | tailbone | tail bone | disc | disk | sciatica',
    es: 'espalda | columna | cintura | lomo | espinazo | rabadilla | coxis | ciatica',
  },
  LEG: {
    says: 'a leg, a foot or a thigh',
    en: 'leg | legs | foot | feet | thigh | thighs | lower body | lower half | bottom half | limb | limbs | lower extremity | lower extremities | lower limbs | leggs',
    es: 'pierna | piernas | pie | pies | muslo | muslos | patas | extremidades',
  },
  JOINT: {
    says: 'a knee, an ankle, a calf or another muscle of the leg',
    en: 'knee | knees | ankle | ankles | calf | calves | quad | quads | hamstring | hamstrings | shin | shins | hip | hips',
    es: 'rodilla | rodillas | tobillo | tobillos | pantorrilla | pantorrillas | cadera | caderas',
  },
  TOE: {
    says: 'toes, heel or the tip of the foot',
    en: 'toe | toes | big toe | heel | heels | tiptoe | tiptoes | tip toes | tippy toes',
    es: 'dedo del pie | dedos del pie | dedos de los pies | dedo gordo | punta del pie | punta de los pies | puntas de los pies | puntitas | talon | talones',
  },
  WAIST_DOWN: {
    says: 'everything below the waist',
    en: 'waist down | waste down | below the waist | below my waist | hips down | hip down | belly button down | from my waist',
    es: 'cintura para abajo | cintura hacia abajo | cintura pa abajo | cadera para abajo | ombligo para abajo | media cuerpo para abajo',
  },
  SADDLE: {
    says: 'the saddle area: groin, between the legs, private parts, buttocks',
    en:
      'groin | groins | crotch | crotch area | saddle | saddle area | saddle region | genital | genitals | genitalia | genital area | private | privates | ' +
      'private part | private parts | private area | my parts | lady parts | lady bits | man parts | my bits | my junk | between my legs | between the legs | between legs | between her legs | ' +
      'between his legs | between both legs | between my thighs | between the thighs | inner thigh | inner thighs | inside of my thighs | inside my thighs | ' +
      'inside of thighs | perineum | perineal | taint | gooch | butt | butts | buttock | buttocks | butthole | butt hole | butt cheek | between my cheeks | between the cheeks | butt cheeks | booty | bum | bumhole | ' +
      'rear | rear end | backside | back side | my behind | my bottom | his bottom | her bottom | bottom area | my seat | her seat | his seat | seat area | hiney | heinie | tush | tushy | ' +
      'anus | anal | anal area | rectum | rectal | rectal area | vagina | vag | vaginal | vajayjay | vulva | labia | coochie | cooch | hoo ha | hooha | hoohah | pussy | clit | clitoris | penis | dick | my cock | willy | ' +
      'scrotum | testicle | testicles | balls | my nuts | my sack | my package | down there | down below | where i sit | where i wipe | where you sit | seat of my pants | seat of pants | sit bones | nether | nethers | nether region | nether regions | ' +
      'my ass | ass cheeks | asshole | my arse | pubic | pubic area | pelvic area | pelvic floor | my pelvis | undercarriage',
    es:
      'entrepierna | entre pierna | ingle | ingles | genital | genitales | mis partes | sus partes | las partes | partes intimas | parte intima | partes privadas | partes nobles | partes bajas | intimas | ' +
      'zona intima | area intima | mi intimidad | entre las piernas | entre mis piernas | entre piernas | entre los muslos | nalga | nalgas | nalguita | gluteo | gluteos | trasero | ' +
      'pompis | pompas | pompa | culo | vagina | vulva | pene | testiculo | testiculos | mis huevos | perineo | recto | ahi abajo | alla abajo | aya abajo | silla de montar | asentaderas | sentaderas | posaderas | ' +
      'adentro de los muslos | interna de los muslos | interior de los muslos | donde me siento | pelvis | zona pelvica',
  },
  BLADDER_NAMED: {
    says: 'the bladder or a sphincter by its name: who writes a spine practice about it has a reason',
    en: 'bladder | blader | bladdr | blatter | sphincter | sphincters',
    es: 'vejiga | vegiga | bejiga | begiga | vejija | esfinter | esfinteres',
  },
  BLADDER: {
    says: 'the bladder and urine',
    en: 'bladder | blader | bladdr | blatter | blader control | urine | urin | urination | urinary | pee | piss | pee stream | urine stream | urine flow | my stream | my water | water works | sphincter | sphincters | number one | number 1',
    es: 'vejiga | vegiga | bejiga | begiga | vejija | orina | orines | orin | pipi | pipis | chis | pis | esfinter | esfinteres | sfinter',
  },
  BOWEL: {
    says: 'the bowels and stool',
    en: 'bowel | bowels | bowl movement | bowl movements | my bowls | poop | poops | poo | stool | stools | feces | fecal | faeces | bm | bms | bowel movement | bowel movements | number two | number 2',
    es: 'intestino | intestinos | popo | popos | caca | excremento | excrementos | heces | materia fecal | esfinter | esfinteres',
  },
  PEE: {
    says: 'to pass urine',
    en:
      'pee | peeing | peed | pees | pee pee | peepee | go pee | go potty | potty | urinate | urinates | urinating | urinated | pis | piss | pissing | wee | weeing | tinkle | void | voiding | take a leak | taking a leak | ' +
      'go number one | go number 1 | go 1 | number 1 | number one | pass urine | passing urine | passed urine | pass water | passing water | make water | empty my bladder | empty bladder | emptying my bladder | ' +
      'relieve myself | go to the bathroom | going to the bathroom | go to the toilet | going to the toilet | go to the restroom | go to the loo | go bathroom | use the bathroom | use the toilet | use the restroom | get my pee | get any pee | get pee',
    es:
      'orinar | orinando | orinandome | orinarme | orino | orine | orina | orinaba | mear | meo | hacer pipi | hacer pis | hacer chis | hacer de la pipi | hacer del uno | hago pipi | hago pis | hacer la pipi | ir al bano | voy al bano | hacer del bano | hago del bano | ' +
      'vaciar la vejiga | vaciar mi vejiga | vaciar bien la vejiga | hacer aguas',
  },
  POOP: {
    says: 'to pass stool',
    en: 'poop | pooping | pooped | poo | pooing | crap | crapping | number two | number 2 | go number two | go number 2 | go 2 | have a bowel movement | having a bowel movement | had a bowel movement | have a bm | had a bm | defecate | defecating | take a dump | take a crap | shit | shitting',
    es: 'hacer popo | hacer caca | hacer del dos | hago del dos | hago popo | hago caca | hacer la popo | defecar | defeco | evacuar | evacuo | obrar | cagar | cago | hacer del cuerpo | dar del cuerpo | del dos',
  },
  TOILET: {
    says: 'the toilet',
    en: 'toilet | bathroom | restroom | urinal | potty | loo | john | commode',
    es: 'bano | inodoro | sanitario | retrete | excusado | taza',
  },
  URGE: {
    says: 'the urge to go',
    en: 'urge | urges | need to go | needing to go | needing to pee | having to go | when to go | to go | have to go | need to pee | have to pee | need to poop | full | bladder is full | gotta go',
    es: 'ganas de orinar | ganas de hacer pipi | ganas de ir al bano | ganas de hacer del bano | ganas de hacer pis | ganas',
  },
  WIPE: {
    says: 'wiping, toilet paper, sitting on the seat, being touched',
    en: 'wipe | wiping | toilet paper | tp | paper | toilet seat | seat | on the toilet | sit down | touches me | touch | bath water | bike seat',
    es: 'limpio | limpiarme | limpiar | papel | papel de bano | papel higienico | me limpio',
  },
  CHEST: { says: 'the chest or the heart', en: 'chest | chst | heart', es: 'pecho | corazon' },
  ARM: {
    says: 'an arm or the jaw',
    en: 'arm | arms | left arm | jaw | shoulder blade',
    es: 'brazo | brazos | mandibula',
  },
  FACE: {
    says: 'the face, the mouth, speech',
    en: 'face | mouth | smile | eyelid | speech | one side of my face | side of my face | my words',
    es: 'cara | boca | mitad de la cara | habla | lado de la cara | media cara',
  },
  BREATH: {
    says: 'breathing',
    en: 'breath | breathe | breathing | breaths | breth | breath in | catch my breath | catch breath | air | oxygen',
    es: 'respirar | respiracion | aire | aliento | respiro',
  },
};
