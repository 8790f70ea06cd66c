import vine from '@vinejs/vine'
import { ROLES } from '#app/identity/user'
import { tokenFields } from '#app/access_tokens/access_token_validator'

export const serviceAccountValidator = vine.create({ ...tokenFields, role: vine.enum(ROLES) })
