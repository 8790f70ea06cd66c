import vine from '@vinejs/vine'
import { personName } from '#app/identity/user_validator'

export const profileValidator = vine.create({ name: personName() })

export const linkPreferenceValidator = vine.create({ acceptsSignInLinks: vine.boolean() })
