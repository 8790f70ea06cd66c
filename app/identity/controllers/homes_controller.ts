import type { HttpContext } from '@adonisjs/core/http'
import { mountFor } from '#app/platform/mount'
import { companiesOf } from '#app/identity/memberships'

/** `/` leads everybody to where their work is. */
export default class HomesController {
  async show({ auth, response }: HttpContext) {
    const identity = (await auth.check()) ? auth.user! : null
    const companies = identity ? await companiesOf(identity) : []
    if (!identity) return response.redirect().toRoute('sign_in.sessions.create')
    if (identity.isSuperUser) return response.redirect().toPath('/console')
    if (companies.length === 1) return response.redirect().toPath(mountFor(companies[0].slug))
    return response.redirect().toRoute('identity.companies.index')
  }
}
