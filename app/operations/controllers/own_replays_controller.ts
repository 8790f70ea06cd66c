import type { HttpContext } from '@adonisjs/core/http'
import { OwnLetters } from '#app/operations/own_letters'
import { replayValidator } from '#app/operations/operations_validator'
import TenantPolicy from '#app/tenancy/tenant_policy'

export default class OwnReplaysController {
  async store({ request, bouncer, session, response }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { queue, ...filters } = await request.validateUsing(replayValidator)
    const count = await new OwnLetters(queue).replay(filters)
    session.flash('notice', count === 1 ? 'It is tried again' : `${count} are tried again`)
    return response.redirect().back()
  }
}
