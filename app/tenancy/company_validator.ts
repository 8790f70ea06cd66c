import vine from '@vinejs/vine'
import { IANAZone } from 'luxon'
import { phoneRule } from '#app/platform/phone_rule'
import { RESERVED_SLUGS } from '#app/tenancy/slug'
import { CURRENCY_CODES, isCountry } from '#app/tenancy/countries'

const check = (rule: string, isRight: (value: string) => boolean, message: string) =>
  vine.createRule((value, _, field) => {
    if (typeof value === 'string' && !isRight(value)) field.report(message, rule, field)
  })

const country = check('country', isCountry, 'Choose a country from the list.')
const timeZone = check('timeZone', (zone) => IANAZone.isValidZone(zone), 'Choose a time zone from the list.')
const locale = check('locale', isLocale, 'Choose a language from the list.')

const company = () => ({
  name: vine.string().trim().minLength(2).maxLength(120),
  timeZone: vine.string().use(timeZone()),
  country: vine.string().use(country()),
  currency: vine.enum(CURRENCY_CODES),
  locale: vine.string().use(locale()),
  brandColor: vine
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/),
  phone: phoneRule().nullable(),
  email: vine.string().trim().toLowerCase().email().maxLength(254).nullable(),
  website: vine
    .string()
    .trim()
    .url({ protocols: ['http', 'https'], require_protocol: true })
    .maxLength(300)
    .nullable(),
})

export const companyValidator = vine.create(company())

/** What the operator decides about a company, beside what it may decide itself. */
export const operatedCompanyValidator = vine.create({
  ...company(),
  turnWeight: vine.number().withoutDecimals().range([1, 10]).optional(),
})

/** A company's address is chosen once. */
export const newCompany = () => ({
  ...company(),
  slug: vine
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/)
    .notIn(RESERVED_SLUGS),
})

export const newCompanyValidator = vine.create(newCompany())

/** What the form for a new company asks while it is filled in. */
export const companyDraftValidator = vine.create({
  name: vine.string().trim().maxLength(120).optional(),
  slug: vine.string().trim().toLowerCase().maxLength(60).optional(),
})

function isLocale(tag: string) {
  try {
    return (
      Intl.getCanonicalLocales(tag)[0] === tag && Intl.DateTimeFormat.supportedLocalesOf(tag).length === 1
    )
  } catch {
    return false
  }
}
