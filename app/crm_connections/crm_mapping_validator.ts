import vine from '@vinejs/vine'
import { OUR_FIELDS } from '#app/crm_connections/our_fields'

const word = () => vine.string().trim().minLength(1).maxLength(500)

export const crmMappingValidator = vine.create({
  rules: vine
    .array(
      vine.object({
        ours: vine.enum(OUR_FIELDS),
        theirs: word().nullable(),
        direction: vine.enum(['out', 'in', 'both', 'none']),
        owner: vine.enum(['ours', 'theirs', 'newest']),
        choices: vine.array(vine.object({ ours: word(), theirs: word() })).maxLength(300),
      })
    )
    .distinct('ours')
    .maxLength(OUR_FIELDS.length),
})
