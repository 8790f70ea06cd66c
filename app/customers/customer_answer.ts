import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import CustomerTransformer from '#app/customers/customer_transformer'
import { LikelyDuplicateError } from '#app/customers/errors'
import Customer from '#app/customers/customer'
import type { Duplicates, Intake } from '#app/customers/customer_intake'

/** A customer as the API answers it. */
export const customerAnswer = async ({ serialize, user }: HttpContext, customer: Customer) =>
  serialize(CustomerTransformer.transform(await Customer.withParts(customer), user).useVariant('forRecord'))

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

/** Keeps for the form, to which the browser goes back, who may be meant. */
export function rememberAlike({ session }: HttpContext, { ids, isOneHidden }: Duplicates) {
  session.flash({ duplicates: ids, isOneHidden })
}

/** Whom a form may mean that was sent just now, as its page shows them. */
export async function rememberedAlike({ session: { flashMessages }, user }: HttpContext) {
  const ids: string[] = flashMessages.get('duplicates', [])
  return {
    duplicates: CustomerTransformer.transform(await Customer.visibleTo(user).whereIn('id', ids), user),
    isOneHidden: Boolean(flashMessages.get('isOneHidden')),
  }
}
