import { cpus } from 'node:os'
import { addEarlier, addMessages, addRecent, addScans } from '#tests/bench/dashboard_rows'
import { beside, percentile } from '#tests/bench/latencies'
import { bootApp } from '#tests/boot'

const RECENT = 50_000
const SMALL = 100_000
const LARGE = Number(process.env.DASHBOARD_LEADS ?? 1_000_000)
const BATCHES = 10
const TIMES = 40

/** The dashboard over 90 days of one company with a hundred thousand leads, and the same with a million: as many of the last 90 days. */
export default {
  name: 'dashboard',
  /** Times at the small size by those at the large one, each by a look-up measured beside it; of the worst reader. */
  goal: 0.8,

  async run() {
    const app = await bootApp()
    const { default: Dashboard } = await import('#app/dashboards/dashboard')
    const { default: User } = await import('#app/identity/user')
    const { makeBoundCodes } = await import('#tests/bench/bound_codes')
    const { makeMember } = await import('#tests/factories')
    const company = await makeBoundCodes(BATCHES * 10_000)
    const { admin, tenant, inside } = company
    const agent = await makeMember(tenant, 'field_user')

    const measure = async (days: 7 | 30 | 90) => {
      const looks: number[] = []
      const look = () => inside(() => User.findOrFail(admin.user.id))
      const readers: Record<string, { milliseconds: number; p99: number }> = {}
      for (const [name, { user }] of Object.entries({ administrator: admin, 'field user': agent })) {
        const reader = await inside(() => User.withRights().where('id', user.id).firstOrFail())
        const whole = new Dashboard(reader, tenant, days)
        const parts: Record<string, () => Promise<unknown>> = {
          all: async () => {
            await whole.setUp()
            await whole.leads()
            await whole.openMessages()
            await whole.scans()
          },
          leads: () => whole.leads(),
          messages: () => whole.openMessages(),
          scans: () => whole.scans(),
        }
        for (const [part, read] of Object.entries(parts))
          readers[`${name}, ${part}`] = await beside(look, () => inside(read), looks, TIMES)
      }
      return { readers, look: percentile(looks, 0.25) }
    }

    await addScans(company, BATCHES)
    await addRecent(company, agent.user.id, RECENT)
    await addEarlier(company, agent.user.id, SMALL - RECENT, RECENT)
    await addMessages(company)
    const small = await measure(90)
    await addEarlier(company, agent.user.id, LARGE - SMALL, SMALL)
    await addMessages(company)
    const large = await measure(90)
    // Beyond the comparison: all of a million within the span that is shown.
    await addRecent(company, agent.user.id, LARGE - RECENT, LARGE)
    const dense = await measure(90)
    await app.terminate()
    const ratios = Object.fromEntries(
      Object.entries(small.readers)
        .filter(([name]) => name.endsWith(', all'))
        .map(([name, { milliseconds }]) => [
          name,
          (milliseconds / small.look / (large.readers[name].milliseconds / large.look)).toFixed(2),
        ])
    )
    return {
      ratio: Math.min(...Object.values(ratios).map(Number)),
      details: {
        leads: { small: SMALL, large: LARGE, recent: RECENT },
        small,
        large,
        dense,
        ratios,
        cores: cpus().length,
      },
    }
  },
}
