import type { DeadLetter } from '#app/platform/bus/bus'

export type DeadLetterFilters = {
  /** Only these; without them all that match. */
  ids?: string[]
  event?: string
  /** Part of the cause. */
  cause?: string
}

export function matches({ id, event, cause }: DeadLetter, filters: DeadLetterFilters) {
  return (
    (!filters.ids || filters.ids.includes(id)) &&
    (!filters.event || event?.name === filters.event) &&
    (!filters.cause || cause.toLowerCase().includes(filters.cause.toLowerCase()))
  )
}
