import { wordsAt } from '#app/single_sign_on/claims'
import type { StandardRole } from '#app/access/standard_roles'

/** A standard role, or one of the company's own with the standard role that it is based on. */
export type RoleChoice = { role: StandardRole; roleId?: string | null }
export type RoleRule = RoleChoice & { value: string }

export type RoleMapping = {
  roleClaim: string | null
  roleMap: RoleRule[]
  defaultRole: StandardRole | null
  defaultRoleId?: string | null
}

/** The role of somebody who has these words at the issuer, and the rule that says so: the first that one of them meets. */
export function decideRole({ roleMap, defaultRole, defaultRoleId }: RoleMapping, words: string[]) {
  const rule = roleMap.findIndex(({ value }) => words.includes(value))
  const otherwise = defaultRole && { role: defaultRole, roleId: defaultRoleId }
  const choice: RoleChoice | null = roleMap[rule] ?? otherwise
  return { rule, choice: choice && { role: choice.role, roleId: choice.roleId ?? null } }
}

export const roleWordsIn = (claims: object, { roleClaim }: Pick<RoleMapping, 'roleClaim'>) =>
  roleClaim ? wordsAt(claims, roleClaim) : []
