import { defineEvent } from '#app/platform/events/events'
import type { RetentionKind } from '#app/platform/history/archive_sources'

export const RetentionRuled = defineEvent<{
  kind: RetentionKind
  months: number | null
  before: { months: number | null }
}>('tenant.retention_ruled', { audited: true })

export const ArchiveFetched = defineEvent<{ source: string; kind: string; month: string }>(
  'archive.fetched',
  { audited: true }
)

export const HistoryExported = defineEvent<Record<string, never>>('history.exported', { audited: true })
