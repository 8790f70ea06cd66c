import vine from '@vinejs/vine'

export const accessTokenValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(80),
  days: vine.number().withoutDecimals().in([30, 90, 365]).nullable(),
})
