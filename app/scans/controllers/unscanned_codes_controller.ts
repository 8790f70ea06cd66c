import type { HttpContext } from '@adonisjs/core/http'
import StickerReport from '#app/qr_codes/sticker_report'
import UnscannedCodeTransformer from '#app/scans/unscanned_code_transformer'
import ScanPolicy from '#app/scans/scan_policy'
import { unscannedCodesValidator } from '#app/scans/scan_validator'
import { UnscannedCodes } from '#app/scans/unscanned_codes'

export default class UnscannedCodesController {
  async index({ request, bouncer, user, inertia }: HttpContext) {
    await bouncer.with(ScanPolicy).authorize('index')
    const { after } = await request.validateUsing(unscannedCodesValidator)
    const codes = new UnscannedCodes()
    const { rows, nextCursor } = await codes.page(user, after)
    return inertia.render('scans/unscanned_codes/index', {
      codes: UnscannedCodeTransformer.transform(rows, user),
      suspected: await StickerReport.suspectedOf(rows),
      meta: { nextCursor, count: await codes.count() },
    })
  }
}
