import vine from '@vinejs/vine'
import { cursorRule } from '#app/platform/cursor'
import { LEAD_STATUSES } from '#app/leads/lead'

export const leadFiltersValidator = vine.create({
  status: vine.enum(LEAD_STATUSES).optional(),
  source: vine.enum(['qr', 'manual']).optional(),
  assignee: vine.unionOfTypes([vine.literal('me'), vine.literal('none'), vine.string().uuid()]).optional(),
  search: vine.string().trim().maxLength(100).optional(),
  after: cursorRule().optional(),
  count: vine.boolean().optional(),
})

export const leadIdValidator = vine.create({ params: vine.object({ id: vine.string().uuid() }) })

export const assignmentValidator = vine.create({ assigneeId: vine.string().uuid().nullable() })

export const lossValidator = vine.create({ reason: vine.string().trim().minLength(1).maxLength(500) })
