import type { HttpContext } from '@adonisjs/core/http'
import Customer from '#app/customers/customer'
import { takeIn, type Intake } from '#app/customers/customer_intake'
import CustomerPolicy from '#app/customers/customer_policy'
import CustomerTransformer from '#app/customers/customer_transformer'
import { formOf, newCustomerValidator } from '#app/customers/customer_validator'
import { submissionValidator } from '#app/field/field_validator'
import { QrCodeOutOfUseError, QrCodeTakenError, QrCustomerArchivedError } from '#app/qr_codes/errors'
import { findNamedCode } from '#app/qr_codes/named_code'
import QrCodePolicy from '#app/qr_codes/qr_code_policy'

const CONFLICTS = [QrCodeTakenError, QrCodeOutOfUseError, QrCustomerArchivedError]

/** What a phone sends once it has signal again, as often as it takes until an answer arrives. */
export default class SubmissionsController {
  async store(ctx: HttpContext) {
    const { request, response, serialize, user } = ctx
    const { code, customerId, replacing } = await request.validateUsing(submissionValidator)
    const { customer, duplicates } = customerId ? await this.#known(ctx, customerId) : await this.#new(ctx)
    if (duplicates) {
      const alike = await Customer.visibleTo(user).whereIn('id', duplicates.ids)
      const shown = await serialize(CustomerTransformer.transform(alike, user))
      const { reasons, isOneHidden } = duplicates
      return response.status(409).send({ duplicates: shown.data, reasons, isOneHidden })
    }
    const problem = code ? await this.#bind(ctx, customer.id, code, replacing ?? null) : null
    return response.status(problem ? 409 : 200).send({ customerId: customer.id, problem })
  }

  async #known(
    { user }: HttpContext,
    id: string
  ): Promise<Pick<Intake, 'duplicates'> & { customer: Customer }> {
    const customer = await Customer.visibleTo(user)
      .where('id', await Customer.survivorOf(id))
      .firstOrFail()
    return { customer, duplicates: null }
  }

  async #new(ctx: HttpContext) {
    await ctx.bouncer.with(CustomerPolicy).authorize('create')
    const draft = await ctx.request.validateUsing(newCustomerValidator, formOf(ctx))
    return takeIn({ country: ctx.tenant.country, ...draft }, ctx.user)
  }

  // The customer is kept although the label turned out not to be free: a person decides about that one.
  async #bind({ bouncer, user }: HttpContext, customerId: string, typed: string, replacing: string | null) {
    await bouncer.with(QrCodePolicy).authorize('assign')
    const { code, problem } = await findNamedCode(typed, user)
    if (!code) return problem
    const customer = await Customer.findOrFail(customerId)
    try {
      await code.assign(customer, { by: user, replacing, from: 'field' })
      return null
    } catch (error) {
      if (CONFLICTS.some((Conflict) => error instanceof Conflict)) return (error as Error).message
      throw error
    }
  }
}
