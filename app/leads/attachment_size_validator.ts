import vine from '@vinejs/vine'

export const attachmentSizeValidator = vine.create({ size: vine.enum(['small', 'full']).optional() })
