import vine from '@vinejs/vine'
import { givenPassword } from '#app/identity/password_input'

export const confirmationValidator = vine.create({ password: givenPassword() })

export const mailedCodeValidator = vine.create({
  code: vine
    .string()
    .maxLength(20)
    .transform((code) => code.replace(/\s/g, '')),
})
