import type { subject as english } from '../en/subject';

/** What this practice writes about, and to whom. */
export const subject: typeof english = {
  tipsForReaders: 'Consejos para cuidar la espalda al correr',
  theTips: 'nuestros consejos para quienes corren',
  aboutYou: 'Cuéntenos un poco sobre cómo corre.',
  aboutYouTitle: 'Díganos cómo corre',
  yourAnswers: 'sus respuestas sobre correr y sobre su espalda',
  doctor: 'un médico de la columna',
  seeDoctorFirst: 'Vea primero a un médico de la columna',
  whatTheyAreFor: 'consejos para cuidar la espalda',
};
