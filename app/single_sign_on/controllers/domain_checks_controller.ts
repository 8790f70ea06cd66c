import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { DomainNotProvedError } from '#app/single_sign_on/errors'
import SsoConnectionPolicy from '#app/single_sign_on/sso_connection_policy'
import SsoDomain from '#app/single_sign_on/sso_domain'

/** Looks for the TXT record, outside a unit. */
export default class DomainChecksController {
  async store({ params, response, bouncer, session, unit }: HttpContext) {
    await bouncer.with(SsoConnectionPolicy).authorize('update')
    const find = () => SsoDomain.findOrFail(params.id)
    const domain = await Current.run(unit, find)
    const isProved = await domain.isProved()
    await Current.run(unit, async () => (await find()).settle(isProved))
    if (!isProved) throw new DomainNotProvedError()
    session.flash('notice', `${domain.domain} is proved to be yours`)
    return response.redirect().back()
  }
}
