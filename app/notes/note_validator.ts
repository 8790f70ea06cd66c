import vine from '@vinejs/vine'

export const noteValidator = vine.create({
  body: vine.string().trim().minLength(1).maxLength(5000),
  key: vine.string().uuid().nullable().optional(),
})
