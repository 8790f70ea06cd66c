import vine from '@vinejs/vine'
import {
  CHANNELS,
  CHOICES,
  KIND_NAMES,
  type Channel,
  type KindName,
} from '#app/notification_preferences/notification_kinds'

const choosable = vine.createRule((channel, _, field) => {
  const { kind } = field.parent as { kind: KindName }
  if (!CHOICES.some((choice) => choice.kind === kind && choice.channel === (channel as Channel)))
    field.report('This cannot be chosen: it bears on safety, or is not told in this way.', 'choosable', field)
})

export const preferenceValidator = vine.create({
  kind: vine.enum(KIND_NAMES),
  channel: vine.enum(CHANNELS).use(choosable()),
  isWanted: vine.boolean().nullable(),
})
