import { defineEvent } from '#app/platform/events/events'
import type { ExportFacts } from '#app/exports/csv_export'

export const CrmSyncStarted = defineEvent<{ purpose: string }>('crm_sync.started', { audited: true })
/** There are customers left; whoever is at an earlier step leaves them alone. */
export const CrmSyncContinued = defineEvent<{ step: number }>('crm_sync.continued')
export const CrmSyncEnded = defineEvent<{ outcome: string }>('crm_sync.ended', { audited: true })
export const CrmSyncExported = defineEvent<ExportFacts>('crm_sync.exported', { audited: true })
