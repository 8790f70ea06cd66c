import { defineEvent } from '#app/platform/events/events'

type Facts = { title: string; shortcut: string }

export const CannedReplyCreated = defineEvent<Facts>('canned_reply.created', { audited: true })
export const CannedReplyUpdated = defineEvent<Facts>('canned_reply.updated', { audited: true })
export const CannedReplyDeleted = defineEvent<Facts>('canned_reply.deleted', { audited: true })
