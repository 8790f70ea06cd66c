import type { HttpContext } from '@adonisjs/core/http'
import UserPolicy from '#app/identity/user_policy'
import { Current } from '#app/platform/database/current'
import { holdUnchanged } from '#app/api/entity_tag'
import UserTransformer from '#app/identity/user_transformer'
import User from '#app/identity/user'

export default class UserDeactivationsController {
  async store(ctx: HttpContext) {
    const { params, response, bouncer, session, tenant, serialize } = ctx
    const user = await User.withRights().where({ id: params.id, kind: 'person' }).firstOrFail()
    await bouncer.with(UserPolicy).authorize('deactivate', user)
    await holdUnchanged(ctx, user, async () => serialize(UserTransformer.transform(user, tenant.country)))
    await user.deactivate()
    if (Current.actor.kind === 'api') return response.noContent()
    session.flash('notice', `${user.name} can no longer sign in here`)
    return response.redirect().back()
  }

  async destroy({ params, response, bouncer, session }: HttpContext) {
    const user = await User.withRights().where({ id: params.id, kind: 'person' }).firstOrFail()
    await bouncer.with(UserPolicy).authorize('deactivate', user)
    await user.reactivate()
    session.flash('notice', `${user.name} can sign in again`)
    return response.redirect().back()
  }
}
