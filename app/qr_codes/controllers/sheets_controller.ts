import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import QrBatch from '#app/qr_codes/qr_batch'
import QrBatchPolicy from '#app/qr_codes/qr_batch_policy'
import { sheetValidator } from '#app/qr_codes/qr_code_validator'
import { QrPrint } from '#app/qr_codes/qr_print'

export default class SheetsController {
  async show({ params, request, response, bouncer, tenant, unit }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('print')
    const order = await request.validateUsing(sheetValidator)
    const batch = await Current.run(unit, () => QrBatch.findOrFail(params.qr_batch_id))
    const print = new QrPrint(batch, tenant, unit, order)
    response.type('application/pdf')
    response.header('Content-Disposition', `attachment; filename="${print.fileName()}"`)
    response.header('Cache-Control', 'private, no-store').header('X-Accel-Buffering', 'no')
    return response.stream(print.stream())
  }
}
