import { html } from 'hono/html';
import type { choices as english } from '../en/choices';
import { stopped } from './care';

/** The page of choices, unsubscribing, and one's own data. */
export const choices: typeof english = {
  title: 'Sus opciones',
  lead: ({ practice }) => `Cambie lo que recibe de ${practice}, o pare. Cada botón funciona de inmediato.`,
  howWeReach: 'Cómo le escribimos',
  channels: { email: 'Correo', sms: 'Mensajes de texto' },
  states: { on: 'activado', asked: 'falta que usted diga que sí', off: 'desactivado' },
  endingIn: ({ digits }) => `número que termina en ${digits}`,
  stopChannel: { email: 'Parar los correos', sms: 'Parar los mensajes' },
  startChannel: { email: 'Recibir correos', sms: 'Recibir mensajes' },
  confirmFirst: 'Antes le pedimos que confirme.',
  wantToo: {
    email: ({ href }) =>
      html`¿También quiere correos? <a href="${href}">Inscríbase otra vez</a> con su correo y su número de celular.`,
    sms: ({ href }) =>
      html`¿También quiere mensajes de texto? <a href="${href}">Inscríbase otra vez</a> con su correo y su número de celular.`,
  },
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
    stopped: { email: 'Listo. Ya no recibirá correos.', sms: 'Listo. Ya no recibirá mensajes de texto.' },
    stopping: 'Estamos parando. Puede llegarle un mensaje que ya iba en camino.',
    asked: {
      email: 'Revise su correo y toque el botón para decir que sí.',
      sms: 'Revise su teléfono y responda YES.',
    },
    paused: 'Listo. No le escribimos por 30 días.',
    pausing: 'En pausa. Puede llegarle un mensaje que ya iba en camino.',
    resumed: 'Listo. Los consejos siguen.',
    language: 'Guardamos su idioma.',
    topicOn: 'Listo. Este tema sigue.',
    topicOff: 'Listo. Este tema está parado.',
    topicStopping: 'Tema parado. Puede llegarle un mensaje que ya iba en camino.',
    dataLink: {
      email: 'Revise su correo: ahí llega un enlace. Sirve por 30 minutos.',
      sms: 'Revise su teléfono: ahí llega un enlace. Sirve por 30 minutos.',
    },
  },

  unsubscribe: 'Darme de baja',
  unsubscribeOne: ({ address }) => `Dar de baja ${address}`,
  stopThese: { email: '¿Parar estos correos?', sms: '¿Parar estos mensajes?' },
  oneTapStops: {
    email: ({ practice }) => `Con un toque, ${practice} ya no le envía correos de este tipo.`,
    sms: ({ practice }) => `Con un toque, ${practice} ya no le envía mensajes de este tipo.`,
  },
  weDoIt: ({ call }) => html`También puede llamar al ${call} y lo hacemos por usted.`,
  unsubscribed: 'Le dimos de baja',
  unsubscribing: 'Le vamos a dar de baja',
  onYourWay: 'Ya casi está de baja',
  noMore: { email: 'Ya no recibirá correos nuestros.', sms: 'Ya no recibirá mensajes de texto nuestros.' },
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
    download: {
      all: 'Descargar sus datos',
      email: 'Descargar los datos de sus correos',
      sms: 'Descargar los datos de sus mensajes',
    },
    oneFile: {
      all: 'Un archivo con todo lo que guardamos de usted: sus respuestas, sus opciones y los mensajes que le enviamos.',
      email: 'Un archivo con sus respuestas, sus opciones para los correos y los correos que le enviamos.',
      sms: 'Un archivo con sus respuestas, sus opciones para los mensajes de texto y los que le enviamos.',
    },
    notInFile: {
      email: 'Sus correos no están en este archivo. Para tenerlos, abra sus opciones desde un correo y pídalos ahí.',
      sms: 'Sus mensajes de texto no están en este archivo. Para tenerlos, abra sus opciones con el enlace de un mensaje y pídalos ahí.',
    },
    downloadNow: 'Descargar',
    keepSafe: 'Guarde el archivo en un lugar seguro. No tiene clave.',
    delete: {
      all: 'Borrar sus datos',
      email: 'Borrar los datos de sus correos',
      sms: 'Borrar los datos de sus mensajes',
    },
    deleteAsk: {
      all: '¿Borrar sus datos?',
      email: '¿Borrar los datos de sus correos?',
      sms: '¿Borrar los datos de sus mensajes?',
    },
    deleteLead: {
      all: 'Esto termina todos los mensajes y borra sus respuestas, sus opciones y su historia. No se puede deshacer.',
      email: 'Esto termina sus correos y borra su historia. No se puede deshacer.',
      sms: 'Esto termina sus mensajes de texto y borra su historia. No se puede deshacer.',
    },
    goOn: {
      email:
        'Sus correos siguen, y guardamos las respuestas que hacen falta. Para borrarlos también, abra sus opciones desde un correo y pídalo ahí.',
      sms: 'Sus mensajes de texto siguen, y guardamos las respuestas que hacen falta. Para borrarlos también, abra sus opciones con el enlace de un mensaje y pídalo ahí.',
    },
    whatStays:
      'Dos cosas quedan, porque la ley pide pruebas. Una: que usted dijo que sí y que se fue, bajo llave por 6 años. La otra: una marca en clave, para no escribirle más.',
    deleteNow: {
      all: 'Borrar mis datos',
      email: 'Borrar los datos de mis correos',
      sms: 'Borrar los datos de mis mensajes',
    },
    changedMind: '¿Cambió de idea? Cierre la página y no pasa nada.',
    deleted: {
      all: 'Borramos sus datos',
      email: 'Borramos los datos de sus correos',
      sms: 'Borramos los datos de sus mensajes',
    },
    notAgain: 'No le escribiremos más, a menos que se inscriba otra vez.',
    othersGoOn: {
      email: 'Ya no recibirá mensajes de texto, a menos que se inscriba otra vez. Sus correos siguen.',
      sms: 'Ya no recibirá correos, a menos que se inscriba otra vez. Sus mensajes de texto siguen.',
    },
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
