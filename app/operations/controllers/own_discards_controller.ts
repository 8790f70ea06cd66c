import type { HttpContext } from '@adonisjs/core/http'
import { OwnLetters } from '#app/operations/own_letters'
import { discardValidator } from '#app/operations/operations_validator'
import TenantPolicy from '#app/tenancy/tenant_policy'

export default class OwnDiscardsController {
  async store({ request, bouncer, session, response }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { queue, reason, ...filters } = await request.validateUsing(discardValidator)
    const count = await new OwnLetters(queue).discard(filters, reason)
    session.flash('notice', count === 1 ? 'Discarded' : `Discarded ${count}`)
    return response.redirect().back()
  }
}
