import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { holdUnchanged } from '#app/api/entity_tag'
import { customerAnswer, recordOf } from '#app/customers/customer_answer'
import { CustomerMerge } from '#app/customer_merges/customer_merge'
import {
  customerMergeDraftValidator,
  customerMergeValidator,
} from '#app/customer_merges/customer_merge_validator'
import Customer from '#app/customers/customer'
import { everyoneLike, reasonsOf } from '#app/customers/customer_duplicates'
import CustomerList from '#app/customers/customer_list'
import CustomerPolicy from '#app/customers/customer_policy'
import CustomerTransformer from '#app/customers/customer_transformer'

const SHOWN = 10

export default class CustomerMergesController {
  async create({ params, request, bouncer, user, tenant, inertia }: HttpContext) {
    const customer = await Customer.visibleTo(user).where('id', params.customer_id).firstOrFail()
    const { other: otherId, search } = await request.validateUsing(customerMergeDraftValidator)
    const other = otherId ? await Customer.visibleTo(user).where('id', otherId).firstOrFail() : null
    await bouncer.with(CustomerPolicy).authorize('merge', customer, ...(other ? [other] : []))
    const record = await recordOf(customer, user)
    const [{ alike }] = search ? [{ alike: [] }] : await everyoneLike([customer], user)
    const found = search
      ? (await new CustomerList(user, tenant.country, { search }).page(SHOWN)).rows
      : alike.map((one) => one.customer)
    const others = found.filter(({ id, isArchived }) => id !== customer.id && !isArchived)
    return inertia.render('customer_merges/customer_merges/create', {
      customer: record,
      other: other && (await recordOf(other, user)),
      moves: other && (await new CustomerMerge(customer, other).moves()),
      candidates: CustomerTransformer.transform(others, user),
      reasons: reasonsOf(alike),
      search: search ?? '',
    })
  }

  async store(ctx: HttpContext) {
    const { params, request, response, bouncer, user, session } = ctx
    const { otherId } = await request.validateUsing(customerMergeValidator)
    const customer = await Customer.visibleTo(user).where('id', params.customer_id).firstOrFail()
    const other = await Customer.visibleTo(user).where('id', otherId).firstOrFail()
    await bouncer.with(CustomerPolicy).authorize('merge', customer, other)
    await holdUnchanged(ctx, customer, () => customerAnswer(ctx, customer))
    await new CustomerMerge(customer, other).run()
    if (Current.actor.kind === 'api') return customerAnswer(ctx, customer)
    session.flash('notice', `${other.name} is part of ${customer.name} now`)
    return response.redirect().toRoute('customers.customers.show', { id: customer.id })
  }
}
