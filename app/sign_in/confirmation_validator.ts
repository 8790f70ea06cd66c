import vine from '@vinejs/vine'

export const confirmationValidator = vine.create({ password: vine.string().maxLength(200) })
