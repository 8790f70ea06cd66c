import type { HttpContext } from '@adonisjs/core/http'
import { reachOf } from '#app/identity/session_reach'
import { companiesOf } from '#app/identity/memberships'
import MembershipTransformer from '#app/identity/membership_transformer'

export default class CompaniesController {
  async index({ auth, session, inertia }: HttpContext) {
    const companies = await companiesOf(auth.getUserOrFail(), reachOf({ session }))
    return inertia.render('identity/companies/index', {
      companies: MembershipTransformer.transform(companies),
    })
  }
}
