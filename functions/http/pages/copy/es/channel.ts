import { html } from 'hono/html';
import type { channel as english } from '../en/channel';

/** What is said of one channel, in whole sentences: no language builds them from parts. */
export const channel: typeof english = {
  email: {
    name: 'Correo',
    tipsBy: 'Por correo',
    tipsCome: 'Listo. Los consejos llegan por correo.',
    stop: 'Parar los correos',
    start: 'Recibir correos',
    wantToo: ({ href }) =>
      html`¿También quiere correos? <a href="${href}">Inscríbase otra vez</a> con su correo y su número de celular.`,
    stopped: 'Listo. Ya no recibirá correos.',
    asked: 'Revise su correo y toque el botón para decir que sí.',
    dataLink: 'Revise su correo: ahí llega un enlace. Sirve por 30 minutos.',
    stopThese: '¿Parar estos correos?',
    oneTapStops: ({ practice }) => `Con un toque, ${practice} ya no le envía correos de este tipo.`,
    noMore: 'Ya no recibirá correos nuestros.',
    download: 'Descargar los datos de sus correos',
    oneFile: 'Un archivo con sus respuestas, sus opciones para los correos y los correos que le enviamos.',
    notInFile: 'Sus correos no están en este archivo. Para tenerlos, abra sus opciones desde un correo y pídalos ahí.',
    delete: 'Borrar los datos de sus correos',
    deleteAsk: '¿Borrar los datos de sus correos?',
    deleteLead: 'Esto termina sus correos y borra su historia. No se puede deshacer.',
    goesOnFor:
      'Sus correos siguen, y guardamos las respuestas que hacen falta. Para borrarlos también, abra sus opciones desde un correo y pídalo ahí.',
    deleteNow: 'Borrar los datos de mis correos',
    deleted: 'Borramos los datos de sus correos',
    noMoreUnless: 'Ya no recibirá correos, a menos que se inscriba otra vez.',
    goOn: 'Sus correos siguen.',
    nothingToDo: 'No hay nada más que hacer. Los consejos le llegan a este correo.',
    oneTapLead: 'Toque el botón para recibir los consejos en este correo.',
    besideLead: ({ beside }) =>
      html`Diga que sí para recibir los consejos en este correo. La inscripción también nombra el ${beside}. ¿También es suyo?`,
  },
  sms: {
    name: 'Mensajes de texto',
    tipsBy: 'Por mensaje de texto',
    tipsCome: 'Listo. Los consejos llegan por mensaje de texto.',
    stop: 'Parar los mensajes',
    start: 'Recibir mensajes',
    wantToo: ({ href }) =>
      html`¿También quiere mensajes de texto? <a href="${href}">Inscríbase otra vez</a> con su correo y su número de celular.`,
    stopped: 'Listo. Ya no recibirá mensajes de texto.',
    asked: 'Revise su teléfono y responda YES.',
    dataLink: 'Revise su teléfono: ahí llega un enlace. Sirve por 30 minutos.',
    stopThese: '¿Parar estos mensajes?',
    oneTapStops: ({ practice }) => `Con un toque, ${practice} ya no le envía mensajes de este tipo.`,
    noMore: 'Ya no recibirá mensajes de texto nuestros.',
    download: 'Descargar los datos de sus mensajes',
    oneFile: 'Un archivo con sus respuestas, sus opciones para los mensajes de texto y los que le enviamos.',
    notInFile:
      'Sus mensajes de texto no están en este archivo. Para tenerlos, abra sus opciones con el enlace de un mensaje y pídalos ahí.',
    delete: 'Borrar los datos de sus mensajes',
    deleteAsk: '¿Borrar los datos de sus mensajes?',
    deleteLead: 'Esto termina sus mensajes de texto y borra su historia. No se puede deshacer.',
    goesOnFor:
      'Sus mensajes de texto siguen, y guardamos las respuestas que hacen falta. Para borrarlos también, abra sus opciones con el enlace de un mensaje y pídalo ahí.',
    deleteNow: 'Borrar los datos de mis mensajes',
    deleted: 'Borramos los datos de sus mensajes',
    noMoreUnless: 'Ya no recibirá mensajes de texto, a menos que se inscriba otra vez.',
    goOn: 'Sus mensajes de texto siguen.',
    nothingToDo: 'No hay nada más que hacer. Los consejos le llegan a este número.',
    oneTapLead: 'Toque el botón para recibir los consejos en este número.',
    besideLead: ({ beside }) =>
      html`Diga que sí para recibir los consejos en este número. La inscripción también nombra el ${beside}. ¿También es suyo?`,
  },
};
