import type { HttpContext } from '@adonisjs/core/http'
import { newestFirst } from '#app/platform/database/keyset_page'
import LabelTemplateTransformer from '#app/qr_codes/label_template_transformer'
import QrBatch from '#app/qr_codes/qr_batch'
import QrBatchPolicy from '#app/qr_codes/qr_batch_policy'
import QrBatchTransformer from '#app/qr_codes/qr_batch_transformer'
import { qrBatchFiltersValidator } from '#app/qr_codes/qr_code_validator'
import QrPrinting from '#app/qr_codes/qr_printing'
import QrPrintingTransformer from '#app/qr_codes/qr_printing_transformer'

export default class QrPrintingsController {
  async index({ params, request, bouncer, inertia }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('show')
    const batch = await QrBatch.findOrFail(params.id)
    const { after } = await request.validateUsing(qrBatchFiltersValidator)
    const { rows, nextCursor } = await newestFirst(QrPrinting.ofBatch(batch), after)
    return inertia.render('qr_codes/qr_printings/index', {
      batch: QrBatchTransformer.transform(batch),
      template: LabelTemplateTransformer.transform(batch.labelTemplate),
      printings: QrPrintingTransformer.transform(rows),
      meta: { nextCursor },
      may: { print: await bouncer.with(QrBatchPolicy).allows('print') },
    })
  }
}
