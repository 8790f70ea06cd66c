import vine from '@vinejs/vine'

import { PHOTO_SIZES } from '#app/attachments/photo_sizes'

export const attachmentSizeValidator = vine.create({
  size: vine.enum([...PHOTO_SIZES, 'full'] as const).optional(),
})
