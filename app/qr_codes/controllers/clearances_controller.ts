import type { HttpContext } from '@adonisjs/core/http'
import QrCode from '#app/qr_codes/qr_code'
import QrCodePolicy from '#app/qr_codes/qr_code_policy'
import StickerReport from '#app/qr_codes/sticker_report'

/** Somebody has looked at a sticker that was reported: it is as it should be. */
export default class ClearancesController {
  async store({ params, response, bouncer, user, session }: HttpContext) {
    await bouncer.with(QrCodePolicy).authorize('retire')
    const code = await QrCode.findOrFail(params.id)
    await StickerReport.clear(code, { by: user })
    session.flash('notice', `${code.displayCode} is as it should be`)
    return response.redirect().back()
  }
}
