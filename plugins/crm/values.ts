import type { CrmCustomer } from '#plugins/crm/contract'

/** What a record of theirs holds in the fields that are asked for, as text. */
export function valuesIn(record: object, names: readonly string[] | undefined): Pick<CrmCustomer, 'values'> {
  if (!names?.length) return {}
  const own = record as Record<string, unknown>
  return { values: Object.fromEntries(names.map((name) => [name, textOf(own[name])])) }
}

const textOf = (value: unknown) =>
  value === null || value === undefined || value === '' ? null : String(value as string | number | boolean)
