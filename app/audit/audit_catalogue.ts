import { labelOf } from '#app/social_accounts/social_provider'
import { spaced, type AuditFacts } from '#app/audit/audit_facts'

export const CATEGORIES = {
  sign_in: 'Sign-ins',
  tokens: 'Access tokens',
  permissions: 'Permissions',
  single_sign_on: 'Single sign-on',
  exports: 'Exports',
  impersonation: 'Support access',
  people: 'People',
  settings: 'Settings',
  operation: 'Operation',
  data: 'Work',
} as const
export type Category = keyof typeof CATEGORIES

type Tell = (facts: AuditFacts) => string
type Told = { category: Category; isFailure?: true; tell: Tell }

const told = (category: Category, tell: Tell): Told => ({ category, tell })

/**
 * Every event that the audit log shows, with what its sentence says after the name of the person who did it.
 * An event stands here when it is defined with `audited: true`; its words never repeat a secret.
 */
export const AUDIT_CATALOGUE: Record<string, Told> = {
  'access_token.created': told('tokens', (f) => `made the access token “${f.text('name')}”`),
  'access_token.revoked': told('tokens', (f) => `revoked the access token “${f.text('name')}”`),
  'token_family.begun': told('sign_in', () => 'signed in over the API'),
  'token_family.ended': told('sign_in', (f) =>
    f.text('reason') === 'reuse'
      ? 'lost an API session: its refresh token was used twice'
      : 'signed out of the API'
  ),

  'dead_letter.replayed': told('operation', (f) => `let “${f.text('event')}” be handled again`),
  'dead_letter.discarded': told(
    'operation',
    (f) => `gave up the handling of “${f.text('event')}”: ${f.text('reason')}`
  ),

  'timer.cancelled': told('operation', (f) => `cancelled “${spaced(f.text('timer') ?? '')}”`),
  'timer.restored': told('operation', (f) => `set “${spaced(f.text('timer') ?? '')}” again`),
  'schedule.paused': told('operation', (f) => `paused “${spaced(f.text('timer') ?? '')}”`),
  'schedule.resumed': told('operation', (f) => `resumed “${spaced(f.text('timer') ?? '')}”`),
  'timer.skipped': {
    ...told('operation', (f) => `skipped “${spaced(f.text('timer') ?? '')}”: it came too late`),
    isFailure: true,
  },
  'delivery.resolved': told('operation', (f) =>
    f.text('resolution') === 'arrived'
      ? `found that a mail had arrived (${spaced(f.text('kind') ?? '')})`
      : `sent a mail again whose arrival nobody knew of (${spaced(f.text('kind') ?? '')})`
  ),

  'leads.exported': told('exports', (f) => exported(f, 'lead')),
  'customer.merged': told(
    'data',
    (f) =>
      `merged two records of a customer (moved: ${f.text('codes')} codes, ${f.text('leads')} requests, ${f.text('orders')} orders)`
  ),
  'customers.exported': told('exports', (f) => exported(f, 'customer')),
  'orders.exported': told('exports', (f) => exported(f, 'order')),
  'history.erased': told(
    'people',
    (f) => `erased what ${f.list('eventIds').length} entries of the history said`
  ),
  'history.archived': told(
    'operation',
    (f) => `moved ${f.text('entries')} ${f.text('source')} of ${f.text('month')} into an archive`
  ),
  'history.exported': told('exports', () => 'exported the whole history'),
  'archive.fetched': told('exports', (f) => `downloaded the archive of ${f.text('month')}`),
  'crm_connection.connected': told('settings', (f) => `connected the customer system ${f.text('adapter')}`),
  'crm_connection.fields_mapped': told(
    'settings',
    (f) => `changed how customers are written to the customer system: ${f.list('fields').join(', ')}`
  ),
  'crm_connection.newcomers_ruled': told(
    'settings',
    (f) => `chose what becomes of new customers of the customer system: ${spaced(f.text('rule') ?? '')}`
  ),
  'crm_connection.newcomers_wanted': told(
    'settings',
    () => 'took in all new customers of the customer system'
  ),
  'crm_connection.deals_planned': told(
    'settings',
    (f) => `has requests written to the customer system, in ${f.text('pipeline')}`
  ),
  'crm_connection.deals_ended': told(
    'settings',
    () => 'ended that requests are written to the customer system'
  ),
  'crm_link.renewed': told('settings', () => 'had a customer made anew in the customer system'),
  'crm_connection.firms_ruled': told(
    'settings',
    () => 'chose which customers are companies in the customer system'
  ),
  'crm_deal.renewed': told('settings', () => 'had a request made a deal in the customer system anew'),
  'crm_deal.set_apart': told('settings', () => 'keeps a request out of the customer system'),
  'crm_link.set_apart': told('settings', () => 'keeps a customer out of the customer system'),
  'crm_sync.started': told('settings', (f) =>
    f.text('purpose') === 'write'
      ? 'began to write all customers to the customer system'
      : 'asked what writing all customers to the customer system would do'
  ),
  'crm_sync.ended': told('settings', (f) =>
    f.text('outcome') === 'done'
      ? 'went through all customers for the customer system'
      : 'stopped going through the customers for the customer system'
  ),
  'crm_sync.exported': told('exports', (f) => exported(f, 'customer')),
  'crm_connection.disconnected': told(
    'settings',
    (f) => `disconnected the customer system ${f.text('adapter')}`
  ),
  'crm_connection.lost': told(
    'settings',
    (f) => `was let in no more by the customer system ${f.text('adapter')}`
  ),
  'tenant.retention_ruled': told('settings', (f) =>
    f.text('months')
      ? `set ${f.text('kind')} to be kept for ${f.text('months')} months`
      : `set ${f.text('kind')} to be kept for ever`
  ),
  'audit.exported': told('exports', (f) => `exported the audit log as ${f.text('format')}`),

  'webhook_endpoint.created': told('settings', (f) => `added the webhook endpoint at ${f.text('host')}`),
  'webhook_endpoint.updated': told('settings', (f) => `changed the webhook endpoint at ${f.text('host')}`),
  'webhook_endpoint.deleted': told('settings', (f) => `deleted the webhook endpoint at ${f.text('host')}`),
  'webhook_endpoint.secret_rotated': told(
    'settings',
    (f) => `made a new secret for the webhook endpoint at ${f.text('host')}`
  ),
  'webhook_endpoint.paused': told('settings', (f) =>
    f.text('reason') === 'by_hand'
      ? `paused the webhook endpoint at ${f.text('host')}`
      : `paused the webhook endpoint at ${f.text('host')}, which ${
          f.text('reason') === 'gone' ? 'answered that it is gone' : 'had failed for days'
        }`
  ),
  'webhook_endpoint.resumed': told('settings', (f) => `resumed the webhook endpoint at ${f.text('host')}`),
  'webhook_endpoint.resent': told(
    'settings',
    (f) => `had ${f.text('count')} webhooks sent again to ${f.text('host')}`
  ),

  'impersonation.started': told(
    'impersonation',
    (f) => `entered as ${f.person('userId')}: ${f.text('reason')}`
  ),
  'impersonation.ended': told(
    'impersonation',
    (f) => ENDS[f.text('cause') ?? '']?.(f) ?? 'ended a visit of support'
  ),

  'invitation.created': told('people', (f) => `invited ${f.subject} as ${f.role}`),
  'invitation.resent': told('people', (f) => `sent the invitation to ${f.subject} again`),
  'invitation.revoked': told('people', (f) => `took back the invitation of ${f.subject}`),
  'invitation.accepted': told('people', () => 'accepted the invitation'),
  'invitation.link_revealed': told('people', (f) => `revealed the invitation link of ${f.subject}`),
  'invitation.mail_read': told('people', (f) => `read the invitation mail of ${f.subject}`),

  'role.created': told('permissions', (f) => `made the role “${f.text('name')}”`),
  'role.updated': told('permissions', (f) => `changed the role “${f.text('name')}”`),
  'role.deleted': told('permissions', (f) => `deleted the role “${f.text('name')}”`),
  'team.created': told('permissions', (f) => `made the team “${f.text('name')}”`),
  'team.updated': told('permissions', (f) => `changed the team “${f.text('name')}”`),
  'team.deleted': told('permissions', (f) => `deleted the team “${f.text('name')}”`),
  'team.members_changed': told('permissions', (f) => `${movesIn(f)} the team “${f.text('name')}”`),
  'user.role_changed': told('permissions', (f) => `made ${f.subject} ${f.role}`),

  'user.unsubscribed': told('people', (f) => `stopped mails of the kind “${f.text('kind')}” by a link`),
  'user.resubscribed': told('people', (f) => `asked for mails of the kind “${f.text('kind')}” again`),
  'message_template.published': told(
    'settings',
    (f) => `published words for “${spaced(f.text('kind') ?? '')}”`
  ),
  'message_template.withdrawn': told(
    'settings',
    (f) => `returned to the standard words for “${spaced(f.text('kind') ?? '')}”`
  ),
  'canned_reply.created': told('settings', (f) => `added the canned reply “${f.text('title')}”`),
  'canned_reply.updated': told('settings', (f) => `changed the canned reply “${f.text('title')}”`),
  'canned_reply.deleted': told('settings', (f) => `deleted the canned reply “${f.text('title')}”`),
  'user.created': told('people', (f) =>
    f.isOwnDeed ? `joined the team as ${f.role}` : `added ${f.subject} to the team as ${f.role}`
  ),
  'user.updated': told('people', (f) =>
    f.isOwnDeed ? `changed ${f.ownChanges}` : `changed ${f.changes} of ${f.subject}`
  ),
  'user.deactivated': told('people', (f) => `deactivated ${f.subject}`),
  'user.reactivated': told('people', (f) => `reactivated ${f.subject}`),

  'sso_connection.changed': told('single_sign_on', (f) => `changed ${f.changes} of single sign-on`),
  'sso_connection.enforced': told('single_sign_on', () => 'made single sign-on required'),
  'sso_connection.relaxed': told('single_sign_on', () => 'made single sign-on optional'),
  'sso_connection.sign_in_refused': {
    ...told('single_sign_on', (f) => `refused somebody: ${spaced(f.text('reason') ?? '')}`),
    isFailure: true,
  },
  'sso_domain.added': told('single_sign_on', (f) => `named ${f.text('domain')} as the company’s own`),
  'sso_domain.verified': told(
    'single_sign_on',
    (f) => `proved that ${f.text('domain')} is the company’s own`
  ),
  'sso_domain.removed': told('single_sign_on', (f) => `took ${f.text('domain')} off the company’s domains`),
  'sso_account.linked': told(
    'single_sign_on',
    (f) => `connected ${f.person('userId')} with the identity provider`
  ),
  'sso_account.unlinked': told(
    'single_sign_on',
    (f) => `disconnected ${f.person('userId')} from the identity provider`
  ),
  'break_glass_user.named': told(
    'single_sign_on',
    (f) => `let ${f.person('userId')} enter without single sign-on`
  ),
  'break_glass_user.removed': told(
    'single_sign_on',
    (f) => `let ${f.person('userId')} enter by single sign-on only`
  ),
  'break_glass_user.used': told(
    'single_sign_on',
    (f) => `entered without single sign-on: ${f.text('reason')}`
  ),
  'scim_token.created': told('single_sign_on', (f) => `made the provisioning token “${f.text('name')}”`),
  'scim_token.revoked': told('single_sign_on', (f) => `revoked the provisioning token “${f.text('name')}”`),

  'user.signed_in': told('sign_in', (f) => `signed in with ${wayIn(f)} on ${f.text('browser')}`),
  'user.sign_in_failed': { ...told('sign_in', (f) => failureOf(f)), isFailure: true },
  'user.two_factor_enabled': told('sign_in', () => 'turned two-factor sign-in on'),
  'user.two_factor_disabled': told('sign_in', () => 'turned two-factor sign-in off'),
  'user.recovery_code_used': told('sign_in', () => 'used a recovery code'),
  'user.signed_out_everywhere': told('sign_in', () => 'signed out everywhere'),
  'user.social_account_connected': told('sign_in', (f) => `connected an account at ${providerOf(f)}`),
  'user.social_account_disconnected': told(
    'sign_in',
    (f) => `disconnected their account at ${providerOf(f)}`
  ),
  'user.password_changed': told('sign_in', (f) =>
    f.text('way') === 'reset' ? 'chose a new password by mail' : 'changed their password'
  ),

  'user.mail_resent': told(
    'sign_in',
    (f) => `sent ${f.subject} a mail again: ${spaced(f.text('kind') ?? '')}`
  ),
  'user.link_revealed': told(
    'sign_in',
    (f) => `revealed what was mailed to ${f.subject}: ${spaced(f.text('kind') ?? '')}`
  ),
  'user.email_changed': told(
    'sign_in',
    (f) => `changed their address from ${f.text('before')} to ${f.text('after')}`
  ),
  'user.email_change_refused': {
    ...told('sign_in', (f) => `refused that their address becomes ${f.text('newEmail')}`),
    isFailure: true,
  },

  'tenant.created': told('settings', () => 'opened the company'),
  'tenant.updated': told('settings', (f) => `changed ${f.changes} of the company`),
  'tenant.notifications_ruled': told(
    'settings',
    (f) => `changed who is told of ${spaced(f.text('kind') ?? '')}`
  ),
  'tenant.bookings_ruled': told('settings', (f) => `changed ${f.changes} of the booking hours`),
  'tenant.numbers_ruled': told(
    'settings',
    (f) => `let the numbers of ${f.text('series')} go on from ${f.text('prefix') ?? ''}${f.text('next')}`
  ),
  'tenant.support_access_ruled': told('impersonation', (f) =>
    f.text('supportAccess') === 'always'
      ? 'let support enter without asking'
      : 'made support ask before it enters'
  ),
  'tenant.support_allowed': told('impersonation', () => 'allowed support to enter for 24 hours'),
  'tenant.support_withdrawn': told('impersonation', () => 'withdrew what support was allowed'),
  'tenant.deactivated': told('settings', (f) => `deactivated the company: ${f.text('reason')}`),
  'tenant.reactivated': told('settings', () => 'reactivated the company'),
}

