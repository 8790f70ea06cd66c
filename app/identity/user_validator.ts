import vine from '@vinejs/vine'
import { orderedCursorRule, pageSizeRule } from '#app/platform/database/cursor'
import { phoneRule } from '#app/platform/phone_rule'
import { STANDARD_ROLES } from '#app/access/standard_roles'

export const personName = () => vine.string().trim().minLength(1).maxLength(120)
export const emailAddress = () => vine.string().trim().toLowerCase().email().maxLength(254)

export const teamFiltersValidator = vine.create({
  state: vine.enum(['active', 'deactivated']).optional(),
  sort: vine.enum(['-createdAt', 'createdAt']).optional(),
  limit: pageSizeRule().optional(),
  after: orderedCursorRule().optional(),
})

export const userValidator = vine.withMetaData<{ country: string }>().create({
  name: personName(),
  phone: phoneRule().nullable(),
  role: vine.enum(STANDARD_ROLES),
  roleId: vine.string().uuid().nullable().optional(),
})

export const invitationValidator = vine.create({
  name: personName(),
  email: emailAddress(),
  role: vine.enum(STANDARD_ROLES),
  roleId: vine.string().uuid().nullable().optional(),
})
