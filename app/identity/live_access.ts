import type { HttpContext } from '@adonisjs/core/http'
import { reachOf } from '#app/identity/session_reach'
import User from '#app/identity/user'

/** A company's news are for its members, and a user's for that user. */
export async function mayHear({ auth, session }: HttpContext, tenantId: string, userId?: string) {
  const web = auth.use('web')
  if (!(await web.check()) || !reachOf({ session }).opens(tenantId)) return false
  const user = await User.memberships(web.user!).where('tenantId', tenantId).first()
  return user !== null && (userId === undefined || user.id === userId)
}
