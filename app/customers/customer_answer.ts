import type { HttpContext } from '@adonisjs/core/http'
import CustomerTransformer from '#app/customers/customer_transformer'
import { LikelyDuplicateError } from '#app/customers/errors'
import Customer from '#app/customers/customer'
import type { Intake } from '#app/customers/customer_intake'

/** A customer as the API answers it. */
export const customerAnswer = async ({ serialize, user }: HttpContext, customer: Customer) =>
  serialize(CustomerTransformer.transform(customer, user).useVariant('forRecord'))

export async function intakeAnswer(ctx: HttpContext, { customer, duplicates }: Intake) {
  if (duplicates) throw new LikelyDuplicateError(duplicates)
  ctx.response.status(201).header('Location', `/api/customers/${customer.id}`)
  return customerAnswer(ctx, await Customer.findOrFail(customer.id))
}
