import type { CrmCustomer } from '#plugins/crm/contract'
import { fold } from '#app/platform/folding'
import Customer, { type CustomerFacts } from '#app/customers/customer'
import { likelyDuplicatesOf } from '#app/customers/customer_duplicates'
import { isCountry } from '#app/tenancy/countries'
import Tenant from '#app/tenancy/tenant'
import type CrmConnection from '#app/crm_connections/crm_connection'
import CrmLink from '#app/crm_connections/crm_link'
import type { CrmMapping } from '#app/crm_connections/crm_mapping'
import CrmNewcomer from '#app/crm_connections/crm_newcomer'
import { isTakeable } from '#app/crm_connections/crm_reading'
import CrmSyncRow from '#app/crm_connections/crm_sync_row'
import { isFact, labelOf, longestOf, type Fact } from '#app/crm_connections/our_fields'

/** How many nobody here knows, and how many of those are like somebody here. */
export type Met = { unknown: number; alike: number }

/** So many are taken in in one unit. */
const TOGETHER = 25

/**
 * Keeps those of whose records nobody here knows, or makes them customers where the company wants that, in the caller's
 * unit. Answers how many they are, without those whom somebody has left out.
 */
export async function meetNewcomers(connection: CrmConnection, mapping: CrmMapping, there: CrmCustomer[]) {
  const met: Met = { unknown: 0, alike: 0 }
  if (connection.newcomers === 'ignore') return met
  for (const one of await strangersAmong(connection, there)) {
    const facts = await factsIn(mapping, one)
    const likely = await likelyAmong(connection, facts)
    const newcomer = await CrmNewcomer.note(connection, { externalId: one.id, facts, likely })
    if (newcomer.leftOutAt) continue
    count(met, likely)
    if (connection.newcomers === 'take_in' && likely.length === 0) await newcomer.takeIn(mapping)
  }
  return met
}

/** How many of them nobody here would know once all customers were written; nothing is kept. */
export async function foreseeNewcomers(
  connection: CrmConnection,
  mapping: CrmMapping,
  { there, sync }: { there: CrmCustomer[]; sync: { id: string } }
) {
  const met: Met = { unknown: 0, alike: 0 }
  const strangers = await strangersAmong(connection, there)
  const ids = strangers.map(({ id }) => id)
  const linked = await CrmSyncRow.linkedAmong(sync, ids)
  const leftOut = await CrmNewcomer.leftOutAmong(connection, ids)
  for (const one of strangers) {
    if (linked.has(one.id) || leftOut.has(one.id)) continue
    count(met, await likelyAmong(connection, await factsIn(mapping, one)))
  }
  return met
}

/** Takes in some of those who are wanted. Whoever is somebody's likeness by now waits for a person. Answers whether there are more. */
export async function takeInWanted(connection: CrmConnection, mapping: CrmMapping) {
  const some = await CrmNewcomer.query()
    .where('crmConnectionId', connection.id)
    .whereNotNull('wantedAt')
    .orderBy('id')
    .limit(TOGETHER)
    .forUpdate()
  const known = await knownAmong(
    connection,
    some.map(({ externalId }) => externalId)
  )
  for (const newcomer of some) {
    const likely = await likelyAmong(connection, newcomer.facts)
    if (known.has(newcomer.externalId)) await newcomer.delete()
    else if (likely.length === 0) await newcomer.takeIn(mapping)
    else await newcomer.merge({ likely, wantedAt: null }).save()
  }
  return some.length === TOGETHER
}

function count(met: Met, likely: string[]) {
  met.unknown += 1
  if (likely.length > 0) met.alike += 1
}

async function strangersAmong(connection: CrmConnection, there: CrmCustomer[]) {
  const present = there.filter(({ isArchived }) => !isArchived)
  const known = await knownAmong(
    connection,
    present.map(({ id }) => id)
  )
  return present.filter(({ id }) => !known.has(id))
}

async function knownAmong({ id: crmConnectionId }: CrmConnection, externalIds: string[]) {
  const links = await CrmLink.query()
    .where({ crmConnectionId })
    .whereIn('externalId', externalIds)
    .select('externalId')
  return new Set(links.map(({ externalId }) => externalId))
}

/** Also those of the same name whose record was begun by us and whose answer has not come: it may be this one. */
async function likelyAmong({ id: crmConnectionId }: CrmConnection, facts: CustomerFacts) {
  const alike = await likelyDuplicatesOf(facts)
  const begun = CrmLink.query().where({ crmConnectionId }).whereNull('externalId').whereNotNull('triedAt')
  const namesakes = await Customer.query()
    .where('nameNorm', fold(facts.name))
    .whereIn('id', begun.select('customerId'))
  return [...new Set([...alike, ...namesakes].map(({ id }) => id))]
}

/** What would be known of them here. What cannot stand in its field is kept among the notes. */
async function factsIn(mapping: CrmMapping, there: CrmCustomer): Promise<CustomerFacts> {
  const facts: Partial<Record<Fact, string | null>> = {}
  const strange: string[] = []
  for (const rule of mapping.rules) {
    if (!isFact(rule.ours) || rule.direction === 'none') continue
    const value = mapping.read(rule, there)
    if (value === null || isTakeable(rule.ours, value, there.country)) facts[rule.ours] = value
    else strange.push(`${labelOf(rule.ours)}: ${value}`)
  }
  const notes = [facts.notes, ...strange].filter(Boolean).join('\n').slice(0, longestOf('notes'))
  const country = facts.country ?? there.country
  return {
    ...facts,
    name: facts.name ?? there.name.slice(0, longestOf('name')),
    country: isCountry(country) ? country : (await Tenant.current()).country,
    notes: notes || null,
  }
}
