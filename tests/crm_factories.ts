import app from '@adonisjs/core/services/app'
import CrmConnection from '#app/crm_connections/crm_connection'
import CrmFeedTimer from '#app/crm_connections/crm_feed_timer'
import CrmFieldMapping from '#app/crm_connections/crm_field_mapping'
import CrmHint from '#app/crm_connections/crm_hint'
import CrmHintsTimer from '#app/crm_connections/crm_hints_timer'
import CrmLink from '#app/crm_connections/crm_link'
import CrmNewcomersWorker from '#app/crm_connections/crm_newcomers_worker'
import CrmWorker from '#app/crm_connections/crm_worker'
import Customer from '#app/customers/customer'
import { newId } from '#app/platform/ids'
import ReceivedWebhook from '#app/vendor_connections/received_webhook'
import HubSpotCrm from '#plugins/crm/hubspot/adapter'
import { HubSpotServer } from '#tests/contract/hubspot/server'
import { CLIENT } from '#tests/contract/oauth_desk'
import { makeCompany } from '#tests/factories'
import { handOverAfter } from '#tests/hand_over'

let portals = 1_000_000 + Math.floor(Math.random() * 1_000_000_000)
/** The number of an account there that nobody else has. */
export const newPortal = () => portals++

/** In the vendor's place, where this installation is known, and as fast as it goes. */
export async function startHubSpot() {
  const former = { hosts: app.config.get('crm.hosts'), oauth: app.config.get('crm.oauth') }
  const { limits } = HubSpotCrm
  const hubspot = await HubSpotServer.start()
  app.config.set('crm.hosts', { hubspot: hubspot.url })
  app.config.set('crm.oauth', { hubspot: CLIENT })
  HubSpotCrm.limits = []
  const stop = async () => {
    HubSpotCrm.limits = limits
    app.config.set('crm.hosts', former.hosts)
    app.config.set('crm.oauth', former.oauth)
    await hubspot.stop()
  }
  return { hubspot, stop }
}

/** A company that has let us in to an account of its own, with customers who have records there. */
export async function companyOf(hubspot: HubSpotServer, count = 1, portal = newPortal()) {
  const company = await makeCompany()
  const { inside, admin, tenant } = company
  const { access, refresh } = hubspot.desk.admit()
  const until = new Date(Date.now() + 3_600_000)
  const connection = await inside(async () => {
    const tokens = { access, refresh, until, scopes: [], account: String(portal) }
    const kept = await CrmConnection.keep('hubspot', {}, admin.user, tokens)
    await CrmFieldMapping.keep(kept, [
      { ours: 'city', theirs: null, direction: 'both', owner: 'theirs', choices: [] },
    ])
    return kept
  })
  let last = newId()
  const settle = async () => {
    const since = last
    last = newId()
    await handOverAfter(since, tenant.id, CrmWorker, CrmNewcomersWorker)
  }
  const customers: Customer[] = []
  for (let n = 0; n < count; n++)
    customers.push(
      await inside(() => Customer.register({ name: `Customer ${n}`, country: 'US', city: 'Denver' }))
    )
  await settle()
  const links = await inside(() => CrmLink.query().orderBy('customerId'))
  const feed = () => new CrmFeedTimer().handle({ tenantId: tenant.id, connectionId: connection.id })
  const cities = async () => (await inside(() => Customer.query().orderBy('id'))).map(({ city }) => city)
  return {
    ...company,
    portal,
    connection,
    feed,
    settle,
    cities,
    customers,
    records: links.map(({ externalId }) => externalId!),
    hints: async () =>
      (await inside(() => CrmHint.query().orderBy('externalId'))).map(({ externalId }) => externalId),
    receivedWebhooks: () => inside(() => ReceivedWebhook.all()),
    /** Reads the whole feed. */
    readAll: async () => {
      await feed()
      await settle()
      await settle()
    },
    read: async () => {
      await new CrmHintsTimer().handle({ tenantId: tenant.id, connectionId: connection.id })
      await settle()
    },
  }
}
