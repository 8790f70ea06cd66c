import vine from '@vinejs/vine'
import { workers } from '#start/workers'
import { cursorRule } from '#app/platform/database/cursor'

const event = () => vine.string().trim().maxLength(100).optional()
const cause = () => vine.string().trim().maxLength(200).optional()
const ids = () => vine.array(vine.string().uuid()).minLength(1).maxLength(500).optional()

export const deadLetterFiltersValidator = vine.create({ event: event(), cause: cause() })

export const UNFINISHED_VIEWS = ['given_up', 'waiting', 'undecided'] as const

export const unfinishedValidator = vine.create({
  show: vine.enum(UNFINISHED_VIEWS).optional(),
  after: cursorRule().optional(),
  event: event(),
  cause: cause(),
})

const queue = () => vine.enum(Object.keys(workers)).optional()

/** Some by name, or all that match the filter. */
export const replayValidator = vine.create({ queue: queue(), ids: ids(), event: event(), cause: cause() })

export const discardValidator = vine.create({
  queue: queue(),
  ids: ids(),
  event: event(),
  cause: cause(),
  reason: vine.string().trim().minLength(1).maxLength(500),
})
