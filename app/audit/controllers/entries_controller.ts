import type { HttpContext } from '@adonisjs/core/http'
import AuditPolicy from '#app/audit/audit_policy'
import AuditSearch from '#app/audit/audit_search'
import AuditEntryTransformer from '#app/audit/audit_entry_transformer'
import ColleagueTransformer from '#app/identity/colleague_transformer'
import { AuditEntry } from '#app/audit/audit_entry'
import { findNamed } from '#app/audit/audit_filters'
import { auditFiltersValidator } from '#app/audit/audit_validator'
import { CATEGORIES } from '#app/audit/audit_catalogue'
import User from '#app/identity/user'

const MANY_PEOPLE = 500

export default class EntriesController {
  async index({ request, bouncer, user, tenant, inertia }: HttpContext) {
    await bouncer.with(AuditPolicy).authorize('read')
    const { after, ...filters } = await request.validateUsing(auditFiltersValidator)
    await findNamed(filters)
    const { rows, nextCursor } = await new AuditSearch(tenant, filters).page(after)
    return inertia.render('audit/entries/index', {
      entries: AuditEntryTransformer.transform(await AuditEntry.of(rows, { reader: user })),
      meta: { nextCursor },
      filters,
      categories: Object.entries(CATEGORIES).map(([value, label]) => ({ value, label })),
      may: { export: await bouncer.with(AuditPolicy).allows('export') },
      people: ColleagueTransformer.transform(await User.query().orderBy('name').limit(MANY_PEOPLE)),
    })
  }
}
