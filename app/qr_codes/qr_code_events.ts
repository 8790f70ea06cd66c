import { defineEvent } from '#app/platform/events/events'

export const QrBatchCreated = defineEvent<{ quantity: number; isDemo: boolean; leadFlowId: string | null }>(
  'qr_batch.created'
)
/** Names what was changed; what it was and is stands in the history. */
export const QrBatchUpdated = defineEvent<{ fields: string[] }>('qr_batch.updated')
export const QrBatchPrinted = defineEvent<{ copy: number; quantity: number }>('qr_batch.printed')

export const QrCodeAssigned = defineEvent<{ customerId: string; previousCustomerId: string | null }>(
  'qr_code.assigned'
)
export const QrCodeReleased = defineEvent<{ customerId: string | null }>('qr_code.released')
export const QrCodeRetired = defineEvent<{ customerId: string | null }>('qr_code.retired')
/** Somebody outside thinks that the sticker was tampered with, or a colleague has seen that it was not. */
export const QrCodeSuspected = defineEvent<{ code: string; customerId: string | null }>('qr_code.suspected')
export const QrCodeCleared = defineEvent<{ code: string; customerId: string | null }>('qr_code.cleared')
export const QrCodeLost = defineEvent<{ customerId: string | null }>('qr_code.lost')
