import type { KindName } from '#app/notification_preferences/notification_kinds'
import type { Priority } from '#app/platform/sending/turns'

type MailKind = {
  /** What a member can turn off to get no more of it. */
  notification?: KindName
  priority: Priority
  /** Better twice than never: repeated when nobody knows whether it arrived. All others wait for a person's word. */
  isRepeatable?: true
  /** It leaves although its reader or their company has just been deactivated: that is what it says. */
  tellsOfTheEnd?: true
}

/** What the product writes, and what follows from what it is. */
export const MAIL_KINDS: Record<string, MailKind> = {
  invitation: { priority: 'critical', isRepeatable: true },
  support_entered: { priority: 'critical', isRepeatable: true },
  break_glass_used: { priority: 'critical', isRepeatable: true },
  webhook_endpoint_paused: { priority: 'normal', notification: 'webhook_endpoint.paused' },
  user_welcomed: { priority: 'normal' },
  user_updated: { priority: 'normal' },
  user_deactivated: { priority: 'normal', tellsOfTheEnd: true },
  company_updated: { priority: 'normal', notification: 'tenant.updated' },
  crm_connection_lost: { priority: 'normal', notification: 'crm_connection.lost' },
  qr_code_suspected: { priority: 'normal', notification: 'qr_code.suspected' },
  company_deactivated: { priority: 'normal', tellsOfTheEnd: true },
  digest: { priority: 'normal' },
  push_trial: { priority: 'normal' },
  'impersonation.started': { priority: 'critical', isRepeatable: true },
  lead_created: { priority: 'normal', notification: 'lead.created' },
  lead_received: { priority: 'normal' },
  lead_cancelled: { priority: 'normal', notification: 'lead.cancelled' },
  lead_converted: { priority: 'normal' },
  visit_planned: { priority: 'normal' },
  visit_rescheduled: { priority: 'normal' },
  visit_cancelled: { priority: 'normal' },
  visit_moved: { priority: 'normal', notification: 'visit.rescheduled' },
  visit_dropped: { priority: 'normal', notification: 'visit.cancelled' },
  message_received: { priority: 'normal', notification: 'message.created' },
  message_answered: { priority: 'normal' },
}

/** Those that leave a company although it is closed. */
export const partingKinds = () => Object.keys(MAIL_KINDS).filter((kind) => mailKindOf(kind).tellsOfTheEnd)

export const mailKindOf = (kind: string): MailKind => MAIL_KINDS[kind] ?? { priority: 'normal' }
