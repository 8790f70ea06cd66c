import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { acrossTenants } from '#app/platform/database/current'
import ChainArchives from '#app/platform/history/chain_archives'
import { linkAfter, originOf } from '#app/platform/history/chain_link'

type Row = {
  position: string
  event_id: string
  digest: Buffer
  link: Buffer
  is_erased: boolean
  is_there: boolean
  is_same: boolean | null
}

export type ChainHead = { position: number; link: string }
export type ChainProblem = { position: number | null; eventId: string | null; what: string }
export type ChainReport = {
  links: number
  erased: number
  archived: number
  waiting: number
  head: ChainHead
  problem: ChainProblem | null
}

const STEP = 5000

/** Walks the chain of a company from its first link and compares each event with what it said when it was chained. */
export default class ChainCheck {
  #erased = new Set<string>()
  #erasedCount = 0
  #archivedCount = 0
  #archives!: ChainArchives

  /** `known` is a head that somebody has kept: the chain must still lead through it. */
  constructor(
    private tenantId: string,
    private known: ChainHead | null = null
  ) {}

  run(): Promise<ChainReport> {
    return acrossTenants(async (trx) => {
      await trx.rawQuery('set transaction isolation level repeatable read, read only')
      this.#archives = await ChainArchives.of(this.tenantId, trx)
      await this.#readErasures(trx)
      const { head, problem } = await this.#walk(trx)
      return {
        links: head.position,
        erased: this.#erasedCount,
        archived: this.#archivedCount,
        waiting: await this.#countWaiting(trx),
        head: { position: head.position, link: head.link.toString('hex') },
        problem:
          problem ?? this.#damage() ?? this.#missingHead(head.position) ?? (await this.#findUnchained(trx)),
      }
    })
  }

  async #walk(trx: TransactionClientContract) {
    let head: { position: number; link: Buffer } = { position: 0, link: originOf(this.tenantId) }
    let rows: Row[]
    do {
      rows = await this.#step(trx, head.position)
      for (const row of rows) {
        const position = head.position + 1
        const isMissing = Number(row.position) !== position
        const what = isMissing ? 'the link is missing' : this.#problemOf(row, head)
        if (what) return { head, problem: { position, eventId: isMissing ? null : row.event_id, what } }
        head = { position: Number(row.position), link: row.link }
      }
    } while (rows.length === STEP)
    return { head, problem: null }
  }

  #problemOf(row: Row, head: { position: number; link: Buffer }): string | null {
    const { event_id: eventId, digest, link, is_erased: isErased } = row
    const position = Number(row.position)
    if (!linkAfter(head.link, { position, eventId, digest }).equals(link))
      return 'the link does not follow from the one before it'
    if (position === this.known?.position && link.toString('hex') !== this.known.link)
      return 'the chain does not lead through the head that was kept'
    if (!row.is_there) return this.#problemInArchive(eventId, digest)
    if (!isErased) return row.is_same ? null : 'the event does not say what it said when it was chained'
    this.#erasedCount++
    return this.#erased.has(eventId) ? null : 'the event lost its salt, and no erasure names it'
  }

  #problemInArchive(eventId: string, digest: Buffer) {
    const archived = this.#archives.find(eventId, digest)
    if (!archived) return 'the event is gone'
    this.#archivedCount++
    return archived.isErased && !this.#erased.has(eventId)
      ? 'the archived event lost its salt, and no erasure names it'
      : null
  }

  #damage(): ChainProblem | null {
    const { problem } = this.#archives
    return problem === null ? null : { position: null, eventId: null, what: problem }
  }

  async #step(trx: TransactionClientContract, after: number) {
    const { rows } = await trx.rawQuery<{ rows: Row[] }>(
      `select l.position, l.event_id, l.digest, l.link, l.salt is null as is_erased, e.id is not null as is_there,
         sha256(l.salt || convert_to(event_words(e), 'UTF8')) = l.digest as is_same
       from event_links l left join events e on e.tenant_id = l.tenant_id and e.id = l.event_id
       where l.tenant_id = ? and l.position > ? order by l.position limit ${STEP}`,
      [this.tenantId, after]
    )
    return rows
  }

  #missingHead(position: number): ChainProblem | null {
    const isShort = this.known !== null && this.known.position > position
    return isShort
      ? { position: position + 1, eventId: null, what: `the chain ends before ${this.known!.position}` }
      : null
  }

  // An erasure counts when it stands in the chain itself.
  async #readErasures(trx: TransactionClientContract) {
    const { rows } = await trx.rawQuery<{ rows: { ids: string[] }[] }>(
      `select e.data -> 'eventIds' as ids from events e
       where e.tenant_id = ? and e.name = 'history.erased' and exists (
         select from event_links l where l.tenant_id = e.tenant_id and l.event_id = e.id and l.salt is not null)`,
      [this.tenantId]
    )
    const archived = await this.#archives.erased(this.tenantId, trx)
    this.#erased = new Set([...rows.flatMap(({ ids }) => ids), ...archived])
  }

  async #countWaiting(trx: TransactionClientContract) {
    const { rows } = await trx.rawQuery<{ rows: { count: string }[] }>(
      `select (select count(*) from outbox where tenant_id = :id) +
         (select count(*) from unchained_events where tenant_id = :id) as count`,
      { id: this.tenantId }
    )
    return Number(rows[0].count)
  }

  async #findUnchained(trx: TransactionClientContract): Promise<ChainProblem | null> {
    const { rows } = await trx.rawQuery<{ rows: { id: string }[] }>(
      `select e.id from events e where e.tenant_id = :id
         and not exists (select from event_links l where l.tenant_id = e.tenant_id and l.event_id = e.id)
         and not exists (select from outbox o where o.tenant_id = e.tenant_id and o.event_id = e.id)
         and not exists (select from unchained_events u where u.tenant_id = e.tenant_id and u.event_id = e.id)
       order by e.id limit 1`,
      { id: this.tenantId }
    )
    const [found] = rows
    return found
      ? {
          position: null,
          eventId: found.id,
          what: 'the event came past the outbox and stands outside the chain',
        }
      : null
  }
}
