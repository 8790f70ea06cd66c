import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { errors } from '@adonisjs/lucid'
import { Current } from '#app/platform/database/current'
import { RETENTION_KINDS, type RetentionKind, type Source } from '#app/platform/history/archive_sources'

export type ArchiveRow = {
  id: string
  source: Source
  kind: RetentionKind
  month: DateTime
  part: number
  entries: number
  bytes: number
  path: string
  fileName: string
}

const LATEST = 240

const kept = () => db.from('archives').where({ tenant_id: Current.tenantId, state: 'kept' })

function read(row: Record<string, unknown>): ArchiveRow {
  const { id, source, kind, part, entries, path } = row as unknown as ArchiveRow
  const month = DateTime.fromJSDate(row.month as Date).setZone('utc', { keepLocalTime: true })
  const fileName = `${month.toFormat('yyyy-MM')}-${source}-${kind}-${part}.ndjson.gz`
  return { id, source, kind, month, part, entries, bytes: Number(row.bytes), path, fileName }
}

/** The archives of the company under way, the latest months first. */
export const listArchives = async () =>
  (await kept().orderBy('month', 'desc').orderBy('id', 'desc').limit(LATEST)).map(read)

export async function findArchive(id: string) {
  const row = await kept().where('id', id).first()
  if (!row) throw new errors.E_ROW_NOT_FOUND()
  return read(row)
}

const OF_KIND: Record<RetentionKind, string> = {
  work: `not audited and not (name like 'delivery.%')`,
  access: 'audited',
  mails: `not audited and name like 'delivery.%'`,
}

/** Since when there are entries of each kind at hand. */
export async function oldestOfKinds(): Promise<Record<RetentionKind, string | null>> {
  const oldest: Partial<Record<RetentionKind, string | null>> = {}
  for (const kind of RETENTION_KINDS) {
    const row = await db
      .from('events')
      .where('tenant_id', Current.tenantId)
      .whereRaw(OF_KIND[kind])
      .orderBy('id')
      .select('occurred_at')
      .first()
    oldest[kind] = (row?.occurred_at as Date | undefined)?.toISOString() ?? null
  }
  return oldest as Record<RetentionKind, string | null>
}
