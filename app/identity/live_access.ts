import type { HttpContext } from '@adonisjs/core/http'
import { reachOf } from '#app/identity/session_reach'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'

/** The member of the company who listens, with the rights they have by now; nobody, while the company is closed. */
export async function hearerOf({ auth, session }: HttpContext, tenantId: string) {
  const web = auth.use('web')
  if (!(await web.check()) || !reachOf({ session }).opens(tenantId)) return null
  const tenant = await Tenant.query({ connection: 'system' }).where('id', tenantId).first()
  return tenant?.isActive ? User.memberships(web.user!).where('tenantId', tenantId).first() : null
}
