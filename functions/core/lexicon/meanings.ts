import type { OtherMeaning } from './meaning';
import { meaningsOfBody } from './meanings-body';

/** Only what would otherwise be read as a sign stands here: each line can hide a true sign, so each must be narrow. */
export const otherMeanings: readonly OtherMeaning[] = [
  {
    says: 'Sleep',
    patterns: `
      fast|half|sound|was|am asleep
      ^ fell|fall|falling asleep
      i|we|he|she|they|and|then|almost|just|finally|usually|always|to|baby|kid ~1 fell|fall|falling|fallen asleep
      me? quede|quedo|quedaba dormido|dormida
      dormi|durmio bien|mal|poco|mucho|tarde|temprano|anoche|toda
      durmio bien ~2 BACK
      bebe|nino|nina ~2 dormido|dormida
      cai ~1 dormido|dormida|rendido
    `,
  },
  {
    says: 'Falling that is no fall',
    patterns: `
      fell|fall|falls|falling|fallen in love
      fell|fall|falls|falling|fallen behind|apart
      fell|fall|falls|falling|fallen short of
      fell|fall|falls|falling|fallen out of love|habit|shape|practice|routine
      fell off with
      fell hard for
      fell head over heels
      head over heels
      fell|fall|falling|fallen for it|that|him|her|the|a
      fell|fall|fallen into place|habit|routine
      fell|fall|falls|falling|fallen off ~2 wagon|schedule|plan|routine|list|map|radar|pace
      this|next|early|late|of|every|each fall
      in the fall
      last fall
      fall weather|marathon|race|season|schedule|colors|leaves|training|classic|10k|5k|semester|hours|half
      pace|plans|plan|price|prices|sales|numbers|weight ~1 fell|fall
      slipped up|away
      mind slipped
      slipped my mind
      slipped|slip a? disc|disk|discs|disks
      landed ~3 job|gig|pr|role|appointment|deal
      me caes|cae|cayo|caen ~1 bien|gordo|pesado|super
      me caes|cae|caen mal
      me ~1 cai|caigo de la? nube
      me ~1 cai|caigo de|en la|el? ~1 cita|llamada|zoom|videollamada|reunion
      me ~1 cai|caigo de sueno|cansancio|risa|hambre
      se ~2 cayo|cae|cayeron ~2 pagina|sitio|sistema|telefono|celular|internet|red|cita|app|llamada|pelo|link|reloj
      caida|caidas de|del pelo|cabello|precio|precios|internet|sistema|sol
    `,
  },
  {
    says: 'Crashes of machines, beds, diets and hours',
    patterns: `
      crash|crashed|crashing on|in ~2 couch|sofa|bed|recliner
      crash|crashed ~1 early
      crash|crashed after ~1 work|dinner|lunch|run|shift
      crash|crashing|crashed diet|diets|course|landing|pad
      website|site|app|phone|computer|page|portal|laptop|watch|link|system|battery ~2 crashed|crashing|crash|failed|failing|fails
      am|was|are|feel|so|totally wiped out
      crash|crashed when|while|if ~1 i ~2 tried|try|click|clicked|book
      wrecked ~3 TRAINING
      wrecked by|from|after
      TRAINING ~2 wrecked
      LEG|JOINT|quads|calves ~2 wrecked
      crushed|killed|wrecked ~2 TRAINING
      crushed it|that|my
      trip and fall
      fall risk|hazard|hazards
      afraid|scared|fear|worried|careful|miedo ~3 FALL
      not to fall
      me pego ~1 sol|sueno|hambre|aire|frio
      by accident
      happy accident
      por accidente
      choque|choques de|entre horarios|horario|fechas|citas|culturas
      choque|chocamos|chocar|choca|choco ~1 los|esos cinco
      hit me with ~3 tip|tips|link|info|exercise|news|bill|error|next
      hit by|with ~2 error|news|bill|bug|flu|inflation|craving|idea
      hit me up|back|later
      hit ~1 with a|the|another ~2 ticket|fee|fees|bill|charge|parking
      accident ~3 meant
      cracked my back ~3 feels|felt|better|good
      like ~2 VEHICLE|train ~2 HIT
      like ~2 VEHICLE|train ~1 hit|ran
      like ~3 HIT ~2 VEHICLE|train
      it hit me that|when|how
      me pego un|una ~1 bano|ducha|susto|siesta
    `,
  },
  {
    says: 'Songs, films, races, brands, places',
    patterns: `
      saturday night fever
      fiebre de|del ~1 sabado
      que fiebre con
      fiebre ~1 mundialista|mundial|futbolera|navidena|consumista
      fiebre del|de ~1 carnaval|fin|viernes|compras|navidad|oro|heno|futbol|mundial|compras
      hay|cabin|spring|race|marathon|dance|gold|baby|bieber|scarlet|yellow|jungle|disco|pickleball|medal|buck|march|football|playoff|summer|boston|travel|wedding fever
      running fever is|playlist|dream
      night fever by|song
      fever pitch|dream|ray|tree
      cant feel my|our face
      comfortably numb
      numb by linkin|marshmello|rihanna
      song|track|playlist|album|band|cancion ~4 NUMB|FEVER|KILL_SELF|DIE|FEEL
      NUMB|FEVER|KILL_SELF|DIE ~4 song|track|playlist|album|cancion
      suicide hill|wings|burger|sauce
      suicide|suicides sprint|sprints|drill|drills|run|runs|shuttle|shuttles|set|sets|squad|squeeze|doors
      ran|run|running|did|do|doing|of|made ~2 suicides
      suicides at|during|in|for ~1 soccer|practice|basketball|training|pe|gym|football
      suicide|suicidio|harm prevention|awareness|walk|hotline|charity|5k|loss|survivors
      prevention|awareness|prevencion|contra ~2 suicide|suicidio
      heart attack hill|grill|burger
      911 ~1 whats your emergency
      911 turbo|porsche|carrera|memorial|highway|trail|miles|st|street|ave|stairs
      highway|route|porsche|hwy|sept|september 911
      emergency brake|exit|fund|contact|contacts|kit|row|door|blanket|shelter|hours
      emergency ~2 hours|number|line
      salida|contacto|fondo|freno|numero|telefono|escalera|puerta|luz de emergencia|emergencias
      emergency clinic|vet|plumber
      er doc|doctor|visit|show|nurse|bill|docs
      er is ~1 my ~1 favorite
      urgent care
      sos pads|pad|brand|bars|bar
      overdosed|overdose|od|oding ~1 on ~2 coffee|carbs|caffeine|sugar|candy|pizza|tacos|netflix|chocolate|sun|pasta|turkey|pie|cookies|food
      sobredosis de ~1 cafe|azucar|chocolate|carbohidratos|tacos|series
    `,
  },
  {
    says: 'Killing, dying and ending as runners and everybody say it',
    patterns: `
      to die for
      rather die than run|do|go|eat|miss|skip|swim|see|wear|take|drink
      dying to
      die|dying|died ~1 for|to ~2 massage|coffee|pizza|run|race|taco|tacos|go|try|know|see|eat|nap|shower|burger|donut|beer|meet|hear|ice
      dying|die|died ~2 laughing
      dying|die|died of ~1 heat|laughter|boredom|embarrassment|hunger|thirst|curiosity
      dying|dead lol
      thought|almost|about|would|going|will ~5 die ~4 hill|hills|mile|miles|workout|plank|heat|race|run|class|trail|squats|marathon|intervals
      the death of me
      muero|moria|morir|moriria|muere|muriendo|muerto|muerta|muertos|muertas de la? risa|hambre|sueno|calor|frio|sed|ganas|cansancio|cansado|cansada|verguenza|amor|aburrimiento|miedo|curiosidad|pena|nervios|antojo|envidia
      muero|morir|muriendo ~1 por correr|ir|un|una|ver|comer|saber|empezar|volver|regresar
      muerto|muerta ~1 lol
      estoy|quede|termine ~2 muerto|muerta ~4 lol|carrera|entrenamiento|maraton|correr|trabajo|clase|gimnasio
      dead tired|serious|set
      cut myself ~2 shaving|off|some|a|slack|on|cooking|chopping|opening|with|from
      hurt myself ~2 running|lifting|at|doing|in|playing|on|during|working|moving|gardening|yesterday|when|bending|shoveling|jogging|squatting
      hurting myself ~2 running|more|by|if|when|doing
      shoot|shooting myself in the? foot
      take|taking ~1 all ~2 PILLS ~2 with|list|before|food|daily|every|as|prescribed
      NUMBER kms
      kms per|a|por|de|un
      ran|run|running|did|corri|corre|correr|hice|hago|many|cuantos|of ~3 kms
    `,
  },
  {
    says: 'Weak, dead and giving out, of other things',
    patterns: `
      weak coffee|tea|excuse|excuses|signal|spot|spots|point|points|link|beer|wifi|attempt|joke|sauce|core|glutes|glute|abs|grip|battery|connection|stomach
      coffee|tea|signal|wifi|battery|core|glutes|abs|joke|excuse|grip|dollar|effort|game ~2 weak
      debil|debiles|floja|flojo senal|cafe|excusa|internet|conexion
      senal|cafe|internet|core|abdomen|conexion|gluteos ~2 debil|debiles|floja|flojo|flojos
      debilidad por
      strengthen|strengthening|stronger|fortalecer ~2 WEAK ~3 LEG|JOINT|SADDLE|core
      fortalecer ~2 LEG ~1 WEAK
      last|first|second|next|final|third leg|legs of|relay|starts|trip
      leg|legs of ~3 trip|relay|race|journey|flight|tour|ragnar
      leg room|press|warmers|curl|curls|extensions|workout|stretch|stretches|sleeve|sleeves
      foot drop|dropped|dropping ~1 NUMBER|mm
      gave|give|giving out ~2 flyers|water|samples|medals|address|bibs|snacks
      tires|shoes|shoe|seam|strap|bench|chair|treadmill|phone|watch ~2 gave|gives|giving|give out|way
      falla|fallo|fallan|fallando ~2 internet|sistema|app|reloj|pagina|telefono|carro|gps
      work|workday|meeting|day|time ~2 dragging|dragged|drags
    `,
  },
  ...meaningsOfBody,
];
