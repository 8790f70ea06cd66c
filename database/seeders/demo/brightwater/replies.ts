/** What the office answers again and again. */
export const REPLIES = [
  {
    title: 'We have your request',
    shortcut: 'got-it',
    english:
      'Hi {{customer_name}}, thank you for writing to {{company_name}}. We will call you within the hour about request {{request_number}}. {{author_name}}',
    spanish:
      'Hola, {{customer_name}}. Gracias por escribir a {{company_name}}. Le llamaremos en menos de una hora por su solicitud {{request_number}}. {{author_name}}',
  },
  {
    title: 'Shut the water off',
    shortcut: 'shut-off',
    english:
      'Please close the main valve until we are there: it is where the pipe comes into the house, often beside the water heater. Turn it clockwise until it stops.',
    spanish:
      'Por favor, cierre la llave de paso hasta que lleguemos: está donde la tubería entra en la casa, a menudo junto al calentador. Gírela en el sentido de las agujas del reloj hasta el tope.',
  },
  {
    title: 'Ask for a photo',
    shortcut: 'photo',
    english:
      'Could you send us a photo of it, and one of the label with the model number? You can add them right here on your page.',
    spanish: null,
  },
  {
    title: 'Running late',
    shortcut: 'late',
    english:
      'Hi {{customer_name}}, the job before yours takes longer than we thought. We are about 30 minutes late and sorry for the wait. {{author_name}}',
    spanish: null,
  },
]
