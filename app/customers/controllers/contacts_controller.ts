import type { HttpContext } from '@adonisjs/core/http'
import { holdUnchanged } from '#app/api/entity_tag'
import Customer from '#app/customers/customer'
import { customerAnswer, partAnswer } from '#app/customers/customer_answer'
import { CustomerContacts } from '#app/customers/customer_parts'
import CustomerPolicy from '#app/customers/customer_policy'
import { contactValidator, formOf } from '#app/customers/customer_validator'

export default class ContactsController {
  async store(ctx: HttpContext) {
    const customer = await this.#changed(ctx)
    const { isPrimary, ...facts } = await ctx.request.validateUsing(contactValidator, formOf(ctx))
    await new CustomerContacts(customer).add(facts, isPrimary)
    return partAnswer(ctx, customer, 201)
  }

  async update(ctx: HttpContext) {
    const customer = await this.#changed(ctx)
    const contacts = new CustomerContacts(customer)
    const contact = await contacts.find(ctx.params.id)
    const known = contact.isPrimary ? customer : contact
    const { isPrimary, ...facts } = await ctx.request.validateUsing(contactValidator, formOf(ctx, known))
    await contacts.revise(contact, facts, isPrimary)
    return partAnswer(ctx, customer)
  }

  async destroy(ctx: HttpContext) {
    const customer = await this.#changed(ctx)
    const contacts = new CustomerContacts(customer)
    await contacts.remove(await contacts.find(ctx.params.id))
    return partAnswer(ctx, customer)
  }

  async #changed(ctx: HttpContext) {
    const { params, bouncer, user } = ctx
    const customer = await Customer.visibleTo(user).where('id', params.customer_id).firstOrFail()
    await bouncer.with(CustomerPolicy).authorize('update', customer)
    await holdUnchanged(ctx, customer, () => customerAnswer(ctx, customer))
    return customer
  }
}
