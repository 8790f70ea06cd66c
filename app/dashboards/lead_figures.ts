import db from '@adonisjs/lucid/services/db'
import { firstOfLast } from '#app/platform/last_days'
import type User from '#app/identity/user'
import Lead from '#app/leads/lead'
import LeadDays from '#app/leads/lead_days'
import { LEAD_SOURCES, type LeadSource } from '#app/leads/lead_submission'

type Row = {
  day: number | null
  source: LeadSource | null
  leads: number
  converted: number
  replied: number
  median: number | null
}
type Day = { day: string; leads: number } & Record<LeadSource, number>

/** What came in during the last days and what became of it, as far as somebody sees leads: one statement. */
export default class LeadFigures {
  private span: LeadDays

  constructor(
    private user: User,
    timeZone: string,
    days: number
  ) {
    this.span = new LeadDays(firstOfLast(days, timeZone), firstOfLast(1, timeZone))
  }

  async read() {
    const rows = await this.rows()
    const all = rows.find(({ day }) => day === null)
    const days = this.span.days
    return {
      from: days[0],
      until: days.at(-1)!,
      leads: all?.leads ?? 0,
      converted: all?.converted ?? 0,
      replied: all?.replied ?? 0,
      medianReplySeconds: all?.median ?? null,
      bySource: LEAD_SOURCES.map((source) => ({
        source,
        leads: sum(rows.filter((row) => row.source === source)),
      })),
      byDay: days.map((day, at) =>
        dayOf(
          day,
          rows.filter((row) => row.day === at + 1)
        )
      ),
    }
  }

  private async rows() {
    const { bounds } = this.span
    const reach = this.user.reach('read', 'leads')
    const size = { few: await Lead.holdings.areFew(reach) }
    const leads = Lead.holdings.narrow(Lead.query(), reach, size)
    return leads
      .where('leads.id', '>=', bounds[0])
      .where('leads.id', '<', bounds.at(-1)!)
      .groupByRaw('grouping sets ((1, 2), ())')
      .pojo<Row>()
      .select(
        db.raw('width_bucket(leads.id, ?::uuid[]) as day', [bounds as never]),
        'leads.source',
        db.raw(COUNTED)
      )
  }
}

const COUNTED = `count(*)::int as leads,
  (count(*) filter (where status = 'converted'))::int as converted,
  count(first_replied_at)::int as replied,
  percentile_cont(0.5) within group (order by extract(epoch from first_replied_at - leads.created_at))
    as median`

const sum = (rows: Row[]) => rows.reduce((total, { leads }) => total + leads, 0)

const dayOf = (day: string, rows: Row[]): Day => ({
  day,
  leads: sum(rows),
  ...(Object.fromEntries(
    LEAD_SOURCES.map((source) => [source, sum(rows.filter((row) => row.source === source))])
  ) as Record<LeadSource, number>),
})
