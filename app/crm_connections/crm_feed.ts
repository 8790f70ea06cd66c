import { DateTime } from 'luxon'
import type { CrmChanges, CrmCustomer } from '#plugins/crm/contract'
import Customer from '#app/customers/customer'
import CrmConnection from '#app/crm_connections/crm_connection'
import type { MappedWay } from '#app/crm_connections/crm_creation'
import CrmHint from '#app/crm_connections/crm_hint'
import CrmLink from '#app/crm_connections/crm_link'
import CrmNewcomer from '#app/crm_connections/crm_newcomer'
import { meetNewcomers } from '#app/crm_connections/crm_newcomers'
import type { Inside } from '#app/crm_connections/crm_writing'

type Way = MappedWay & { connection: CrmConnection; inside: Inside }

/** So many pages at a time; the rest comes with the next reading. */
const PAGES = 50
/** The most of whom an adapter is asked at once whether they are there. */
const ASKED = 100
/** So many that webhooks named are read at a time. */
const HINTED = 100

/**
 * Reads what has changed in the system outside. Whose record did is an event, written with the cursor in one unit: whatever
 * dies in between, nobody is passed over, and who is told twice has changed once. The event's worker takes it over.
 */
export class CrmFeed {
  constructor(private way: Way) {}

  async read() {
    await this.readHinted()
    const { adapter, connection, inside } = this.way
    let cursor: string | null = connection.feedCursor
    for (let page = 0, isMore = true; isMore && page < PAGES; page++) {
      const changes = await adapter.changes(cursor)
      const isTaken = await inside(() => this.#take(changes, cursor))
      cursor = changes.cursor
      isMore = isTaken && changes.isMore
    }
    await this.#missSome()
  }

  /** Those whom webhooks named, by their ids: its search comes after its webhooks. */
  async readHinted() {
    const { adapter, connection, inside } = this.way
    const hints = await inside(() => CrmHint.next(connection, HINTED))
    for (const hint of hints) {
      const there = await adapter.get(hint.externalId)
      await inside(async () => {
        await this.#look(hint.externalId, there)
        await hint.settle()
      })
    }
    if (hints.length === HINTED) await inside(() => CrmHint.readSoon(connection))
  }

  async #look(id: string, there: CrmCustomer | null) {
    const link = (await this.#linksOf([id])).get(id)
    if (!link) return
    const isEnded = !there || (there.isArchived && !this.way.adapter.capabilities.restore)
    if (!isEnded) await this.#note(link, there)
    else if (!(await link.related('customer').query().firstOrFail()).isArchived) await link.noteGone()
  }

  /** Also who was merged there into another is read anew. */
  async #note(link: CrmLink, there: CrmCustomer) {
    const isOther = there.id !== link.externalId
    if (isOther || this.way.mapping.hasChanged({ id: link.customerId }, link.lastValues, there))
      await link.noteChange()
  }

  /** Answers whether this was for us to take: another who reads beside us comes first or goes without. */
  async #take({ customers, ended, cursor }: CrmChanges, from: string | null) {
    const connection = await CrmConnection.query().where('id', this.way.connection.id).forUpdate().first()
    if (!connection || connection.feedCursor !== from || connection.state !== 'working') return false
    const links = await this.#linksOf([...customers, ...ended].map(({ id }) => id))
    for (const there of customers) {
      const link = links.get(there.id)
      if (link) await this.#note(link, there)
    }
    await meetNewcomers(connection, this.way.mapping, customers)
    await CrmNewcomer.forget(
      connection,
      ended.map(({ id }) => id)
    )
    for (const { id, into } of ended) {
      const link = links.get(id)
      if (into) await link?.noteChange()
      else await link?.noteGone()
    }
    await connection.merge({ feedCursor: cursor, readAt: DateTime.utc() }).save()
    return true
  }

  /** Not every system tells who was deleted: each time some more are asked for, round and round. */
  async #missSome() {
    const { adapter, connection, inside } = this.way
    const links = await inside(() => this.#nextLinks(connection.missedAfter))
    const ids = links.map(({ externalId }) => externalId!)
    const missing = ids.length > 0 ? await adapter.missing(ids) : []
    await inside(async () => {
      const gone = await this.#linksOf(missing)
      for (const link of gone.values()) await link.noteGone()
      const last = links.length < ASKED ? null : links.at(-1)!.id
      await CrmConnection.query().where('id', connection.id).update({ missedAfter: last })
    })
  }

  async #nextLinks(after: string | null) {
    return [
      ...(await CrmLink.standing(this.way.connection)
        .whereIn('customerId', Customer.query().whereNull('archivedAt').select('id'))
        .if(after, (links) => links.where('id', '>', after!))
        .orderBy('id')
        .limit(ASKED)),
    ]
  }

  async #linksOf(externalIds: string[]) {
    const links = await CrmLink.standing(this.way.connection)
      .whereIn('externalId', externalIds)
      .orderBy('id')
      .forUpdate()
    return new Map(links.map((link) => [link.externalId!, link]))
  }
}
