import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { MOST_LINES, readBindingList, refusedList } from '#app/qr_codes/binding_list'
import { BulkBinding } from '#app/qr_codes/bulk_binding'
import QrCodePolicy from '#app/qr_codes/qr_code_policy'
import { bulkBindingValidator } from '#app/qr_codes/qr_code_validator'

export default class BulkBindingsController {
  async create({ bouncer, inertia }: HttpContext) {
    await bouncer.with(QrCodePolicy).authorize('assign')
    return inertia.render('qr_codes/bulk_bindings/create', {
      mostLines: MOST_LINES,
      lines: [],
      refused: '',
      isBound: false,
    })
  }

  async store({ request, bouncer, user, tenant, unit, inertia }: HttpContext) {
    await bouncer.with(QrCodePolicy).authorize('assign')
    const { list, isChecked = false } = await request.validateUsing(bulkBindingValidator)
    const binding = new BulkBinding(readBindingList(list), user, tenant.country)
    const lines = isChecked ? await binding.apply(unit) : await Current.run(unit, () => binding.check())
    return inertia.render('qr_codes/bulk_bindings/create', {
      mostLines: MOST_LINES,
      lines,
      refused: refusedList(lines),
      isBound: isChecked,
    })
  }
}
