import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { findNamed } from '#app/audit/audit_filters'
import { auditExportValidator } from '#app/audit/audit_validator'
import AuditPolicy from '#app/audit/audit_policy'
import AuditExport from '#app/audit/audit_export'

export default class ExportsController {
  async show({ request, response, bouncer, user, tenant, unit }: HttpContext) {
    const { format, ...filters } = await request.validateUsing(auditExportValidator)
    const file = await Current.run(unit, async () => {
      await bouncer.with(AuditPolicy).authorize('export')
      await findNamed(filters)
      return AuditExport.begin(tenant, user, filters, format)
    })
    response.type(file.type)
    response.header('Content-Disposition', `attachment; filename="${file.name}"`)
    response.header('Cache-Control', 'private, no-store').header('X-Accel-Buffering', 'no')
    return response.stream(file.stream(unit))
  }
}
