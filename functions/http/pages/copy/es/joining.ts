import { html } from 'hono/html';
import { plural } from '../../../../core/base/locale';
import type { joining as english } from '../en/joining';

/** Signing up, the profile of those who began by text, and the confirmation. */
export const joining: typeof english = (subject) => ({
  title: subject.tipsForReaders,
  lead: ({ practice }) =>
    `Consejos cortos y gratis del equipo de ${practice}. ${subject.aboutYou} Le enviamos lo que le sirve.`,
  aboutYou: 'Sobre usted',
  firstName: 'Nombre',
  timeZone: 'Zona horaria',
  timeZoneHint: 'Para no molestarle a malas horas.',
  zones: {
    unsure: 'No lo sé',
    eastern: 'Este',
    central: 'Centro',
    mountain: 'Montaña',
    arizona: 'Arizona',
    pacific: 'Pacífico',
    alaska: 'Alaska',
    hawaii: 'Hawái',
    puertoRico: 'Puerto Rico',
  },
  postalCode: 'Código postal (opcional)',
  office: 'Consultorio más cercano (opcional)',
  officeHint: 'Donde le quede mejor una cita.',
  noOffice: 'Me da igual',
  adult: 'Tengo 18 años o más.',
  reachTitle: '¿Cómo le escribimos?',
  reachHint: 'Elija correo, mensajes de texto o ambos. Puede parar cuando quiera.',
  email: 'Correo electrónico',
  phone: 'Número de celular',
  phoneHint: 'Solo si quiere mensajes de texto. Un número de Estados Unidos.',
  tipsBy: 'Si da los dos: ¿dónde quiere cada consejo?',
  tipsByHint: 'Llega una vez. Si no elige, llega por correo.',
  tipsByBoth: 'En los dos',
  dataTitle: 'Qué hacemos con sus respuestas',
  send: 'Quiero los consejos',
  trap: 'Deje esto vacío',

  stepOf: ({ at, all }) => `Paso ${at} de ${all}`,
  back: 'Atrás',
  next: 'Siguiente',
  tapGoesOn: 'Toque una respuesta para seguir, o use Siguiente.',
  needed: 'Responda esto para seguir.',

  checkAnswers: 'Revise sus respuestas',
  toCheck: ({ count, title }) =>
    `${count} ${plural('es', count, { one: 'respuesta', other: 'respuestas' })} por revisar: ${title}`,

  checkEmail: 'Revise su correo electrónico',
  didYouMean: ({ meant }) => `¿Quiso decir ${meant}?`,
  youGave: ({ typed }) => `Usted escribió ${typed}. Si está mal, nuestro correo no le va a llegar.`,
  takeMeant: ({ meant }) => `Sí, use ${meant}`,
  keepTyped: ({ typed }) => `No, ${typed} está bien`,

  check: { inbox: 'Revise su correo', phone: 'Revise su teléfono', both: 'Revise su correo y su teléfono' },
  lookForEmail: 'Busque un correo nuestro y toque el botón para decir que sí. Sirve por 7 días.',
  lookForText: 'Busque un mensaje de texto nuestro y responda YES para empezar. Sirve por 7 días.',
  nothingThere:
    '¿No llega nada en unos minutos? Mire en su carpeta de correo no deseado. Si ya se había inscrito, puede que no le llegue otro mensaje.',
  noEmergency: ({ call }) => html`¿No era una emergencia? Llámenos al ${call}.`,
  accepted: 'Revise su correo o su teléfono.',

  profileTitle: subject.aboutYouTitle,
  profileLead: 'Son dos minutos, para que los consejos le sirvan.',
  saveAnswers: 'Guardar mis respuestas',
  thanks: 'Gracias',
  answersSaved: 'Guardamos sus respuestas. Los consejos le llegan por mensaje de texto.',

  confirmedAlready: 'Su inscripción ya está confirmada',
  tooOld: 'Este enlace ya venció',
  tooOldLead: 'Los enlaces sirven por 7 días. Inscríbase otra vez y le enviamos uno nuevo.',
  signUpAgain: 'Inscribirme otra vez',
  oneTap: 'Falta solo un toque',
  yes: 'Sí, inscríbame',
  besideEmail: ({ hint }) => `correo ${hint}`,
  besideNumber: ({ digits }) => `número que termina en ${digits}`,
  yesBoth: 'Sí, inscríbame en los dos',
  yesOne: 'Inscríbame solo aquí, el otro no es mío',
  notAsked: '¿Usted no pidió esto? Cierre la página. No le escribiremos más.',
  youAreIn: 'Su inscripción está lista',
  youAreInName: ({ name }) => `Su inscripción está lista, ${name}`,
  whatComes: 'Qué llega y cuándo',
  addDates: 'Agregar estas fechas a mi calendario',
  dateTitle: ({ practice }) => `Un consejo de ${practice}`,
  comesSoon: 'Su primer mensaje llega pronto.',
  howToStop:
    'Cada correo trae un enlace para darse de baja, y STOP termina los mensajes de texto. Las fechas pueden cambiar un poco para no molestarle a malas horas.',
});
