import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import QrBatch from '#app/qr_codes/qr_batch'
import QrBatchPolicy from '#app/qr_codes/qr_batch_policy'
import { QrPrint } from '#app/qr_codes/qr_print'

export default class SheetsController {
  async show({ params, response, bouncer, tenant, unit }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('print')
    const batch = await Current.run(unit, () => QrBatch.findOrFail(params.qr_batch_id))
    const print = new QrPrint(batch, tenant, unit)
    response.type('application/pdf')
    response.header('Content-Disposition', `attachment; filename="${print.fileName}"`)
    response.header('Cache-Control', 'private, no-store').header('X-Accel-Buffering', 'no')
    return response.stream(print.stream())
  }
}
