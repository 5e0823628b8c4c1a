import type { Locale } from '../base/locale';
import { readText } from './phrases';

// Words that carriers have people of every language text (STOP, HELP, START, YES, INFO, TIPS) tell no language, nor do
// words that both write alike (no, me, doctor).
const spoken: Record<Locale, ReadonlySet<string>> = {
  es: words(`
    alto parar pare paren basta baja cancelar cancele cancela detener detenga desuscribir salir suspender mensajes textos
    ayuda ayudame ayudeme informacion quien usted eres empezar comenzar iniciar inicio inscribirme inscribeme inscribame
    suscribir suscribirme suscribirse reanudar alta si sip acepto quiero claro confirmo consejo consejos mandame enviar
    mejor igual peor mucho poco mismo mas menos cambios sigo estoy siento vieron vio visto atendieron medico doctora ya fui
    uno dos tres hola ahora favor que el la los las un una unos del con para pero porque como cuando donde esta esto estan
    es son mi mis su tengo tiene duele dolor espalda pierna piernas brazo puedo puede siente sentir orinar caminar mover
    adormecida adormecido entumecida entumecido fiebre caida cai vejiga emergencia matarme morir morirme vivir vida
    espanol y o de en se lo muy nada
  `),
  en: words(`
    the my i im ive you your is are was were has have had cant dont doesnt isnt texting texts text messages message
    unsubscribe quit end cancel remove who what this that number back pain hurts leg legs feel feeling numb walk pee move
    better same worse much little one two three sign up again seen saw by been want wanna send more agree confirm from off
    and with it to of for in on at off fever fell fall bladder emergency kill die dead life live myself anymore please
    english yeah yep yup now wrong stopped
  `),
};

function words(table: string): ReadonlySet<string> {
  return new Set(table.trim().split(/\s+/));
}

/**
 * The language that somebody wrote in, so that they are answered in it; undefined where their words are of none, or of
 * both: then what is known of the person decides. It never changes what they read from then on.
 */
export function languageOfText(body: string): Locale | undefined {
  if (/[¿¡ñ]/i.test(body)) return 'es';
  const said = readText(body).line.trim().split(' ');
  const [es, en] = [spoken.es, spoken.en].map((known) => said.filter((word) => known.has(word)).length) as [
    number,
    number,
  ];
  return es === en ? undefined : es > en ? 'es' : 'en';
}
