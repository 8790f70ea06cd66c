import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { differencesOf } from '#app/crm_connections/differences_of_customer'
import Lead from '#app/leads/lead'
import { codesOf } from '#app/qr_codes/codes_of_customer'
import QrCodePolicy from '#app/qr_codes/qr_code_policy'
import CustomerTimeline from '#app/timelines/customer_timeline'
import CustomerEntryTransformer from '#app/timelines/customer_entry_transformer'
import Customer from '#app/customers/customer'
import CustomerList from '#app/customers/customer_list'
import CustomerPolicy from '#app/customers/customer_policy'
import CustomerTransformer from '#app/customers/customer_transformer'
import CustomerLeadTransformer from '#app/customers/customer_lead_transformer'
import { COUNTRY_CHOICES } from '#app/customers/country_choices'
import { customerAnswer, intakeAnswer, recordOf } from '#app/customers/customer_answer'
import { rememberAlike, rememberedAlike } from '#app/customers/customers_alike'
import { rightsOver } from '#app/customers/customer_rights'
import { customerSystem } from '#app/customers/customer_system'
import { customerToChange } from '#app/customers/customer_to_change'
import { takeIn } from '#app/customers/customer_intake'
import {
  customerFiltersValidator,
  customerValidator,
  formOf,
  newCustomerValidator,
} from '#app/customers/customer_validator'

export default class CustomersController {
  async index({ request, bouncer, user, tenant, inertia, serialize }: HttpContext) {
    await bouncer.with(CustomerPolicy).authorize('index')
    const filters = await request.validateUsing(customerFiltersValidator)
    const list = new CustomerList(user, tenant.country, filters)
    const { rows, nextCursor } = await list.page()
    const customers = CustomerTransformer.transform(rows, user).useVariant('forRow')
    if (Current.actor.kind === 'api') return { ...(await serialize(customers)), meta: { nextCursor } }
    return inertia.render('customers/customers/index', {
      customers,
      meta: { nextCursor, count: await list.count() },
      filters,
      may: {
        create: await bouncer.with(CustomerPolicy).allows('create'),
        archive: user.may('delete', 'customers'),
        export: user.may('export', 'customers'),
      },
    })
  }

  async create(ctx: HttpContext) {
    await ctx.bouncer.with(CustomerPolicy).authorize('create')
    const alike = await rememberedAlike(ctx)
    return ctx.inertia.render('customers/customers/create', { countries: COUNTRY_CHOICES, ...alike })
  }

  async store(ctx: HttpContext) {
    const { request, response, bouncer, user, tenant, session } = ctx
    await bouncer.with(CustomerPolicy).authorize('create')
    const draft = await request.validateUsing(newCustomerValidator, formOf(ctx))
    const intake = await takeIn({ country: tenant.country, ...draft }, user)
    if (Current.actor.kind === 'api') return intakeAnswer(ctx, intake)
    const { customer, duplicates } = intake
    if (duplicates) {
      rememberAlike(ctx, duplicates)
      return response.redirect().toRoute('customers.customers.create')
    }
    session.flash('notice', `${customer.name} is a customer now`)
    return response.redirect().toRoute('customers.customers.show', { id: customer.id })
  }

  async show(ctx: HttpContext) {
    const { params, bouncer, user, inertia } = ctx
    const id = await Customer.survivorOf(params.id)
    const customer = await Customer.visibleTo(user).where('id', id).firstOrFail()
    await bouncer.with(CustomerPolicy).authorize('show')
    if (Current.actor.kind === 'api') return customerAnswer(ctx, customer)
    return inertia.render('customers/customers/show', {
      customer: await recordOf(customer, user),
      ...(await codesOf(customer, user)),
      ...(await differencesOf(customer, ctx)),
      leads: CustomerLeadTransformer.transform(await Lead.latestOf(customer, user)),
      countries: COUNTRY_CHOICES,
      history: CustomerEntryTransformer.transform(await new CustomerTimeline(customer, user).entries()),
      may: {
        ...(await rightsOver(customer, bouncer)),
        bind: await bouncer.with(QrCodePolicy).allows('assign'),
        manageCodes: await bouncer.with(QrCodePolicy).allows('retire'),
      },
    })
  }

  async edit({ params, bouncer, user, inertia }: HttpContext) {
    const customer = await Customer.visibleTo(user).where('id', params.id).firstOrFail()
    await bouncer.with(CustomerPolicy).authorize('update', customer)
    return inertia.render('customers/customers/edit', {
      customer: await recordOf(customer, user),
      countries: COUNTRY_CHOICES,
    })
  }

  async update(ctx: HttpContext) {
    const { params, request, response, session } = ctx
    const customer = await customerToChange(ctx, params.id, 'update')
    const changes = await request.validateUsing(customerValidator, formOf(ctx, customer))
    await customerSystem.change(customer, changes)
    if (Current.actor.kind === 'api') return customerAnswer(ctx, customer)
    session.flash('notice', 'Changes saved')
    return response.redirect().toRoute('customers.customers.show', { id: customer.id })
  }
}
