import { defineEvent } from '#app/platform/events/events'

type Handled = { queue: string; event: string; eventId: string; cause: string }

export const DeadLetterReplayed = defineEvent<Handled>('dead_letter.replayed', { audited: true })
export const DeadLetterDiscarded = defineEvent<Handled & { reason: string }>('dead_letter.discarded', {
  audited: true,
})
