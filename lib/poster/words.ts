import type { Locale } from '../../functions/core/base/locale';
import { disclosedMaximum } from '../../functions/core/practice/consent';

/** What differs from practice to practice, as it is read. */
interface Facts {
  /** Number that texts are sent to. */
  number: string;
  legalName: string;
  /** Public address without `https://`. */
  site: string;
}

/** What a poster says in one language. */
export interface PosterWords {
  lead: string;
  scan: string;
  visit: string;
  text: string;
  /** What a call to action must tell before anybody texts (47 CFR 64.1200(f)(9), CTIA 5.1.2, 78 FR 5634). */
  disclosure: string;
  emergency: string;
}

export const posterWords: Record<Locale, (facts: Facts) => PosterWords> = {
  en: ({ number, legalName, site }) => ({
    lead: 'Short tips by email or text. Stop at any time.',
    scan: 'Point your phone camera here',
    visit: `or go to ${site}`,
    text: `or text TIPS to ${number}`,
    disclosure: `By texting TIPS you ask for recurring automated marketing texts from ${legalName}. You get none before you reply YES. For adults of 18 and over. Consent is not a condition of buying any goods or services or of getting care. Up to ${disclosedMaximum} msgs/month. Msg & data rates may apply. Reply STOP to cancel, HELP for help. Texts are not encrypted and others could read them. Terms: ${site}/terms. Privacy: ${site}/privacy.`,
    emergency: 'Not for emergencies: call 911.',
  }),
  es: ({ number, legalName, site }) => ({
    lead: 'Consejos breves por correo o mensaje. Pare cuando quiera.',
    scan: 'Apunte aquí con la cámara de su teléfono',
    visit: `o visite ${site}`,
    text: `o envíe TIPS por mensaje al ${number}`,
    disclosure: `Al enviar TIPS usted pide mensajes de texto publicitarios, automáticos y periódicos de ${legalName}. No recibe ninguno antes de responder YES. Solo para mayores de 18 años. Aceptar no es una condición para comprar bienes o servicios ni para recibir atención. Hasta ${disclosedMaximum} mensajes al mes. Pueden aplicarse tarifas de mensajes y datos. Responda STOP para cancelar o HELP para pedir ayuda. Los mensajes de texto no van cifrados y otras personas podrían leerlos. Condiciones: ${site}/terms. Privacidad: ${site}/privacy.`,
    emergency: 'No es para emergencias: llame al 911.',
  }),
};