/** What the audit log does not show, unless somebody did it in another's name. Records have histories of their own. */
export const ORDINARY_EVENTS: Record<string, string> = {
  'customer.created': 'added a customer',
  'customer.updated': 'changed a customer',
  'customer.archived': 'archived a customer',
  'customer.restored': 'restored a customer',
  'crm_deal.due': 'had a deal in the customer system follow its request',
  'crm_link.settled': 'found out whether a customer is in the customer system',
  'crm_link.changed_there': 'noticed a change in the customer system',
  'crm_conflict.resolved': 'decided which of two changes of a customer counts',
  'crm_sync.continued': 'went on writing customers to the customer system',
  'message_template.tried': 'sent a test of their words',
  'delivery.queued': 'wrote a mail',
  'delivery.sent': 'sent a mail',
  'delivery.failed': 'could not send a mail',
  'delivery.unknown': 'lost sight of a mail',
  'blocked_address.created': 'stopped writing to an address that takes no mails',
  'blocked_address.cleared': 'let mails go to an address again',
  'lead.created': 'took in a request',
  'lead.updated': 'put right what a request says',
  'lead.assigned': 'assigned a request',
  'lead.started': 'started work on a request',
  'lead.given': 'gave a request to a team',
  'lead.lost': 'marked a request as lost',
  'lead.cancelled': 'cancelled a request',
  'lead.converted': 'converted a request to an order',
  'lead.window_held': 'held a time for a request',
  'lead_flow.created': 'made a lead flow',
  'lead_flow.published': 'published a lead flow',
  'lead_flow.renamed': 'renamed a lead flow',
  'lead_flow.arranged': 'arranged a lead flow',
  'lead_flow.went_back': 'went back to an earlier version of a lead flow',
  'lead_flow.made_default': 'made a lead flow the standard',
  'lead_flow.archived': 'archived a lead flow',
  'attachment.added': 'added a file to a request',
  'attachment.retried': 'had a photo prepared again',
  'message.created': 'wrote a message',
  'message.read': 'read a message',
  'conversation.assigned': 'assigned a conversation',
  'note.created': 'noted something about a request',
  'order.created': 'made an order',
  'order.cancelled': 'cancelled an order',
  'order.updated': 'changed an order',
  'order.finished': 'finished an order',
  'label_sheet.created': 'added a label sheet',
  'label_sheet.updated': 'changed a label sheet',
  'label_sheet.deleted': 'deleted a label sheet',
  'qr_batch.created': 'made a batch of codes',
  'qr_batch.updated': 'changed a batch of codes',
  'qr_batch.printed': 'printed a batch of codes',
  'qr_code.assigned': 'bound a code to a customer',
  'qr_code.released': 'made a code blank again',
  'qr_code.retired': 'retired a code',
  'qr_code.suspected': 'reported a sticker as tampered with',
  'qr_code.cleared': 'found a sticker as it should be',
  'qr_code.lost': 'reported a code lost',
  'visit.planned': 'planned a visit',
  'visit.rescheduled': 'rescheduled a visit',
  'visit.finished': 'finished a visit',
  'visit.reopened': 'planned a visit again that was said to be done',
  'visit.cancelled': 'cancelled a visit',
}

