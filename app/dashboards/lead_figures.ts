import { firstOfLast } from '#app/platform/last_days'
import type User from '#app/identity/user'
import LeadDays from '#app/leads/lead_days'
import { LEAD_SOURCES, type LeadSource } from '#app/leads/lead_submission'
import { medianReply, type Replies } from '#app/dashboards/counted_lead'
import LeadCounts, { type LeadCount } from '#app/dashboards/lead_counts'

type Day = { day: string; leads: number } & Record<LeadSource, number>

/** What came in during the last days and what became of it, as far as somebody sees leads. */
export default class LeadFigures {
  private span: LeadDays

  constructor(
    private user: User,
    private timeZone: string,
    days: number
  ) {
    this.span = new LeadDays(firstOfLast(days, timeZone), firstOfLast(1, timeZone))
  }

  async read() {
    const counts = await new LeadCounts(this.user, this.timeZone, this.span).read()
    const came = counts.filter(({ source }) => source !== null)
    const replied = counts.filter(({ reply }) => reply !== null)
    const { days } = this.span
    return {
      from: days[0],
      until: days.at(-1)!,
      leads: sum(came),
      converted: sum(came, 'converted'),
      replied: sum(replied),
      medianReplySeconds: medianReply(replied as Replies),
      bySource: LEAD_SOURCES.map((source) => ({ source, leads: sum(of(came, source)) })),
      byDay: days.map((day) =>
        dayOf(
          day,
          came.filter((count) => count.day === day)
        )
      ),
    }
  }
}

const of = (counts: LeadCount[], source: LeadSource) => counts.filter((count) => count.source === source)

const sum = (counts: LeadCount[], what: 'leads' | 'converted' = 'leads') =>
  counts.reduce((total, count) => total + count[what], 0)

const dayOf = (day: string, counts: LeadCount[]): Day => ({
  day,
  leads: sum(counts),
  ...(Object.fromEntries(LEAD_SOURCES.map((source) => [source, sum(of(counts, source))])) as Record<
    LeadSource,
    number
  >),
})
