import { CONNECTIONS, load, request, UNLIMITED, withToken } from '#tests/bench/http_load'
import { startLimit } from '#tests/bench/limit_server'
import { interleave, median } from '#tests/bench/rounds'
import { freePort } from '../../bin/lib/free_port.mjs'
import { Product } from '#tests/product'
import { bootApp } from '#tests/boot'

/** One lead for an API client, against the same server, transaction and row without token, role or quota. */
export default {
  name: 'auth',
  goal: 0.6,

  async run() {
    const app = await bootApp()
    const { token, lead, tenantId } = await seed()
    const product = await Product.start({ driver: 'embedded', processes: ['web'], env: UNLIMITED })
    const limit = await startLimit('./auth_limit.ts', tenantId, {
      ...product.env,
      PORT: String(await freePort()),
    })
    const addresses = { ours: `${product.url}/api/leads/${lead}`, limit: `${limit.url}/api/limit/${lead}` }
    try {
      await requireSameAnswers(addresses, token)
      const sides = {
        ours: () => load(() => withToken(addresses.ours, token)),
        limit: () => load(() => withToken(addresses.limit, token)),
      }
      await sides.ours()
      await sides.limit()
      const rates = await interleave(sides)
      return {
        ratio: median(rates.ours) / median(rates.limit),
        details: { connections: CONNECTIONS, requestsPerSecond: rates },
      }
    } finally {
      limit.stop()
      await product.stop()
      await app.terminate()
    }
  },
}

async function seed() {
  const { makeCompany, makeMember } = await import('#tests/factories')
  const { receiveLead } = await import('#tests/lead_factories')
  const { default: AccessToken } = await import('#app/access_tokens/access_token')
  const { tenant, admin, inside } = await makeCompany()
  const { user } = await makeMember(tenant, 'agent')
  return inside(async () => {
    const lead = await receiveLead()
    await lead.assign(user)
    return { token: await AccessToken.mint(admin.user, 'bench'), lead: lead.id, tenantId: tenant.id }
  })
}

async function requireSameAnswers({ ours, limit }: Record<'ours' | 'limit', string>, token: string) {
  if ((await request(withToken(ours, token))) !== (await request(withToken(limit, token))))
    throw new Error('The two sides do not answer the same')
}
