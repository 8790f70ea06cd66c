import type { HttpContext } from '@adonisjs/core/http'
import { holdUnchanged } from '#app/api/entity_tag'
import Customer from '#app/customers/customer'
import { customerAnswer, partAnswer } from '#app/customers/customer_answer'
import { CustomerSites } from '#app/customers/customer_parts'
import CustomerPolicy from '#app/customers/customer_policy'
import { siteValidator, formOf } from '#app/customers/customer_validator'

export default class SitesController {
  async store(ctx: HttpContext) {
    const customer = await this.#changed(ctx)
    const { isPrimary, ...facts } = await ctx.request.validateUsing(siteValidator, formOf(ctx))
    await new CustomerSites(customer).add(facts, isPrimary)
    return partAnswer(ctx, customer, 201)
  }

  async update(ctx: HttpContext) {
    const customer = await this.#changed(ctx)
    const sites = new CustomerSites(customer)
    const site = await sites.find(ctx.params.id)
    const known = site.isPrimary ? customer : site
    const { isPrimary, ...facts } = await ctx.request.validateUsing(siteValidator, formOf(ctx, known))
    await sites.revise(site, facts, isPrimary)
    return partAnswer(ctx, customer)
  }

  async destroy(ctx: HttpContext) {
    const customer = await this.#changed(ctx)
    const sites = new CustomerSites(customer)
    await sites.remove(await sites.find(ctx.params.id))
    return partAnswer(ctx, customer)
  }

  async #changed(ctx: HttpContext) {
    const { params, bouncer, user } = ctx
    const customer = await Customer.visibleTo(user).where('id', params.customer_id).firstOrFail()
    await bouncer.with(CustomerPolicy).authorize('keepSites', customer)
    await holdUnchanged(ctx, customer, () => customerAnswer(ctx, customer))
    return customer
  }
}
