import vine from '@vinejs/vine'
import type { CrmSetting } from '#plugins/crm/contract'

const entered = () => vine.string().trim().minLength(1).maxLength(2000)

export const chosenCrmValidator = (names: string[]) => vine.create({ adapter: vine.string().in(names) })

/** Each setting that the chosen system asks for is needed, unless it says otherwise. */
export const settingsValidator = (settings: CrmSetting[]) =>
  vine.create({
    settings: vine.object(
      Object.fromEntries(
        settings.map(({ name, isOptional }) => [name, isOptional ? entered().optional() : entered()])
      )
    ),
  })
