import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { customerAnswer } from '#app/customers/customer_answer'
import Customer from '#app/customers/customer'
import { customerSystem } from '#app/customers/customer_system'
import { customerToChange } from '#app/customers/customer_to_change'
import CustomerPolicy from '#app/customers/customer_policy'

export default class ArchivalsController {
  async store(ctx: HttpContext) {
    const { params, response, session } = ctx
    const customer = await customerToChange(ctx, params.id, 'archive')
    await customerSystem.archive(customer)
    if (Current.actor.kind === 'api') return response.noContent()
    session.flash('notice', `${customer.name} is archived`)
    return response.redirect().back()
  }

  async destroy(ctx: HttpContext) {
    const { params, response, bouncer, user, session } = ctx
    const customer = await Customer.visibleTo(user).where('id', params.id).firstOrFail()
    await bouncer.with(CustomerPolicy).authorize('archive', customer)
    await customerSystem.restore(customer)
    if (Current.actor.kind === 'api') return customerAnswer(ctx, customer)
    session.flash('notice', `${customer.name} is back`)
    return response.redirect().back()
  }
}
