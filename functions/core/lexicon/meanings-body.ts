import type { OtherMeaning } from './meaning';

/** Words of the body and of illness that mean something else. */
export const meaningsOfBody: readonly OtherMeaning[] = [
  {
    says: 'Bladders, stools, saddles and wet clothes that are things or jokes',
    patterns: `
      hydration|camelbak|water|pack|vest|backpack|hiking|salomon|osprey bladder
      bladder pack|packs|bag|bags|hose|valve|vest
      bladder ~6 pack|backpack|hose|vest|camelbak|nozzle|hydration|liter|liters
      hose|straw|valve|camelbak|backpack|vest|flask ~5 bladder ~3 leak|leaking|leaked|leaks
      vejiga ~2 hidratacion|mochila|camelbak|litros
      mochila|bolsa|botella|camelbak ~5 vejiga|sale|gotea|escapa
      se le sale ~1 agua
      step|bar|foot|kitchen|piano|wooden|counter stool
      stool in|by ~1 kitchen|garage|gym|shower
      shoe|shoes|roof|faucet|sink|bottle|tent|tire|ceiling|pipe ~3 leak|leaks|leaked|leaking|dripping|drips
      leak|leaks|leaked|leaking ~3 shoe|shoes|roof|faucet|bottle|tent|pipe
      wet|soaked|drenched|puddle ~3 sweat
      nose|sweat|faucet|nariz ~2 drip|drips|dripping|gotea
      saddle height|bag|bags|sores|brand|club|shop
      saddle too|so high|low
      bike|bicycle|selle|leather|what|which saddle
      wet|soaked my? ~1 pants|shoes|socks|shirt|clothes|shorts ~3 rain|puddle|creek|river|sweat|sprinkler|pool|snow
      rain|puddle|sprinkler|river|lluvia|charco ~4 wet|soaked|moje|mojo|mojado
      wet|moje|mojo|mojado ~4 rain|puddle|creek|sprinkler|pool|lluvia|charco|sudor
      peed|pee|pissed|piss|pees ~4 laughing|laughed|giggling
      laughed|laughing ~4 pee|peed|pissed
      that|your|the|this|a joke|meme|gif|video|comedian ~5 pee|peed|pissed|piss
      pissed off|at|about
      orino|orine|meo|mee|orinar ~2 risa
    `,
  },
  {
    says: 'Cannot, of things no illness is about',
    patterns: `
      walk in on|before|after|at|this|today|tomorrow|friday|monday|tuesday|wednesday|thursday|saturday|sunday|hours|visit|appointment|clinic|for|until
      walk|walking ~2 dog|dogs|puppy|away
      walk on water
      cant stand it|this|the|that|these|those|when|how|my|your|running|being|waiting|him|her|people
      cant move ~2 appointment|visit|appt|date|couch|sofa|furniture|meeting|boxes|car|schedule|class
      no puedo ~1 mover|cambiar|levantar ~2 cita|mueble|muebles|sofa|caja|cajas|maleta|horario
      cant lift ~2 suitcase|box|boxes|bag|bags|weights|kid|kids|child|groceries|baby|heavy
      cant get up to ~3 floor
      cant get up there|here
      cant walk to your
      cant walk past|by
      no puedo hablar ahora|ahorita|por|hoy
      cant speak now|right|today|to
      cant get up ~1 early
      CANNOT ~1 feel ~2 difference|improvement|stretch|pain|burn|change|better|results|benefit
      no siento ~2 diferencia|mejoria|dolor|cambio|estiramiento
      no|not feeling better|great|good|of|worse|different
      no|not feeling the difference
      feel|feeling no pain
      CANNOT ~1 hold ~2 plank|stretch|pose|position|bridge|squat|conversation
      no puedo ~1 parar|dejar de
      hard to breathe in|through ~2 heat|mask|cold|humidity
      chest press|day|fly|flys|exercises|strap|workout|freezer|presses
      heart rate|monitor|strap
      passed|pass|passing out ~1 water|flyers|bibs|snacks|medals|cups|candy
      passed out ~3 couch|sofa
      passed out early
      swim|swimming|breast|back stroke|strokes
      breaststroke|backstroke
      stroke of|is|for ~1 luck|genius|best|backs
      infarto ~5 cuenta|precio|hora|factura|recibo|lol
      susto|precio|cuenta|factura ~4 infarto|derrame
      heart attack ~6 bill|price|prices|lol|waiting
      bill|price|prices ~4 heart attack
    `,
  },
  {
    says: 'Numb, shaking and hot for other reasons',
    patterns: `
      numb to ~1 the? reviews|news|it|politics|ads
      mind|brain ~3 numb|numbing
      shaking|shivering ~2 excitement|nerves|laughter|excited
      pins and needles waiting
      give|gives|gave me ~1 chills
      chills ~3 song|movie|finish|crowd|anthem|video|music|story
      hot flash|flashes
      temperature|temp|temperatura ~2 outside|drop|dropped|index|drops|afuera
      temperature|temp|temperatura ~3 outside|afuera ~3 DEGREES_OF_FEVER
    `,
  },
];
