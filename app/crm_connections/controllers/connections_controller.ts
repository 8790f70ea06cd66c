import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import CrmConflict from '#app/crm_connections/crm_conflict'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmConnectionTransformer from '#app/crm_connections/crm_connection_transformer'
import { chosenCrmValidator, givenIn, settingsValidator } from '#app/crm_connections/crm_connection_validator'
import CrmNewcomer from '#app/crm_connections/crm_newcomer'
import CrmLink from '#app/crm_connections/crm_link'
import CrmLinkTransformer from '#app/crm_connections/crm_link_transformer'
import CrmSync from '#app/crm_connections/crm_sync'
import CrmSyncTransformer from '#app/crm_connections/crm_sync_transformer'
import { tryOut } from '#app/crm_connections/crm_trial'
import { offeredCrms } from '#app/crm_connections/offered_crms'
import { oauthClientOf } from '#app/crm_connections/crm_way'
import VendorExchange from '#app/vendor_connections/vendor_exchange'
import VendorExchangeTransformer from '#app/vendor_connections/vendor_exchange_transformer'
import ReceivedWebhook from '#app/vendor_connections/received_webhook'
import TenantPolicy from '#app/tenancy/tenant_policy'

const SHOWN = 20

/** The system outside in which a company keeps its customers too. */
export default class ConnectionsController {
  async edit({ bouncer, user, inertia }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const connection = await CrmConnection.own()
    const adapter = await connection?.open()
    return inertia.render('crm_connections/connections/edit', {
      connection: connection && CrmConnectionTransformer.transform(connection),
      offered: await offeredCrms(),
      refused: CrmLinkTransformer.transform(await CrmLink.waiting(user).limit(SHOWN)),
      apart: CrmLinkTransformer.transform(await CrmLink.apart(user).limit(SHOWN)),
      exchanges:
        connection && VendorExchangeTransformer.transform(await VendorExchange.lastOf(connection.id)),
      webhookReceivedAt: connection && (await ReceivedWebhook.lastOf(connection.id)),
      differences: connection ? await CrmConflict.countOpenFor(user) : 0,
      newcomers: connection && { rule: connection.newcomers, waiting: await CrmNewcomer.count() },
      hasDeals: adapter?.deals ? connection!.dealsSince !== null : null,
      firms: adapter?.companies ? connection!.firms : null,
      latestSync: connection && CrmSyncTransformer.transform(await CrmSync.latest()),
    })
  }

  /** Asks the system first, outside a unit: what does not open it is refused before anything is kept. */
  async update({ bouncer, request, response, session, tenant, user, unit }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const offered = await offeredCrms()
    const { adapter } = await request.validateUsing(chosenCrmValidator(offered.map(({ name }) => name)))
    const chosen = offered.find(({ name }) => name === adapter)!
    const entered = await request.validateUsing(settingsValidator(chosen.settings))
    const settings = givenIn(entered.settings)
    await tryOut(chosen, { settings, country: tenant.country })
    await Current.run(unit, () => CrmConnection.keep(chosen.name, settings, user))
    session.flash('notice', `${chosen.label} let us in. Customers go there too from now on.`)
    return response.redirect().back()
  }

  async destroy({ bouncer, response, session, unit }: HttpContext) {
    await bouncer.with(TenantPolicy).authorize('update')
    const ended = await Current.run(unit, async () => {
      const connection = await CrmConnection.own()
      const refresh = connection?.vendor.openedTokens?.refresh
      await connection?.disconnect()
      return connection && { name: connection.adapter, refresh }
    })
    const isTold = ended?.refresh ? await (await oauthClientOf(ended.name))?.revoke(ended.refresh) : true
    const there = isTold ? '' : ' Remove our app there too: the system could not be told.'
    session.flash('notice', `Disconnected. What was written there stays there.${there}`)
    return response.redirect().back()
  }
}
