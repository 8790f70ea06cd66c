import type { HttpContext } from '@adonisjs/core/http'
import CustomerPolicy from '#app/customers/customer_policy'
import CustomerTransformer from '#app/customers/customer_transformer'
import { recentCustomersOf } from '#app/field/recent_customers'

export default class HomeController {
  async index({ bouncer, user, inertia }: HttpContext) {
    await bouncer.with(CustomerPolicy).authorize('index')
    return inertia.render('field/home/index', {
      recent: CustomerTransformer.transform(await recentCustomersOf(user), user),
    })
  }
}
