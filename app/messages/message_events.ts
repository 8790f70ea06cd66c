import { defineEvent } from '#app/platform/events/events'

export const MessageCreated = defineEvent<{
  leadId: string
  leadNumber: number
  author: 'customer' | 'user'
}>('message.created')

export const MessageRead = defineEvent<{ leadId: string; reader: 'customer' | 'user' }>('message.read')
