import Rights from '#app/access/rights'
import { BeyondOwnRightsError } from '#app/access/errors'
import type { ConnectionSettings } from '#app/single_sign_on/sso_connection'
import type User from '#app/identity/user'

/** Nobody gives through an issuer what they may not do themselves. */
export function requireWithin(
  user: User,
  { roleMap, defaultRole }: Pick<ConnectionSettings, 'roleMap' | 'defaultRole'>
) {
  const roles = [...roleMap.map(({ role }) => role), ...(defaultRole ? [defaultRole] : [])]
  if (!roles.every((role) => Rights.ofRole(role).isWithin(user.rights))) throw new BeyondOwnRightsError()
}
