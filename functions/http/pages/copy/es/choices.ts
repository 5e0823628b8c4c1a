import { html } from 'hono/html';
import type { choices as english } from '../en/choices';
import { stopped } from './care';

/** The page of choices, unsubscribing, and one's own data. */
export const choices: typeof english = {
  title: 'Sus opciones',
  lead: ({ practice }) => `Cambie lo que recibe de ${practice}, o pare. Cada botón funciona de inmediato.`,
  howWeReach: 'Cómo le escribimos',
  states: { on: 'activado', asked: 'falta que usted diga que sí', off: 'desactivado' },
  endingIn: ({ digits }) => `número que termina en ${digits}`,
  confirmFirst: 'Antes le pedimos que confirme.',
  topics: 'Temas',
  stopTopic: 'Parar este tema',
  startTopic: 'Empezar de nuevo',
  pause: 'Tome un descanso',
  pauseLead: 'No le escribimos por 30 días. Después seguimos donde se quedó.',
  pauseNow: 'Pausa de 30 días',
  pausedUntil: ({ moment }) => stopped(`Está en pausa hasta el ${moment}`),
  goOn: 'Seguir ahora',
  language: 'Idioma',
  whichLanguage: '¿Qué idioma prefiere?',
  saveLanguage: 'Guardar el idioma',
  languageHint: ({ href }) =>
    html`Lo usamos en las páginas y en los mensajes. Si un consejo no está en su idioma, le llega en inglés. Ayuda gratis en su idioma: <a href="${href}">ayuda con el idioma</a>.`,
  yourData: 'Sus datos',
  freshLink: 'Primero le enviamos un enlace nuevo, para que nadie más pueda hacerlo. Sirve por 30 minutos.',
  downloadMine: 'Descargar mis datos',
  deleteMine: 'Borrar mis datos',
  ratherTalk: ({ call }) => html`¿Prefiere hablar? Llame al ${call}.`,
  done: {
    stopping: 'Estamos parando. Puede llegarle un mensaje que ya iba en camino.',
    paused: 'Listo. No le escribimos por 30 días.',
    pausing: 'En pausa. Puede llegarle un mensaje que ya iba en camino.',
    resumed: 'Listo. Los consejos siguen.',
    language: 'Guardamos su idioma.',
    topicOn: 'Listo. Este tema sigue.',
    topicOff: 'Listo. Este tema está parado.',
    topicStopping: 'Tema parado. Puede llegarle un mensaje que ya iba en camino.',
  },

  unsubscribe: 'Darme de baja',
  unsubscribeOne: ({ address }) => `Dar de baja ${address}`,
  weDoIt: ({ call }) => html`También puede llamar al ${call} y lo hacemos por usted.`,
  unsubscribed: 'Le dimos de baja',
  unsubscribing: 'Le vamos a dar de baja',
  onYourWay: 'Ya casi está de baja',
  takingYouOff: 'Le estamos quitando de la lista. Puede llegarle un mensaje que ya iba en camino.',
  didYouMean: ({ meant }) => `¿Quiso decir ${meant}?`,
  stoppedAsTyped: ({ meant }) =>
    `Dimos de baja lo que usted escribió, tal como está. Si su correo es ${meant}, toque aquí también.`,
  needCare: ({ call, hours }) => html`¿Necesita atención? Llámenos al ${call}. ${stopped(`Atendemos ${hours}`)}`,
  deskHours: ({ from, to }) => `de lunes a viernes, de ${from} a ${to}`,
  deskHoursBut: ({ from, to, closed }) => `de lunes a viernes, de ${from} a ${to} (cerrado ${closed})`,
  lunch: ({ from, to }) => `de ${from} a ${to}`,
  onHolidays: 'los días festivos',
  wasItASlip: ({ href }) => html`¿Fue un error? Puede <a href="${href}">inscribirse otra vez</a>.`,
  notFound: 'No encontramos su inscripción',
  notFoundLead: 'Este enlace es viejo y ya no sabemos de quién era. Todavía no se paró nada.',
  checkAddress: 'Revise lo que escribió',
  stopOurs: 'Parar nuestros mensajes',
  typeAddress: 'Escriba el correo o el celular que recibe los mensajes. Los paramos ya.',
  onceEach: '¿Recibe correos y también mensajes de texto? Hágalo una vez con cada uno.',
  address: 'Correo electrónico o número de celular',

  data: {
    download: 'Descargar sus datos',
    oneFile:
      'Un archivo con todo lo que guardamos de usted: sus respuestas, sus opciones y los mensajes que le enviamos.',
    downloadNow: 'Descargar',
    keepSafe: 'Guarde el archivo en un lugar seguro. No tiene clave.',
    delete: 'Borrar sus datos',
    deleteAsk: '¿Borrar sus datos?',
    deleteLead:
      'Esto termina todos los mensajes y borra sus respuestas, sus opciones y su historia. No se puede deshacer.',
    whatStays:
      'Dos cosas quedan, porque la ley pide pruebas. Una: que usted dijo que sí y que se fue, bajo llave por 6 años. La otra: una marca en clave, para no escribirle más.',
    deleteNow: 'Borrar mis datos',
    changedMind: '¿Cambió de idea? Cierre la página y no pasa nada.',
    deleted: 'Borramos sus datos',
    notAgain: 'No le escribiremos más, a menos que se inscriba otra vez.',
  },

  problems: {
    'not-found': 'No encontramos esa página',
    gone: 'Este enlace ya no sirve',
    'too-many-requests': 'Espere un minuto',
    invalid: 'Revise eso otra vez',
    'too-large': 'Eso fue demasiado largo',
    other: 'Eso no funcionó',
  },
  callAnyway: ({ call }) => html`Siempre puede llamarnos al ${call}.`,
};
