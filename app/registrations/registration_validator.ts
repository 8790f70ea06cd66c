import vine from '@vinejs/vine'
import { chosenPassword, givenPassword } from '#app/identity/password_input'
import { emailAddress, personName } from '#app/identity/user_validator'
import { newCompany } from '#app/tenancy/company_validator'

const { name: companyName, slug, timeZone, country, currency } = newCompany()

export const registrationValidator = vine.create({
  companyName,
  slug,
  timeZone,
  country,
  currency,
  name: personName(),
  email: emailAddress(),
  password: chosenPassword(),
})

export const openingValidator = vine.create({ slug, password: givenPassword().optional() })
