import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { mountFor } from '#app/platform/http/mount'
import { rotateSession } from '#app/sign_in/proof'
import { insideCompany, superUserOf } from '#app/console/super_user_unit'
import { membersFor } from '#app/impersonations/member_choices'
import { standIn, stepBack } from '#app/impersonations/standing_in'
import {
  DURATIONS,
  impersonationValidator,
  memberSearchValidator,
} from '#app/impersonations/impersonation_validator'
import ColleagueTransformer from '#app/identity/colleague_transformer'
import Impersonation from '#app/impersonations/impersonation'
import Tenant from '#app/tenancy/tenant'
import User from '#app/identity/user'

/** The console's side: a super user enters a company as one of its members, and leaves it. */
export default class ImpersonationsController {
  async create(ctx: HttpContext) {
    const { search } = await ctx.request.validateUsing(memberSearchValidator)
    return insideCompany(ctx, async ({ slug, name, isOpenToSupport }) => {
      return ctx.inertia.render('console/impersonations/create', {
        target: { slug, name, isOpenToSupport },
        members: ColleagueTransformer.transform(await membersFor(search)),
        durations: [...DURATIONS],
        search: search ?? '',
      })
    })
  }

  async store(ctx: HttpContext) {
    const { userId, ...draft } = await ctx.request.validateUsing(impersonationValidator)
    const by = ctx.auth.getUserOrFail()
    await Impersonation.endOverdueOf(by)
    await rotateSession(ctx)
    const { sessionId } = ctx.session
    const impersonation = await insideCompany(ctx, async () => {
      const user = await User.findOrFail(userId)
      return Impersonation.begin({ ...draft, user, by, sessionId })
    })
    standIn(ctx, impersonation)
    return ctx.response.redirect().toPath(mountFor(ctx.params.slug))
  }

  async destroy(ctx: HttpContext) {
    const open = await Impersonation.openOf(ctx.auth.getUserOrFail())
    stepBack(ctx)
    if (!open) return ctx.response.redirect().toPath('/')
    const unit = { tenantId: open.tenantId, actor: superUserOf(ctx), requestId: ctx.request.id() }
    const { slug, name } = await Current.run(unit, async () => {
      await open.end('super_user')
      return Tenant.current()
    })
    ctx.session.flash('notice', `You have left ${name}`)
    return ctx.response.redirect().toRoute('console.companies.show', { slug })
  }
}
