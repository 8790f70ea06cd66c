import vine from '@vinejs/vine'
import { orderedCursorRule } from '#app/platform/database/cursor'

export const crmConflictsValidator = vine.create({ after: orderedCursorRule().optional() })

/** Whose word counts. */
export const crmConflictValidator = vine.create({ choice: vine.enum(['ours', 'theirs']) })
