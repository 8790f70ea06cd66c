import app from '@adonisjs/core/services/app'
import { HubSpotServer } from '#tests/contract/hubspot/server'
import { SalesforceServer } from '#tests/contract/salesforce/server'

/** The contract servers of all customer systems, each in its vendor's place until `stop`. */
export async function startVendors() {
  const former = app.config.get('crm.hosts')
  const [hubspot, salesforce] = [await HubSpotServer.start(), await SalesforceServer.start()]
  app.config.set('crm.hosts', { hubspot: hubspot.url, salesforce: salesforce.url })
  const stop = async () => {
    app.config.set('crm.hosts', former)
    await hubspot.stop()
    await salesforce.stop()
  }
  return { hubspot, salesforce, stop }
}
