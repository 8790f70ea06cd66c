import vine from '@vinejs/vine'
import { orderedCursorRule } from '#app/platform/database/cursor'

const outcome = () => vine.enum(['create', 'link', 'update', 'same', 'duplicate', 'refuse']).optional()

export const newCrmSyncValidator = vine.create({ purpose: vine.enum(['preview', 'write']) })

/** What somebody wants of one that is under way. */
export const crmSyncValidator = vine.create({ state: vine.enum(['paused', 'running', 'stopped']) })

export const crmSyncRowsValidator = vine.create({ outcome: outcome(), after: orderedCursorRule().optional() })

export const crmSyncExportValidator = vine.create({ outcome: outcome() })
