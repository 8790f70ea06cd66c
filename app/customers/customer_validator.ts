import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { orderedCursorRule, pageSizeRule } from '#app/platform/database/cursor'
import { limited } from '#app/access/field_rules'
import type { Writing } from '#app/access/fields'
import { phoneRule } from '#app/platform/phone_rule'
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

const LONGEST_SHEET = 400_000

export const customerImportValidator = vine.create({
  list: vine.string().maxLength(LONGEST_SHEET),
  /** Only a list that was looked through changes anybody. */
  isChecked: vine.boolean().optional(),
  /** Made by the form; a list that is sent twice with one key makes nobody twice. */
  submissionKey: vine.string().uuid(),
})

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

const isPrimary = () => vine.literal(true).optional()

/** Somebody to talk to; what is left out of one that is known stays as it is. */
export const contactValidator = vine.withMetaData<Meta>().create({
  name: vine.string().trim().minLength(1).maxLength(120),
  role: line().optional(),
  ...limited('customers', {
    phone: phoneRule().nullable().optional(),
    email: vine.string().trim().email().maxLength(254).nullable().optional(),
  }),
  /** Whoever was the primary contact is one of the others then. */
  isPrimary: isPrimary(),
})

export const siteValidator = vine.withMetaData<Meta>().create({
  label: vine.string().trim().minLength(1).maxLength(120),
  ...limited('customers', {
    street: line().optional(),
    unit: line().optional(),
    postcode: line(20).optional(),
    city: line().optional(),
    region: line(60).optional(),
    country: vine.string().use(country()).optional(),
    notes: line(5_000).optional(),
  }),
  /** What was the primary site is one of the others then. */
  isPrimary: isPrimary(),
})

/** What the validators of a customer need to know: who writes, and what there is so far. */
export function formOf({ user, tenant: { country } }: HttpContext, known?: object) {
  const fields = user.fields('customers')
  return { meta: { country, writing: known ? fields.over(known) : fields.onNew({ country }) } }
}
