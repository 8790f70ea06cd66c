import vine from '@vinejs/vine'

/** `anew`: another record there. `apart`: none any more. */
export const crmLinkValidator = vine.create({ choice: vine.enum(['anew', 'apart']) })
