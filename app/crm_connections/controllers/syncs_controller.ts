import type { HttpContext } from '@adonisjs/core/http'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmSync from '#app/crm_connections/crm_sync'
import CrmSyncRow from '#app/crm_connections/crm_sync_row'
import CrmSyncRowTransformer from '#app/crm_connections/crm_sync_row_transformer'
import CrmSyncTransformer from '#app/crm_connections/crm_sync_transformer'
import {
  crmSyncRowsValidator,
  crmSyncValidator,
  newCrmSyncValidator,
} from '#app/crm_connections/crm_sync_validator'
import { OUTCOMES } from '#app/crm_connections/crm_sync_words'
import { crm } from '#plugins/crm/manager'
import TenantPolicy from '#app/tenancy/tenant_policy'

/** All customers on their way to the connected system: looked at beforehand, or written. */
export default class SyncsController {
  async store({ bouncer, request, response, user }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { purpose } = await request.validateUsing(newCrmSyncValidator)
    const connection = await CrmConnection.query().firstOrFail()
    const { id } = await CrmSync.start(connection, purpose, user)
    return response.redirect().toRoute('crm_connections.syncs.show', { id })
  }

  async show({ params, bouncer, request, user, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const filters = await request.validateUsing(crmSyncRowsValidator)
    const sync = await CrmSync.findOrFail(params.id)
    const connection = await CrmConnection.query()
      .where('id', sync.crmConnectionId)
      .preload('vendor')
      .firstOrFail()
    const { adapter, lastFailure, newcomers, state, vendor } = connection
    const { rows, nextCursor } = await CrmSyncRow.page(sync, user, filters)
    return inertia.render('crm_connections/syncs/show', {
      sync: CrmSyncTransformer.transform(sync),
      system: {
        label: (await crm.classOf(adapter)).label,
        needsReconnect: state === 'needs_reconnect',
        lastFailure,
        usage: vendor.knownUsage,
      },
      rule: newcomers,
      counts: await sync.counts(),
      outcomes: OUTCOMES,
      rows: CrmSyncRowTransformer.transform(rows),
      meta: { nextCursor },
      filters,
      may: { export: user.may('export', 'customers') },
    })
  }

  async update({ params, bouncer, request, response }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const { state } = await request.validateUsing(crmSyncValidator)
    const sync = await CrmSync.findOrFail(params.id)
    if (state === 'paused') await sync.pause()
    else if (state === 'running') await sync.resume()
    else await sync.end('stopped')
    return response.redirect().back()
  }
}
