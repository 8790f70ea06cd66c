import type { HttpContext } from '@adonisjs/core/http'
import QrCode from '#app/qr_codes/qr_code'
import QrCodePolicy from '#app/qr_codes/qr_code_policy'

export default class RetirementsController {
  async store({ params, response, bouncer, user, session }: HttpContext) {
    await bouncer.with(QrCodePolicy).authorize('retire')
    const code = await QrCode.findOrFail(params.id)
    await code.retire({ by: user })
    session.flash('notice', `${code.displayCode} is out of use`)
    return response.redirect().back()
  }
}
