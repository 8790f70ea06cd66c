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

/** What a customer has where a system has no place for more than a name. */
export const NOTHING_KNOWN: Omit<CrmCustomerFields, 'name' | 'country'> = {
  email: null,
  phone: null,
  street: null,
  unit: null,
  postcode: null,
  city: null,
  region: null,
  notes: null,
}

const textOf = (value: unknown) =>
  value === null || value === undefined || value === '' ? null : String(value as string | number | boolean)
