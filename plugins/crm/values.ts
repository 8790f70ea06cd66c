import type { CrmCustomer, CrmCustomerFields } from '#plugins/crm/contract'

/** What a record of theirs holds in the fields that are asked for, as text. */
export function valuesIn(record: object, names: readonly string[] | undefined): Pick<CrmCustomer, 'values'> {
  if (!names?.length) return {}
  const own = record as Record<string, unknown>
  return { values: Object.fromEntries(names.map((name) => [name, textOf(own[name])])) }
}

/** Where each field of ours stands, for those who have a field for each. */
export const placesOf = <Field extends keyof CrmCustomerFields>(fieldOf: Readonly<Record<Field, string>>) =>
  Object.fromEntries(Object.entries(fieldOf).map(([field, theirs]) => [field, [theirs]])) as unknown as {
    readonly [Own in Field]: readonly string[]
  }

const textOf = (value: unknown) =>
  value === null || value === undefined || value === '' ? null : String(value as string | number | boolean)
