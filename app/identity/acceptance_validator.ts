import vine from '@vinejs/vine'
import { chosenPassword, givenPassword } from '#app/identity/password_input'
import { personName } from '#app/identity/user_validator'

/** Somebody new chooses a password. */
export const newcomerValidator = vine.create({
  name: personName(),
  password: chosenPassword(),
})

/** Somebody who has a login already proves it is theirs. */
export const knownPersonValidator = vine.create({
  name: personName(),
  password: givenPassword(),
})
