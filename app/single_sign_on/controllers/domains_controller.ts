import type { HttpContext } from '@adonisjs/core/http'
import { domainValidator } from '#app/single_sign_on/sso_validator'
import SsoConnectionPolicy from '#app/single_sign_on/sso_connection_policy'
import SsoDomain from '#app/single_sign_on/sso_domain'

export default class DomainsController {
  async store({ request, response, bouncer }: HttpContext) {
    await bouncer.with(SsoConnectionPolicy).authorize('update')
    const { domain } = await request.validateUsing(domainValidator)
    await SsoDomain.add(domain)
    return response.redirect().back()
  }

  async destroy({ params, response, bouncer, session }: HttpContext) {
    await bouncer.with(SsoConnectionPolicy).authorize('update')
    const domain = await SsoDomain.findOrFail(params.id)
    await domain.remove()
    session.flash('notice', `${domain.domain} is no longer on the list`)
    return response.redirect().back()
  }
}
