import type CrmConnection from '#app/crm_connections/crm_connection'
import CrmFieldMapping, { type FieldRule } from '#app/crm_connections/crm_field_mapping'
import { CrmMapping } from '#app/crm_connections/crm_mapping'
import type { MappedWay } from '#app/crm_connections/crm_creation'

/** The way to a connected system, with which field is which; asks nobody yet. `rules`: others than those that are kept. */
export async function mappedWay(connection: CrmConnection, rules?: FieldRule[]): Promise<MappedWay> {
  const open = await connection.opener()
  const plain = await open()
  const mapping = new CrmMapping(rules ?? (await CrmFieldMapping.of(connection)), plain)
  const { names } = mapping
  return { mapping, adapter: names.length > 0 ? await open(names) : plain }
}
