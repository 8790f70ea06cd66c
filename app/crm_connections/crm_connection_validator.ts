import vine from '@vinejs/vine'
import type { CrmSetting } from '#plugins/crm/contract'
import { FIRM_RULES } from '#app/crm_connections/crm_connection'

const entered = () => vine.string().trim().minLength(1).maxLength(2000)

export const chosenCrmValidator = (names: string[]) => vine.create({ adapter: vine.string().in(names) })

/** What was entered, without what was left empty. */
export const givenIn = (settings: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(settings).flatMap(([name, value]) => (value ? [[name, value]] : [])))

/** Each setting that the chosen system asks for is needed, unless it says otherwise. */
export const settingsValidator = (settings: CrmSetting[]) =>
  vine.create({
    settings: vine.object(
      Object.fromEntries(
        settings.map(({ name, isOptional }) => [name, isOptional ? entered().optional() : entered()])
      )
    ),
  })

export const crmFirmRuleValidator = vine.create({ rule: vine.enum(FIRM_RULES) })
