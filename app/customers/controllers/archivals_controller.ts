import type { HttpContext } from '@adonisjs/core/http'
import Customer from '#app/customers/customer'
import CustomerPolicy from '#app/customers/customer_policy'

export default class ArchivalsController {
  async store({ params, response, bouncer, user, session }: HttpContext) {
    const customer = await Customer.visibleTo(user).where('id', params.id).firstOrFail()
    await bouncer.with(CustomerPolicy).authorize('archive', customer)
    await customer.archive()
    session.flash('notice', `${customer.name} is archived`)
    return response.redirect().back()
  }

  async destroy({ params, response, bouncer, user, session }: HttpContext) {
    const customer = await Customer.visibleTo(user).where('id', params.id).firstOrFail()
    await bouncer.with(CustomerPolicy).authorize('archive', customer)
    await customer.restore()
    session.flash('notice', `${customer.name} is back`)
    return response.redirect().back()
  }
}
