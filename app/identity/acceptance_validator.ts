import vine from '@vinejs/vine'
import { personName } from '#app/identity/user_validator'

export const PASSWORD_LENGTH = 10

/** Somebody new chooses a password. */
export const newcomerValidator = vine.create({
  name: personName(),
  password: vine.string().minLength(PASSWORD_LENGTH).maxLength(200),
})

/** Somebody who has a login already proves it is theirs. */
export const knownPersonValidator = vine.create({
  name: personName(),
  password: vine.string().maxLength(200),
})
