import { setTimeout as sleep } from 'node:timers/promises'
import { bootApp } from '#tests/boot'
import { BATCH, LATENCY, LIMIT, startSlowVendor } from '#tests/bench/crm_sync_vendor'

const CUSTOMERS = Number(process.argv[3] ?? process.env.CRM_SYNC_CUSTOMERS ?? 20_000)
const GOAL = 0.9

/**
 * All customers of a company on their way to a customer system that has none of them, from the button to the last record.
 * The limit: as many batches as the vendor allows, and nothing else asked.
 */
export default {
  name: 'crm-sync',
  goal: GOAL,

  async run() {
    const app = await bootApp()
    const vendor = await startSlowVendor()
    app.config.set('crm.hosts', { hubspot: vendor.url })
    const { default: CrmConnection } = await import('#app/crm_connections/crm_connection')
    const { default: CrmSync } = await import('#app/crm_connections/crm_sync')
    const { default: CrmSyncWorker } = await import('#app/crm_connections/crm_sync_worker')
    const { TOKEN } = await import('#tests/contract/hubspot/server')
    const { makeCompany } = await import('#tests/factories')
    const { handOverAfter } = await import('#tests/hand_over')
    const { newId } = await import('#app/platform/ids')

    const { inside, admin, tenant } = await makeCompany()
    await inside(() => makeCustomers(CUSTOMERS))
    const connection = await inside(() => CrmConnection.keep('hubspot', { token: TOKEN }, admin.user))
    let last = newId()
    const startedAt = performance.now()
    const { id } = await inside(() => CrmSync.start(connection, 'write', admin.user))
    for (let isOver = false; !isOver;) {
      const since = last
      last = newId()
      // As the ladder does when the vendor wants to be left alone.
      await handOverAfter(since, tenant.id, CrmSyncWorker).catch((error: { retryAt?: Date }) => {
        if (!error.retryAt) throw error
        last = since
        return sleep(error.retryAt.getTime() - Date.now())
      })
      isOver = (await inside(() => CrmSync.findOrFail(id))).isOver
    }
    const seconds = (performance.now() - startedAt) / 1000
    const counts = await inside(async () => (await CrmSync.findOrFail(id)).counts())
    const { requests, refused, size } = await vendor.stop()
    await app.terminate()
    if (size !== CUSTOMERS) throw new Error(`${size} records for ${CUSTOMERS} customers`)
    const perSecond = { ours: CUSTOMERS / seconds, limit: (LIMIT.requests / LIMIT.seconds) * BATCH }
    return {
      ratio: perSecond.ours / perSecond.limit,
      details: {
        customers: CUSTOMERS,
        seconds,
        perSecond,
        counts,
        requests,
        refused,
        latency: LATENCY,
        limit: LIMIT,
      },
    }
  },
}

async function makeCustomers(count: number) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  await db.rawQuery(
    `insert into customers (id, name, name_norm, email, email_norm, phone, street, city, region, postcode, country, created_at, updated_at)
      select uuidv7(), 'Customer ' || n, 'customer ' || n, 'c' || n || '@example.com', 'c' || n || '@example.com',
        '+1303' || lpad((5000000 + n)::text, 7, '0'), n || ' Elm St', 'Denver', 'CO', '80202', 'US', now(), now()
      from generate_series(1, ?::int) n`,
    [count]
  )
}
