import type { HttpContext } from '@adonisjs/core/http'
import Customer from '#app/customers/customer'
import Lead from '#app/leads/lead'
import Order from '#app/orders/order'
import RolePolicy from '#app/access/role_policy'
import Viewers from '#app/access/viewers'
import ViewerTransformer from '#app/access/viewer_transformer'
import User from '#app/identity/user'

type Explained = keyof typeof RECORDS

/** Who can see a record, and why. */
export default class ViewersController {
  async show({ params, bouncer, user, inertia }: HttpContext) {
    await bouncer.with(RolePolicy).authorize('explain')
    const subject = params.subject as Explained
    const { record, title, viewers, isHiddenFrom } = await RECORDS[subject](params.id, user)
    const people = await User.withRights().where('kind', 'person').whereNull('deactivatedAt').orderBy('name')
    const seeing = await viewers.among(people.filter((one) => !isHiddenFrom(one)))
    return inertia.render('access/viewers/show', {
      subject,
      record: { id: record.id, title },
      viewers: ViewerTransformer.transform(seeing, subject),
      memberCount: people.length,
    })
  }
}

const RECORDS = {
  leads: async (id: string, user: User) => {
    const record = await Lead.visibleTo(user).where('leads.id', id).firstOrFail()
    const title = `request #${record.reference} of ${record.contactName}`
    return { record, title, viewers: new Viewers('leads', Lead.holdings, record), isHiddenFrom: () => false }
  },
  orders: async (id: string, user: User) => {
    const record = await Order.visibleTo(user).where('orders.id', id).firstOrFail()
    const viewers = new Viewers('orders', Order.holdings, record)
    return { record, title: `order ${record.reference}`, viewers, isHiddenFrom: () => false }
  },
  customers: async (id: string, user: User) => {
    const record = await Customer.visibleTo(user).where('customers.id', id).firstOrFail()
    const viewers = new Viewers('customers', Customer.holdings, record)
    return { record, title: record.name, viewers, isHiddenFrom: (one: User) => record.isHiddenFrom(one) }
  },
}
