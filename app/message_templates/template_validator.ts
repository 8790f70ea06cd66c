import vine from '@vinejs/vine'

const words = {
  subject: vine.string().trim().minLength(1).maxLength(200),
  body: vine.string().maxLength(4000).nullable(),
  basedOn: vine.string().maxLength(40).nullable(),
}

export const templateValidator = vine.create(words)

export const restorationValidator = vine.create({ version: vine.number().min(1).max(1_000_000) })
