import vine from '@vinejs/vine'

/** `anew`: another deal there. `apart`: none any more. */
export const crmDealValidator = vine.create({ choice: vine.enum(['anew', 'apart']) })
