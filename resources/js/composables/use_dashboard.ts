import { urlFor } from '~/client'
import type { LeadSource } from '~/lead_sources'

export type LeadFigures = {
  from: string
  until: string
  leads: number
  converted: number
  replied: number
  medianReplySeconds: number | null
  bySource: { source: LeadSource; leads: number }[]
  byDay: ({ day: string; leads: number } & Record<LeadSource, number>)[]
}

/** The list behind a figure. */
export const leadsWith = (filters: Record<string, string>) =>
  `${urlFor('leads.leads.index')}?${new URLSearchParams(filters)}`

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** "2 days 3 hr": the two largest units say enough. */
export function spanInWords(seconds: number) {
  const minutes = Math.max(60, Math.round(seconds / 60) * 60)
  const at = UNITS.findIndex(([, size]) => minutes >= size)
  const [large, small] = [UNITS[at], UNITS[at + 1]]
  const rest = small ? Math.floor((minutes % large[1]) / small[1]) : 0
  const say = (count: number, unit: string) =>
    new Intl.NumberFormat(undefined, { style: 'unit', unit, unitDisplay: 'short' }).format(count)
  const said = say(Math.floor(minutes / large[1]), large[0])
  return rest ? `${said} ${say(rest, small[0])}` : said
}

export const percentOf = (part: number, whole: number) =>
  whole ? (part / whole).toLocaleString(undefined, { style: 'percent', maximumFractionDigits: 0 }) : '–'
