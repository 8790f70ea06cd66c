export type DayWindow = { from: string; to: string; capacity: number }
export type BookingRules = {
  week: DayWindow[][]
  closedDays: string[]
  noticeHours: number
  horizonDays: number
  holdHours: number
  changeHours: number | null
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A day's work in windows of two hours, to begin with. */
const ORDINARY_DAY: DayWindow[] = [
  { from: '08:00', to: '10:00', capacity: 1 },
  { from: '10:00', to: '12:00', capacity: 1 },
  { from: '13:00', to: '15:00', capacity: 1 },
  { from: '15:00', to: '17:00', capacity: 1 },
]

export const ordinaryWeek = () => WEEKDAYS.map((_, day) => (day < 5 ? copied(ORDINARY_DAY) : []))
export const copied = (windows: DayWindow[]) => windows.map((window) => ({ ...window }))

/** Two hours after the last one, or from eight. */
export function nextWindow(windows: DayWindow[]): DayWindow {
  const last = windows.at(-1)
  const from = last?.to ?? '08:00'
  const hour = Number(from.slice(0, 2)) + 2
  const to = hour < 24 ? `${String(hour).padStart(2, '0')}:${from.slice(3)}` : '23:59'
  return { from, to, capacity: last?.capacity ?? 1 }
}
