import { owner } from '#tests/security/database_print'
import { WrittenTables } from '#tests/security/written_tables'

export type Row = Record<string, unknown>
export type Change = { table: string; row: Row; earlier: Row | undefined }

/** Every row of every table as it was last seen: only what was written since is read again. */
export class ChangedRows {
  #known = new Map<string, Row>()
  #since = '0'
  #written = new WrittenTables()

  /** What was written since the last look. */
  async look(): Promise<Change[]> {
    const names = await this.#written.since()
    if (names.length === 0) return []
    const parts = names.map(
      (name) =>
        `select '${name}' as table, to_jsonb(t) as row from ${name} t where xmin::text::bigint >= :since::bigint`
    )
    const { rows: now } = await owner().rawQuery<{ rows: { mark: string }[] }>(
      'select pg_snapshot_xmin(pg_current_snapshot())::text as mark'
    )
    const { rows } = await owner().rawQuery<{ rows: { table: string; row: Row }[] }>(
      parts.join(' union all '),
      { since: this.#since }
    )
    this.#since = now[0].mark
    return rows.map((one) => {
      const key = keyOf(one)
      const earlier = this.#known.get(key)
      this.#known.set(key, one.row)
      return { ...one, earlier }
    })
  }
}

const keyOf = ({ table, row }: { table: string; row: Row }) =>
  [
    table,
    row.id ??
      row.seq ??
      JSON.stringify([row.event_id, row.consumer, row.subject_id, row.token, row.word, row.customer_id]),
  ].join()
