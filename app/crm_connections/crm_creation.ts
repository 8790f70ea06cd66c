import type { CrmAdapter, NewCrmCustomer } from '#plugins/crm/contract'
import { CrmNotSupportedError } from '#plugins/crm/errors'
import type { CrmMapping, Outgoing } from '#app/crm_connections/crm_mapping'

export type MappedWay = { adapter: CrmAdapter; mapping: CrmMapping }
export type Begun = {
  /** Under which the record is made, once. */
  key: string
  /** When one was begun whose answer never came. */
  triedAt: Date | null
  /** Whether a record there is another customer of ours. */
  isTaken: (externalId: string) => Promise<boolean>
}

/** What of a record was written is seen by its clock, which may be another than ours. */
const CLOCKS_APART = 10 * 60 * 1000
const LOOKED_AT = 100

/** Makes a record once: by its key where the system keeps one, else whoever was begun the last time and looks like it is it. */
export async function make(way: MappedWay, outgoing: Outgoing, begun: Begun) {
  const { adapter, mapping } = way
  const fields = outgoing.fields as NewCrmCustomer
  const values = valuesOf(outgoing)
  const keyed = adapter.capabilities.keys ? await makeKeyed(way, outgoing, begun.key) : null
  if (!keyed) return (await twinOf(way, outgoing, begun)) ?? adapter.create(fields, undefined, values)
  const isOther = mapping.differences(outgoing, keyed).length > 0
  return isOther ? adapter.update(keyed.id, fields, values) : keyed
}

export const valuesOf = ({ values }: Outgoing) => (Object.keys(values).length > 0 ? values : undefined)

async function makeKeyed({ adapter }: MappedWay, outgoing: Outgoing, key: string) {
  try {
    return await adapter.create(outgoing.fields as NewCrmCustomer, key, valuesOf(outgoing))
  } catch (error) {
    if (error instanceof CrmNotSupportedError) return null
    throw error
  }
}

async function twinOf({ adapter, mapping }: MappedWay, outgoing: Outgoing, { triedAt, isTaken }: Begun) {
  if (!triedAt) return null
  const by = adapter.capabilities.searchBy.includes('name') ? 'name' : 'text'
  const alike = await adapter.search({ by, value: outgoing.fields.name!, limit: LOOKED_AT })
  for (const one of alike) {
    const isOld = Date.parse(one.updatedAt) < triedAt.getTime() - CLOCKS_APART
    const isAlike = mapping.differences(outgoing, one).length === 0
    if (!isOld && isAlike && !(await isTaken(one.id))) return one
  }
  return null
}
