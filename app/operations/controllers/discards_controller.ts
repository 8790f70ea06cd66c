import type { HttpContext } from '@adonisjs/core/http'
import { superUserOf } from '#app/console/super_user_unit'
import { DeadLetterBox } from '#app/operations/dead_letter_box'
import { discardValidator } from '#app/operations/operations_validator'

export default class DiscardsController {
  async store(ctx: HttpContext) {
    const { reason, ...filters } = await ctx.request.validateUsing(discardValidator)
    const count = await new DeadLetterBox(ctx.params.queue, { actor: superUserOf(ctx) }).discard(
      filters,
      reason
    )
    ctx.session.flash('notice', count === 1 ? 'Discarded' : `Discarded ${count}`)
    return ctx.response.redirect().back()
  }
}
