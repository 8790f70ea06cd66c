import type { CrmCustomer } from '#plugins/crm/contract'
import CrmConnection from '#app/crm_connections/crm_connection'
import type { MappedWay } from '#app/crm_connections/crm_creation'
import { foreseeNewcomers, meetNewcomers } from '#app/crm_connections/crm_newcomers'
import type CrmSync from '#app/crm_connections/crm_sync'
import type { Inside } from '#app/crm_connections/crm_writing'

type Way = MappedWay & { connection: CrmConnection; sync: CrmSync; inside: Inside }

/** So many pages at a time; the rest comes with the next step. */
const PAGES = 10

/**
 * Those who are in the system outside and unknown here, page by page: the company's rule says what becomes of them. Before
 * anything is written, they are counted.
 */
export class CrmSyncPeople {
  /** Not where nobody was there before us, nor where nothing is to be kept of them. */
  static areDue({ adapter, connection, sync }: Omit<Way, 'inside'>) {
    const wasEmpty = sync.listedAt !== null && sync.listed === 0
    const isUnwanted = sync.purpose === 'write' && connection.newcomers === 'ignore'
    return Boolean(adapter.list) && !wasEmpty && !isUnwanted
  }

  constructor(private way: Way) {}

  /** One step of reading them; answers whether those were all. */
  async read(isStillRunning: () => Promise<boolean>) {
    const { adapter, sync, inside } = this.way
    let cursor = sync.peopleCursor
    for (let page = 0; page < PAGES; page++) {
      if (!(await isStillRunning())) return false
      const from = cursor
      const answer = await adapter.list!(from)
      cursor = answer.cursor
      await inside(() => this.#take(answer, from))
      if (cursor === null) return true
    }
    return false
  }

  async #take(
    { customers: there, cursor }: { customers: CrmCustomer[]; cursor: string | null },
    from: string | null
  ) {
    const { connection, mapping, sync } = this.way
    const present = await CrmConnection.query().where('id', connection.id).forUpdate().first()
    if (!present) return
    const met =
      sync.purpose === 'preview'
        ? await foreseeNewcomers(present, mapping, { there, sync })
        : await meetNewcomers(present, mapping, there)
    await sync.notePeople(from, cursor, { ...met, read: there.length })
  }
}
