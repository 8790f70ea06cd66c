import type { HttpContext } from '@adonisjs/core/http'
import { rotateSession } from '#app/sign_in/proof'
import { recordInCompanies, UserSignedOutEverywhere } from '#app/sign_in/sign_in_events'
import Device from '#app/sign_in/device'

/** Every session of the person but the one that asks. */
export default class OtherSessionsController {
  async destroy(ctx: HttpContext) {
    const identity = ctx.auth.getUserOrFail()
    await Device.forgetAllOf(identity, {
      sessionId: ctx.session.sessionId,
      deviceId: ctx.session.get('device'),
    })
    await rotateSession(ctx)
    await recordInCompanies(identity, UserSignedOutEverywhere, {})
    ctx.session.flash('notice', 'Every other device is signed out')
    return ctx.response.redirect().back()
  }
}
