import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { acrossTenants, Current, SYSTEM } from '#app/platform/database/current'
import ArchiveFile, { type ArchiveFacts } from '#app/platform/history/archive_file'
import {
  entriesOf,
  SOURCES,
  type Piece,
  type RetentionKind,
  type Source,
} from '#app/platform/history/archive_sources'
import { faultPoint } from '#app/platform/events/fault_point'
import { HistoryArchived } from '#app/platform/history/history_events'
import { newId } from '#app/platform/ids'

type Row = {
  id: string
  tenant_id: string
  source: Source
  kind: RetentionKind
  month: string
  part: number
  path: string
  state: 'writing' | 'verified' | 'kept'
  entries: number | null
  bytes: string | null
  sha256: string | null
}

const STEP = 1000

/**
 * A month of one kind of a company, on its way to a file: written, read back, then taken out of the
 * tables. Torn off anywhere, doing it again goes on from the last of these that is certain.
 */
export default class Archive {
  private constructor(private row: Row) {}

  /** The one under way, or a new part where there is something to archive. */
  static async begin(piece: Piece): Promise<Archive | null> {
    const { tenantId, source, kind, month } = piece
    return acrossTenants(async (trx) => {
      const known = await rowsOf(trx, tenantId, { source, kind, month: month.toISODate()! })
      const open = known.find(({ state }) => state !== 'kept')
      if (open) return new Archive(open)
      const { done } = await entriesOf(piece, (work) => work(trx)).next()
      if (done) return null
      const id = newId()
      const part = known.length + 1
      const path = `archives/${tenantId}/${month.toFormat('yyyy-MM')}/${source}-${kind}-${part}-${id}.ndjson.gz`
      const row = { id, tenant_id: tenantId, source, kind, month: month.toISODate(), part, path }
      await trx.insertQuery().table('archives').insert(row)
      const [made] = await rowsOf(trx, tenantId, { id })
      return new Archive(made)
    })
  }

  /** Those whose files were verified. */
  static async readableOf(tenantId: string, source: Source, trx: TransactionClientContract) {
    const rows = await rowsOf(trx, tenantId, { source })
    return rows.filter(({ state }) => state !== 'writing').map((row) => new Archive(row))
  }

  async finish(piece: Piece) {
    if (this.row.state === 'writing') await this.#write(piece)
    if (this.row.state === 'verified') await this.#remove()
  }

  get id() {
    return this.row.id
  }

  get facts(): ArchiveFacts {
    return { entries: this.row.entries!, bytes: Number(this.row.bytes), sha256: this.row.sha256! }
  }

  get file() {
    return new ArchiveFile(this.row.path)
  }

  entries() {
    return this.file.entries(this.facts)
  }

  /** The same archive without what it said of some entries, in a file of its own until that is verified. */
  async rewrite(isErased: (entry: { id: string; words?: string }) => boolean) {
    const old = this.file
    const [tail, newTail] = [this.row.id, newId()].map((id) => `${id}.ndjson.gz`)
    const path = this.row.path.slice(0, -tail.length) + newTail
    const entries = this.entries()
    await this.#settle(
      path,
      (async function* () {
        for await (const entry of entries)
          yield isErased(entry) ? { id: entry.id, digest: entry.digest } : entry
      })()
    )
    await old.remove()
  }

  async #write(piece: Piece) {
    await this.#settle(this.row.path, entriesOf(piece, acrossTenants))
  }

  async #settle(path: string, entries: Parameters<ArchiveFile['write']>[0]) {
    const file = new ArchiveFile(path)
    const facts = await file.write(entries)
    faultPoint('archive.written')
    await file.verify(facts)
    const { id, source, kind, month, state } = this.row
    await Current.run({ tenantId: this.row.tenant_id, actor: SYSTEM }, () =>
      HistoryArchived.record({ id }, { source, kind, month: String(month), ...facts })
    )
    await this.#become({ ...facts, path, state: state === 'kept' ? 'kept' : 'verified' })
    faultPoint('archive.verified')
  }

  // What the file does not say any more as the table does stays there, for the next part.
  async #remove() {
    const ids: string[] = []
    for await (const { id } of this.entries()) {
      ids.push(id)
      if (ids.length === STEP) await this.#removeRows(ids.splice(0))
    }
    await this.#removeRows(ids)
    await this.#become({ state: 'kept' })
  }

  async #removeRows(ids: string[]) {
    const values = { tenantId: this.row.tenant_id, ids }
    await acrossTenants((trx) => trx.rawQuery(SOURCES[this.row.source].remove, values as never))
    faultPoint('archive.removing')
  }

  async #become(changes: object) {
    const now = new Date().toISOString()
    await acrossTenants((trx) =>
      trx
        .from('archives')
        .where('id', this.row.id)
        .update({ ...changes, updated_at: now })
    )
    Object.assign(this.row, changes)
  }
}

const rowsOf = (trx: TransactionClientContract, tenantId: string, where: object): Promise<Row[]> =>
  trx
    .from('archives')
    .where({ tenant_id: tenantId, ...where })
    .orderBy('id')
