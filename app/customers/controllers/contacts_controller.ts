import type { HttpContext } from '@adonisjs/core/http'
import { partAnswer } from '#app/customers/customer_answer'
import { CustomerContacts } from '#app/customers/customer_parts'
import { customerToChange } from '#app/customers/customer_to_change'
import { contactValidator, formOf } from '#app/customers/customer_validator'

export default class ContactsController {
  async store(ctx: HttpContext) {
    const customer = await customerToChange(ctx, ctx.params.customer_id, 'update')
    const { isPrimary, ...facts } = await ctx.request.validateUsing(contactValidator, formOf(ctx))
    await new CustomerContacts(customer).add(facts, isPrimary)
    return partAnswer(ctx, customer, 201)
  }

  async update(ctx: HttpContext) {
    const customer = await customerToChange(ctx, ctx.params.customer_id, 'update')
    const contacts = new CustomerContacts(customer)
    const contact = await contacts.find(ctx.params.id)
    const known = contact.isPrimary ? customer : contact
    const { isPrimary, ...facts } = await ctx.request.validateUsing(contactValidator, formOf(ctx, known))
    await contacts.revise(contact, facts, isPrimary)
    return partAnswer(ctx, customer)
  }

  async destroy(ctx: HttpContext) {
    const customer = await customerToChange(ctx, ctx.params.customer_id, 'update')
    const contacts = new CustomerContacts(customer)
    await contacts.remove(await contacts.find(ctx.params.id))
    return partAnswer(ctx, customer)
  }
}
