import vine from '@vinejs/vine'
import { SCOPES } from '#app/access_tokens/scopes'

export const tokenFields = {
  name: vine.string().trim().minLength(1).maxLength(80),
  days: vine.number().withoutDecimals().in([30, 90, 365]).nullable(),
  /** Without them the token can do all that its owner can. */
  scopes: vine.array(vine.enum(SCOPES)).minLength(1).distinct().nullable().optional(),
}

export const accessTokenValidator = vine.create(tokenFields)
