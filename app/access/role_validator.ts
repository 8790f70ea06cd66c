import vine from '@vinejs/vine'
import { FIELD_LEVELS, LEVELS } from '#app/access/levels'
import { STANDARD_ROLES } from '#app/access/standard_roles'
import { actionsOf, fieldsOf, hasLevels, SUBJECT_NAMES, type Subject } from '#app/access/subjects'

const WHOLE = ['none', 'all'] as const

const grantsOf = (subject: Subject) =>
  vine
    .object(
      Object.fromEntries(
        actionsOf(subject).map((action) => [
          action,
          vine.enum(hasLevels(subject, action) ? LEVELS : WHOLE).optional(),
        ])
      )
    )
    .optional()

const fieldLevelsOf = (subject: Subject) =>
  vine
    .object(Object.fromEntries(fieldsOf(subject).map((field) => [field, vine.enum(FIELD_LEVELS).optional()])))
    .optional()

const role = () => ({
  name: vine.string().trim().minLength(1).maxLength(60),
  description: vine.string().trim().maxLength(300).nullable(),
  grants: vine.object(Object.fromEntries(SUBJECT_NAMES.map((subject) => [subject, grantsOf(subject)]))),
  fields: vine.object(
    Object.fromEntries(
      SUBJECT_NAMES.filter((subject) => fieldsOf(subject).length > 0).map((subject) => [
        subject,
        fieldLevelsOf(subject),
      ])
    )
  ),
})

export const roleStartValidator = vine.create({
  basedOn: vine.enum(STANDARD_ROLES).optional(),
  from: vine.string().uuid().optional(),
})

export const newRoleValidator = vine.create({ ...role(), basedOn: vine.enum(STANDARD_ROLES) })

export const roleValidator = vine.create(role())
