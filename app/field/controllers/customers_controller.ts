import type { HttpContext } from '@adonisjs/core/http'
import Customer from '#app/customers/customer'
import CustomerList from '#app/customers/customer_list'
import CustomerPolicy from '#app/customers/customer_policy'
import CustomerTransformer from '#app/customers/customer_transformer'
import QrCode from '#app/qr_codes/qr_code'
import QrCodePolicy from '#app/qr_codes/qr_code_policy'
import QrCodeTransformer from '#app/qr_codes/qr_code_transformer'
import { COUNTRY_CHOICES } from '#app/customers/country_choices'
import { recordOf } from '#app/customers/customer_answer'
import { rememberAlike, rememberedAlike } from '#app/customers/customers_alike'
import { takeIn } from '#app/customers/customer_intake'
import { formOf, newCustomerValidator } from '#app/customers/customer_validator'
import { codeInHandValidator, fieldSearchValidator } from '#app/field/field_validator'

export default class CustomersController {
  async index({ request, bouncer, user, tenant, inertia }: HttpContext) {
    await bouncer.with(CustomerPolicy).authorize('index')
    const filters = await request.validateUsing(fieldSearchValidator)
    const { rows, nextCursor } = await new CustomerList(user, tenant.country, filters).page()
    return inertia.render('field/customers/index', {
      customers: CustomerTransformer.transform(rows, user),
      meta: { nextCursor },
      filters,
      may: { create: await bouncer.with(CustomerPolicy).allows('create') },
    })
  }

  async create(ctx: HttpContext) {
    const { request, bouncer, inertia } = ctx
    await bouncer.with(CustomerPolicy).authorize('create')
    const { code } = await request.validateUsing(codeInHandValidator)
    return inertia.render('field/customers/create', {
      countries: COUNTRY_CHOICES,
      ...(await rememberedAlike(ctx)),
      code: code ?? null,
    })
  }

  async store(ctx: HttpContext) {
    const { request, response, bouncer, user, tenant } = ctx
    await bouncer.with(CustomerPolicy).authorize('create')
    const { code } = await request.validateUsing(codeInHandValidator)
    const draft = await request.validateUsing(newCustomerValidator, formOf(ctx))
    const { customer, duplicates } = await takeIn({ country: tenant.country, ...draft }, user)
    if (duplicates) {
      rememberAlike(ctx, duplicates)
      return response.redirect().toRoute('field.customers.create', {}, { qs: code ? { code } : {} })
    } else if (code) {
      return response.redirect().toRoute('field.bindings.create', {}, { qs: { code, customer: customer.id } })
    } else {
      return response.redirect().toRoute('field.customers.show', { id: customer.id })
    }
  }

  async show({ params, bouncer, user, inertia }: HttpContext) {
    const customer = await Customer.visibleTo(user).where('id', params.id).firstOrFail()
    await bouncer.with(CustomerPolicy).authorize('show')
    return inertia.render('field/customers/show', {
      customer: await recordOf(customer, user),
      codes: QrCodeTransformer.transform(await QrCode.boundTo(customer, user), user),
      may: { bind: await bouncer.with(QrCodePolicy).allows('assign') },
    })
  }
}
