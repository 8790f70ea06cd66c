import { defineEvent } from '#app/platform/events/events'

/** Names the entries whose content goes, so that nothing can vanish from the chain without a word. */
export const HistoryErased = defineEvent<{ recordId: string; eventIds: string[] }>('history.erased', {
  audited: true,
})

/** A file on the drive says from now on what the tables said: this vouches for it. */
export const HistoryArchived = defineEvent<{
  source: string
  kind: string
  month: string
  entries: number
  bytes: number
  sha256: string
}>('history.archived', { audited: true })
