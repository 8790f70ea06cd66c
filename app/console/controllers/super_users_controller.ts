import type { HttpContext } from '@adonisjs/core/http'
import { hasMailServer } from '#config/mail'
import { newestFirst } from '#app/platform/database/keyset_page'
import { superUserFiltersValidator, superUserValidator } from '#app/console/console_validator'
import { superUserOf } from '#app/console/super_user_unit'
import SuperUserGrant from '#app/console/super_user_grant'
import SuperUserTransformer from '#app/console/super_user_transformer'

/** Who may open the console. */
export default class SuperUsersController {
  async index(ctx: HttpContext) {
    const { after, ...filters } = await ctx.request.validateUsing(superUserFiltersValidator)
    const { rows, nextCursor } = await newestFirst(
      SuperUserGrant.standing(filters.state === 'revoked'),
      after
    )
    return ctx.inertia.render('console/super_users/index', {
      grants: SuperUserTransformer.transform(rows, superUserOf(ctx)),
      meta: { nextCursor },
      filters,
      hasMailServer,
    })
  }

  async store(ctx: HttpContext) {
    const person = await ctx.request.validateUsing(superUserValidator)
    const { identityId } = await SuperUserGrant.give(person, superUserOf(ctx))
    ctx.logger.warn({ granted: identityId }, 'Made a super user')
    ctx.session.flash('notice', `${person.name} is a super user now, and is told so by mail.`)
    return ctx.response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    const grant = await SuperUserGrant.findOrFail(ctx.params.id)
    await grant.revoke(superUserOf(ctx))
    ctx.logger.warn({ revoked: grant.identityId }, 'Took the rights of a super user back')
    ctx.session.flash('notice', 'They can no longer open the console.')
    return ctx.response.redirect().back()
  }
}
