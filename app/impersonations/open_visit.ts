import { Current, SYSTEM } from '#app/platform/database/current'
import Impersonation from '#app/impersonations/impersonation'
import type Identity from '#app/identity/identity'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'

const across = { connection: 'system' }

/** Where a super user stands in for somebody now, as the console says it. */
export async function openVisitOf(superUser: Identity) {
  const open = await Impersonation.openOf(superUser)
  if (!open || open.isOver) return null
  const tenant = await Tenant.query(across).where('id', open.tenantId).firstOrFail()
  const user = await User.query(across).where({ tenantId: open.tenantId, id: open.userId }).firstOrFail()
  return { slug: tenant.slug, companyName: tenant.name, userName: user.name }
}

/** Who signs out leaves the company too. */
export async function leaveVisit(superUser: Identity) {
  const open = superUser.isSuperUser && (await Impersonation.openOf(superUser))
  if (open) await Current.run({ tenantId: open.tenantId, actor: SYSTEM }, () => open.end('sign_out'))
}
