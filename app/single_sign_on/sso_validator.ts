import vine from '@vinejs/vine'
import { emailAddress } from '#app/identity/user_validator'

export const doorValidator = vine.create({ email: emailAddress() })
