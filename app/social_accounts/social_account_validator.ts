import vine from '@vinejs/vine'
import { givenPassword } from '#app/identity/password_input'

/** What a person shows before an account is connected with their login: each of what they have. */
export const proofValidator = vine.create({
  password: givenPassword().optional(),
  code: vine.string().trim().maxLength(40).optional(),
})
