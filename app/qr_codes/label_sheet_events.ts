import { defineEvent } from '#app/platform/events/events'

type Facts = { name: string }

export const LabelSheetCreated = defineEvent<Facts>('label_sheet.created')
export const LabelSheetUpdated = defineEvent<Facts>('label_sheet.updated')
export const LabelSheetDeleted = defineEvent<Facts>('label_sheet.deleted')
