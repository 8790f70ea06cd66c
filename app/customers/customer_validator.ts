import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { orderedCursorRule, pageSizeRule } from '#app/platform/database/cursor'
import { limited } from '#app/access/field_rules'
import type { Writing } from '#app/access/fields'
import { phoneRule } from '#app/platform/phone_rule'
import type Customer from '#app/customers/customer'
import { isCountry } from '#app/tenancy/countries'

const country = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && !isCountry(value))
    field.report('Choose a country from the list.', 'country', field)
})

const line = (length = 120) => vine.string().trim().maxLength(length).nullable()

const customer = () =>
  limited('customers', {
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

const filters = () => ({
  search: vine.string().trim().maxLength(100).optional(),
  state: vine.enum(['archived']).optional(),
})

export const customerExportValidator = vine.create(filters())

export const customerFiltersValidator = vine.create({
  ...filters(),
  sort: vine.enum(['-createdAt', 'createdAt', 'name', '-updatedAt']).optional(),
  limit: pageSizeRule().optional(),
  after: orderedCursorRule().optional(),
})

type Meta = { country: string; writing: Writing }

export const newCustomerValidator = vine.withMetaData<Meta>().create({
  ...customer(),
  /** Somebody has looked at the likely duplicates: this is another person. */
  isAnother: vine.boolean().optional(),
  /** Made by the form; the same one makes one customer, however often it arrives. */
  submissionKey: vine.string().uuid().optional(),
})

export const customerValidator = vine.withMetaData<Meta>().create(customer())

/** What the validators of a customer need to know: who writes, and what there is so far. */
export function formOf({ user, tenant: { country } }: HttpContext, customer?: Customer) {
  const fields = user.fields('customers')
  return { meta: { country, writing: customer ? fields.over(customer) : fields.onNew({ country }) } }
}
