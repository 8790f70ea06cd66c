import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { firstIdOf } from '#app/platform/ids'
import type { DateTime } from 'luxon'
import type { ArchivedEntry } from '#app/platform/history/archive_file'

/** What a company decides about: how long its work, its audit log and its mails stay at hand. */
export const RETENTION_KINDS = ['work', 'access', 'mails'] as const
export type RetentionKind = (typeof RETENTION_KINDS)[number]
export type Source = 'events' | 'deliveries'
export type Piece = { tenantId: string; source: Source; kind: RetentionKind; month: DateTime }

const KINDS: Record<RetentionKind, string> = {
  work: `not e.audited and not (e.name like 'delivery.%')`,
  access: 'e.audited',
  mails: `not e.audited and e.name like 'delivery.%'`,
}

type SourceWords = {
  kinds: readonly RetentionKind[]
  /** One page of the piece in the order of ids. */
  page: (kind: RetentionKind) => string
  remove: string
}

// Only events that have their place in the chain: its link stays and vouches for the file.
export const SOURCES: Record<Source, SourceWords> = {
  events: {
    kinds: RETENTION_KINDS,
    page: (kind) => `select e.id, encode(l.digest, 'hex') as digest, encode(l.salt, 'hex') as salt,
        case when l.salt is not null then event_words(e) end as words
      from events e join event_links l on l.tenant_id = e.tenant_id and l.event_id = e.id
      where e.tenant_id = :tenantId and e.id >= :first and e.id > :after and e.id < :end and ${KINDS[kind]} order by e.id limit :size`,
    remove: 'delete from events where tenant_id = :tenantId and id = any(:ids::uuid[])',
  },
  // Those that are over: nothing waits for them any more.
  deliveries: {
    kinds: ['mails'],
    page: () => `select id, encode(sha256(convert_to(words, 'UTF8')), 'hex') as digest, '' as salt, words from (
        select e.id, row_to_json(e)::text as words from deliveries e
        where e.tenant_id = :tenantId and e.id >= :first and e.id > :after and e.id < :end and e.state not in ('queued', 'sending')
        order by e.id limit :size) as found order by id`,
    remove: 'delete from deliveries where tenant_id = :tenantId and id = any(:ids::uuid[])',
  },
}

const SIZE = 2000
const NOTHING = '00000000-0000-0000-0000-000000000000'

/** The entries of a piece, each page in a transaction of its own. */
export async function* entriesOf(
  { tenantId, source, kind, month }: Piece,
  within: <T>(work: (trx: TransactionClientContract) => Promise<T>) => Promise<T>
): AsyncGenerator<ArchivedEntry> {
  const end = firstIdOf(month.plus({ months: 1 }))
  const sql = SOURCES[source].page(kind)
  const first = firstIdOf(month)
  let after = NOTHING
  let rows: { id: string; digest: string; salt: string | null; words: string | null }[]
  do {
    const values = { tenantId, first, after, end, size: SIZE }
    rows = await within(async (trx) => (await trx.rawQuery<{ rows: typeof rows }>(sql, values)).rows)
    for (const { id, digest, salt, words } of rows)
      yield words === null ? { id, digest } : { id, digest, ...(salt && { salt }), words }
    after = rows.at(-1)?.id ?? after
  } while (rows.length === SIZE)
}
