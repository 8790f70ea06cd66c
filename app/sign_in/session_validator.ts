import vine from '@vinejs/vine'

export const sessionValidator = vine.create({
  email: vine.string().trim().toLowerCase().email().maxLength(254),
  password: vine.string().maxLength(200),
  isRemembered: vine.boolean().optional(),
})
