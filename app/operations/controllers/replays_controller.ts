import type { HttpContext } from '@adonisjs/core/http'
import { superUserOf } from '#app/console/super_user_unit'
import { DeadLetterBox } from '#app/operations/dead_letter_box'
import { replayValidator } from '#app/operations/operations_validator'

export default class ReplaysController {
  async store(ctx: HttpContext) {
    const filters = await ctx.request.validateUsing(replayValidator)
    const count = await new DeadLetterBox(ctx.params.queue, { actor: superUserOf(ctx) }).replay(filters)
    ctx.session.flash('notice', count === 1 ? 'It goes its way again' : `${count} go their way again`)
    return ctx.response.redirect().back()
  }
}
