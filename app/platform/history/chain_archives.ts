import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Archive from '#app/platform/history/archive'
import type { ArchivedEntry } from '#app/platform/history/archive_file'

type Known = { digest: string; isErased: boolean }

/** What the archives of a company say of events that have left the tables. An entry counts by the digest in its link. */
export default class ChainArchives {
  #entries = new Map<string, Known>()
  #erasures = new Map<string, string[]>()
  problem: string | null = null

  static async of(tenantId: string, trx: TransactionClientContract) {
    const archives = new ChainArchives()
    for (const archive of await Archive.readableOf(tenantId, 'events', trx)) await archives.#read(archive)
    return archives
  }

  find(eventId: string, digest: Buffer) {
    const known = this.#entries.get(eventId)
    return known?.digest === digest.toString('hex') ? known : null
  }

  /** Whom the erasures name that have been archived themselves. */
  async erased(tenantId: string, trx: TransactionClientContract) {
    const { rows } = await trx.rawQuery<{ rows: { event_id: string; digest: Buffer }[] }>(
      'select event_id, digest from event_links where tenant_id = ? and event_id = any(?::uuid[])',
      [tenantId, [...this.#erasures.keys()]]
    )
    return rows
      .filter(({ event_id: id, digest }) => this.find(id, digest))
      .flatMap(({ event_id: id }) => this.#erasures.get(id)!)
  }

  async #read(archive: Archive) {
    try {
      await archive.file.verify(archive.facts)
      for await (const entry of archive.entries()) this.#take(entry)
    } catch (error) {
      this.problem = `an archive cannot be read: ${(error as Error).message}`
    }
  }

  #take({ id, digest, words }: ArchivedEntry) {
    this.#entries.set(id, { digest, isErased: words === undefined })
    if (words?.includes('"history.erased"')) {
      const said = JSON.parse(words) as unknown[]
      if (said[4] === 'history.erased') this.#erasures.set(id, (said[12] as { eventIds: string[] }).eventIds)
    }
  }
}
