import { cpus } from 'node:os'
import {
  addChanges,
  addEarlier,
  addMessages,
  addRecent,
  addScans,
  counting,
} from '#tests/bench/dashboard_rows'
import { beside, paceKept, type Beside } from '#tests/bench/latencies'
import { bootApp } from '#tests/boot'

const SMALL = 10_000
const LARGE = Number(process.env.DASHBOARD_LEADS ?? 200_000)
const BATCHES = 10
const TIMES = 40
const COLLEAGUES = 20
/** Leads that wait to be counted, as of a busy minute. */
const CHANGED = 200
const UNREAD = 500

/** The dashboard over 90 days of one company that had so many leads in them and as many in the years before. */
export default {
  name: 'dashboard',
  /** Times at the small size by those at the large one, each by a look-up measured beside it; of the worst reader. */
  goal: 0.8,

  async run() {
    const app = await bootApp()
    const { default: Dashboard } = await import('#app/dashboards/dashboard')
    const { default: LeadCounts } = await import('#app/dashboards/lead_counts')
    const { default: LeadDays } = await import('#app/leads/lead_days')
    const { firstOfLast } = await import('#app/platform/last_days')
    const { default: User } = await import('#app/identity/user')
    const { makeBoundCodes } = await import('#tests/bench/bound_codes')
    const { makeMember } = await import('#tests/factories')
    const company = await makeBoundCodes(BATCHES * 10_000)
    const { admin, tenant, inside } = company
    const people: string[] = []
    for (let n = 0; n < COLLEAGUES; n++) people.push((await makeMember(tenant, 'field_user')).user.id)

    const measure = async (days: 7 | 30 | 90) => {
      const look = () => inside(() => User.findOrFail(admin.user.id))
      const readers: Record<string, Beside> = {}
      for (const [name, id] of Object.entries({ administrator: admin.user.id, 'field user': people[0] })) {
        const reader = await inside(() => User.withRights().where('id', id).firstOrFail())
        const whole = new Dashboard(reader, tenant, days)
        const span = new LeadDays(firstOfLast(days, tenant.timeZone), firstOfLast(1, tenant.timeZone))
        const counts = new LeadCounts(reader, tenant.timeZone, span)
        const parts: Record<string, [number, () => Promise<unknown>]> = {
          all: [
            TIMES,
            async () => {
              await whole.setUp()
              await whole.leads()
              await whole.openMessages()
              await whole.scans()
            },
          ],
          leads: [TIMES, () => whole.leads()],
          messages: [TIMES, () => whole.openMessages()],
          scans: [TIMES, () => whole.scans()],
          'leads, not counted': [3, () => counts.readLive()],
        }
        for (const [part, [times, read]] of Object.entries(parts))
          readers[`${name}, ${part}`] = await beside(look, () => inside(read), times)
      }
      return readers
    }

    const at = async (leads: number, known: number) => {
      await addRecent(company, people, leads - known, 2 * known)
      await addEarlier(company, people, leads - known, known + leads)
      await addMessages(company, UNREAD)
      const counted = await counting()
      await addChanges(company, CHANGED)
      return { leads: { inside: leads, before: leads }, counted, readers: await measure(90) }
    }

    await addScans(company, BATCHES)
    const small = await at(SMALL, 0)
    const large = await at(LARGE, SMALL)
    await app.terminate()
    const ratios = Object.fromEntries(
      Object.entries(small.readers)
        .filter(([name]) => name.endsWith(', all'))
        .map(([name, one]) => [name, paceKept(one, large.readers[name])])
    )
    return {
      ratio: Math.min(...Object.values(ratios).map(Number)),
      details: { small, large, ratios, changed: CHANGED, unread: UNREAD, cores: cpus().length },
    }
  },
}
