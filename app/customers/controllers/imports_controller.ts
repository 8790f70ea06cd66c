import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { CustomerImport } from '#app/customers/customer_import'
import CustomerPolicy from '#app/customers/customer_policy'
import { MOST_ROWS } from '#app/customers/customer_sheet'
import { customerImportValidator } from '#app/customers/customer_validator'

export default class ImportsController {
  async create({ bouncer, inertia }: HttpContext) {
    await bouncer.with(CustomerPolicy).authorize('create')
    return inertia.render('customers/imports/create', {
      mostRows: MOST_ROWS,
      rows: [],
      ignored: [],
      refused: '',
      isTaken: false,
    })
  }

  async store({ request, bouncer, user, tenant, unit, inertia }: HttpContext) {
    await bouncer.with(CustomerPolicy).authorize('create')
    const { list, isChecked = false, submissionKey } = await request.validateUsing(customerImportValidator)
    const taking = new CustomerImport(list, submissionKey, user, tenant)
    const rows = isChecked ? await taking.apply(unit) : await Current.run(unit, () => taking.check())
    return inertia.render('customers/imports/create', {
      mostRows: MOST_ROWS,
      rows,
      ignored: taking.ignored,
      refused: taking.refusedList(rows),
      isTaken: isChecked,
    })
  }
}
