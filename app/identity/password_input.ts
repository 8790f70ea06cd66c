import vine from '@vinejs/vine'

export const PASSWORD_LENGTH = 10
const LONGEST = 200

// The same letters can be typed as different bytes on another keyboard.
const normal = (password: string) => password.normalize('NFC')

/** A password that somebody shows. */
export const givenPassword = () => vine.string().maxLength(LONGEST).transform(normal)

/** A password that somebody chooses; `refuseUnsuitable` says more. */
export const chosenPassword = () =>
  vine.string().minLength(PASSWORD_LENGTH).maxLength(LONGEST).transform(normal)
