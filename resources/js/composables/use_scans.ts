export const PERIODS = [
  { label: 'Last 7 days', value: '7' },
  { label: 'Last 30 days', value: '30' },
  { label: 'Last 90 days', value: '90' },
  { label: 'Last year', value: '365' },
]

/** How many requests came of a hundred people; of nobody, nothing can be said. */
export function perHundred({ visitors, leads }: { visitors: number; leads: number }) {
  if (visitors === 0) return '–'
  const rate = (100 * leads) / visitors
  return rate.toLocaleString(undefined, { maximumFractionDigits: rate < 10 ? 1 : 0 })
}

const DAY = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const MONTH = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' })

export const dayInWords = (day: string) => DAY.format(new Date(`${day}T00:00:00Z`))
export const monthInWords = (day: string) => MONTH.format(new Date(`${day}T00:00:00Z`))
