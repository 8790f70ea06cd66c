import type { HttpContext } from '@adonisjs/core/http'
import { mountFor } from '#app/platform/http/mount'
import { reachOf } from '#app/identity/session_reach'
import { companiesOf } from '#app/identity/memberships'

/** `/` leads everybody to where their work is. */
export default class HomesController {
  async show({ auth, session, response }: HttpContext) {
    const reach = reachOf({ session })
    const identity = (await auth.check()) ? auth.user! : null
    const companies = identity ? await companiesOf(identity, reach) : []
    if (!identity) return response.redirect().toRoute('sign_in.sessions.create')
    if (identity.isSuperUser && !reach.isLimited) return response.redirect().toPath('/console')
    if (companies.length === 1) return response.redirect().toPath(mountFor(companies[0].slug))
    return response.redirect().toRoute('identity.companies.index')
  }
}