const WAYS_IN: Record<string, string> = {
  password: 'a password',
  link: 'a link by mail',
  password_reset: 'a new password',
  invitation: 'an invitation',
  registration: 'a new company',
  single_sign_on: 'single sign-on',
  social: 'an account elsewhere',
}
const providerOf = (facts: AuditFacts) => labelOf(facts.text('provider') ?? '')
const wayIn = (facts: AuditFacts) => WAYS_IN[facts.text('way') ?? ''] ?? 'a credential'

const FAILURES_IN_WORDS: Record<string, string> = {
  password: 'was refused at sign-in: wrong password',
  second_factor: 'was refused at sign-in: wrong code',
  locked: 'was refused at sign-in: too many attempts',
}
const failureOf = (facts: AuditFacts) =>
  FAILURES_IN_WORDS[facts.text('reason') ?? ''] ?? 'was refused at sign-in'
const visitOf = (f: AuditFacts) => `the visit of ${f.text('superUser')} as ${f.person('userId')}`
const ENDS: Record<string, Tell> = {
  super_user: (f) => `left, having been ${f.person('userId')}`,
  time: (f) => `ended ${visitOf(f)}: the time was up`,
  sign_out: (f) => `ended ${visitOf(f)}: signed out`,
  company: (f) => `ended ${visitOf(f)}`,
  member_gone: (f) => `ended ${visitOf(f)}: that person has left`,
  company_closed: (f) => `ended ${visitOf(f)}: the company was deactivated`,
  power_lost: (f) => `ended ${visitOf(f)}: no longer a super user`,
}

function movesIn(facts: AuditFacts) {
  const joined = facts.list('joined').length ? `put ${facts.people('joined')} into` : ''
  const left = facts.list('left').length ? `took ${facts.people('left')} out of` : ''
  return [joined, left].filter(Boolean).join(' and ') || 'changed who leads'
}

function exported(facts: AuditFacts, what: string) {
  const count = Number(facts.text('count'))
  return `exported ${count.toLocaleString('en')} ${count === 1 ? what : `${what}s`}`
}

export const tellingOf = (name: string): Told =>
  AUDIT_CATALOGUE[name] ?? told('data', () => ORDINARY_EVENTS[name] ?? spaced(name.replace('.', ' ')))

const namesWhere = (isWanted: (one: Told) => boolean) =>
  Object.keys(AUDIT_CATALOGUE).filter((name) => isWanted(AUDIT_CATALOGUE[name]))

/** The events of a category; those of "Work" are whatever an impersonation brought about. */
export const namesOf = (category: Category) =>
  category === 'data' ? Object.keys(ORDINARY_EVENTS) : namesWhere((one) => one.category === category)

export const FAILURES = namesWhere((one) => one.isFailure === true)
