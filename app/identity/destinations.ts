import type User from '#app/identity/user'

/** Which destinations of the navigation a member sees; the policies decide again at each of them. */
export function destinationsOf(user: User) {
  return {
    dashboard: user.isAtDesk && user.may('read', 'leads'),
    leads: user.may('read', 'leads'),
    messages: user.isAtDesk && user.may('read', 'messages'),
    customers: user.may('read', 'customers'),
    orders: user.isAtDesk && user.may('read', 'orders'),
    qrCodes: user.may('read', 'qr_codes'),
    walks: user.may('create', 'qr_codes'),
    leadFlows: user.may('read', 'lead_flows'),
    mailAudit: user.may('read', 'mails'),
    team: user.may('read', 'members'),
    cannedReplies: user.may('edit', 'canned_replies'),
    settings: user.may('edit', 'settings'),
    roles: user.may('read', 'roles'),
    singleSignOn: user.may('read', 'single_sign_on'),
    serviceTokens: user.may('read', 'service_tokens'),
    audit: user.may('read', 'audit'),
  }
}
