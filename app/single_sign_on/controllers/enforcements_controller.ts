import type { HttpContext } from '@adonisjs/core/http'
import { NotReadyToEnforceError } from '#app/single_sign_on/errors'
import { enforcementValidator } from '#app/single_sign_on/sso_validator'
import SsoConnectionPolicy from '#app/single_sign_on/sso_connection_policy'
import BreakGlassUser from '#app/single_sign_on/break_glass_user'
import SsoConnection from '#app/single_sign_on/sso_connection'
import User from '#app/identity/user'

export default class EnforcementsController {
  async store({ request, response, bouncer, session }: HttpContext) {
    await bouncer.with(SsoConnectionPolicy).authorize('update')
    const { breakGlassUserIds } = await request.validateUsing(enforcementValidator)
    const connection = await SsoConnection.own()
    if (!connection) throw new NotReadyToEnforceError('Connect your identity provider first.')
    const users = []
    for (const id of new Set(breakGlassUserIds))
      users.push(await User.active().where({ id, role: 'admin' }).firstOrFail())
    await BreakGlassUser.appoint(users)
    await connection.enforce()
    session.flash('notice', 'Members now come through your identity provider')
    return response.redirect().back()
  }

  async destroy({ response, bouncer, session }: HttpContext) {
    await bouncer.with(SsoConnectionPolicy).authorize('update')
    await (await SsoConnection.own())?.relax()
    session.flash('notice', 'Single sign-on is optional again')
    return response.redirect().back()
  }
}
