import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function auditRoutes() {
  router
    .get('console/log', [controllers.audit.OperatorEntries, 'index'])
    .as('console.operator_entries.index')
    .use(middleware.superUser())
  router
    .get('settings/audit', [controllers.audit.Entries, 'index'])
    .as('audit.entries.index')
    .use(middleware.tenant())
  router
    .get('settings/audit/export', [controllers.audit.Exports, 'show'])
    .as('audit.exports.show')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed({ isFile: true })])
}
