import type { Words } from '#app/message_templates/template_kinds'

const BOOKED =
  'Hola, {{customer_name}}:\n\n{{company_name}} irá a su domicilio dentro de ese horario. Si no le viene bien, escríbanos y buscaremos otro.'

/** The mails to customers of whom we know that they read Spanish. */
export const SPANISH_WORDS: Record<string, Words> = {
  lead_received: {
    subject: 'Hemos recibido su solicitud n.º {{request_number}}',
    body: 'Hola, {{customer_name}}:\n\n{{company_name}} ha recibido su solicitud y le responderá. Aquí puede ver en todo momento cómo avanza, añadir fotos o escribirnos.',
  },
  lead_converted: { subject: 'Su visita está confirmada: {{visit_day}}', body: BOOKED },
  visit_planned: { subject: 'Tiene otra visita confirmada: {{visit_day}}', body: BOOKED },
  visit_rescheduled: { subject: 'Su visita ha cambiado de día u hora: {{visit_day}}', body: BOOKED },
  visit_cancelled: {
    subject: 'Su visita queda cancelada: {{visit_day}}',
    body: 'Hola, {{customer_name}}:\n\n{{company_name}} no irá en ese horario. Si necesita otro o tiene alguna pregunta, escríbanos.',
  },
  message_answered: {
    subject: '{{company_name}} le ha escrito sobre su solicitud n.º {{request_number}}',
    body: 'Hola, {{customer_name}}:\n\n{{author_name}} le ha escrito un mensaje.',
  },
}
