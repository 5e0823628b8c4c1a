/**
 * Long words whose misspelling must not hide a danger. Short ones, and those with many honest neighbours ("feeling",
 * "stairs"), are not here; a misspelling of them that people really type is listed with its concept.
 */
export const oftenMisspelt: readonly string[] = (
  'bladder bowels control controlling urinate urinating urination incontinence incontinent bathroom numbness tingling sensation genitals ' +
  'crotch buttocks vagina testicles perineum weakness weekness weaker paralyzed paralysed paralysis buckled buckling buckles collapsed dragging strength ladder ' +
  'accident motorcycle bicycle breathe breathing ambulance emergency temperature thermometer shivering unconscious fainted suicide ' +
  'suicidal myself overdose overdosed tonight fracture fractured collision seizure swallowed pressure retention injection tailbone ' +
  'vejiga orinar intestino intestinos esfinter esfinteres entumecido entumecida entumecidos entumecidas adormecido adormecida adormecidos ' +
  'adormecidas entumecimiento adormecimiento hormigueo debilidad pierna piernas caminar levantar sensibilidad entrepierna nalgas genitales ' +
  'espalda calentura escalofrios fiebre temperatura accidente escalera escaleras respirar desmaye desmayado desmayada suicidio suicidarme ' +
  'pastillas ambulancia emergencia emergencias paralizado paralizada incontinencia controlar excremento'
).split(' ');

/** Honest words one or two slips from one of those. */
export const honestWords: ReadonlySet<string> = new Set(
  (
    'intentions emergence fibre fiber weaver weavers weaken pressured buckley collusion temperate crouch lander bowers bowles bowes wearer ' +
    'breather breaching crutch crutches lauder overdone bucking welker larder espada espadas pierda pierdas geniales vaina vainas opinar opinaba ' +
    'ambulante ambulantes hormiguero enfurecido extremeno'
  ).split(' '),
);
