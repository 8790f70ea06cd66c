import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import User from '#app/identity/user'
import ColleagueTransformer from '#app/identity/colleague_transformer'
import { findRecord } from '#app/timelines/found_record'
import HistoryEntryTransformer from '#app/timelines/history_entry_transformer'
import { historyFiltersValidator } from '#app/timelines/history_validator'
import { tellChanges } from '#app/timelines/record_changes'
import RecordHistory from '#app/timelines/record_history'
import Restoration from '#app/timelines/restoration'

const MANY_PEOPLE = 500

/** What happened to any record, with what its fields said before and after. */
export default class HistoriesController {
  async show(ctx: HttpContext) {
    const { request, user, tenant, inertia, serialize } = ctx
    const found = await findRecord(ctx)
    const { subject, record, title, types, fields } = found
    const { after, limit, ...filters } = await request.validateUsing(historyFiltersValidator)
    // Somebody who is not the company's is not found, instead of having done nothing.
    if (filters.person) await User.findOrFail(filters.person)
    const history = new RecordHistory(found, user, tenant.timeZone, filters)
    const { rows, nextCursor } = await history.page(after, limit)
    const entries = HistoryEntryTransformer.transform(await tellChanges(rows, user))
    if (Current.actor.kind === 'api') return { ...(await serialize(entries)), meta: { nextCursor } }
    return inertia.render('timelines/histories/show', {
      subject,
      record: { id: record.id, title },
      entries,
      meta: { nextCursor },
      filters,
      types: [...types],
      fields: Object.entries(fields).map(([value, label]) => ({ value, label })),
      current: await new Restoration(found, ctx).current(),
      people: ColleagueTransformer.transform(await User.query().orderBy('name').limit(MANY_PEOPLE)),
    })
  }
}
