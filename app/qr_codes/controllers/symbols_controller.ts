import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import QrBatch from '#app/qr_codes/qr_batch'
import QrBatchPolicy from '#app/qr_codes/qr_batch_policy'
import { symbolsValidator } from '#app/qr_codes/qr_code_validator'
import { QrPrint } from '#app/qr_codes/qr_print'

export default class SymbolsController {
  async show({ params, request, response, bouncer, tenant, unit }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('print')
    const { format, ...order } = await request.validateUsing(symbolsValidator)
    const batch = await Current.run(unit, () => QrBatch.findOrFail(params.qr_batch_id))
    const print = new QrPrint(batch, tenant, unit, order)
    response.type('application/zip')
    response.header('Content-Disposition', `attachment; filename="${print.fileName(format)}"`)
    response.header('Cache-Control', 'private, no-store').header('X-Accel-Buffering', 'no')
    return response.stream(await print.archive(format))
  }
}
