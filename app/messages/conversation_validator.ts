import vine from '@vinejs/vine'
import { orderedCursorRule, pageSizeRule } from '#app/platform/database/cursor'
import { CONVERSATION_STATES } from '#app/messages/conversation_list'

export const conversationFiltersValidator = vine.create({
  state: vine.enum(CONVERSATION_STATES).optional(),
  assignee: vine.unionOfTypes([vine.literal('me'), vine.literal('none'), vine.string().uuid()]).optional(),
  limit: pageSizeRule().optional(),
  after: orderedCursorRule().optional(),
})

export const conversationAssignmentValidator = vine.create({ assigneeId: vine.string().uuid().nullable() })
