import type { HttpContext } from '@adonisjs/core/http'
import PushSubscription from '#app/deliveries/push_subscription'
import { pushRenewalValidator } from '#app/deliveries/push_validator'
import { deviceKey } from '#app/sign_in/device_key'

/** A browser tells that its push service reaches it elsewhere now. It hears nothing of whether it was known. */
export default class PushRenewalsController {
  async store(ctx: HttpContext) {
    const { earlier, ...target } = await ctx.request.validateUsing(pushRenewalValidator)
    const key = deviceKey(ctx)
    if (key) await PushSubscription.renew(earlier, key, target)
    return ctx.response.noContent()
  }
}
