import type User from '#app/identity/user'

/** Which destinations of the navigation a member sees; the policies decide again at each of them. */
export function destinationsOf(user: User) {
  const isLeading = user.role === 'admin' || user.role === 'supervisor'
  return {
    leads: true,
    customers: true,
    orders: user.isAtDesk,
    qrCodes: user.isAtDesk,
    leadFlows: isLeading,
    mailAudit: isLeading,
    team: user.isAdmin,
    settings: user.isAdmin,
    roles: user.isAdmin,
    singleSignOn: user.isAdmin,
    serviceTokens: user.isAdmin,
    audit: user.isAdmin,
  }
}
