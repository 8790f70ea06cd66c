import { createHash } from 'node:crypto'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#app/platform/ids'
import type Customer from '#app/customers/customer'
import type { MappedWay } from '#app/crm_connections/crm_creation'
import CrmSync from '#app/crm_connections/crm_sync'
import type { Inside } from '#app/crm_connections/crm_writing'

type Way = MappedWay & { sync: CrmSync; inside: Inside }
type Known = Pick<Customer, 'email' | 'phone'>

/** So many pages at a time; the rest comes with the next step. */
const PAGES = 20

/**
 * Who is in the system outside before all are written there together: read once, in pages, instead of searched for one by
 * one. Kept as marks, which tell no address or number, until the walk is over.
 */
export class CrmSyncList {
  constructor(private way: Way) {}

  /** One step of reading it. */
  async read() {
    const { adapter, sync, inside } = this.way
    let cursor = sync.listCursor
    for (let page = 0; page < PAGES; page++) {
      const answer = await adapter.list!(cursor)
      cursor = answer.cursor
      const isWhole = cursor === null
      await inside(() => this.#keep(answer.customers, cursor))
      if (isWhole) return
    }
  }

  async #keep(there: Known[], listCursor: string | null) {
    const { sync } = this.way
    const marks = [...new Set(there.flatMap((one) => this.#marksOf(one)))].sort()
    await db.rawQuery(
      `insert into crm_sync_marks (id, crm_sync_id, mark)
        select id, ?, mark from unnest(?::uuid[], ?::text[]) as told (id, mark) on conflict do nothing`,
      [sync.id, marks.map(() => newId()), marks]
    )
    const listedAt = listCursor === null ? DateTime.utc().toISO() : null
    const listed = db.raw('listed + ?', [there.length])
    await CrmSync.query().where('id', sync.id).update({ listCursor, listedAt, listed })
    await sync.holdOn()
  }

  /** Those who may be there already: somebody there has their address or number. */
  async known(customers: Customer[]) {
    const marks = new Map(customers.map((customer) => [customer, this.#marksOf(customer)]))
    const { rows } = await db.rawQuery<{ rows: { mark: string }[] }>(
      'select mark from crm_sync_marks where crm_sync_id = ? and mark = any(?::text[])',
      [this.way.sync.id, [...marks.values()].flat()]
    )
    const found = new Set(rows.map(({ mark }) => mark))
    return new Set(customers.filter((one) => marks.get(one)!.some((mark) => found.has(mark))))
  }

  #marksOf({ email, phone }: Known) {
    return [email && `email ${email.toLowerCase()}`, phone && `phone ${phone}`]
      .filter(Boolean)
      .map((words) =>
        createHash('sha256').update(`${this.way.sync.id} ${words}`).digest('base64url').slice(0, 22)
      )
  }
}
