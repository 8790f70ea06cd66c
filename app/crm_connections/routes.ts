import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

export function crmConnectionRoutes() {
  const { crmConnections } = controllers
  router
    .post('incoming/crm/:adapter', [crmConnections.ReceivedWebhooks, 'store'])
    .as('crm_connections.received_webhooks.store')
  router
    .get('settings/customer_system', [crmConnections.Connections, 'edit'])
    .as('crm_connections.connections.edit')
    .use(middleware.tenant())
  router
    .group(() => {
      router.put('settings/customer_system', [crmConnections.Connections, 'update'])
      router.delete('settings/customer_system', [crmConnections.Connections, 'destroy'])
      router.post('settings/customer_system/authorization', [crmConnections.Authorizations, 'store'])
    })
    .as('crm_connections')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed()])
  router
    .group(() => {
      router.get('settings/customer_system/authorization', [crmConnections.Authorizations, 'show'])
      router.post('settings/customer_system/trials', [crmConnections.Trials, 'store'])
    })
    .as('crm_connections')
    .use(middleware.tenant({ unit: 'manual' }))

  router
    .group(() => {
      router
        .post('settings/customer_system/syncs', [crmConnections.Syncs, 'store'])
        .use(middleware.confirmed())
      router.get('settings/customer_system/syncs/:id', [crmConnections.Syncs, 'show'])
      router.put('settings/customer_system/syncs/:id', [crmConnections.Syncs, 'update'])
      router
        .post('settings/customer_system/syncs/:sync_id/exports', [crmConnections.Exports, 'store'])
        .use(middleware.confirmed())
    })
    .where('id', router.matchers.uuid())
    .where('sync_id', router.matchers.uuid())
    .as('crm_connections')
    .use(middleware.tenant())
  router
    .group(() => {
      router.get('settings/customer_system/fields', [crmConnections.Fields, 'edit'])
      router.post('settings/customer_system/fields/previews', [crmConnections.FieldPreviews, 'store'])
    })
    .as('crm_connections')
    .use(middleware.tenant({ unit: 'manual' }))
  router
    .put('settings/customer_system/fields', [crmConnections.Fields, 'update'])
    .as('crm_connections.fields.update')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed()])
  router
    .group(() => {
      router.get('settings/customer_system/conflicts', [crmConnections.Conflicts, 'index'])
      router.put('settings/customer_system/conflicts/:id', [crmConnections.Conflicts, 'update'])
      router.get('settings/customer_system/newcomers', [crmConnections.Newcomers, 'index'])
      router.post('settings/customer_system/newcomers', [crmConnections.Newcomers, 'store'])
      router.put('settings/customer_system/newcomers/:id', [crmConnections.Newcomers, 'update'])
      router.put('settings/customer_system/newcomer_rule', [crmConnections.NewcomerRules, 'update'])
      router.put('settings/customer_system/firm_rule', [crmConnections.FirmRules, 'update'])
    })
    .where('id', router.matchers.uuid())
    .as('crm_connections')
    .use(middleware.tenant())
  router
    .put('settings/customer_system/links/:id', [crmConnections.Links, 'update'])
    .where('id', router.matchers.uuid())
    .as('crm_connections.links.update')
    .use([middleware.tenant(), middleware.confirmed()])
  router
    .get('settings/customer_system/exports/:id', [crmConnections.Exports, 'show'])
    .where('id', router.matchers.uuid())
    .as('crm_connections.exports.show')
    .use([middleware.tenant({ unit: 'manual' }), middleware.confirmed()])
}
