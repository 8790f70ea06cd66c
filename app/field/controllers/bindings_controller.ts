import type { HttpContext } from '@adonisjs/core/http'
import Customer from '#app/customers/customer'
import CustomerList from '#app/customers/customer_list'
import CustomerPolicy from '#app/customers/customer_policy'
import CustomerTransformer from '#app/customers/customer_transformer'
import { bindingDraftValidator, bindingValidator } from '#app/field/field_validator'
import { recentCustomersOf } from '#app/field/recent_customers'
import { findNamedCode } from '#app/qr_codes/named_code'
import QrAssignment from '#app/qr_codes/qr_assignment'
import QrCode from '#app/qr_codes/qr_code'
import QrCodePolicy from '#app/qr_codes/qr_code_policy'
import QrCodeTransformer from '#app/qr_codes/qr_code_transformer'

const SHOWN = 10

export default class BindingsController {
  async create({ request, response, bouncer, user, tenant, inertia }: HttpContext) {
    await bouncer.with(QrCodePolicy).authorize('assign')
    const { code: typed, customer: customerId, search } = await request.validateUsing(bindingDraftValidator)
    const { code, problem, status } = await findNamedCode(typed, user)
    const customer = customerId ? await Customer.visibleTo(user).where('id', customerId).firstOrFail() : null
    const list = new CustomerList(user, tenant.country, { search })
    const candidates = search ? (await list.page(SHOWN)).rows : await recentCustomersOf(user)
    response.status(status)
    return inertia.render('field/bindings/create', {
      code: code && QrCodeTransformer.transform(code, user),
      typed: typed ?? '',
      problem,
      customer: customer && CustomerTransformer.transform(customer, user),
      candidates: CustomerTransformer.transform(candidates, user),
      search: search ?? '',
      may: { createCustomer: await bouncer.with(CustomerPolicy).allows('create') },
    })
  }

  async store({ request, response, bouncer, user }: HttpContext) {
    await bouncer.with(QrCodePolicy).authorize('assign')
    const { qrCodeId, customerId, replacing } = await request.validateUsing(bindingValidator)
    const code = await QrCode.findOrFail(qrCodeId)
    const customer = await Customer.visibleTo(user).where('id', customerId).firstOrFail()
    const assignment = await code.assign(customer, { by: user, replacing, from: 'field' })
    return response.redirect().toRoute('field.bindings.show', { id: assignment.id })
  }

  async show({ params, bouncer, user, inertia }: HttpContext) {
    await bouncer.with(QrCodePolicy).authorize('assign')
    const assignment = await QrAssignment.findOrFail(params.id)
    const customer = await Customer.visibleTo(user).where('id', assignment.customerId).firstOrFail()
    return inertia.render('field/bindings/show', {
      binding: {
        id: assignment.id,
        isOpen: assignment.endedAt === null,
        undoSeconds: assignment.undoSecondsFor(user),
      },
      code: QrCodeTransformer.transform(await QrCode.findOrFail(assignment.qrCodeId), user),
      customer: CustomerTransformer.transform(customer, user),
    })
  }

  async destroy({ params, response, bouncer, user, session }: HttpContext) {
    await bouncer.with(QrCodePolicy).authorize('assign')
    const assignment = await QrAssignment.findOrFail(params.id)
    const code = await QrCode.findOrFail(assignment.qrCodeId)
    await code.undo(assignment, { by: user })
    session.flash('notice', 'Undone')
    return response.redirect().toRoute('field.bindings.create', {}, { qs: { code: code.displayCode } })
  }
}
