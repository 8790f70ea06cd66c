import type { HttpContext } from '@adonisjs/core/http'
import Customer from '#app/customers/customer'
import CustomerTransformer from '#app/customers/customer_transformer'
import { findNamedCode } from '#app/qr_codes/named_code'
import QrCode from '#app/qr_codes/qr_code'
import QrCodePolicy from '#app/qr_codes/qr_code_policy'
import QrCodeTransformer from '#app/qr_codes/qr_code_transformer'
import { assignmentDraftValidator, assignmentValidator } from '#app/qr_codes/qr_code_validator'

export default class AssignmentsController {
  async create({ params, request, response, bouncer, user, inertia }: HttpContext) {
    await bouncer.with(QrCodePolicy).authorize('assign')
    const customer = await Customer.visibleTo(user).where('id', params.customer_id).firstOrFail()
    const { code: typed } = await request.validateUsing(assignmentDraftValidator)
    const { code, problem, status } = await findNamedCode(typed, user)
    response.status(status)
    return inertia.render('qr_codes/assignments/create', {
      customer: CustomerTransformer.transform(customer, user),
      code: code && QrCodeTransformer.transform(code, user),
      typed: typed ?? '',
      problem,
    })
  }

  async store({ params, request, response, bouncer, user, session }: HttpContext) {
    await bouncer.with(QrCodePolicy).authorize('assign')
    const customer = await Customer.visibleTo(user).where('id', params.customer_id).firstOrFail()
    const { qrCodeId, replacing } = await request.validateUsing(assignmentValidator)
    const code = await QrCode.findOrFail(qrCodeId)
    await code.assign(customer, { by: user, replacing, from: 'desk' })
    session.flash('notice', `${code.displayCode} is bound to ${customer.name}`)
    return response.redirect().toRoute('customers.customers.show', { id: customer.id })
  }

  async destroy({ params, response, bouncer, user, session }: HttpContext) {
    await bouncer.with(QrCodePolicy).authorize('retire')
    const code = await QrCode.findOrFail(params.id)
    await code.release({ by: user })
    session.flash('notice', `${code.displayCode} is blank again`)
    return response.redirect().back()
  }
}
