import { OwnRoleError } from '#app/access/errors'
import { requireGivable } from '#app/access/givable'
import Rights from '#app/access/rights'
import Role from '#app/access/role'
import type { StandardRole } from '#app/access/standard_roles'
import type User from '#app/identity/user'

type Choice = { role: StandardRole; roleId?: string | null }

/** The role that a colleague chooses for somebody, within the rights of that colleague. */
export default class Appointment {
  constructor(private by: User) {}

  /** For somebody who is not a member yet. */
  async ofNewcomer({ role, roleId = null }: Choice) {
    const custom = roleId ? await Role.findOrFail(roleId) : null
    const chosen = { role: custom?.basedOn ?? role, roleId: custom?.id ?? null }
    requireGivable(this.by.rights, Rights.ofRole(chosen.role, custom))
    return chosen
  }

  /** For a member. The custom role stays when none is named and the standard role is the same. */
  async of(member: User, { role, roleId = role === member.role ? member.roleId : null }: Choice) {
    const isSame = role === member.role && roleId === member.roleId
    return isSame ? { role, roleId } : this.change(member, { role, roleId })
  }

  private async change(member: User, choice: Choice) {
    if (member.id === this.by.id && !this.by.isAdmin) throw new OwnRoleError()
    requireGivable(this.by.rights, member.rights)
    return this.ofNewcomer(choice)
  }
}
