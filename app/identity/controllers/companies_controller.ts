import type { HttpContext } from '@adonisjs/core/http'
import { companiesOf } from '#app/identity/memberships'
import MembershipTransformer from '#app/identity/membership_transformer'

export default class CompaniesController {
  async index({ auth, inertia }: HttpContext) {
    const companies = await companiesOf(auth.getUserOrFail())
    return inertia.render('identity/companies/index', {
      companies: MembershipTransformer.transform(companies),
    })
  }
}
