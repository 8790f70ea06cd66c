import vine from '@vinejs/vine'

export const leadPhotoValidator = vine.create({ size: vine.enum(['small', 'full']).optional() })
