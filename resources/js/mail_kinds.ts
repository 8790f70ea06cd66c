const KINDS: Record<string, string> = {
  invitation: 'Invitation',
  support_entered: 'Support entered',
  break_glass_used: 'Entered without single sign-on',
  lead_created: 'New request',
  lead_received: 'Request received',
  lead_cancelled: 'Request cancelled',
  lead_converted: 'Visit booked',
  visit_rescheduled: 'Visit moved',
  message_received: 'Message from customer',
  message_answered: 'Message to customer',
}

export const mailKind = (kind: string) => KINDS[kind] ?? kind.replaceAll('_', ' ')
