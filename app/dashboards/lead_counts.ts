import db from '@adonisjs/lucid/services/db'
import { Current } from '#app/platform/database/current'
import type Reach from '#app/access/reach'
import type User from '#app/identity/user'
import Lead from '#app/leads/lead'
import type LeadDays from '#app/leads/lead_days'
import type { LeadSource } from '#app/leads/lead_submission'
import { countedAs, countsOf } from '#app/dashboards/counted_lead'

/** Of one day and source, or of one time that the first reply took. */
export type LeadCount = {
  day: string | null
  source: LeadSource | null
  reply: number | null
  leads: number
  converted: number
}

/**
 * The leads of a span that somebody sees, counted. Read are the counts that are kept, less what the leads with a mark
 * were counted as, plus what they are: one statement, so that all of it is of the same moment.
 */
export default class LeadCounts {
  private reach: Reach

  constructor(
    user: User,
    private timeZone: string,
    private span: LeadDays
  ) {
    this.reach = user.reach('read', 'leads')
  }

  async read() {
    return (await this.readKept()) ?? (await this.readLive())
  }

  /** Nothing while this company's leads are not all counted yet, or by another clock. */
  async readKept() {
    const { days, bounds } = this.span
    const { tenantId } = Current
    const of = this.ofReader
    const after = this.visible('leads.id in (select id from uncounted)')
    const rows = await this.query(
      `with uncounted as materialized (
         select distinct lead_id as id from uncounted_leads where tenant_id = ? and lead_id >= ? and lead_id < ?),
       held as materialized (
         select holders, array(select id from lead_holder_sets sets
           where sets.tenant_id = ? and sets.holders && reader.holders) as sets
         from (select ?::uuid[] as holders) as reader),
       changes as materialized (
         select -1 as by, day, source, is_converted, reply from counted_leads
           where tenant_id = ? and id in (select id from uncounted) and ${of.leads}
         union all select 1, ${after.sql}),
       counts as (
         select day, source, reply, leads, converted from lead_day_counts
           where tenant_id = ? and day between ? and ? and ${of.counts}
         union all ${countsOf('changes')})
       ${SUMMED}
       union all select null, null, null, 1, 0 from lead_countings
         where tenant_id = ? and is_complete and time_zone = ? and since <= ?`,
      [
        ...[tenantId, bounds[0], bounds.at(-1)],
        ...[tenantId, [...this.reach.people, ...this.reach.teams]],
        tenantId,
        ...after.bindings,
        ...[tenantId, days[0], days.at(-1)],
        ...[tenantId, this.timeZone, days[0]],
      ]
    )
    const isCounted = ({ source, reply }: LeadCount) => source !== null || reply !== null
    return rows.every(isCounted) ? null : rows.filter(isCounted)
  }

  /** Each lead looked at. */
  async readLive() {
    const { bounds } = this.span
    const { sql, bindings } = this.visible('leads.id >= ? and leads.id < ?', [bounds[0], bounds.at(-1)])
    return this.query(
      `with changes as materialized (select 1 as by, ${sql}), counts as (${countsOf('changes')}) ${SUMMED}`,
      bindings
    )
  }

  private visible(where: string, bindings: unknown[] = []) {
    const counted = countedAs(this.span)
    const held = Lead.holdings.condition(this.reach)
    return {
      sql: `${counted.sql} from leads where leads.tenant_id = ? and ${where} and ${held.sql}`,
      bindings: [...counted.bindings, Current.tenantId, ...bindings, ...held.bindings],
    }
  }

  // One holder's leads have counts of their own; those of several people are counted by who holds them together.
  private get ofReader() {
    const { kind, people, teams } = this.reach
    const ofSets = 'any((select sets from held)::uuid[])'
    if (kind === 'everything') return { leads: 'true', counts: 'held_by is null' }
    const [holder, ...others] = [...people, ...teams]
    const counts = holder && others.length === 0 ? 'any((select holders from held)::uuid[])' : ofSets
    return { leads: `holder_set_id = ${ofSets}`, counts: `held_by = ${counts}` }
  }

  private async query(sql: string, bindings: unknown[]) {
    return (await db.rawQuery<{ rows: LeadCount[] }>(sql, bindings as never)).rows
  }
}

const SUMMED = `select day::text, source, reply, leads, converted from (
    select case when source is not null then day end as day, source, reply, sum(leads)::int as leads,
      sum(converted)::int as converted
    from counts group by 1, 2, 3 having sum(leads) <> 0) as summed`
