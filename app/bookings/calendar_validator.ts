import vine, { SimpleMessagesProvider } from '@vinejs/vine'
import { dayRule } from '#app/platform/day_rule'
import type { DayWindow } from '#app/bookings/booking_calendar'

const MOST_WINDOWS = 12
const MOST_CLOSED_DAYS = 100
const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/

const isLater = vine.createRule((to, _, field) => {
  const { from } = field.parent as Partial<DayWindow>
  if (typeof to === 'string' && typeof from === 'string' && to <= from)
    field.report('Choose an end that is later than the start.', 'isLater', field)
})

const isWindow = (given: unknown): given is DayWindow => {
  const { from, to } = (given ?? {}) as Partial<DayWindow>
  return typeof from === 'string' && typeof to === 'string'
}

// Two windows at once would share people whom each counts as its own.
const standApart = vine.createRule((windows, _, field) => {
  const inOrder = (windows as unknown[])
    .filter(isWindow)
    .sort((one, other) => (one.from < other.from ? -1 : 1))
  const overlap = inOrder.find(({ from }, index) => index > 0 && from < inOrder[index - 1].to)
  if (overlap)
    field.report(
      `The window that begins at ${overlap.from} begins before the one before it is over.`,
      'standApart',
      field
    )
})

const hours = (least: number, most: number) => vine.number().withoutDecimals().range([least, most])

const time = () => vine.string().regex(CLOCK_TIME)

export const calendarValidator = vine.create({
  week: vine
    .array(
      vine
        .array(vine.object({ from: time(), to: time().use(isLater()), capacity: hours(1, 50) }))
        .maxLength(MOST_WINDOWS)
        .use(standApart())
    )
    .fixedLength(7),
  closedDays: vine.array(dayRule()).maxLength(MOST_CLOSED_DAYS).distinct(),
  noticeHours: hours(0, 720),
  horizonDays: hours(1, 90),
  holdHours: hours(1, 168),
  changeHours: hours(0, 720).nullable(),
})

calendarValidator.messagesProvider = new SimpleMessagesProvider({
  regex: 'Enter a time, for example 08:00.',
  'closedDays.*.regex': 'Choose a date from the calendar.',
  'closedDays.distinct': 'One of these days is there twice.',
  'array.maxLength': 'Use at most {{ max }} of them.',
  range: 'Enter a number from {{ min }} to {{ max }}.',
  number: 'Enter a number.',
  withoutDecimals: 'Enter a whole number.',
})
