import vine from '@vinejs/vine'
import { RETENTION_KINDS, type RetentionKind } from '#app/platform/history/archive_sources'
import { KINDS } from '#app/retention/retention_rule'

const longEnough = vine.createRule((value, _, field) => {
  const minimum = KINDS[(field.parent as { kind: RetentionKind }).kind]?.minimum
  if (typeof value === 'number' && value < minimum)
    field.report(
      `Keep these for ${minimum === 1 ? 'a month' : `${minimum} months`} at least.`,
      'months',
      field
    )
})

export const retentionValidator = vine.create({
  kind: vine.enum(RETENTION_KINDS),
  months: vine.number().withoutDecimals().range([1, 240]).use(longEnough()).nullable(),
})
