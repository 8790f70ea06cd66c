import { defineEvent } from '#app/platform/events'

/** Names the entries whose content goes, so that nothing can vanish from the chain without a word. */
export const HistoryErased = defineEvent<{ recordId: string; eventIds: string[] }>('history.erased', {
  audited: true,
})
