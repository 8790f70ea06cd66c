import vine from '@vinejs/vine'
import { givenPassword } from '#app/identity/password_input'

export const sessionValidator = vine.create({
  email: vine.string().trim().toLowerCase().email().maxLength(254),
  password: givenPassword(),
  isRemembered: vine.boolean().optional(),
})
