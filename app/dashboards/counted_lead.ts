import type LeadDays from '#app/leads/lead_days'

/** Steps of a time that doubles: a first reply is known to the step, so that its middle is off by 4.5 % at most. */
const STEPS = 8

/** What a lead counts as, among those of a span. */
export const countedAs = ({ days, bounds }: LeadDays) => ({
  sql: `(?::date[])[width_bucket(leads.id, ?::uuid[])] as day, leads.source, leads.status = 'converted' as is_converted,
    case when leads.first_replied_at is not null then floor(${STEPS} * ln(greatest(0.95,
      extract(epoch from leads.first_replied_at - leads.created_at)::float8 / 60)) / ln(2::float8)) end::smallint as reply`,
  bindings: [days, bounds],
})

/** Counts of such leads, each `by` so much: one of its source, and one of its reply if it has one. */
export const countsOf = (leads: string, key = '') =>
  `select ${key} day, source, null::smallint as reply, by as leads, by * is_converted::int as converted from ${leads}
   union all select ${key} day, null, reply, by, 0 from ${leads} where reply is not null`

export type Replies = { reply: number; leads: number }[]

/** The time that half of the first replies took at most, in seconds; between the two in the middle of an even number. */
export function medianReply(replies: Replies) {
  const all = replies.reduce((sum, { leads }) => sum + leads, 0)
  const sorted = [...replies].sort((one, other) => one.reply - other.reply)
  const at = (place: number) => {
    let passed = 0
    return secondsOf(sorted.find(({ leads }) => (passed += leads) > place)!.reply)
  }
  return all === 0 ? null : (at(Math.floor((all - 1) / 2)) + at(Math.floor(all / 2))) / 2
}

const secondsOf = (reply: number) => (reply < 0 ? 30 : 60 * 2 ** ((reply + 0.5) / STEPS))
