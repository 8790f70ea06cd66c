import { CONNECTIONS, load, request, UNLIMITED, withToken } from '#tests/bench/http_load'
import { startLimit } from '#tests/bench/limit_server'
import { interleave, median } from '#tests/bench/rounds'
import { Product } from '#tests/product'
import { bootApp } from '#tests/boot'

const LEADS = 100_000

/** The lead list for a signed-in API client, against the same statements on node:http and pg. */
export default {
  name: 'page',
  goal: 0.5,

  async run() {
    const app = await bootApp()
    const token = await seed()
    const product = await Product.start({ driver: 'embedded', processes: ['web'], env: UNLIMITED })
    const limit = await startLimit('./page_limit.ts')
    const sides = {
      ours: () => load(() => withToken(`${product.url}/api/leads`, token)),
      limit: () => load(() => withToken(limit.url, token)),
    }
    try {
      await requireSameAnswers(`${product.url}/api/leads`, limit.url, token)
      await sides.ours()
      await sides.limit()
      const rates = await interleave(sides)
      return {
        ratio: median(rates.ours) / median(rates.limit),
        details: { leads: LEADS, connections: CONNECTIONS, requestsPerSecond: rates },
      }
    } finally {
      limit.stop()
      await product.stop()
      await app.terminate()
    }
  },
}

async function seed() {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { makeCompany } = await import('#tests/factories')
  const { default: AccessToken } = await import('#app/access_tokens/access_token')
  const company = await makeCompany()
  await db.connection('system').rawQuery(
    `insert into leads (id, tenant_id, number, source, contact_name, contact_phone, address, summary, name_norm, created_at, updated_at)
     select uuidv7(make_interval(secs => n - ${LEADS})), :tenantId, n, 'qr', 'Dana Whitfield', '+13035550142', '18 Elm St, Denver',
       'Boiler makes a knocking noise in the morning', 'dana whitfield', now(), now() from generate_series(1, ${LEADS}) n`,
    { tenantId: company.tenant.id }
  )
  await db.connection('owner').rawQuery('analyze leads')
  return company.inside(() => AccessToken.mint(company.admin.user, 'bench'))
}

async function requireSameAnswers(ours: string, limit: string, token: string) {
  const ids = async (url: string) =>
    (JSON.parse(await request(withToken(url, token))) as { data: { id: string }[] }).data
      .map(({ id }) => id)
      .join()
  if ((await ids(ours)) !== (await ids(limit))) throw new Error('The two sides do not answer the same leads')
}
