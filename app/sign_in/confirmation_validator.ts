import vine from '@vinejs/vine'
import { givenPassword } from '#app/identity/password_input'

export const confirmationValidator = vine.create({ password: givenPassword() })
