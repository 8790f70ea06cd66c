import Rights from '#app/access/rights'
import Role from '#app/access/role'
import { requireGivable } from '#app/access/givable'
import type { RoleChoice, RoleMapping } from '#app/single_sign_on/role_map'
import type User from '#app/identity/user'

/** The map as this author may write it: nobody gives through an issuer what they may not do themselves. */
export async function givableMap<Mapping extends RoleMapping>(
  author: User,
  mapping: Mapping
): Promise<Mapping> {
  const { defaultRole, defaultRoleId } = mapping
  const roleMap = []
  for (const rule of mapping.roleMap) roleMap.push({ ...rule, ...(await givable(author, rule)) })
  const otherwise = defaultRole && (await givable(author, { role: defaultRole, roleId: defaultRoleId }))
  return {
    ...mapping,
    roleMap,
    defaultRole: otherwise?.role ?? null,
    defaultRoleId: otherwise?.roleId ?? null,
  }
}

async function givable(author: User, { role, roleId }: RoleChoice) {
  const custom = roleId ? await Role.findOrFail(roleId) : null
  const choice = { role: custom?.basedOn ?? role, roleId: custom?.id ?? null }
  requireGivable(author.rights, Rights.ofRole(choice.role, custom))
  return choice
}
