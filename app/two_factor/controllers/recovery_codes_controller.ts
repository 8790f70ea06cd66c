import type { HttpContext } from '@adonisjs/core/http'
import { showOnce } from '#app/identity/shown_once'
import RecoveryCode from '#app/two_factor/recovery_code'

export default class RecoveryCodesController {
  async store(ctx: HttpContext) {
    showOnce(ctx, (await RecoveryCode.renew(ctx.auth.getUserOrFail())).join('\n'))
    return ctx.response.redirect().toRoute('sign_in.credentials.show')
  }
}
