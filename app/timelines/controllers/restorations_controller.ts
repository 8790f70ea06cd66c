import { errors } from '@adonisjs/lucid'
import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { findRecord } from '#app/timelines/found_record'
import { restorationValidator } from '#app/timelines/history_validator'
import RecordHistory from '#app/timelines/record_history'
import Restoration from '#app/timelines/restoration'

/** Puts back what a field said before one of its changes. */
export default class RestorationsController {
  async store(ctx: HttpContext) {
    const { request, response, user, tenant, session } = ctx
    const found = await findRecord(ctx)
    const { entryId, field, seen } = await request.validateUsing(restorationValidator)
    const entry = await new RecordHistory(found, user, tenant.timeZone).entry(entryId)
    if (!entry) throw new errors.E_ROW_NOT_FOUND()
    await new Restoration(found, ctx).put({ entry, field, seen })
    if (Current.actor.kind === 'api') return response.noContent()
    session.flash('notice', `${found.ownFields[field]} says again what it said before`)
    return response.redirect().back()
  }
}
