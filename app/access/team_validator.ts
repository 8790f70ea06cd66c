import vine from '@vinejs/vine'

const MOST_MEMBERS = 500
export const TEAM_NAME_LENGTH = 60

export const teamValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(TEAM_NAME_LENGTH),
  parentId: vine.string().uuid().nullable(),
  members: vine.array(vine.string().uuid()).maxLength(MOST_MEMBERS).distinct(),
  leads: vine.array(vine.string().uuid()).maxLength(MOST_MEMBERS).distinct(),
})
