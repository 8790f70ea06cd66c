import type { HttpContext } from '@adonisjs/core/http'
import User from '#app/identity/user'

/** A company's news are for its members, and a user's for that user. */
export async function mayHear({ auth }: HttpContext, tenantId: string, userId?: string) {
  const web = auth.use('web')
  if (!(await web.check())) return false
  const user = await User.memberships(web.user!).where('tenantId', tenantId).first()
  return user !== null && (userId === undefined || user.id === userId)
}
