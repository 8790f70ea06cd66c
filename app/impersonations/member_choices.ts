import User from '#app/identity/user'

const SHOWN = 50

/** Whom a super user may choose from: the active people of the company, by name. */
export function membersFor(search?: string) {
  const members = User.active().orderBy('name').orderBy('id').limit(SHOWN)
  const words = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  if (words) members.where((any) => any.whereILike('name', words).orWhereILike('email', words))
  return members
}
