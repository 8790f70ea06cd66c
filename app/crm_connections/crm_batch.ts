import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type { CrmCreation, CrmCustomer, NewCrmCustomer } from '#plugins/crm/contract'
import { newId } from '#app/platform/ids'
import Customer from '#app/customers/customer'
import CrmConnection from '#app/crm_connections/crm_connection'
import { valuesOf, type MappedWay } from '#app/crm_connections/crm_creation'
import CrmLink from '#app/crm_connections/crm_link'
import type CrmSync from '#app/crm_connections/crm_sync'
import { CrmSyncList } from '#app/crm_connections/crm_sync_list'
import CrmSyncRow from '#app/crm_connections/crm_sync_row'
import type { Inside } from '#app/crm_connections/crm_writing'

type Way = MappedWay & { connection: CrmConnection; sync: CrmSync; inside: Inside }
type Held = { customer: Customer; linkId: string; key: string }
/** Who is settled, and of those who has changed here meanwhile. */
type Settled = { done: Set<string>; behind: string[] }

/** What is read of a record first cannot be made together; nor what has no key, by which nobody is made twice. */
export const takesBatches = ({ adapter: { capabilities, list, createAll }, mapping }: MappedWay) =>
  Boolean(capabilities.batch && capabilities.keys && list && createAll) && !mapping.isReading

/**
 * Makes many at once of whom the system outside knows nothing, under the same hold and key as one by one. Whoever may be
 * there already, is written by another or cannot be made together with the others is left to be written alone.
 */
export class CrmBatch {
  constructor(
    private way: Way,
    private eventId: string
  ) {}

  async write(ids: string[]): Promise<Settled> {
    const { inside } = this.way
    const held = await inside(() => this.#hold(ids))
    if (held.length === 0) return { done: new Set(), behind: [] }
    try {
      const made = await this.#make(held)
      return await inside(() => this.#note(held, made))
    } catch (error) {
      await inside(() => this.#letGo(held))
      throw error
    }
  }

  async #hold(ids: string[]): Promise<Held[]> {
    const { connection } = this.way
    const customers = await this.#plain(ids)
    const own = [...customers.keys()]
    await db.rawQuery(
      `insert into crm_links (id, crm_connection_id, customer_id, created_at, updated_at)
        select id, ?, customer_id, now(), now() from unnest(?::uuid[], ?::uuid[]) as whose (id, customer_id)
        on conflict do nothing`,
      [connection.id, own.map(() => newId()), own]
    )
    const { rows } = await db.rawQuery<{ rows: { id: string; customer_id: string; key: string | null }[] }>(
      `update crm_links set held_by = ?, held_until = ?, tried_at = coalesce(tried_at, now()), updated_at = now()
        where crm_connection_id = ? and customer_id = any(?::uuid[]) and external_id is null
          and gone_at is null and apart_at is null and (held_until is null or held_until < now())
        returning id, customer_id, key`,
      [this.eventId, DateTime.utc().plus(CrmLink.HOLD).toISO(), connection.id, own]
    )
    return rows.map(({ id, customer_id: customerId, key }) => ({
      customer: customers.get(customerId)!,
      linkId: id,
      key: key ?? customerId,
    }))
  }

  /** Of whom nothing has to be found out first, by their ids. */
  async #plain(ids: string[]) {
    const { connection, sync } = this.way
    const settled = await CrmSyncRow.query().where('crmSyncId', sync.id).whereIn('customerId', ids)
    const linked = CrmLink.query().where('crmConnectionId', connection.id).whereNotNull('externalId')
    const merged = await Customer.query()
      .whereIn('mergedInto', ids)
      .whereIn('id', linked.select('customerId'))
    const others = new Set([
      ...settled.map(({ customerId }) => customerId),
      ...merged.map(({ mergedInto }) => mergedInto),
    ])
    const present = await Customer.query().whereIn('id', ids).whereNull('archivedAt').whereNull('mergedInto')
    const own = present.filter(({ id }) => !others.has(id))
    const known = await new CrmSyncList(this.way).known(own)
    const addresses = new Set<string>()
    const plain = own.filter((one) => {
      const email = one.email?.toLowerCase()
      const isFirst = !email || !addresses.has(email)
      if (email) addresses.add(email)
      return isFirst && !known.has(one)
    })
    return new Map(plain.map((customer) => [customer.id, customer]))
  }

  #make(held: Held[]) {
    const { adapter, mapping } = this.way
    const creations: CrmCreation[] = held.map(({ customer, key }) => {
      const outgoing = mapping.written(customer, { isNew: true })
      return { fields: outgoing.fields as NewCrmCustomer, key, values: valuesOf(outgoing) }
    })
    return adapter.createAll!(creations)
  }

  async #note(held: Held[], made: (CrmCustomer | null)[]): Promise<Settled> {
    const { connection, sync } = this.way
    const present = await CrmConnection.query().where('id', connection.id).forUpdate().first()
    if (!present) return { done: new Set(), behind: [] }
    const pairs = held.flatMap((one, at) => (made[at] ? [{ ...one, externalId: made[at].id }] : []))
    const { rows } = await db.rawQuery<{ rows: { customer_id: string }[] }>(
      `update crm_links set external_id = made.external_id, as_of = made.as_of, failure = null, tried_at = null,
          held_by = null, held_until = null, updated_at = now()
        from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as made (id, external_id, as_of)
        where crm_links.id = made.id and held_by = ? and not exists (
          select from crm_links taken where taken.crm_connection_id = ? and taken.external_id = made.external_id)
        returning customer_id`,
      [
        pairs.map(({ linkId }) => linkId),
        pairs.map(({ externalId }) => externalId),
        pairs.map(({ customer }) => customer.updatedAt.toISO()),
        this.eventId,
        connection.id,
      ]
    )
    const ids = rows.map(({ customer_id: id }) => id)
    await CrmSyncRow.noteAll(sync, ids, 'create')
    await this.#letGo(held)
    await present.noteSuccess()
    await sync.holdOn()
    return { done: new Set(ids), behind: await this.#behindOf(held, ids) }
  }

  /** Read only now that the links are written: whoever found them held before has changed the customer before. */
  async #behindOf(held: Held[], ids: string[]) {
    const asOf = new Map(held.map(({ customer }) => [customer.id, customer.updatedAt]))
    const present = await Customer.query().whereIn('id', ids)
    const changed = present.filter(({ id, updatedAt, mergedInto }) => mergedInto || updatedAt > asOf.get(id)!)
    return changed.map(({ id }) => id)
  }

  async #letGo(held: Held[]) {
    const ids = held.map(({ linkId }) => linkId)
    await CrmLink.query()
      .whereIn('id', ids)
      .where('heldBy', this.eventId)
      .update({ heldBy: null, heldUntil: null })
  }
}
