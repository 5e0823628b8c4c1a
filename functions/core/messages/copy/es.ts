import { plural } from '../../base/locale';
import { disclosedMaximum } from '../../practice/consent';
import { signsInShort } from '../../practice/questions';
import type { Copy } from './en';
import { safety } from './safety';

// A DRAFT, as the English is: for a clinician who speaks Spanish to read.
// Texts hold no á, í, ó or ú: one of them would make the whole text UCS-2, of which two parts hold 134 characters.

const waits = (count: number): string =>
  plural('es', count, { one: 'Espera una solicitud de cita', other: `Esperan ${count} solicitudes de cita` });
const rates = `Hasta ${disclosedMaximum} msjs/mes. Puede haber cargos por msjs y datos.`;

/** All that is sent in Spanish. What it lacks of the English does not compile. */
export const es: Copy = {
  frame: {
    places: 'Dónde estamos',
    orCall: 'O llámenos:',
    unsubscribe: 'Darse de baja',
    choices: 'Sus opciones',
    languageHelp: 'Ayuda con el idioma',
    privacy: 'Privacidad',
    healthPrivacy: 'Privacidad de los datos de salud',
    terms: 'Términos',
  },
  safety: safety.es,
  answers: { better: 'Mejor', same: 'Más o menos igual', worse: 'Peor' },
  why: ({ name, words }) => `Usted recibe este correo porque pidió a ${name} ${words.es.askedFor}.`,
  // "a la 1:00", but "a las 10:00".
  moment: ({ day, time }) => `${day.replace(',', '')} a ${time.startsWith('1:') ? 'la' : 'las'} ${time}`,
  visit: ({ practice }) => `Cita: ${practice}`,
  mails: {
    'confirm-email': ({ practice, name, beside }) => ({
      subject: 'Confirme que quiere recibir consejos',
      preheader: `Con un toque queda en la lista de consejos de ${practice.name}.`,
      headline: 'Falta un toque',
      paragraphs: [
        `Hola, ${name}:`,
        `¿Pidió usted a ${practice.name} ${practice.words.es.askedFor}? Toque el botón para decir que sí. El enlace sirve 7 días.`,
        ...(beside
          ? [`El mismo formulario da también el celular ${beside}. Allí preguntamos por mensaje de texto.`]
          : []),
        'Si no los pidió, no haga nada. No le escribiremos más.',
      ],
      button: 'Sí, quiero recibirlos',
      why: 'Usted recibe este correo porque alguien escribió esta dirección en nuestro formulario.',
    }),
    'desk-booking': ({ count }) => ({
      subject: waits(count),
      preheader: 'Abra la consola para ver quién la pidió, y devuelva la llamada.',
      headline: `${waits(count)} en la consola`,
      paragraphs: ['Entre para ver quién la pidió y cuándo llamar. Este correo no da detalles, a propósito.'],
      button: 'Abrir la consola',
      why: 'Usted recibe este correo porque esta es la dirección de la recepción.',
    }),
    'booking-received': ({ practice, phone, name, callBackBy }) => ({
      subject: 'Recibimos su solicitud',
      preheader: `El equipo de ${practice.name} le llamará para fijar la hora.`,
      headline: 'Le vamos a llamar',
      paragraphs: [
        `Hola, ${name}:`,
        callBackBy
          ? `Recibimos su solicitud. Le llamaremos el ${callBackBy} o antes.`
          : 'Recibimos su solicitud. Le llamaremos pronto.',
        `Si prefiere llamar usted, marque el ${phone}.`,
      ],
      why: 'Usted recibe este correo porque nos pidió una cita.',
    }),
    'booking-confirmed': ({ practice, phone, name, when, location }) => ({
      subject: 'Su cita está lista',
      preheader: `Aquí están la hora y el lugar de su cita con ${practice.name}.`,
      headline: 'Su cita está lista',
      paragraphs: [
        `Hola, ${name}:`,
        when && location ? `Le esperamos el ${when} en ${location}.` : 'Ya le dimos una hora. Llámenos si no la tiene.',
        `¿Necesita otra hora? Llame al ${phone}.`,
      ],
      why: 'Usted recibe este correo porque nos pidió una cita.',
    }),
    'data-link': ({ practice }) => ({
      subject: 'El enlace que pidió',
      preheader: 'Abre una página sobre sus datos y sirve 30 minutos.',
      headline: 'Aquí tiene su enlace',
      paragraphs: [
        `Usted preguntó a ${practice.name} por sus datos. Toque el botón para verlos, guardarlos o borrarlos.`,
        'El enlace sirve 30 minutos. Si no lo pidió, no haga nada.',
      ],
      button: 'Abrir la página de mis datos',
      why: 'Usted recibe este correo porque alguien lo pidió en su página de opciones.',
    }),
  },
  texts: {
    'confirm-sms': ({ practice: p, beside }) =>
      `${p.shortName}: Responda SI para recibir ${p.program}, textos recurrentes con consejos e invitaciones a una cita${beside ? `, pedidos con ${beside}` : ''}. ${rates} AYUDA si necesita ayuda, STOP para cancelar.`,
    'sms-welcome': ({ practice: p }) =>
      `${p.shortName}: Listo, usted recibe ${p.program}. ${rates} Responda AYUDA si necesita ayuda, STOP para cancelar.`,
    'sms-stop': ({ practice: p, unsure }) =>
      unsure
        ? `${p.shortName}: Listo, usted se dio de baja. Si no quiso eso, responda START.`
        : `${p.shortName}: Listo, usted se dio de baja. No le mandamos otro texto.`,
    'sms-help': ({ practice: p, phone }) =>
      `${p.shortName} ${p.program}: Si necesita ayuda, llame al ${phone}. ${rates} Responda STOP para cancelar.`,
    'sms-emergency': ({ practice: p, late }) =>
      `${p.shortName}: ${late ? 'Por su texto de antes: esto' : 'Esto'} puede ser una emergencia. Llame al 911 o vaya a la sala de emergencias. No espere nuestra respuesta. Nadie revisa estos textos.`,
    // 988 answers in Spanish behind 2, and by text to the word AYUDA (988lifeline.org/es).
    'sms-crisis': ({ practice: p }) =>
      `${p.shortName}: Usted no tiene que pasar por esto a solas. Llame al 988 ahora y oprima 2, o mande AYUDA al 988: alguien le atiende a toda hora. ¿Hay peligro? Llame al 911. Nadie revisa estos textos.`,
    'sms-not-understood': ({ practice: p, phone }) =>
      `${p.shortName}: Nadie revisa estos textos. Emergencia: llame al 911. Oficina: ${phone}.`,
    'sms-profile-link': ({ practice: p, action }) =>
      `${p.shortName}: Responda 1 si tiene ${signsInShort(p.questions, 'es')}. Si no, siga: ${action}`,
    'sms-check-in': ({ practice: p, phone }) =>
      `${p.shortName}: Gracias por contarnos. ¿Quiere hablar? Llame al ${phone}. Emergencia: llame al 911.`,
    'sms-language': ({ practice: p }) =>
      `${p.shortName}: Desde ahora le escribimos en español. For English, reply ENGLISH.`,
    'booking-received': ({ practice: p, phone, callBackBy }) =>
      `${p.shortName}: Recibimos su solicitud. Le llamamos ${callBackBy ? `el ${callBackBy} o antes` : 'pronto'}. Oficina: ${phone}.`,
    'booking-confirmed': ({ practice: p, phone, when, location }) =>
      `${p.shortName}: Su cita ya tiene hora${when && location ? `: ${when}, ${location}` : ''}. ¿Necesita otra? Llame al ${phone}.`,
    'data-link': ({ practice: p, action }) => `${p.shortName}: Este es su enlace. Sirve 30 minutos: ${action}`,
  },
};
