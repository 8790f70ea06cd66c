import vine from '@vinejs/vine'
import { IANAZone } from 'luxon'
import { INTERVALS } from '#app/notification_preferences/notification_rhythm'

const zone = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && !IANAZone.isValidZone(value))
    field.report('Choose a time zone from the list.', 'zone', field)
})
const time = () => vine.string().regex(/^([01]\d|2[0-3]):[03]0$/)

export const rhythmValidator = vine.create({
  timeZone: vine.string().maxLength(60).use(zone()),
  week: vine
    .array(vine.object({ from: time(), to: time() }).nullable())
    .fixedLength(7)
    .nullable(),
  intervalMinutes: vine.number().in([...INTERVALS]),
})
