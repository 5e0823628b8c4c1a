import { html } from 'hono/html';
import type { legal as english } from '../en/legal';

/** The pages the law asks for. DRAFT: counsel who reads Spanish reads them before the first message. */
export const legal: typeof english = (subject) => ({
  lastChanged: ({ name, date }) => `${name}. Último cambio: ${date}.`,

  agreementTitle: 'Lo que usted acepta cuando responde YES',
  agreement: (of) => html`<h2>Mensajes de texto</h2><p>${of.sms} Debe tener 18 años o más.</p>
<h2>Sus datos de salud</h2><p>${of.health}</p>
<h2>Los documentos completos</h2>
<ul><li><a href="${of.terms}">Términos del servicio de consejos</a></li>
<li><a href="${of.privacy}">Política de privacidad</a></li>
<li><a href="${of.healthData}">Política de privacidad de los datos de salud del consumidor</a></li></ul>`,

  privacyTitle: 'Política de privacidad',
  privacy: (
    of,
  ) => html`<p>Esta política trata de ${subject.theTips}, por correo y por mensaje de texto. También trata de sus páginas. Cómo usamos los expedientes médicos está en nuestro <a href="${of.noticeOfPrivacyPractices}">Aviso de prácticas de privacidad</a>. Sus derechos sobre los datos de salud están en nuestra <a href="${of.healthData}">Política de privacidad de los datos de salud del consumidor</a>. Tratamos cada inscripción con el cuidado que la ley pide para un expediente médico.</p>
<h2>Qué reunimos</h2>
<ul><li>Lo que usted escribe en los formularios: nombre, correo, número de celular, zona horaria, código postal y ${subject.yourAnswers}.</li>
<li>Lo que elige después: su idioma, las pausas, los temas, cómo le va y las citas que pide.</li>
<li>Lo que le enviamos, si le llegó, qué enlace abrió y lo que responde por mensaje de texto.</li>
<li>Como prueba de que aceptó: el texto que vio, la fecha y la hora, su dirección de internet y el nombre de su navegador.</li></ul>
<p>No usamos cookies, ni píxeles de rastreo, ni anuncios, ni herramientas de otras empresas. Esto vale para estas páginas y para los correos. No le preguntamos a su teléfono dónde está usted.</p>
<h2>Para qué lo usamos</h2>
<ul><li>Para enviarle los consejos y las invitaciones que pidió, a buena hora donde usted vive.</li><li>Para elegir los consejos según sus respuestas.</li><li>Para fijar una cita cuando la pide.</li><li>Para guardar la prueba de que aceptó y para parar cuando usted lo pide.</li></ul>
<h2>Quién lo recibe</h2>
<p>Solo ${of.legalName} y los servicios que guardan y envían sus mensajes. Sus contratos les obligan a proteger los datos de salud. No los pueden usar para otra cosa. Las empresas de teléfono y de correo le llevan los mensajes. La ley nos puede obligar a dar datos a una autoridad.</p>
<p>No vendemos sus datos. No los damos a nadie para su propia publicidad.</p>
<h2>Mensajes de texto</h2>
<p><strong>Los datos de su celular y de su permiso no se comparten con terceros.</strong> Ningún dato del celular se comparte ni se vende a terceros o empresas afiliadas para publicidad o promoción. Tampoco el permiso para recibir mensajes de texto. Solo los reciben los servicios que llevan los mensajes por nosotros. Ellos no los pueden usar para otra cosa.</p>
<h2>El correo y los mensajes de texto no van cifrados</h2>
<p>Otras personas los podrían leer en el camino o en su teléfono. Por eso nuestros mensajes nunca repiten sus respuestas. ¿No le parece bien? Entonces no se inscriba. Mejor llámenos.</p>
<h2>Cuánto tiempo lo guardamos</h2>
<p>Guardamos sus datos mientras recibe nuestros mensajes. Si no confirma su inscripción, la borramos a los 30 días. Cuando borra sus datos, guardamos dos cosas. Una es la prueba de que aceptó y de que se fue. Queda bajo llave por 6 años después del último mensaje. La otra es una marca en clave de su dirección. Sirve para no escribirle más.</p>
<h2>Sus opciones</h2>
<p>Cada correo trae un enlace para darse de baja y otro a sus opciones. Responda STOP a un mensaje de texto. En la página de sus opciones puede hacer una pausa o cambiar cómo le escribimos. Ahí también puede pedir una copia de sus datos, o borrarlos. O llame al ${of.call} y lo hacemos por usted.</p>
<h2>Menores</h2>
<p>Este servicio es para personas de 18 años o más. No guardamos a sabiendas datos de menores.</p>
<h2>Cambios</h2>
<p>Si esta política cambia en algo que a usted le importa, se lo decimos antes de que el cambio valga para sus datos.</p>
<h2>Contacto</h2>
<p>${of.legalName}, ${of.postalAddress}. Teléfono ${of.call}. Correo ${of.mail}.</p>`,

  termsTitle: 'Términos del servicio de consejos',
  terms: (
    of,
  ) => html`<p>Estos términos son entre usted y ${of.legalName} (“nosotros”). Al inscribirse, usted los acepta.</p>
<h2>No es consejo médico</h2>
${of.disclaimer}
<p>Inscribirse no le hace nuestro paciente. Hable con un médico antes de empezar. Pare todo movimiento que le duela.</p>
${of.emergency}
<h2>Quién se puede inscribir</h2>
<p>Debe tener 18 años o más y vivir en Estados Unidos. Use solo un correo y un celular que sean suyos.</p>
<h2>Programa de mensajes de texto: ${of.program}</h2>
<ul><li><strong>Qué recibe:</strong> mensajes de texto publicitarios, automáticos y periódicos de ${of.name}, con ${subject.whatTheyAreFor}. Algunos le invitan a pedir una cita.</li>
<li><strong>Cuántos:</strong> hasta ${of.most} mensajes al mes.</li>
<li><strong>Cuánto cuesta:</strong> nada de nuestra parte. Pueden aplicarse tarifas de mensajes y datos.</li>
<li><strong>Aceptar no es una condición</strong> para comprar bienes o servicios ni para recibir atención.</li>
<li><strong>Para parar:</strong> responda STOP a un mensaje. Un último mensaje le dice que ya está. Responda START para volver.</li>
<li><strong>Para pedir ayuda:</strong> responda HELP, llame al ${of.call} o escriba a ${of.mail}.</li>
<li><strong>El número:</strong> los mensajes llegan del ${of.smsNumber}. No leemos las respuestas a todas horas.</li>
<li><strong>Las compañías de teléfono</strong> no responden por mensajes que llegan tarde o que no llegan. Puede que no todas las compañías o teléfonos sirvan.</li>
<li>Si cambia o deja su número, responda antes STOP o avísenos.</li></ul>
<h2>Correo</h2>
<p>Recibe hasta ${of.most} correos publicitarios al mes. Cada uno trae un enlace para darse de baja. Basta un clic, y vale de inmediato.</p>
<h2>Citas que usted pide</h2>
<p>Cuando pide una cita en nuestras páginas, todavía no hay una hora fija. La hay cuando nuestro equipo la acuerda con usted.</p>
<h2>Su privacidad</h2>
<p>Tres páginas dicen cómo tratamos sus datos: la <a href="${of.privacy}">Política de privacidad</a>, la <a href="${of.healthData}">Política de privacidad de los datos de salud del consumidor</a> y el <a href="${of.noticeOfPrivacyPractices}">Aviso de prácticas de privacidad</a>.</p>
<h2>Uso justo</h2>
<p>No inscriba a otras personas. No nos envíe archivos que hagan daño. No trate de romper el servicio. Podemos terminar el servicio, o su uso de él, cuando sea.</p>
<h2>Sin promesas</h2>
<p>Escribimos los consejos con cuidado. No podemos prometer un resultado, ni que cada mensaje llegue a tiempo. Un consejo no toma el lugar de un médico. Si usa un consejo en lugar de un médico y algo le hace daño, no respondemos por ello, hasta donde la ley lo permite. La ley le da derechos, y estos términos no le quitan ninguno.</p>
<h2>Ley y cambios</h2>
<p>Vale la ley federal y la ley del estado de nuestra oficina principal. Si estos términos cambian en algo que importa, se lo decimos antes. Puede irse cuando quiera.</p>
<h2>Contacto</h2>
<p>${of.legalName}, ${of.postalAddress}, ${of.call}.</p>`,

  healthDataTitle: 'Política de privacidad de los datos de salud del consumidor',
  healthData: (
    of,
  ) => html`<p>Esta política se suma a nuestra <a href="${of.privacy}">Política de privacidad</a>. Sigue la ley My Health My Data del estado de Washington. La seguimos para todas las personas en todos los estados, también en Nevada y Connecticut. Algunos datos son información de salud que protege HIPAA. Para ellos vale nuestro <a href="${of.noticeOfPrivacyPractices}">Aviso de prácticas de privacidad</a>.</p>
<h2>Qué datos de salud reunimos</h2>
<table><thead><tr><th scope="col">Clase</th><th scope="col">Qué es</th><th scope="col">Para qué</th></tr></thead><tbody>
<tr><td>Respuestas sobre su espalda</td><td>Dónde le duele, qué lo provoca, hormigueo en una pierna, señales de una emergencia</td><td>Para elegir los consejos. Para no enviar ejercicios a quien debe ver antes a un médico. Para avisar de una emergencia</td></tr>
<tr><td>Respuestas sobre correr</td><td>Cómo corre, si probaría otros deportes</td><td>Para elegir los consejos</td></tr>
<tr><td>Cómo le va</td><td>Mejor, igual o peor; si ya le vio un médico</td><td>Para cambiar lo que sigue</td></tr>
<tr><td>Citas que pide</td><td>El consultorio, los días y la hora que le sirven, y un número para llamarle</td><td>Para llamarle y fijar la cita</td></tr>
<tr><td>Contacto y uso</td><td>Nombre, correo, celular, zona horaria, código postal, mensajes enviados, enlaces abiertos, respuestas</td><td>Para enviarle lo que pidió, a buena hora. Para probar que aceptó</td></tr>
</tbody></table>
<p>No reunimos el lugar exacto donde está. No reunimos sus huellas, su cara ni otras medidas de su cuerpo. No recibimos datos de otras empresas.</p>
<h2>De dónde vienen</h2>
<p>Vienen de usted: los formularios, los enlaces que abre y sus respuestas. Nuestro equipo agrega algo cuando usted llama.</p>
<h2>Qué compartimos y con quién</h2>
<p>Compartimos todas estas clases de datos con empresas que trabajan para nosotros. La ley las llama procesadores. Una aloja nuestro servicio en la nube. Otras llevan los correos y los mensajes de texto. Guardan los datos o le llevan los mensajes, y no los pueden usar para otra cosa. No compartimos datos de salud con otros terceros ni con empresas afiliadas. Para darlos a alguien más, antes le pediríamos otro permiso.</p>
<p><strong>No vendemos datos de salud del consumidor.</strong> No ponemos cercos virtuales junto a ningún centro de salud.</p>
<h2>Su permiso</h2>
<p>Reunimos estas respuestas solo con su permiso, o cuando hacen falta para darle lo que pidió. Antes de enviar el formulario, este le dice cuatro cosas. Son qué reunimos, para qué, quién lo recibe y cómo retirar su permiso.</p>
<h2>Sus derechos</h2>
<ul><li><strong>Saber y ver:</strong> pregunte si tenemos sus datos de salud. Puede pedir una copia y una lista de quienes los recibieron.</li>
<li><strong>Retirar su permiso:</strong> puede hacerlo cuando quiera. Use un enlace de nuestros mensajes, responda STOP o llámenos.</li>
<li><strong>Borrar:</strong> los borramos aquí y en nuestros procesadores. De las copias de seguridad se van en seis meses. Guardamos la prueba de que aceptó y de que se fue. Queda bajo llave por 6 años, porque la ley lo pide.</li>
<li><strong>Sin castigo:</strong> usar sus derechos no cuesta nada. Su atención sigue igual.</li></ul>
<h2>Cómo usarlos</h2>
<p>Abra “Sus opciones” en uno de nuestros mensajes. Toque “Descargar mis datos” o “Borrar mis datos”. También puede llamar al ${of.call}. O escriba a ${of.mail} o a ${of.postalAddress}. Le enviamos un enlace para ver que es usted. Le respondemos dentro de 45 días. Si nos hace falta más tiempo, le decimos por qué. Nunca tarda más de 45 días más.</p>
<h2>Si decimos que no</h2>
<p>Usted puede apelar. Escriba a la misma dirección con la palabra “Apelación”. Le respondemos por escrito dentro de 45 días. Si no queda conforme, puede quejarse ante el fiscal general de su estado. En Washington, vaya a <a href="https://www.atg.wa.gov/file-complaint">www.atg.wa.gov/file-complaint</a>.</p>
<h2>Cambios</h2>
<p>Puede que un día queramos reunir otra clase de datos, o usarlos de otra manera. Entonces se lo decimos aquí y antes le pedimos permiso.</p>`,

  languageHelpTitle: 'Ayuda gratis con el idioma',
  languageHelp: ({ name }) =>
    `${name} ofrece ayuda gratis con el idioma y apoyos gratis para personas con discapacidad. Busque su idioma abajo.`,
});
