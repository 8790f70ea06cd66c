import vine from '@vinejs/vine'

export const customerMergeDraftValidator = vine.create({
  other: vine.string().uuid().optional(),
  search: vine.string().trim().maxLength(100).optional(),
})

export const customerMergeValidator = vine.create({ otherId: vine.string().uuid() })
