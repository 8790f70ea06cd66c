import vine from '@vinejs/vine'
import { emailAddress } from '#app/identity/user_validator'
import { chosenPassword } from '#app/identity/password_input'

export const askingValidator = vine.create({ email: emailAddress() })

export const newPasswordValidator = vine.create({ password: chosenPassword() })
