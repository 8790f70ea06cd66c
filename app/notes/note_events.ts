import { defineEvent } from '#app/platform/events/events'

/** Says that there is a note, never what it says. */
export const NoteCreated = defineEvent<{ leadId: string; leadNumber: number }>('note.created')
