import vine from '@vinejs/vine'

const event = () => vine.string().trim().maxLength(100).optional()
const cause = () => vine.string().trim().maxLength(200).optional()
const ids = () => vine.array(vine.string().uuid()).minLength(1).maxLength(500).optional()

export const deadLetterFiltersValidator = vine.create({ event: event(), cause: cause() })

/** Some by name, or all that match the filter. */
export const replayValidator = vine.create({ ids: ids(), event: event(), cause: cause() })

export const discardValidator = vine.create({
  ids: ids(),
  event: event(),
  cause: cause(),
  reason: vine.string().trim().minLength(1).maxLength(500),
})
