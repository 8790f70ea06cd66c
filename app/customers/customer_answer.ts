import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import CustomerTransformer from '#app/customers/customer_transformer'
import { LikelyDuplicateError } from '#app/customers/errors'
import Customer from '#app/customers/customer'
import type User from '#app/identity/user'
import type { Intake } from '#app/customers/customer_intake'

/** A customer with all that is known of them. */
export const recordOf = async (customer: Customer, reader: User) =>
  CustomerTransformer.transform(await Customer.withParts(customer), reader).useVariant('forRecord')

/** A customer as the API answers it. */
export const customerAnswer = async ({ serialize, user }: HttpContext, customer: Customer) =>
  serialize(await recordOf(customer, user))

/** A customer whose contacts or sites were changed, to whoever changed them. */
export async function partAnswer(ctx: HttpContext, customer: Customer, status = 200) {
  if (Current.actor.kind !== 'api') return ctx.response.redirect().back()
  ctx.response.status(status).header('Location', `/api/customers/${customer.id}`)
  return customerAnswer(ctx, customer)
}

export async function intakeAnswer(ctx: HttpContext, { customer, duplicates }: Intake) {
  if (duplicates) throw new LikelyDuplicateError(duplicates)
  ctx.response.status(201).header('Location', `/api/customers/${customer.id}`)
  return customerAnswer(ctx, await Customer.findOrFail(customer.id))
}
