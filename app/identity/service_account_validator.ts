import vine from '@vinejs/vine'
import { STANDARD_ROLES } from '#app/access/standard_roles'
import { tokenFields } from '#app/access_tokens/access_token_validator'

export const serviceAccountValidator = vine.create({ ...tokenFields, role: vine.enum(STANDARD_ROLES) })
