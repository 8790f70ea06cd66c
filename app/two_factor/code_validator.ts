import vine from '@vinejs/vine'

export const codeValidator = vine.create({ code: vine.string().trim().minLength(1).maxLength(40) })

export const requirementValidator = vine.create({ requiresTwoFactor: vine.boolean() })
