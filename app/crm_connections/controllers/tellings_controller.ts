import type { HttpContext } from '@adonisjs/core/http'
import { Delivery } from '#app/platform/incoming/delivery'
import { DeliveryRefusedError } from '#app/platform/incoming/incoming_errors'
import { CrmForgedError } from '#plugins/crm/errors'
import { crm } from '#plugins/crm/manager'
import { hear } from '#app/crm_connections/crm_telling'

/** A customer system tells of changes by itself. It is answered once all of it is kept. */
export default class TellingsController {
  async store(ctx: HttpContext) {
    const teller = await crm.tellerOf(ctx.params.adapter)
    if (!teller) throw new DeliveryRefusedError()
    try {
      await hear(teller.name, teller.hintsIn(Delivery.in(ctx, teller.secret)))
    } catch (error) {
      if (error instanceof CrmForgedError) throw new DeliveryRefusedError(undefined, { cause: error })
      throw error
    }
    return ctx.response.noContent()
  }
}
