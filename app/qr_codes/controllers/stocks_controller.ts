import type { HttpContext } from '@adonisjs/core/http'
import QrBatchPolicy from '#app/qr_codes/qr_batch_policy'
import QrCodePolicy from '#app/qr_codes/qr_code_policy'
import { stockFiltersValidator } from '#app/qr_codes/qr_code_validator'
import StickerReport from '#app/qr_codes/sticker_report'
import { Stock } from '#app/qr_codes/stock'
import StockedCodeTransformer from '#app/qr_codes/stocked_code_transformer'

export default class StocksController {
  async show({ request, bouncer, inertia }: HttpContext) {
    await bouncer.with(QrBatchPolicy).authorize('index')
    const { after } = await request.validateUsing(stockFiltersValidator)
    const stock = new Stock()
    const { rows, nextCursor } = await stock.page(after)
    return inertia.render('qr_codes/stocks/show', {
      codes: StockedCodeTransformer.transform(rows),
      suspected: await StickerReport.suspectedOf(rows),
      meta: { nextCursor, count: await stock.count() },
      may: {
        create: await bouncer.with(QrBatchPolicy).allows('create'),
        bind: await bouncer.with(QrCodePolicy).allows('assign'),
      },
    })
  }
}
