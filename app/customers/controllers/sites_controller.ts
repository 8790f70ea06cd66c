import type { HttpContext } from '@adonisjs/core/http'
import { partAnswer } from '#app/customers/customer_answer'
import { CustomerSites } from '#app/customers/customer_parts'
import { customerToChange } from '#app/customers/customer_to_change'
import { siteValidator, formOf } from '#app/customers/customer_validator'

export default class SitesController {
  async store(ctx: HttpContext) {
    const customer = await customerToChange(ctx, ctx.params.customer_id, 'keepSites')
    const { isPrimary, ...facts } = await ctx.request.validateUsing(siteValidator, formOf(ctx))
    await new CustomerSites(customer).add(facts, isPrimary)
    return partAnswer(ctx, customer, 201)
  }

  async update(ctx: HttpContext) {
    const customer = await customerToChange(ctx, ctx.params.customer_id, 'keepSites')
    const sites = new CustomerSites(customer)
    const site = await sites.find(ctx.params.id)
    const known = site.isPrimary ? customer : site
    const { isPrimary, ...facts } = await ctx.request.validateUsing(siteValidator, formOf(ctx, known))
    await sites.revise(site, facts, isPrimary)
    return partAnswer(ctx, customer)
  }

  async destroy(ctx: HttpContext) {
    const customer = await customerToChange(ctx, ctx.params.customer_id, 'keepSites')
    const sites = new CustomerSites(customer)
    await sites.remove(await sites.find(ctx.params.id))
    return partAnswer(ctx, customer)
  }
}
