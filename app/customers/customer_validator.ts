import vine from '@vinejs/vine'
import { orderedCursorRule, pageSizeRule } from '#app/platform/cursor'
import { phoneRule } from '#app/platform/phone_rule'
import { isCountry } from '#app/tenancy/countries'

const country = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && !isCountry(value))
    field.report('Choose a country from the list.', 'country', field)
})

const line = (length = 120) => vine.string().trim().maxLength(length).nullable()

const customer = () => ({
  name: vine.string().trim().minLength(1).maxLength(120),
  phone: phoneRule().nullable(),
  email: vine.string().trim().email().maxLength(254).nullable(),
  street: line(),
  unit: line(),
  postcode: line(20),
  city: line(),
  region: line(60),
  country: vine.string().use(country()),
  notes: line(5_000),
})

export const customerFiltersValidator = vine.create({
  search: vine.string().trim().maxLength(100).optional(),
  state: vine.enum(['archived']).optional(),
  sort: vine.enum(['-createdAt', 'createdAt', 'name', '-updatedAt']).optional(),
  limit: pageSizeRule().optional(),
  after: orderedCursorRule().optional(),
})

export const newCustomerValidator = vine.withMetaData<{ country: string }>().create({
  ...customer(),
  /** Somebody has looked at the likely duplicates: this is another person. */
  isAnother: vine.boolean().optional(),
})

export const customerValidator = vine.withMetaData<{ country: string }>().create(customer())
