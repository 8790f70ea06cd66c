import { errors } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { logoutValidator } from '#app/single_sign_on/sso_validator'
import LogoutToken from '#app/single_sign_on/logout_token'
import SsoConnection from '#app/single_sign_on/sso_connection'
import Tenant from '#app/tenancy/tenant'

/** The issuer says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0). */
export default class IssuerLogoutsController {
  async store({ params, request, response }: HttpContext) {
    const tenant = await Tenant.bySlug(params.slug)
    const connection = tenant && (await SsoConnection.ofCompany(tenant.id))
    if (!connection) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    const { logout_token: token } = await request.validateUsing(logoutValidator)
    await (await LogoutToken.read(connection, token)).heed()
    return response.header('Cache-Control', 'no-store').status(200).send('')
  }
}
