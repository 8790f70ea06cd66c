import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { download } from '#app/exports/download'
import { findNamed } from '#app/audit/audit_filters'
import { auditExportValidator } from '#app/audit/audit_validator'
import AuditPolicy from '#app/audit/audit_policy'
import AuditExport from '#app/audit/audit_export'

export default class ExportsController {
  async show(ctx: HttpContext) {
    const { request, bouncer, user, tenant, unit } = ctx
    const { format, ...filters } = await request.validateUsing(auditExportValidator)
    const file = await Current.run(unit, async () => {
      await bouncer.with(AuditPolicy).authorize('export')
      await findNamed(filters)
      return AuditExport.begin(tenant, user, filters, format)
    })
    return download(ctx, file)
  }
}
