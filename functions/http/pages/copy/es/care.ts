import { html } from 'hono/html';
import { safety } from '../../../../core/messages/copy/safety';
import { bookVisit } from '../../../../core/practice/book-visit';
import { type care as english, opens } from '../en/care';

const act = `${safety.es.act} ${safety.es.wait}`;

/** A sentence that ends in "a.m." has its full stop already. */
export const stopped = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`);

/** Emergencies, the doctor first, check-ins, visits and tips. */
export const care: typeof english = (subject) => ({
  emergency: 'Emergencia',
  isEmergency: safety.es.ask,
  emergencyAct: act,
  getHelp: 'Busque ayuda ahora',
  signChosen: 'Una señal que marcó puede ser una emergencia.',
  call911: 'Llamar al 911',
  emergencyAdvice: act,
  structuralAdvice: `${opens(subject.doctor)} debe dar el diagnóstico y el plan. ${bookVisit.es} o llámenos.`,
  doctorFirst: subject.seeDoctorFirst,
  doctorFirstLead: `Por lo que nos dijo, ${subject.doctor} debe dar el diagnóstico y el plan. Hágalo antes de probar un ejercicio.`,
  orCall: ({ call }) => html`O llame al ${call}.`,

  bookVisit: bookVisit.es,
  bookLead: 'Díganos dónde y cuándo le conviene. Le llamamos para fijar la hora.',
  whichOffice: '¿En qué consultorio?',
  whatTime: '¿A qué hora del día?',
  anyTime: 'A cualquier hora',
  morning: 'En la mañana',
  afternoon: 'En la tarde',
  whichDays: '¿Qué días?',
  anyWeekday: 'Déjelo vacío si le sirve cualquier día de lunes a viernes.',
  otherNumber: 'Llamar a otro número (opcional)',
  callTo: ({ digits }) => `Le llamamos al número que termina en ${digits}.`,
  whichNumber: '¿A qué número le llamamos?',
  call: ({ number }) => `Llamar al ${number}`,
  ratherOnline: ({ href }) => html`¿Prefiere elegir la hora? <a href="${href}">${bookVisit.es} en línea</a>.`,
  callBackBy: ({ moment }) => stopped(`Le llamamos a más tardar el ${moment}`),
  deskClosed: ({ moment }) => stopped(`Ahora no hay nadie en la oficina. Abrimos el ${moment}`),
  requested: 'Recibimos su pedido',
  tipsRest: 'Los consejos hacen una pausa mientras fijamos su cita.',
  reachUsFirst: ({ call }) => html`¿Quiere hablar antes con nosotros? Llame al ${call}.`,
  onceMore: 'Mire su pedido y toque el botón otra vez.',

  howIsIt: '¿Cómo le va?',
  oneTap: 'Basta con un toque.',
  tapped: ({ answer }) => html`Su respuesta: ${answer}. Toque una vez más para enviarla.`,
  sendAnswer: 'Enviar mi respuesta',
  otherAnswer: 'Quería dar otra respuesta',
  answers: {
    better: 'Mejor',
    same: 'Más o menos igual',
    worse: 'Peor',
    seen: 'Ya me vio un médico',
  },
  thanks: 'Gracias',
  answered: {
    better: 'Nos alegra. Siga poco a poco y sin prisa.',
    same: 'Gracias por contarnos. Si no mejora, vea a un médico.',
    worse: `Gracias por contarnos. ${opens(subject.doctor)} debe verle.`,
    seen: 'Gracias. Lo tomamos en cuenta en los próximos consejos.',
  },
  ringBack: ({ hours }) => `Pida que le llamemos. Le llamamos dentro de ${hours} horas de oficina.`,
  restFirst: subject.restFirst,

  ourOffices: 'Nuestros consultorios',
  yourChoices: 'Sus opciones y cómo parar',
});
