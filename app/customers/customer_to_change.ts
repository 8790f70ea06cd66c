import type { HttpContext } from '@adonisjs/core/http'
import { holdUnchanged } from '#app/api/entity_tag'
import Customer from '#app/customers/customer'
import { customerAnswer } from '#app/customers/customer_answer'
import CustomerPolicy from '#app/customers/customer_policy'

/** The customer whom a request changes, if whoever asks may do so and knows their latest state. */
export async function customerToChange(
  ctx: HttpContext,
  id: string,
  right: 'update' | 'keepSites' | 'archive'
) {
  const customer = await Customer.visibleTo(ctx.user).where('id', id).firstOrFail()
  await ctx.bouncer.with(CustomerPolicy).authorize(right, customer)
  await holdUnchanged(ctx, customer, () => customerAnswer(ctx, customer))
  return customer
}
