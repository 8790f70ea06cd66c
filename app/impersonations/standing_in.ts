import type { HttpContext } from '@adonisjs/core/http'
import { Current, SYSTEM } from '#app/platform/database/current'
import { ImpersonationOverError } from '#app/impersonations/errors'
import Impersonation from '#app/impersonations/impersonation'
import type Identity from '#app/identity/identity'
import type Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'

const KEY = 'impersonation'

export const standIn = ({ session }: HttpContext, { id }: Impersonation) => session.put(KEY, id)
export const stepBack = ({ session }: HttpContext) => session.forget(KEY)

/**
 * For whom the person at this session stands in, in this company. The session knows an id only: that it may is decided by
 * the row, which belongs to one super user, one session and one company, on every request anew.
 */
export async function standingIn(ctx: HttpContext, superUser: Identity, tenant: Tenant) {
  const id: string | undefined = ctx.session.get(KEY)
  const impersonation = id && (await find(id, tenant))
  if (!impersonation || !impersonation.isOf(superUser, ctx.session.sessionId)) return null
  const user = await memberBehind(impersonation)
  const cause = impersonation.whyOver({ superUser, tenant, user })
  if (user && !cause) return { user, impersonation }
  stepBack(ctx)
  await Current.run({ tenantId: tenant.id, actor: SYSTEM }, () => impersonation.end(cause ?? 'member_gone'))
  throw new ImpersonationOverError()
}

/** A visit that is over holds nothing up at the console. */
export async function forgetIfOver(ctx: HttpContext, superUser: Identity) {
  if (!ctx.session.has(KEY)) return
  await Impersonation.endOverdueOf(superUser)
  if (!(await Impersonation.openOf(superUser))) stepBack(ctx)
}

const across = { connection: 'system' }
const find = (id: string, { id: tenantId }: Tenant) =>
  Impersonation.query(across).where({ id, tenantId }).first()

const memberBehind = ({ tenantId, userId }: Impersonation) =>
  User.withRights(across)
    .where({ 'users.tenant_id': tenantId, 'users.id': userId })
    .whereNull('deactivatedAt')
    .first()
