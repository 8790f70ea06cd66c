import vine from '@vinejs/vine'
import { cursorRule } from '#app/platform/database/cursor'
import { NEWCOMER_RULES } from '#app/crm_connections/crm_connection'

export const crmNewcomersValidator = vine.create({
  after: cursorRule().optional(),
  show: vine.enum(['waiting', 'left_out']).optional(),
})

/** `customer`: they are somebody whom we know. */
export const crmNewcomerValidator = vine.create({
  choice: vine.enum(['take_in', 'customer', 'leave_out']),
  customerId: vine.string().uuid().optional().requiredWhen('choice', '=', 'customer'),
})

export const crmNewcomerRuleValidator = vine.create({ rule: vine.enum(NEWCOMER_RULES) })
