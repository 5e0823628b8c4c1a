/**
 * What core, flows and the API refuse people with, in Spanish, by the English sentence. A name in braces stands for a
 * fact; a fact that is a sentence of this list itself is said in Spanish too. A test reads the sources, so that no
 * sentence is missing here.
 */
export const refusals: Record<string, string> = {
  // Of every page.
  'There is no such page.': 'Esa página no existe.',
  'There is no such file.': 'Ese archivo no existe.',
  'That was a lot at once. Please wait a minute and try again.':
    'Fueron muchas veces seguidas. Espere un minuto y pruebe otra vez.',
  'That is more than we can take. Please shorten it.': 'Eso es más de lo que cabe. Hágalo más corto.',
  'Something went wrong on our side. Please try again, or call us.':
    'Algo falló de nuestra parte. Pruebe otra vez o llámenos.',
  'Please send JSON or a form (application/json or application/x-www-form-urlencoded).':
    'Envíe JSON o un formulario (application/json o application/x-www-form-urlencoded).',
  'The body is not JSON.': 'El cuerpo no es JSON.',
  'The body must be a JSON object.': 'El cuerpo debe ser un objeto JSON.',
  'We do not know this field.': 'No conocemos este campo.',
  'We do not know the field {field}.': 'No conocemos el campo {field}.',
  'Please check your answers.': 'Revise sus respuestas.',
  'Others are changing this at the same time. Please try again.':
    'Alguien más lo está cambiando ahora. Pruebe otra vez.',
  'We get more requests than we can take just now. Please try again in an hour, or call us at {phone}.':
    'Ahora recibimos más pedidos de los que podemos tomar. Pruebe en una hora o llámenos al {phone}.',

  // Of links.
  'This link is not complete. Please open it again from the message.':
    'Este enlace no está completo. Ábralo otra vez desde el mensaje.',
  'This link no longer works, because your data was deleted.': 'Este enlace ya no sirve, porque se borraron sus datos.',
  'This link is no longer valid. Text TIPS to us for a new one.':
    'Este enlace ya no sirve. Envíenos TIPS por mensaje de texto y le damos otro.',
  'This confirmation is no longer valid. Please sign up again; it takes a minute.':
    'Esta confirmación ya no sirve. Inscríbase otra vez; toma un minuto.',
  'The series {series} is not there yet. Please try again later.': 'Todavía no hay consejos. Pruebe más tarde.',
  'This link is for deleting. Please ask for a link to download.':
    'Este enlace es para borrar. Pida un enlace para descargar.',
  'This link is for downloading. Please ask for a link to delete.':
    'Este enlace es para descargar. Pida un enlace para borrar.',
  'This link worked for 30 minutes and is now too old. Please ask for a new one.':
    'Este enlace sirvió por 30 minutos y ya venció. Pida uno nuevo.',
  'There is nothing here any more, because your data was deleted.':
    'Aquí ya no hay nada, porque se borraron sus datos.',
  'Your data is in use just now. Please try again in a minute.':
    'Sus datos están en uso en este momento. Pruebe otra vez en un minuto.',
  'We have no address we may write to. Please call us, and we do it for you.':
    'No tenemos una dirección a la que podamos escribir. Llámenos y lo hacemos por usted.',
  'We do not find who this link was for. Open it in a browser, or call us.':
    'No encontramos de quién era este enlace. Ábralo en un navegador o llámenos.',
  'There are no dates to come.': 'No quedan fechas por venir.',
  'This tip is no longer here.': 'Este consejo ya no está aquí.',
  'It came with a test message and belongs to nobody. In the real message it opens a page.':
    'Llegó con un mensaje de prueba y no es de nadie. En el mensaje real abre una página.',

  // Of forms.
  'Please tell us your first name.': 'Díganos su nombre.',
  'The first name is too long. 60 characters are the most.': 'El nombre es muy largo. Caben 60 letras.',
  'The first name must be one line of plain letters.': 'El nombre debe ir en una sola línea, solo con letras.',
  'Please choose a time zone.': 'Elija una zona horaria.',
  'We do not know that time zone.': 'No conocemos esa zona horaria.',
  'This time zone is not known.': 'No conocemos esa zona horaria.',
  'A ZIP code has 5 or 9 digits, for example 30309.': 'Un código postal tiene 5 o 9 dígitos, por ejemplo 30309.',
  'Please choose English or Spanish.': 'Elija inglés o español.',
  'Please choose one of our offices.': 'Elija uno de nuestros consultorios.',
  'Please choose an office.': 'Elija un consultorio.',
  'Please choose weekdays.': 'Elija días de lunes a viernes.',
  'Please choose a time of day.': 'Elija una hora del día.',
  'Please tell us which number to call.': 'Díganos a qué número le llamamos.',
  'These are a lot of requests. Please call us.': 'Son muchos pedidos. Mejor llámenos.',
  'Please choose better, same, worse or seen.': 'Elija mejor, igual, peor o ya visto (better, same, worse o seen).',
  'Please answer this question.': 'Responda esta pregunta.',
  'We do not know that answer.': 'No conocemos esa respuesta.',
  'Please give a number, for example 12.': 'Escriba un número, por ejemplo 12.',
  'Please give {min} or more.': 'Escriba {min} o más.',
  'Please give {max} or less.': 'Escriba {max} o menos.',
  'Please give a date, for example 2027-04-30.': 'Escriba una fecha, por ejemplo 2027-04-30.',
  'That is too many.': 'Son demasiadas.',
  'You must be 18 or older to sign up.': 'Debe tener 18 años o más para inscribirse.',
  'Consent is true or false.': 'El permiso es true o false.',
  'A source has letters, digits, _ and - only, at most 40.': 'El origen lleva solo letras, dígitos, _ y -, hasta 40.',
  'No page has shown that wording. Name {versions}, or leave it out.':
    'Ninguna página mostró esa versión. Nombre {versions}, o no ponga nada.',
  'Please choose email, texts or both.': 'Elija correo, mensajes de texto o ambos.',
  'Please choose email or texts.': 'Elija correo o mensajes de texto.',
  'Please choose what to change.': 'Elija qué quiere cambiar.',
  'Please give the email address the tips should go to.': 'Escriba el correo al que enviamos los consejos.',
  'Please give the mobile number the texts should go to.': 'Escriba el celular al que enviamos los mensajes.',
  'We do not know that address yet. Please sign up with it.':
    'Todavía no conocemos esa dirección. Inscríbase con ella.',
  'This sign-up came many times. Please call us, and we help you.':
    'Esta inscripción llegó muchas veces. Llámenos y le ayudamos.',

  // Of addresses.
  'Please give an email address, for example name@example.com, or a mobile number with 10 digits.':
    'Escriba un correo, por ejemplo nombre@example.com, o un celular con 10 dígitos.',
  'Please check the email address.': 'Revise el correo.',
  'The email address is too long.': 'El correo es muy largo.',
  'The email address does not look right: {why}. Please check it, for example name@example.com.':
    'El correo no parece correcto: {why}. Revíselo, por ejemplo nombre@example.com.',
  'nothing stands before the @': 'no hay nada antes de la @',
  'more than 64 characters stand before the @': 'hay más de 64 letras antes de la @',
  'a dot cannot stand first, or right before the @': 'no puede haber un punto al principio ni justo antes de la @',
  '"{strange}" cannot stand before the @': '«{strange}» no puede ir antes de la @',
  'nothing stands after the @': 'no hay nada después de la @',
  'a number stands where the name of a mail service belongs': 'hay un número donde va el nombre del servicio de correo',
  'a dot cannot stand right after the @': 'no puede haber un punto justo después de la @',
  '"{strange}" cannot stand after the @': '«{strange}» no puede ir después de la @',
  'there is no dot after the @': 'no hay un punto después de la @',
  'no part after the @ can begin or end with a hyphen':
    'ninguna parte después de la @ puede empezar o terminar con un guion',
  'too little stands after the last dot': 'falta algo después del último punto',
  'no mail service has such a name': 'ningún servicio de correo se llama así',
  'it has no @': 'le falta la @',
  'it has more than one @': 'tiene más de una @',
  'it has a space in it': 'tiene un espacio',
  'it has two dots in a row': 'tiene dos puntos seguidos',
  'it is longer than 254 characters': 'tiene más de 254 letras',
  'Please check the number.': 'Revise el número.',
  'The number is too long. A US number has 10 digits.':
    'El número es muy largo. Un número de Estados Unidos tiene 10 dígitos.',
  'The mobile number does not look right: {why}. Please give 10 digits, for example 770-555-0123.':
    'El celular no parece correcto: {why}. Escriba 10 dígitos, por ejemplo 770-555-0123.',
  'it is no phone number': 'no es un número de teléfono',
  'it has {count} digits': 'tiene {count} dígitos',
  'it has {count} digit': 'tiene {count} dígito',
  'it begins with a service code such as 911': 'empieza con un código de servicio como 911',
  'the three digits after its area code are a service code such as 911':
    'los tres dígitos después del código de área son un código de servicio como 911',
  'numbers with 555 belong to nobody': 'los números con 555 no son de nadie',
  'The mobile number is too long. Please give 10 digits, for example 770-555-0123.':
    'El celular es muy largo. Escriba 10 dígitos, por ejemplo 770-555-0123.',
  'We can only call a US number.': 'Solo podemos llamar a un número de Estados Unidos.',
  'Texts can only go to a US mobile number.': 'Los mensajes de texto solo llegan a un celular de Estados Unidos.',
  'We cannot reach an extension. Please give a number that rings you directly.':
    'No podemos llamar a una extensión. Escriba un número directo.',
  'That is not a US phone number. Neither its area code nor the next three digits begin with 0 or 1.':
    'Ese no es un número de Estados Unidos. El código de área y los tres dígitos que siguen no empiezan con 0 ni con 1.',
  'That is {kind}, and it gets no texts. Please give a mobile number, for example 770-555-0123.':
    'Ese es {kind}, y no recibe mensajes de texto. Escriba un celular, por ejemplo 770-555-0123.',
  'a toll-free number': 'un número gratuito',
  'a personal number that follows its owner (5xx)': 'un número personal que sigue a su dueño (5xx)',
  'a number that costs its caller extra': 'un número que cobra a quien llama',
  'a number of the government': 'un número del gobierno',

  // What the checker of shapes says where a field has no words of its own.
  'Invalid input: {what}': 'Este dato no es válido.',
  'Invalid input': 'Este dato no es válido.',
  'Invalid option: {what}': 'Esta opción no es válida.',
  'Invalid string: {what}': 'Este texto no es válido.',
  'Too big: {what}': 'Esto es demasiado largo o demasiado grande.',
  'Too small: {what}': 'Esto es demasiado corto o demasiado pequeño.',
  'Unrecognized key{what}': 'No conocemos este campo.',
};
