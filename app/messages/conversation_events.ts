import { defineEvent } from '#app/platform/events/events'

export const ConversationAssigned = defineEvent<{
  leadId: string
  leadNumber: number
  assigneeId: string | null
  previousId: string | null
}>('conversation.assigned')
